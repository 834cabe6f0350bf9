//! The id of the article in a payload that need not be valid.

use std::fmt;

use serde::{
    Deserializer,
    de::{IgnoredAny, MapAccess, Visitor},
};
use serde_json::{Value, value::RawValue};

use crate::Article;

/// Returns the id of the article in the payload of any event, if it can be read.
///
/// An article without an id has the one that is derived from its content. The payload need not be valid:
/// `{"id": "a-1", "body": ` has the id `a-1`.
///
/// ```
/// # use wiredesk_messages as messages;
/// assert_eq!(messages::article_id_in(br#"{"id": "a-1", "body": "#).as_deref(), Some("a-1"));
/// assert_eq!(messages::article_id_in(b"Rain in Oslo"), None);
/// ```
pub fn article_id_in(payload: &[u8]) -> Option<String> {
    Article::from_json(payload).ok().map(|article| article.id).or_else(|| written_in(payload))
}

/// Returns the id that a payload contains: that of the article, or that of the article in an event.
fn written_in(payload: &[u8]) -> Option<String> {
    let found = members_of(payload);
    found.id.or_else(|| members_of(found.article?.get().as_bytes()).id)
}

/// Returns the members that can be read. An error ends the search, and what was found before it counts.
fn members_of(payload: &[u8]) -> Found {
    let mut found = Found::default();
    let _ = serde_json::Deserializer::from_slice(text::without_mark(payload)).deserialize_map(&mut found);
    found
}

/// The members found so far.
#[derive(Default)]
struct Found {
    id: Option<String>,
    article: Option<Box<RawValue>>,
}

impl<'de> Visitor<'de> for &mut Found {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        while let Some(name) = members.next_key::<String>()? {
            match name.as_str() {
                "id" => {
                    self.id = match members.next_value()? {
                        Value::String(id) => Some(id),
                        Value::Number(id) => Some(id.to_string()),
                        _ => None,
                    }
                }
                "article" => self.article = Some(members.next_value()?),
                _ => drop(members.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(payload: &str, expected: Option<&str>) {
        assert_eq!(article_id_in(payload.as_bytes()).as_deref(), expected, "{payload}");
    }

    #[test]
    fn a_valid_article_has_its_own_id_or_the_derived_one() {
        check(r#"{"id":"a-1","body":"Rain."}"#, Some("a-1"));
        let derived = Article::from_body("Rain.").id;
        check(r#"{"body":"Rain."}"#, Some(&derived));
    }

    #[test]
    fn the_id_is_found_in_a_payload_that_is_not_an_article() {
        check(r#"{"id":"a-1"}"#, Some("a-1"));
        check(r#"{"id":7,"body":"Rain."}"#, Some("7"));
        check(r#"{"id":"a-1","body": "#, Some("a-1"));
        check(r#"{"headline":["Rain",{"id":"other"}],"id":"a-1","body":7}"#, Some("a-1"));
        check(r#"{"schema":"wiredesk.article/1","article":{"id":"a-2","body":"Rain."}}"#, Some("a-2"));
    }

    #[test]
    fn only_one_article_inside_another_is_looked_at() {
        check(&(r#"{"article":"#.repeat(50_000) + "{}" + &"}".repeat(50_000)), None);
    }

    #[test]
    fn a_payload_without_a_readable_id_has_none() {
        for payload in ["", "Rain", "[]", "7", r#"{"id":null}"#, r#"{"id":{}}"#, r#"{"article":{}}"#] {
            check(payload, None);
        }
    }
}
