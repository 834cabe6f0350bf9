//! Alerts: the fact that an article matches a saved search.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Field, Finished, percent::percent_encoded};

/// The `schema` member of every alert of this version.
pub const ALERT_SCHEMA: &str = "wiredesk.alert/1";

/// An article that matches a rule, published once for each article and rule, or once for each story and rule.
///
/// It has what a notification needs, and the id of the article for everything else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Alert {
    /// The schema version, always [`ALERT_SCHEMA`].
    pub schema: String,
    /// The name of the rule.
    pub rule: String,
    /// Whether the rule raises one alert for each article, or one for each story.
    #[serde(default, skip_serializing_if = "Once::is_article")]
    pub once: Once,
    /// The article.
    pub article: AlertedArticle,
    /// Its story as it was then, if the alerter reads linked articles.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub story: Option<AlertedStory>,
    /// What matched, in reading order, that of the headline field first. Empty if the rule asks for no words, names
    /// and links. At most 100 places.
    pub found: Vec<FoundSpan>,
}

/// What raises only one alert of a rule.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Once {
    /// An article, with its corrections.
    #[default]
    Article,
    /// A story: its first article that matches.
    Story,
}

impl Once {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
    fn is_article(&self) -> bool {
        *self == Self::Article
    }
}

/// What an alert says about the story of its article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AlertedStory {
    /// The id of the story: that of its first article.
    pub id: String,
    /// When the first article of the story was finished (RFC 3339).
    pub first_seen: String,
    /// The number of its articles so far.
    pub size: u32,
    /// The number of publishers of its articles, as the story layer counts them.
    #[serde(default)]
    pub sources: u32,
    /// The ids of the stories that became part of this one with this article. They may have raised alerts of their own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub merged: Vec<String>,
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

    /// Creates the alert that an article matches `rule`.
    pub fn new<'e>(rule: &str, once: Once, event: impl Into<Finished<'e>>, found: Vec<FoundSpan>) -> Self {
        let event: Finished<'_> = event.into();
        let article = event.article;
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
        let story = event.story.map(|story| AlertedStory {
            id: story.id.clone(),
            first_seen: story.first_seen.clone(),
            size: story.size,
            sources: story.sources,
            merged: story.merged.clone(),
        });
        Self { schema: ALERT_SCHEMA.to_owned(), rule: rule.to_owned(), once, article, story, found }
    }

    /// Returns the message id. It names neither the revision nor a replay, so a corrected article and a further result
    /// raise no second alert. If the rule raises one alert for each story, it names the story in place of the article.
    pub fn message_id(&self) -> String {
        match (self.once, &self.story) {
            // No name of a rule has a slash, so no article has this id.
            (Once::Story, Some(story)) => format!("{}/story:{}", self.rule, percent_encoded(&story.id)),
            _ => format!("{}:{}", self.rule, percent_encoded(&self.article.id)),
        }
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
        assert_eq!((alert.once, alert.message_id().as_str()), (Once::Article, "rain:a"));
    }

    #[test]
    fn a_rule_may_raise_one_alert_for_each_story() {
        let json = r#"{"schema":"wiredesk.alert/1","rule":"rain","once":"story","article":{"id":"b","revision":"0f","language":"en","summary":"It rained."},"story":{"id":"a 1","first_seen":"2026-11-29T08:00:00Z","size":5,"sources":3,"merged":["c"]},"found":[]}"#;
        let alert: Alert = serde_json::from_str(json).unwrap();
        assert_eq!(String::from_utf8(alert.encode()).unwrap(), json);
        assert_eq!(alert.message_id(), "rain/story:a%201");
    }
}
