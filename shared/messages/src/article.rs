//! The article as its publisher sent it.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::DecodeError;

/// The longest accepted `id`, in bytes. It travels in message headers, which should stay short.
const LONGEST_ID: usize = 512;

/// One article: immutable text with an id. No stage ever rewrites it.
///
/// A publisher must send `body`. [`Article::from_json`] fills in `id` and `revision`.
///
/// ```
/// # use wiredesk_messages as messages;
/// use messages::Article;
///
/// let article = Article::from_json(br#"{"id": "a-1", "body": "Rain in Oslo.", "desk": "weather"}"#)?;
/// assert_eq!(article.id, "a-1");
/// assert_eq!(article.other["desk"], "weather");
/// // The revision depends on the content only: a corrected article has another.
/// let corrected = Article::from_json(br#"{"id": "a-1", "body": "Snow in Oslo.", "desk": "weather"}"#)?;
/// assert_ne!(article.revision, corrected.revision);
/// # Ok::<(), messages::DecodeError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Article {
    /// The publisher's id, or one derived from the content (32 hexadecimal digits).
    #[serde(default, deserialize_with = "null_as_default")]
    pub id: String,
    /// A hash of the whole content (16 hexadecimal digits). A corrected article under the same id has another
    /// one.
    #[serde(default, deserialize_with = "null_as_default")]
    pub revision: String,
    /// The headline, if the publisher sends it separately from the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headline: Option<String>,
    /// The byline, if the publisher sends it separately from the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub byline: Option<String>,
    /// The text. Offsets on the wire count its Unicode code points.
    pub body: String,
    /// The publisher.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The address of the published article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The time of publication (RFC 3339). Relative dates are resolved against it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_at: Option<String>,
    /// The language that the publisher declares (BCP 47). Detection uses it as a hint and may contradict it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// All other members that the publisher sent, passed on as they came.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl Article {
    /// Creates an article that has only a body. Its id and revision are derived.
    pub fn from_body(body: impl Into<String>) -> Self {
        let mut article = Self {
            id: String::new(),
            revision: String::new(),
            headline: None,
            byline: None,
            body: body.into(),
            source: None,
            url: None,
            published_at: None,
            language: None,
            other: Map::new(),
        };
        article.identify();
        article
    }

    /// Reads an article as a publisher sends it: a JSON object with at least a `body`.
    ///
    /// A `revision` in the input is ignored, because it is always derived. Members that are `null` count as
    /// absent.
    ///
    /// # Errors
    ///
    /// When the payload is not JSON, is not an article, or has no visible text.
    pub fn from_json(payload: &[u8]) -> Result<Self, DecodeError> {
        let value: Value =
            serde_json::from_slice(payload).map_err(|error| DecodeError::invalid_json(&error))?;
        let Value::Object(members) = value else {
            return Err(DecodeError::InvalidArticle("the payload is not a JSON object".into()));
        };
        if members.get("body").is_none_or(Value::is_null) {
            return Err(DecodeError::MissingBody);
        }
        let mut article: Self = serde_json::from_value(Value::Object(members))
            .map_err(|error| DecodeError::invalid_article(&error))?;
        article.identify();
        article.validate()?;
        Ok(article)
    }

    /// Returns the size of headline and body in bytes.
    pub(crate) fn text_len(&self) -> usize {
        self.body.len() + self.headline.as_ref().map_or(0, String::len)
    }

    /// Checks that this article can be processed at all.
    fn validate(&self) -> Result<(), DecodeError> {
        if self.id.len() > LONGEST_ID {
            return Err(DecodeError::InvalidArticle(format!("the id is longer than {LONGEST_ID} bytes")));
        }
        if self.body.trim().is_empty() {
            return Err(DecodeError::EmptyBody);
        }
        Ok(())
    }

    /// Derives the revision from the content, and the id if the publisher sent none.
    fn identify(&mut self) {
        let digest = self.content_digest();
        self.revision = digest.chars().take(16).collect();
        if self.id.is_empty() {
            self.id = digest.chars().take(32).collect();
        }
    }

    /// Returns the SHA-256 of all members except `id` and `revision`, in hexadecimal. Their order does not
    /// matter.
    fn content_digest(&self) -> String {
        let mut hash = Sha256::new();
        let named = [
            ("headline", &self.headline),
            ("byline", &self.byline),
            ("body", &Some(self.body.clone())),
            ("source", &self.source),
            ("url", &self.url),
            ("published_at", &self.published_at),
            ("language", &self.language),
        ];
        for (name, value) in named {
            if let Some(value) = value {
                hash_member(&mut hash, name, value);
            }
        }
        let mut other: Vec<(&String, &Value)> = self.other.iter().collect();
        other.sort_by_key(|(name, _)| *name);
        for (name, value) in other {
            hash_member(&mut hash, name, &sorted(value).to_string());
        }
        hash.finalize().iter().flat_map(|byte| [byte >> 4, byte & 0xF]).filter_map(hexadecimal).collect()
    }
}

