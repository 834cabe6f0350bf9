//! The article as its publisher sent it.

use std::fmt;

use schemars::JsonSchema;
use serde::{
    Deserialize, Deserializer, Serialize,
    de::{Error, IgnoredAny, MapAccess, Visitor},
};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::{
    DecodeError,
    members::{Members, Text},
};

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
/// assert_eq!(article.other.get("desk"), Some("weather".into()));
/// // The revision depends on the content only: a corrected article has another.
/// let corrected = Article::from_json(br#"{"id": "a-1", "body": "Snow in Oslo.", "desk": "weather"}"#)?;
/// assert_ne!(article.revision, corrected.revision);
/// # Ok::<(), messages::DecodeError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Article {
    /// The publisher's id, or one derived from the content (32 hexadecimal digits).
    #[serde(default)]
    pub id: String,
    /// A hash of the whole content (16 hexadecimal digits). A corrected article under the same id has another
    /// one.
    #[serde(default)]
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
    #[schemars(with = "Map<String, Value>")]
    pub other: Members,
}

impl Article {
    /// Creates an article that has only a body. Its id and revision are derived.
    pub fn from_body(body: impl Into<String>) -> Self {
        let mut article = Self { body: body.into(), ..Self::empty() };
        article.identify();
        article
    }

    fn empty() -> Self {
        Self {
            id: String::new(),
            revision: String::new(),
            headline: None,
            byline: None,
            body: String::new(),
            source: None,
            url: None,
            published_at: None,
            language: None,
            other: Members::default(),
        }
    }

    /// Reads an article as a publisher sends it: a JSON object with at least a `body`.
    ///
    /// A `revision` in the input is ignored, because it is always derived. Members that are `null` count as
    /// absent. A byte order mark before the object is skipped.
    ///
    /// # Errors
    ///
    /// When the payload is not JSON, is not an article, or has no visible text.
    pub fn from_json(payload: &[u8]) -> Result<Self, DecodeError> {
        let payload = text::without_mark(payload);
        let mut article: Self = parse(payload).map_err(|error| {
            // The error may come before a mistake in the JSON itself.
            match serde_json::from_slice::<IgnoredAny>(payload) {
                Ok(_) => DecodeError::invalid_article(&error),
                Err(error) => DecodeError::invalid_json(&error),
            }
        })?;
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
            ("headline", self.headline.as_deref()),
            ("byline", self.byline.as_deref()),
            ("body", Some(self.body.as_str())),
            ("source", self.source.as_deref()),
            ("url", self.url.as_deref()),
            ("published_at", self.published_at.as_deref()),
            ("language", self.language.as_deref()),
        ];
        for (name, value) in named {
            if let Some(value) = value {
                hash_member(&mut hash, name, value);
            }
        }
        let mut other: Vec<(&str, &str)> = self.other.iter().collect();
        other.sort_unstable();
        for (name, json) in other {
            // What cannot be computed with, such as the number 1e400, is hashed as it is written.
            let value: Option<Value> = serde_json::from_str(json).ok();
            if let Some(value) = &value {
                hash_member(&mut hash, name, &sorted(value).to_string());
            }
            if value.as_ref().is_none_or(is_approximate) {
                hash_member(&mut hash, name, json);
            }
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

/// Reports whether a value holds a number that may stand for an integer of more than 64 bits.
fn is_approximate(value: &Value) -> bool {
    const BEYOND_64_BITS: f64 = 9.2e18;
    match value {
        Value::Number(number) => {
            number.is_f64() && number.as_f64().is_some_and(|it| it.abs() >= BEYOND_64_BITS)
        }
        Value::Array(values) => values.iter().any(is_approximate),
        Value::Object(members) => members.values().any(is_approximate),
        _ => false,
    }
}

/// Parses JSON.
///
/// Checking the whole payload as UTF-8 once is faster than checking each string. A payload that is not UTF-8
/// goes to the parser as bytes, because its error gives the position.
pub(crate) fn parse<'p, T: Deserialize<'p>>(payload: &'p [u8]) -> serde_json::Result<T> {
    match std::str::from_utf8(payload) {
        Ok(text) => serde_json::from_str(text),
        Err(_) => serde_json::from_slice(payload),
    }
}

// Written by hand, because the derived code cannot keep unknown members as they came, and its errors name no
// member.
impl<'de> Deserialize<'de> for Article {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ArticleVisitor)
    }
}

