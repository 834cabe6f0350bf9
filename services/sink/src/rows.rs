//! The rows of articles, table by table, as columns: for databases and for files of columns. Pure.

use std::collections::BTreeMap;

use messages::Field;
use serde_json::value::RawValue;
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use crate::record::Record;

/// The members of an event that are not layers.
const NOT_LAYERS: [&str; 2] = ["schema", "article"];

/// Id and revision of an article.
pub(crate) type Key<'r> = (&'r str, &'r str);

/// Returns the key of a record.
pub(crate) fn key(record: &Record) -> Key<'_> {
    (&record.event.article.id, &record.event.article.revision)
}

/// The rows of the table `articles`.
#[derive(Debug, Default)]
pub(crate) struct Articles<'r> {
    pub(crate) ids: Vec<&'r str>,
    pub(crate) revisions: Vec<&'r str>,
    pub(crate) stored_at: Vec<OffsetDateTime>,
    pub(crate) headlines: Vec<Option<&'r str>>,
    pub(crate) bylines: Vec<Option<&'r str>>,
    pub(crate) bodies: Vec<&'r str>,
    pub(crate) sources: Vec<Option<&'r str>>,
    pub(crate) urls: Vec<Option<&'r str>>,
    pub(crate) published_at: Vec<Option<OffsetDateTime>>,
    pub(crate) languages: Vec<Option<&'r str>>,
    pub(crate) summaries: Vec<Option<&'r str>>,
    pub(crate) members: Vec<String>,
}

impl<'r> Articles<'r> {
    /// Returns the rows of records, in their order.
    pub(crate) fn of(records: impl IntoIterator<Item = &'r Record>) -> Self {
        let mut rows = Self::default();
        for record in records {
            rows.add(record);
        }
        rows
    }

    fn add(&mut self, record: &'r Record) {
        let event = &record.event;
        let article = &event.article;
        let published = article.published_at.as_deref();
        self.ids.push(&article.id);
        self.revisions.push(&article.revision);
        self.stored_at.push(record.stored_at);
        self.headlines.push(article.headline.as_deref());
        self.bylines.push(article.byline.as_deref());
        self.bodies.push(&article.body);
        self.sources.push(article.source.as_deref());
        self.urls.push(article.url.as_deref());
        self.published_at.push(published.and_then(|time| OffsetDateTime::parse(time, &Rfc3339).ok()));
        self.languages.push(event.language.as_ref().map(|language| language.tag.as_str()));
        self.summaries.push(event.summary.as_ref().map(|summary| summary.text.as_str()));
        self.members.push(serde_json::to_string(&article.other).unwrap_or_else(|_| "{}".to_owned()));
    }
}

/// The rows of the table `entities`.
#[derive(Debug, Default)]
pub(crate) struct Entities<'r> {
    pub(crate) ids: Vec<&'r str>,
    pub(crate) revisions: Vec<&'r str>,
    pub(crate) stored_at: Vec<OffsetDateTime>,
    pub(crate) numbers: Vec<i32>,
    pub(crate) names: Vec<&'r str>,
    pub(crate) types: Vec<&'static str>,
    pub(crate) saliences: Vec<f64>,
    pub(crate) mentions: Vec<i32>,
    pub(crate) links: Vec<String>,
    pub(crate) link_confidences: Vec<Option<f64>>,
}

/// The rows of the table `mentions`.
#[derive(Debug, Default)]
pub(crate) struct Mentions<'r> {
    pub(crate) ids: Vec<&'r str>,
    pub(crate) revisions: Vec<&'r str>,
    pub(crate) stored_at: Vec<OffsetDateTime>,
    pub(crate) numbers: Vec<i32>,
    pub(crate) entities: Vec<Option<i32>>,
    pub(crate) fields: Vec<&'static str>,
    pub(crate) starts: Vec<i32>,
    pub(crate) ends: Vec<i32>,
    pub(crate) texts: Vec<&'r str>,
    pub(crate) types: Vec<&'static str>,
    pub(crate) values: Vec<Option<&'r str>>,
    pub(crate) scores: Vec<f64>,
}

/// The rows of the table `layers`.
#[derive(Debug, Default)]
pub(crate) struct Layers<'r> {
    pub(crate) ids: Vec<&'r str>,
    pub(crate) revisions: Vec<&'r str>,
    pub(crate) stored_at: Vec<OffsetDateTime>,
    pub(crate) names: Vec<String>,
    pub(crate) contents: Vec<&'r str>,
}

/// The rows that belong to articles.
#[derive(Debug, Default)]
pub(crate) struct Parts<'r> {
    pub(crate) entities: Entities<'r>,
    pub(crate) mentions: Mentions<'r>,
    pub(crate) layers: Layers<'r>,
}

impl<'r> Parts<'r> {
    /// Returns the rows that belong to the articles of records.
    pub(crate) fn of(records: impl IntoIterator<Item = &'r Record>) -> Self {
        let mut parts = Self::default();
        for record in records {
            parts.add(record);
        }
        parts
    }