fn hexadecimal(digit: u8) -> Option<char> {
    char::from_digit(digit.into(), 16)
}

/// Adds one member to the hash. Lengths go first, so that two different contents never give the same bytes.
fn hash_member(hash: &mut Sha256, name: &str, value: &str) {
    for text in [name, value] {
        hash.update((text.len() as u64).to_le_bytes());
        hash.update(text.as_bytes());
    }
}

/// Returns the value with the members of every object sorted by name.
fn sorted(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let mut members: Vec<(&String, &Value)> = members.iter().collect();
            members.sort_by_key(|(name, _)| *name);
            Value::Object(members.into_iter().map(|(name, value)| (name.clone(), sorted(value))).collect())
        }
        Value::Array(values) => Value::Array(values.iter().map(sorted).collect()),
        plain => plain.clone(),
    }
}

fn null_as_default<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    Option::<String>::deserialize(deserializer).map(Option::unwrap_or_default)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Article {
        Article::from_json(json.as_bytes()).unwrap()
    }

    fn code(json: &str) -> &'static str {
        Article::from_json(json.as_bytes()).unwrap_err().code()
    }

    #[test]
    fn a_body_is_the_only_required_member() {
        let article = read(r#"{"body":"Rain in Oslo."}"#);
        assert_eq!(article.id.len(), 32);
        assert_eq!(article.revision.len(), 16);
    }

    #[test]
    fn keeps_the_publishers_id_and_derives_a_missing_one() {
        assert_eq!(read(r#"{"id":"a-1","body":"Rain."}"#).id, "a-1");
        assert_eq!(read(r#"{"id":null,"body":"Rain."}"#).id, read(r#"{"body":"Rain."}"#).id);
    }

    #[test]
    fn a_corrected_article_keeps_its_id_and_changes_its_revision() {
        let (first, second) = (read(r#"{"id":"a","body":"Rain."}"#), read(r#"{"id":"a","body":"Snow."}"#));
        assert_eq!(first.id, second.id);
        assert_ne!(first.revision, second.revision);
    }

    #[test]
    fn the_order_of_members_does_not_change_the_revision() {
        let first = read(r#"{"body":"Rain.","desk":{"a":1,"b":2}}"#);
        assert_eq!(first.revision, read(r#"{"desk":{"b":2,"a":1},"body":"Rain."}"#).revision);
    }

    #[test]
    fn a_revision_in_the_input_is_ignored() {
        assert_eq!(read(r#"{"body":"Rain.","revision":"1"}"#), read(r#"{"body":"Rain."}"#));
    }

    #[test]
    fn keeps_unknown_members() {
        let article = read(r#"{"body":"Rain.","desk":"weather","rank":0.1}"#);
        let json = serde_json::to_string(&article).unwrap();
        assert!(json.ends_with(r#""body":"Rain.","desk":"weather","rank":0.1}"#), "{json}");
    }

    #[test]
    fn rejects_what_is_not_an_article_with_a_code() {
        assert_eq!(code("{"), "invalid_json");
        assert_eq!(code("[]"), "invalid_article");
        assert_eq!(code("{}"), "missing_body");
        assert_eq!(code(r#"{"body":null}"#), "missing_body");
        assert_eq!(code(r#"{"body":7}"#), "invalid_article");
        assert_eq!(code(r#"{"body":" \n "}"#), "empty_body");
        assert_eq!(code(&format!(r#"{{"body":"x","id":"{}"}}"#, "i".repeat(600))), "invalid_article");
    }
}
