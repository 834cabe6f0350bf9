//! The documents that describe the API and the events.

use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use messages::{
    Alert, ArticleLinked, ArticleReceived, ArticleSummarized, EntitiesTagged, Event, LanguageDetected,
    TextSegmented,
};
use schemars::schema_for;

use crate::{extract::Checked, problem::Problem};

/// The description of the API. A test compares it with the routes.
pub(crate) const OPENAPI: &str = include_str!("openapi.json");

/// Answers with the description of the API.
pub(crate) async fn openapi() -> Response {
    ([(header::CONTENT_TYPE, "application/json")], OPENAPI).into_response()
}

/// Answers with the JSON Schema of an event.
pub(crate) async fn schema(Checked(Path(event)): Checked<Path<String>>) -> Result<Response, Problem> {
    let schema = match event.as_str() {
        ArticleReceived::NAME => schema_for!(ArticleReceived),
        LanguageDetected::NAME => schema_for!(LanguageDetected),
        TextSegmented::NAME => schema_for!(TextSegmented),
        EntitiesTagged::NAME => schema_for!(EntitiesTagged),
        ArticleSummarized::NAME => schema_for!(ArticleSummarized),
        ArticleLinked::NAME => schema_for!(ArticleLinked),
        Alert::NAME => schema_for!(Alert),
        _ => {
            return Err(Problem::not_found(
                "use `received`, `detected`, `segmented`, `tagged`, `summarized`, `linked` or `alerts`",
            ));
        }
    };
    let text = schema.to_value().to_string();
    Ok(([(header::CONTENT_TYPE, "application/schema+json")], text).into_response())
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[test]
    fn every_reference_in_the_description_leads_somewhere() {
        let document: Value = serde_json::from_str(OPENAPI).unwrap();
        let references = OPENAPI.split("\"$ref\": \"").skip(1).filter_map(|rest| rest.split('"').next());
        for reference in references {
            match reference.strip_prefix('#') {
                Some(pointer) => assert!(document.pointer(pointer).is_some(), "{reference}"),
                None => assert!(reference.starts_with("/api/schema/"), "{reference}"),
            }
        }
    }
}
