//! The article as its publisher delivered it.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::DecodeError;

/// Longest accepted `id`, in bytes: it travels in message headers.
const LONGEST_ID: usize = 512;

/// One article: immutable text with an id. No stage ever rewrites it.
///
/// `body` is required of a publisher; `id` and `revision` are filled in by [`Article::from_json`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Article {
    /// The publisher's id, or one derived from the content (32 hexadecimal digits).
    #[serde(default, deserialize_with = "null_as_default")]
    pub id: String,
    /// Derived from the whole content, always: a corrected article under the same id has another.
    #[serde(default, deserialize_with = "null_as_default")]
    pub revision: String,
    /// The headline, where the publisher sends it apart from the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headline: Option<String>,
    /// The byline, where the publisher sends it apart from the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub byline: Option<String>,
    /// The text. Offsets on the wire count its Unicode code points.
    pub body: String,
    /// Who published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Where it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// When it was published (RFC 3339); relative dates resolve against it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_at: Option<String>,
    /// The language its publisher declares (BCP 47): a prior for detection, not an order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Every other member the publisher sent, passed on as it came.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl Article {
    /// An article of a body alone, with its id and revision derived.
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
    /// A `revision` in the input is ignored; it is derived. Members that are `null` count as absent.
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

    /// Bytes of its headline and body.
    pub(crate) fn text_len(&self) -> usize {
        self.body.len() + self.headline.as_ref().map_or(0, String::len)
    }

    /// Whether this article can be processed at all.
    fn validate(&self) -> Result<(), DecodeError> {
        if self.id.len() > LONGEST_ID {
            return Err(DecodeError::InvalidArticle(format!("the id is longer than {LONGEST_ID} bytes")));
        }
        if self.body.trim().is_empty() {
            return Err(DecodeError::EmptyBody);
        }
        Ok(())
    }

    /// Derives the revision from the content, and the id where the publisher gave none.
    fn identify(&mut self) {
        let digest = self.content_digest();
        self.revision = digest.chars().take(16).collect();
        if self.id.is_empty() {
            self.id = digest.chars().take(32).collect();
        }
    }

    /// SHA-256 over every member but `id` and `revision`, in hexadecimal; member order does not matter.
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

/// Lengths go in front, so that no two different contents run together to the same bytes.
fn hash_member(hash: &mut Sha256, name: &str, value: &str) {
    for part in [name, value] {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part.as_bytes());
    }
}

/// The same value with the members of every object in the order of their names.
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

    fn refused(json: &str) -> &'static str {
        Article::from_json(json.as_bytes()).unwrap_err().code()
    }

    #[test]
    fn a_body_is_all_an_article_needs() {
        let article = read(r#"{"body":"Rain in Oslo."}"#);
        assert_eq!(article.id.len(), 32);
        assert_eq!(article.revision.len(), 16);
    }

    #[test]
    fn the_publishers_id_is_kept_and_a_null_one_is_derived() {
        assert_eq!(read(r#"{"id":"a-1","body":"Rain."}"#).id, "a-1");
        assert_eq!(read(r#"{"id":null,"body":"Rain."}"#).id, read(r#"{"body":"Rain."}"#).id);
    }

    #[test]
    fn a_corrected_article_has_the_same_id_and_another_revision() {
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
    fn unknown_members_are_kept() {
        let article = read(r#"{"body":"Rain.","desk":"weather","rank":0.1}"#);
        let json = serde_json::to_string(&article).unwrap();
        assert!(json.ends_with(r#""body":"Rain.","desk":"weather","rank":0.1}"#), "{json}");
    }

    #[test]
    fn what_cannot_be_an_article_says_why() {
        assert_eq!(refused("{"), "invalid_json");
        assert_eq!(refused("[]"), "invalid_article");
        assert_eq!(refused("{}"), "missing_body");
        assert_eq!(refused(r#"{"body":null}"#), "missing_body");
        assert_eq!(refused(r#"{"body":7}"#), "invalid_article");
        assert_eq!(refused(r#"{"body":" \n "}"#), "empty_body");
        assert_eq!(refused(&format!(r#"{{"body":"x","id":"{}"}}"#, "i".repeat(600))), "invalid_article");
    }
}
