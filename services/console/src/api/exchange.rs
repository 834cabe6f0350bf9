//! `?format=` and `?offsets=`: an event in a format that other programs read.

use axum::{
    body::Bytes,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use formats::{Enriched, Format, OffsetUnit, with_utf16_offsets};
use serde::Deserialize;

use crate::problem::Problem;

/// The parameters.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    format: String,
    offsets: String,
}

/// The form of an answer. Without a format, the event is answered as it is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Exchange {
    format: Option<Format>,
    unit: OffsetUnit,
}

impl Wanted {
    /// Reads the parameters.
    ///
    /// # Errors
    ///
    /// When a name is unknown, or the format has no offsets to choose.
    pub(super) fn exchange(&self) -> Result<Exchange, Problem> {
        let format = match self.format.as_str() {
            "" => None,
            name => {
                Some(Format::ALL.into_iter().find(|format| format.as_str() == name).ok_or_else(|| {
                    let names = Format::ALL.map(Format::as_str).join(", ");
                    Problem::invalid(
                        "format",
                        format!("format: use one of {names}, or none for the event itself"),
                    )
                })?)
            }
        };
        let unit = match self.offsets.as_str() {
            "" => OffsetUnit::default(),
            name => [OffsetUnit::CodePoints, OffsetUnit::Utf16]
                .into_iter()
                .find(|unit| unit.as_str() == name)
                .ok_or_else(|| Problem::invalid("offsets", "offsets: use `code_points` or `utf16`"))?,
        };
        match format {
            Some(format) if unit == OffsetUnit::Utf16 && !format.has_units() => {
                let message = format!("offsets: the format `{}` has no offsets to choose", format.as_str());
                Err(Problem::invalid("offsets", message))
            }
            _ => Ok(Exchange { format, unit }),
        }
    }
}

impl Exchange {
    /// Returns what tells this form from others of the same event: empty for the event itself.
    pub(super) fn tag(self) -> String {
        let format = self.format.map(Format::as_str);
        let unit = (self.unit == OffsetUnit::Utf16).then_some("utf16");
        [format, unit].into_iter().flatten().flat_map(|name| ["-", name]).collect()
    }

    /// Returns the answer for an event.
    ///
    /// # Errors
    ///
    /// When this version cannot read the event, or it lacks what the format consists of.
    pub(super) fn answer(self, event: Bytes) -> Result<Response, Problem> {
        let unreadable = || not_written("this version cannot read the event");
        let Some(format) = self.format else {
            let event = match self.unit {
                OffsetUnit::CodePoints => event,
                OffsetUnit::Utf16 => with_utf16_offsets(&event).ok_or_else(unreadable)?.into(),
            };
            return Ok(([(header::CONTENT_TYPE, "application/json")], event).into_response());
        };
        let article = Enriched::read(&event).ok_or_else(unreadable)?;
        let written = format.article(&article, self.unit).map_err(|error| not_written(&error.to_string()))?;
        let whole = [format.before().as_bytes(), &written, format.after().as_bytes()].concat();
        let mut response = ([(header::CONTENT_TYPE, content_type(format))], whole).into_response();
        if format == Format::Html {
            // It is a page of its own. Inside the console's site its styles would not be allowed.
            let download = HeaderValue::from_static("attachment; filename=\"article.html\"");
            response.headers_mut().insert(header::CONTENT_DISPOSITION, download);
        }
        Ok(response)
    }
}

fn not_written(why: &str) -> Problem {
    Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "not_written", why)
}

fn content_type(format: Format) -> &'static str {
    match format {
        Format::Spacy | Format::Ninjs => "application/json",
        Format::Annotations => "application/ld+json",
        Format::Bulk => "application/x-ndjson",
        Format::Conllu => "text/plain; charset=utf-8",
        Format::Html => "text/html; charset=utf-8",
        Format::Csv => "text/csv; charset=utf-8; header=present",
    }
}

#[cfg(test)]
mod tests {
    use axum::body::to_bytes;

    use super::*;

    const EVENT: &str = r#"{"article":{"id":"a-1","body":"🌧 in Oslo."},"entities":{"entities":[],
        "mentions":[{"start":5,"end":9,"text":"Oslo","type":"LOC","score":0.9}]}}"#;

    fn exchange(format: &str, offsets: &str) -> Result<Exchange, Problem> {
        Wanted { format: format.to_owned(), offsets: offsets.to_owned() }.exchange()
    }

    async fn written(format: &str, offsets: &str) -> String {
        let response = exchange(format, offsets).unwrap().answer(Bytes::from(EVENT)).unwrap();
        String::from_utf8(to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec()).unwrap()
    }

    #[tokio::test]
    async fn an_event_is_answered_as_it_is_stored() {
        assert_eq!(written("", "").await, EVENT);
        assert!(written("", "utf16").await.contains(r#""start":6,"end":10"#));
    }

    #[tokio::test]
    async fn a_format_is_whole() {
        let rows = written("csv", "utf16").await;
        let lines: Vec<&str> = rows.lines().collect();
        assert!(lines[0].starts_with("id,revision,"), "{rows}");
        assert!(lines[1].contains("body,6,10,Oslo,LOC"), "{rows}");
        let page = written("html", "").await;
        assert!(page.starts_with("<!") && page.trim_end().ends_with("</html>"), "{page}");
        for format in Format::ALL.into_iter().filter(|format| *format != Format::Conllu) {
            assert!(written(format.as_str(), "").await.contains("Oslo"), "{}", format.as_str());
        }
    }

    #[test]
    fn a_wrong_parameter_is_named() {
        let message =
            |format: &str, offsets: &str| exchange(format, offsets).unwrap_err().message().to_owned();
        assert!(message("word", "").starts_with("format: use one of spacy, conllu"));
        assert!(message("", "bytes").starts_with("offsets: use `code_points`"));
        assert!(message("spacy", "utf16").contains("has no offsets to choose"));
    }

    #[test]
    fn what_a_format_cannot_hold_is_said() {
        let problem = exchange("conllu", "").unwrap().answer(Bytes::from(EVENT)).unwrap_err();
        assert_eq!(problem.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert!(problem.message().contains("--tokens"), "{}", problem.message());
        let problem = exchange("ninjs", "").unwrap().answer(Bytes::from("[]")).unwrap_err();
        assert!(problem.message().contains("cannot read"), "{}", problem.message());
    }

    #[test]
    fn forms_of_one_event_have_tags_of_their_own() {
        assert_eq!(exchange("", "").unwrap().tag(), "");
        assert_eq!(exchange("csv", "utf16").unwrap().tag(), "-csv-utf16");
    }
}