struct ArticleVisitor;

impl<'de> Visitor<'de> for ArticleVisitor {
    type Value = Article;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Article, A::Error> {
        let (mut article, mut body) = (Article::empty(), None);
        while let Some(name) = members.next_key::<String>()? {
            match name.as_str() {
                "id" => article.id = members.next_value_seed(Text("id"))?.unwrap_or_default(),
                "revision" => {
                    article.revision = members.next_value_seed(Text("revision"))?.unwrap_or_default();
                }
                "headline" => article.headline = members.next_value_seed(Text("headline"))?,
                "byline" => article.byline = members.next_value_seed(Text("byline"))?,
                "body" => body = members.next_value_seed(Text("body"))?,
                "source" => article.source = members.next_value_seed(Text("source"))?,
                "url" => article.url = members.next_value_seed(Text("url"))?,
                "published_at" => article.published_at = members.next_value_seed(Text("published_at"))?,
                "language" => article.language = members.next_value_seed(Text("language"))?,
                _ => article.other.read(name, &mut members)?,
            }
        }
        article.body = body.ok_or_else(|| A::Error::missing_field("body"))?;
        Ok(article)
    }
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
    fn a_member_that_cannot_be_computed_with_is_part_of_the_revision() {
        for (one, other) in [
            (r#"{"body":"R.","x":{"n":1e400,"d":1}}"#, r#"{"body":"R.","x":{"n":1e400,"d":2}}"#),
            (r#"{"body":"R.","x":"\ud83d a"}"#, r#"{"body":"R.","x":"\ud83d b"}"#),
        ] {
            assert_ne!(read(one).revision, read(other).revision, "{one}");
        }
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
    fn numbers_of_any_size_come_out_as_they_went_in() {
        let members = r#""serial":123456789012345678901234567890,"rank":1.50,"tiny":1e-400,"list":[-99999999999999999999]"#;
        let article = read(&format!(r#"{{"body":"Rain.",{members}}}"#));
        let json = serde_json::to_string(&article).unwrap();
        assert!(json.ends_with(&format!("{members}}}")), "{json}");
        // A correction of the last digit is a correction.
        let corrected = read(&format!(r#"{{"body":"Rain.",{}}}"#, members.replace("67890,", "67891,")));
        assert_ne!(article.revision, corrected.revision);
    }

    #[test]
    fn an_unknown_member_is_written_on_one_line_and_of_two_the_last_counts() {
        let article = read("{\"body\":\"Rain.\",\"desk\":1,\"tags\":[\n1,\r\n2],\"desk\":2}");
        let json = serde_json::to_string(&article).unwrap();
        assert!(json.ends_with(r#""desk":2,"tags":[1,2]}"#), "{json}");
    }

    #[test]
    fn a_byte_order_mark_is_skipped() {
        assert_eq!(read("\u{FEFF}{\"body\":\"Rain.\"}"), read(r#"{"body":"Rain."}"#));
    }

    #[test]
    fn an_article_may_be_nested_64_levels_deep() {
        let nested = |levels: usize| {
            let (open, close) = ("[".repeat(levels - 1), "]".repeat(levels - 1));
            format!(r#"{{"body":"Rain.","deep":{open}{close}}}"#)
        };
        read(&nested(64));
        assert_eq!(code(&nested(65)), "too_deep");
        assert_eq!(code(&nested(100_000)), "too_deep");
    }

    #[test]
    fn an_error_names_the_member_with_the_wrong_type_and_not_its_value() {
        let error = |json: &str| Article::from_json(json.as_bytes()).unwrap_err().to_string();
        for (json, expected) in [
            (
                r#"{"body":"Rain.","published_at":20261124}"#,
                "published_at: expected a string, found a number",
            ),
            (r#"{"body":["Secret"]}"#, "body: expected a string, found an array"),
            (r#"{"body":"Rain.","headline":{"Secret":1}}"#, "headline: expected a string, found an object"),
            (r#"{"body":"Rain.","url":true}"#, "url: expected a string, found true or false"),
        ] {
            let found = error(json);
            assert!(found.starts_with(&format!("not an article: {expected}")), "{found}");
            assert!(!found.contains("2026") && !found.contains("Secret"), "{found}");
        }
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
