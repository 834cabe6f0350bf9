//! W3C Web Annotation: a collection for each article, with an annotation for each mention.
//!
//! The target is the field of the article as plain text. A position selector and a quote selector point into
//! it. `scope` is the address of the published article, in whose page the quote can be found again.

use serde_json::{Value, json};

use crate::{
    json::{line, object},
    links::links,
    view::{Located, View, field_name},
};

/// The characters of the text before and after a quote that make it unique. The specification gives no
/// number; 32 is what the annotators of the web use.
const CONTEXT: usize = 32;

/// Writes the collection as one line of JSON.
pub(crate) fn write(view: &View<'_>) -> Vec<u8> {
    let collection = format!("{}:annotations", view.uri());
    let mentions = view.mentions();
    let annotations = mentions.iter().enumerate();
    let items: Vec<Value> = annotations
        .map(|(number, located)| annotation(view, &format!("{collection}:{number}"), located))
        .collect();
    line(&json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": collection,
        "type": "AnnotationCollection",
        "total": items.len(),
        "first": {
            "id": format!("{collection}:page"),
            "type": "AnnotationPage",
            "partOf": collection,
            "startIndex": 0,
            "items": items,
        },
    }))
}

fn annotation(view: &View<'_>, id: &str, located: &Located<'_>) -> Value {
    json!({
        "id": id,
        "type": "Annotation",
        "motivation": "tagging",
        "body": bodies(view, located),
        "target": object([
            ("type", "SpecificResource".into()),
            ("source", source(view, located)),
            ("scope", view.event.article.url.as_deref().into()),
            ("selector", selectors(view, located)),
        ]),
    })
}

/// Returns the type of the mention, its value and its links.
fn bodies(view: &View<'_>, located: &Located<'_>) -> Vec<Value> {
    let text =
        |purpose: &str, value: &str| json!({"type": "TextualBody", "purpose": purpose, "value": value});
    let mut bodies = vec![text("tagging", located.mention.entity_type.as_str())];
    bodies.extend(located.mention.value.iter().map(|value| text("describing", value)));
    let entity = view.entity_of(located.mention);
    let links = entity.map(|entity| links(&entity.links)).unwrap_or_default();
    bodies.extend(
        links
            .iter()
            .map(|link| json!({"type": "SpecificResource", "purpose": "identifying", "source": link.uri})),
    );
    bodies
}

fn source(view: &View<'_>, located: &Located<'_>) -> Value {
    let field = field_name(located.mention.field);
    object([
        ("id", format!("{}:{}:{field}", view.uri(), view.event.article.revision).into()),
        ("type", "Text".into()),
        ("format", "text/plain".into()),
        ("language", view.language().into()),
    ])
}

fn selectors(view: &View<'_>, located: &Located<'_>) -> Value {
    let field = view.positions.field(located.mention.field);
    let before = field.get(..located.bytes.start).unwrap_or_default();
    let after = field.get(located.bytes.end..).unwrap_or_default();
    let first = before.char_indices().rev().take(CONTEXT).last().map_or(before.len(), |(at, _)| at);
    let prefix = before.get(first..).unwrap_or_default();
    let suffix: String = after.chars().take(CONTEXT).collect();
    json!([
        {"type": "TextPositionSelector", "start": located.start, "end": located.end},
        {
            "type": "TextQuoteSelector",
            "exact": located.bytes.of(field),
            "prefix": prefix,
            "suffix": suffix,
        },
    ])
}