    fn add(&mut self, record: &'r Record) {
        let (id, revision) = key(record);
        let Some(found) = &record.event.entities else { return self.layers.add(record) };
        let rows = &mut self.entities;
        for (number, entity) in (0..).zip(&found.entities) {
            rows.ids.push(id);
            rows.revisions.push(revision);
            rows.stored_at.push(record.stored_at);
            rows.numbers.push(number);
            rows.names.push(&entity.name);
            rows.types.push(entity.entity_type.as_str());
            rows.saliences.push(entity.salience);
            rows.mentions.push(integer(entity.mentions));
            rows.links.push(serde_json::to_string(&entity.links).unwrap_or_else(|_| "{}".to_owned()));
            rows.link_confidences.push(entity.link_confidence);
        }
        let rows = &mut self.mentions;
        for (number, mention) in (0..).zip(&found.mentions) {
            rows.ids.push(id);
            rows.revisions.push(revision);
            rows.stored_at.push(record.stored_at);
            rows.numbers.push(number);
            rows.entities.push(mention.entity.map(integer));
            rows.fields.push(field_name(mention.field));
            rows.starts.push(integer(mention.start));
            rows.ends.push(integer(mention.end));
            rows.texts.push(&mention.text);
            rows.types.push(mention.entity_type.as_str());
            rows.values.push(mention.value.as_deref());
            rows.scores.push(mention.score);
        }
        self.layers.add(record);
    }
}

impl<'r> Layers<'r> {
    fn add(&mut self, record: &'r Record) {
        let (id, revision) = key(record);
        // It was read as an event before, so it is an object.
        let members: BTreeMap<String, &'r RawValue> =
            serde_json::from_slice(&record.payload).unwrap_or_default();
        for (name, content) in members {
            if !NOT_LAYERS.contains(&name.as_str()) {
                self.ids.push(id);
                self.revisions.push(revision);
                self.stored_at.push(record.stored_at);
                self.names.push(name);
                self.contents.push(content.get());
            }
        }
    }
}

fn field_name(field: Field) -> &'static str {
    match field {
        Field::Headline => "headline",
        Field::Body => "body",
    }
}

/// Returns a count or an offset as PostgreSQL has it. Articles are far smaller than its largest integer.
fn integer(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use time::macros::datetime;

    use super::*;

    fn enriched() -> Record {
        Record::of_event(&json!({
            "schema": "wiredesk.article/1",
            "article": {"id": "a-1", "revision": "0f", "headline": "Rain", "body": "Rain in Oslo.", "desk": "weather",
                        "published_at": "2026-11-29T08:00:00+01:00"},
            "language": {"tag": "en", "iso639_3": "eng", "script": "Latn", "confidence": 1.0, "reliable": true},
            "entities": {
                "entities": [{"name": "Oslo", "type": "LOC", "salience": 0.5, "mentions": 1,
                              "links": {"geonames": "3143244"}}],
                "mentions": [{"field": "headline", "start": 0, "end": 4, "text": "Rain", "type": "MISC", "score": 0.5},
                             {"start": 8, "end": 12, "text": "Oslo", "type": "LOC", "entity": 0, "score": 0.9}],
            },
            "provenance": [],
            "of_a_later_version": {"x": 1},
        }))
    }

    #[test]
    fn an_article_is_a_row_with_what_the_publisher_sent() {
        let record = enriched();
        let rows = Articles::of([&record]);
        assert_eq!((&rows.ids[..], &rows.revisions[..]), (&["a-1"][..], &["0f"][..]));
        assert_eq!(
            (rows.headlines[0], rows.languages[0], rows.summaries[0]),
            (Some("Rain"), Some("en"), None)
        );
        assert_eq!(rows.published_at[0], Some(datetime!(2026-11-29 07:00 UTC)));
        assert_eq!(rows.members, [r#"{"desk":"weather"}"#]);
    }

    #[test]
    fn a_time_that_is_not_rfc_3339_is_empty() {
        let record = Record::of_event(
            &json!({"article": {"id": "a", "revision": "0f", "body": "x", "published_at": "today"}}),
        );
        assert_eq!(Articles::of([&record]).published_at, [None]);
    }

    #[test]
    fn entities_mentions_and_layers_are_rows_of_their_own() {
        let record = enriched();
        let parts = Parts::of([&record]);
        assert_eq!(parts.entities.names, ["Oslo"]);
        assert_eq!(parts.entities.links, [r#"{"geonames":"3143244"}"#]);
        assert_eq!(parts.mentions.fields, ["headline", "body"]);
        assert_eq!(parts.mentions.entities, [None, Some(0)]);
        assert_eq!((&parts.mentions.starts[..], &parts.mentions.ends[..]), (&[0, 8][..], &[4, 12][..]));
        assert_eq!(parts.layers.names, ["entities", "language", "of_a_later_version", "provenance"]);
        assert_eq!(parts.layers.contents[2], r#"{"x":1}"#);
    }
}
