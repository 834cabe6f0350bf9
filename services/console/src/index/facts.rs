//! What the index keeps of the content of an enriched article.

use std::borrow::Cow;

use messages::{BlockKind, EntityType, Field};
use serde::Deserialize;
use serde_json::value::RawValue;

/// How many characters of a headline are kept.
const HEADLINE: usize = 200;
/// How many names of one article are kept, the most salient first.
const MOST_NAMES: usize = 40;
/// How many keywords of one article are kept.
const MOST_KEYWORDS: usize = 10;

/// What one can filter articles by, and what a list of articles shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// The headline, or the body's first line if it is one, or the one that the summarizer suggests; empty without any.
    pub headline: String,
    /// The publisher.
    pub source: Option<String>,
    /// The content's revision.
    pub revision: String,
    /// The names and their types, the most salient first.
    pub names: Vec<(String, EntityType)>,
    /// The types of all mentions, without repetitions.
    pub types: Vec<EntityType>,
    /// The keywords.
    pub keywords: Vec<String>,
}

impl Facts {
    /// Reads the facts from the payload of an enriched article. Returns `None` if it is not one.
    pub fn read(payload: &[u8]) -> Option<Self> {
        let event: Event<'_> = serde_json::from_slice(payload).ok()?;
        let in_body = || headline_in(event.article.body?, event.segments?).map(Cow::Owned);
        let suggested = event.summary.suggested_headline.map(|headline| headline.text);
        let headline = event.article.headline.or_else(in_body).or(suggested).unwrap_or_default();
        let mut types: Vec<EntityType> =
            event.entities.mentions.iter().map(|mention| mention.entity_type).collect();
        types.sort_unstable();
        types.dedup();
        let names = event.entities.entities.into_iter().take(MOST_NAMES);
        let keywords = event.summary.keywords.into_iter().take(MOST_KEYWORDS);
        Some(Self {
            headline: headline.chars().take(HEADLINE).collect(),
            source: event.article.source.map(Cow::into_owned),
            revision: event.article.revision.into_owned(),
            names: names.map(|entity| (entity.name.into_owned(), entity.entity_type)).collect(),
            types,
            keywords: keywords.map(|keyword| keyword.text.into_owned()).collect(),
        })
    }
}

// The members that the index needs. The others are skipped, which is much faster than reading the whole event. Body and
// segments are read only if the headline is in them.
#[derive(Deserialize)]
struct Event<'p> {
    #[serde(borrow)]
    article: Article<'p>,
    #[serde(borrow)]
    segments: Option<&'p RawValue>,
    #[serde(borrow)]
    entities: Entities<'p>,
    #[serde(borrow)]
    summary: Summary<'p>,
}

#[derive(Deserialize)]
struct Article<'p> {
    #[serde(borrow)]
    revision: Cow<'p, str>,
    #[serde(borrow)]
    headline: Option<Cow<'p, str>>,
    #[serde(borrow)]
    body: Option<&'p RawValue>,
    #[serde(borrow)]
    source: Option<Cow<'p, str>>,
}

#[derive(Deserialize)]
struct Segments {
    blocks: Vec<Block>,
}

#[derive(Deserialize)]
struct Block {
    kind: BlockKind,
    #[serde(default)]
    field: Field,
    start: usize,
    end: usize,
}

/// Returns the part of the body that is a headline.
fn headline_in(body: &RawValue, segments: &RawValue) -> Option<String> {
    let segments: Segments = serde_json::from_str(segments.get()).ok()?;
    let is_headline = |block: &&Block| block.kind == BlockKind::Headline && block.field == Field::Body;
    let block = segments.blocks.iter().find(is_headline)?;
    let body: String = serde_json::from_str(body.get()).ok()?;
    Some(body.chars().take(block.end).skip(block.start).collect())
}

#[derive(Deserialize)]
struct Entities<'p> {
    mentions: Vec<Typed>,
    #[serde(borrow)]
    entities: Vec<Entity<'p>>,
}

#[derive(Deserialize)]
struct Typed {
    #[serde(rename = "type")]
    entity_type: EntityType,
}

#[derive(Deserialize)]
struct Entity<'p> {
    #[serde(borrow)]
    name: Cow<'p, str>,
    #[serde(rename = "type")]
    entity_type: EntityType,
}

#[derive(Deserialize)]
struct Summary<'p> {
    #[serde(borrow)]
    keywords: Vec<Keyword<'p>>,
    #[serde(borrow)]
    suggested_headline: Option<Keyword<'p>>,
}

#[derive(Deserialize)]
struct Keyword<'p> {
    #[serde(borrow)]
    text: Cow<'p, str>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_one_can_filter_by() {
        let payload = r#"{"schema":"wiredesk.article/1",
            "article":{"id":"a-1","revision":"00000000000000ff","headline":"Rain \"in\" Oslo","body":"…","source":"Wire"},
            "language":{"tag":"en"},
            "entities":{"mentions":[{"type":"LOC","start":0},{"type":"DATE"},{"type":"LOC"}],
                "entities":[{"name":"Oslo","type":"LOC","salience":1.0}]},
            "summary":{"text":"Rain.","keywords":[{"text":"rain","score":1.0}]}}"#;
        let facts = Facts::read(payload.as_bytes()).unwrap();
        assert_eq!(facts.headline, "Rain \"in\" Oslo");
        assert_eq!(facts.source.as_deref(), Some("Wire"));
        assert_eq!(facts.names, [("Oslo".to_owned(), EntityType::Loc)]);
        assert_eq!(facts.types, [EntityType::Loc, EntityType::Date]);
        assert_eq!(facts.keywords, ["rain"]);
    }

    #[test]
    fn the_first_line_of_a_body_can_be_the_headline() {
        let headline = |field: &str| {
            let payload = format!(
                r#"{{"article":{{"revision":"1",{field}"body":" Åska över Oslo\nDet regnade."}},
                "segments":{{"blocks":[{{"kind":"headline","start":1,"end":15}},{{"kind":"paragraph","start":16,"end":28}}]}},
                "entities":{{"mentions":[],"entities":[]}},
                "summary":{{"keywords":[],"suggested_headline":{{"text":"Det regnade."}}}}}}"#
            );
            Facts::read(payload.as_bytes()).unwrap().headline
        };
        assert_eq!(headline(""), "Åska över Oslo");
        assert_eq!(headline(r#""headline":"Regn","#), "Regn");
    }

    #[test]
    fn a_suggested_headline_takes_the_place_of_a_missing_one() {
        let payload = r#"{"article":{"revision":"1"},"entities":{"mentions":[],"entities":[]},
            "summary":{"keywords":[],"suggested_headline":{"text":"Rain fell.","sentence":0}}}"#;
        assert_eq!(Facts::read(payload.as_bytes()).unwrap().headline, "Rain fell.");
    }

    #[test]
    fn what_is_not_an_enriched_article_has_no_facts() {
        for payload in ["", "[]", "{}", r#"{"article":{"body":"Rain."}}"#] {
            assert_eq!(Facts::read(payload.as_bytes()), None, "{payload}");
        }
    }
}
