//! IPTC ninjs 3: the article with its people, organisations, places and subjects.

use messages::{Entity, EntityType};
use serde_json::{Value, json};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use crate::{
    json::{line, object},
    links::links,
    view::View,
};

/// The version of ninjs that is written.
const VERSION: &str = "3.2";
/// The JSON Schema of that version.
const SCHEMA: &str = "http://www.iptc.org/std/ninjs/ninjs-schema_3.2.json#";
/// The relationship of an article to what it names.
const MENTIONS: &str = "mentions";

/// Writes the article as one line of JSON.
pub(crate) fn write(view: &View<'_>) -> Vec<u8> {
    let article = &view.event.article;
    let of_type = |entity_type| -> Value { view.entities(entity_type).map(named).collect() };
    line(&object([
        ("uri", view.uri().into()),
        ("standard", json!({"name": "ninjs", "version": VERSION, "schema": SCHEMA})),
        ("type", "text".into()),
        ("representationType", "full".into()),
        ("version", article.revision.as_str().into()),
        ("versionCreated", article.published_at.as_deref().filter(|time| is_moment(time)).into()),
        ("language", view.language().into()),
        ("headlines", view.headline().map(|headline| json!([{"value": headline}])).into()),
        ("by", view.byline().into()),
        ("located", view.dateline_place().into()),
        ("descriptions", summaries(view)),
        ("bodies", json!([body(&article.body)])),
        ("people", of_type(EntityType::Per)),
        ("organisations", of_type(EntityType::Org)),
        ("places", of_type(EntityType::Loc)),
        ("subjects", subjects(view)),
        ("infoSources", article.source.as_deref().map(|source| json!([{"name": source}])).into()),
        ("altIds", alternative_ids(view)),
    ]))
}

fn is_moment(time: &str) -> bool {
    OffsetDateTime::parse(time, &Rfc3339).is_ok()
}

fn body(text: &str) -> Value {
    json!({"role": "main", "contentType": "text/plain", "charCount": text.chars().count(), "value": text})
}

/// Returns the extract, and the summary of a language model if there is one.
fn summaries(view: &View<'_>) -> Value {
    let Some(summary) = view.summary() else { return Value::Null };
    let texts = [
        ("summary", Some(summary.text.as_str())),
        ("abstract", summary.written.as_ref().map(|written| written.text.as_str())),
    ];
    let present = texts.into_iter().filter_map(|(role, text)| {
        let text = text.filter(|text| !text.is_empty())?;
        Some(json!({"role": role, "contentType": "text/plain", "value": text}))
    });
    present.collect()
}

fn named(entity: &Entity) -> Value {
    let link = links(&entity.links).into_iter().next();
    object([
        ("name", entity.name.as_str().into()),
        ("rel", MENTIONS.into()),
        ("uri", link.as_ref().map(|link| link.uri.as_str()).into()),
        ("literal", link.as_ref().map(|link| link.id.as_str()).into()),
    ])
}

/// Returns the other names, and the keywords with their weight.
fn subjects(view: &View<'_>) -> Value {
    let names = view.entities(EntityType::Misc).map(named);
    let keywords = view.summary().into_iter().flat_map(|summary| &summary.keywords);
    let keywords = keywords.map(|keyword| {
        let relevance = (keyword.score.clamp(0.0, 1.0) * 100.0).round() as u8;
        json!({"name": keyword.text, "rel": "keyword", "creator": "wiredesk", "relevance": relevance})
    });
    names.chain(keywords).collect()
}

/// Returns the publisher's id and the address of the article.
fn alternative_ids(view: &View<'_>) -> Value {
    let article = &view.event.article;
    let ids = [("id", Some(&article.id)), ("url", article.url.as_ref())];
    let present = ids.into_iter().filter_map(|(role, value)| Some(json!({"role": role, "value": value?})));
    present.collect()
}
