//! An article in the making.

use serde_json::{Map, Value};

use crate::record::RecordError;

/// The members of an article that a reader has found. Blank texts count as absent.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    pub(crate) id: Option<String>,
    pub(crate) headline: Option<String>,
    pub(crate) byline: Option<String>,
    pub(crate) body: Option<String>,
    pub(crate) source: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) published_at: Option<String>,
    pub(crate) language: Option<String>,
    /// Members that only the publisher knows.
    pub(crate) other: Map<String, Value>,
}

impl Draft {
    /// Returns the article as a JSON object.
    ///
    /// # Errors
    ///
    /// When it has no body. `where_text_belongs` names where one was expected.
    pub(crate) fn finish(
        self,
        source_format: &str,
        where_text_belongs: &'static str,
    ) -> Result<Map<String, Value>, RecordError> {
        if self.body.as_deref().is_none_or(|body| body.trim().is_empty()) {
            return Err(RecordError::NoText(where_text_belongs));
        }
        Ok(self.members(source_format))
    }

    /// Returns the members of the article, with or without a body.
    pub(crate) fn members(self, source_format: &str) -> Map<String, Value> {
        let members = [
            ("id", self.id),
            ("headline", self.headline),
            ("byline", self.byline),
            ("body", self.body),
            ("source", self.source),
            ("url", self.url),
            ("published_at", self.published_at),
            ("language", self.language),
            ("source_format", Some(source_format.to_owned())),
        ];
        let mut article = Map::new();
        for (name, value) in members {
            if let Some(value) = value.filter(|value| !value.trim().is_empty()) {
                article.insert(name.to_owned(), value.into());
            }
        }
        for (name, value) in self.other {
            article.entry(name).or_insert(value);
        }
        article
    }
}

/// Returns `address` if it is one of the web.
pub(crate) fn web_address(address: &str) -> Option<String> {
    let is_web = ["http://", "https://"].iter().any(|scheme| address.starts_with(scheme));
    is_web.then(|| address.to_owned())
}
