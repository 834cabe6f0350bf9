//! Alerts: the fact that an article matches a saved search.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{ArticleSummarized, Field};

/// The `schema` member of every alert of this version.
pub const ALERT_SCHEMA: &str = "wiredesk.alert/1";

/// An article that matches a rule, published once for each article and rule.
///
/// It has what a notification needs, and the id of the article for everything else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Alert {
    /// The schema version, always [`ALERT_SCHEMA`].
    pub schema: String,
    /// The name of the rule.
    pub rule: String,
    /// The article.
    pub article: AlertedArticle,
    /// What matched, in reading order, that of the headline field first. Empty if the rule asks for no words, names
    /// and links. At most 100 places.
    pub found: Vec<FoundSpan>,
}

/// What an alert says about its article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AlertedArticle {
    /// The publisher's id.
    pub id: String,
    /// The revision that matched.
    pub revision: String,
    /// The headline, if the publisher sent one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headline: Option<String>,
    /// The publisher.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The address of the published article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The time of publication (RFC 3339).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_at: Option<String>,
    /// The BCP 47 tag of the detected language; `und` when undetermined.
    pub language: String,
    /// The summary.
    pub summary: String,
}

/// A place in an article that matches a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FoundSpan {
    /// The field that the span points into.
    #[serde(default, skip_serializing_if = "Field::is_body")]
    pub field: Field,
    /// The first code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The text under the span, which lets any reader verify the offsets.
    pub text: String,
    /// The word, phrase, name or id of the rule that matches here.
    pub term: String,
}

impl Alert {
    /// The token in subjects, and the suffix of the stream.
    pub const NAME: &'static str = "alerts";
    /// The CloudEvents type.
    pub const CLOUD_EVENT_TYPE: &'static str = "news.article.alerted.v1";

    /// Creates the alert that `event` matches `rule`.
    pub fn new(rule: &str, event: &ArticleSummarized, found: Vec<FoundSpan>) -> Self {
        let article = &event.article;
        let article = AlertedArticle {
            id: article.id.clone(),
            revision: article.revision.clone(),
            headline: article.headline.clone(),
            source: article.source.clone(),
            url: article.url.clone(),
            published_at: article.published_at.clone(),
            language: event.language.tag.clone(),
            summary: event.summary.text.clone(),
        };
        Self { schema: ALERT_SCHEMA.to_owned(), rule: rule.to_owned(), article, found }
    }

    /// Writes the alert as one line of JSON, without the line break.
    pub fn encode(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alert_is_read_as_it_was_written() {
        let json = r#"{"schema":"wiredesk.alert/1","rule":"rain","article":{"id":"a","revision":"0f","headline":"Rain","language":"en","summary":"It rained."},"found":[{"field":"headline","start":0,"end":4,"text":"Rain","term":"rain"},{"start":3,"end":9,"text":"rained","term":"rain*"}]}"#;
        let alert: Alert = serde_json::from_str(json).unwrap();
        assert_eq!(String::from_utf8(alert.encode()).unwrap(), json);
    }
}
