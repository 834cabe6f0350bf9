//! Lines for the `_bulk` interface of OpenSearch and Elasticsearch: an action and a document for each article.
//!
//! The action `index` replaces the document with the same id, so loading twice changes nothing. It names no
//! index: post the lines to `/INDEX/_bulk`.

use messages::{Entity, EntityType};
use serde_json::{Value, json};

use crate::{
    OffsetUnit,
    json::{line, object},
    view::{Located, View, field_name},
};

/// The types of names with the member that lists them.
const NAMES: [(EntityType, &str); 4] = [
    (EntityType::Per, "people"),
    (EntityType::Org, "organisations"),
    (EntityType::Loc, "places"),
    (EntityType::Misc, "other_names"),
];

/// Writes the two lines of an article.
pub(crate) fn write(view: &View<'_>) -> Vec<u8> {
    let action = json!({"index": {"_id": view.event.article.id}});
    [line(&action), line(&document(view))].concat()
}

fn document(view: &View<'_>) -> Value {
    let article = &view.event.article;
    let keywords = view.summary().into_iter().flat_map(|summary| &summary.keywords);
    let [people, organisations, places, other_names] = NAMES.map(|(entity_type, name)| {
        (name, view.entities(entity_type).map(|entity| entity.name.as_str()).collect::<Value>())
    });
    object([
        ("id", article.id.as_str().into()),
        ("revision", article.revision.as_str().into()),
        ("headline", view.headline().into()),
        ("byline", view.byline().into()),
        ("body", article.body.as_str().into()),
        ("source", article.source.as_deref().into()),
        ("url", article.url.as_deref().into()),
        ("published_at", article.published_at.as_deref().into()),
        ("language", view.language().into()),
        ("summary", view.summary().map(|summary| summary.text.as_str()).into()),
        ("keywords", keywords.map(|keyword| keyword.text.as_str()).collect()),
        people,
        organisations,
        places,
        other_names,
        ("entities", view.event.entities.iter().flat_map(|layer| &layer.entities).map(entity).collect()),
        ("offsets", offsets(view.unit)),
        ("mentions", view.mentions().iter().map(mention).collect()),
    ])
}

/// Names the unit of the offsets, if it is not the one of the wire.
fn offsets(unit: OffsetUnit) -> Value {
    match unit {
        OffsetUnit::CodePoints => Value::Null,
        OffsetUnit::Utf16 => unit.as_str().into(),
    }
}

fn entity(entity: &Entity) -> Value {
    object([
        ("name", entity.name.as_str().into()),
        ("type", entity.entity_type.as_str().into()),
        ("salience", entity.salience.into()),
        ("links", json!(entity.links)),
    ])
}

fn mention(located: &Located<'_>) -> Value {
    object([
        ("field", field_name(located.mention.field).into()),
        ("start", located.start.into()),
        ("end", located.end.into()),
        ("text", located.mention.text.as_str().into()),
        ("type", located.mention.entity_type.as_str().into()),
        ("value", located.mention.value.as_deref().into()),
        ("entity", located.mention.entity.into()),
    ])
}
