//! The tables, with the same names and columns as those of the target `postgres`. Pure.

use super::columns::{Column, Columns};
use crate::{
    jsonl::lines::Print,
    record::Record,
    rows::{Articles, Parts},
};

/// A table: a folder of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Table {
    Layers,
    Mentions,
    Entities,
    Articles,
}

/// The rows of some results.
pub(super) struct Rows<'r> {
    articles: Articles<'r>,
    parts: Parts<'r>,
    hashes: &'r [Print],
}

impl<'r> Rows<'r> {
    /// Returns the rows of records with what identifies them.
    pub(super) fn of(records: &'r [Record], hashes: &'r [Print]) -> Self {
        Self { articles: Articles::of(records), parts: Parts::of(records), hashes }
    }
}

/// The column that identifies what was written.
pub(super) const HASH: &str = "event_hash";

impl Table {
    /// All tables. `articles` is the last one, so that an article is there only with all that belongs to it.
    pub(super) const ALL: [Self; 4] = [Self::Layers, Self::Mentions, Self::Entities, Self::Articles];

    /// Returns the name of the table and of its folder.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Layers => "layers",
            Self::Mentions => "mentions",
            Self::Entities => "entities",
            Self::Articles => "articles",
        }
    }

    /// Returns the names of columns whose values hardly ever repeat, so that a dictionary would only cost time.
    pub(super) fn without_dictionary(self) -> &'static [&'static str] {
        match self {
            Self::Layers => &["content"],
            Self::Mentions | Self::Entities => &[],
            Self::Articles => &["body", "summary", "url", HASH],
        }
    }

    /// Returns the number of rows.
    pub(super) fn count(self, rows: &Rows<'_>) -> usize {
        match self {
            Self::Layers => rows.parts.layers.ids.len(),
            Self::Mentions => rows.parts.mentions.ids.len(),
            Self::Entities => rows.parts.entities.ids.len(),
            Self::Articles => rows.articles.ids.len(),
        }
    }

    /// Returns the columns of the table.
    pub(super) fn columns<'a>(self, rows: &'a Rows<'_>) -> Columns<'a> {
        match self {
            Self::Layers => layers(rows),
            Self::Mentions => mentions(rows),
            Self::Entities => entities(rows),
            Self::Articles => articles(rows),
        }
    }
}

fn articles<'a>(rows: &'a Rows<'_>) -> Columns<'a> {
    let of = &rows.articles;
    vec![
        ("id", Column::Text(&of.ids)),
        ("revision", Column::Text(&of.revisions)),
        ("stored_at", Column::Time(&of.stored_at)),
        ("headline", Column::OptionalText(&of.headlines)),
        ("byline", Column::OptionalText(&of.bylines)),
        ("body", Column::Text(&of.bodies)),
        ("source", Column::OptionalText(&of.sources)),
        ("url", Column::OptionalText(&of.urls)),
        ("published_at", Column::OptionalTime(&of.published_at)),
        ("language", Column::OptionalText(&of.languages)),
        ("summary", Column::OptionalText(&of.summaries)),
        ("members", Column::OwnedJson(&of.members)),
        (HASH, Column::Hash(rows.hashes)),
    ]
}

fn entities<'a>(rows: &'a Rows<'_>) -> Columns<'a> {
    let of = &rows.parts.entities;
    vec![
        ("article_id", Column::Text(&of.ids)),
        ("revision", Column::Text(&of.revisions)),
        ("stored_at", Column::Time(&of.stored_at)),
        ("number", Column::Integer(&of.numbers)),
        ("name", Column::Text(&of.names)),
        ("type", Column::Text(&of.types)),
        ("salience", Column::Real(&of.saliences)),
        ("mentions", Column::Integer(&of.mentions)),
        ("links", Column::OwnedJson(&of.links)),
        ("link_confidence", Column::OptionalReal(&of.link_confidences)),
    ]
}

fn mentions<'a>(rows: &'a Rows<'_>) -> Columns<'a> {
    let of = &rows.parts.mentions;
    vec![
        ("article_id", Column::Text(&of.ids)),
        ("revision", Column::Text(&of.revisions)),
        ("stored_at", Column::Time(&of.stored_at)),
        ("number", Column::Integer(&of.numbers)),
        ("entity", Column::OptionalInteger(&of.entities)),
        ("field", Column::Text(&of.fields)),
        ("start_offset", Column::Integer(&of.starts)),
        ("end_offset", Column::Integer(&of.ends)),
        ("text", Column::Text(&of.texts)),
        ("type", Column::Text(&of.types)),
        ("value", Column::OptionalText(&of.values)),
        ("score", Column::Real(&of.scores)),
    ]
}

fn layers<'a>(rows: &'a Rows<'_>) -> Columns<'a> {
    let of = &rows.parts.layers;
    vec![
        ("article_id", Column::Text(&of.ids)),
        ("revision", Column::Text(&of.revisions)),
        ("stored_at", Column::Time(&of.stored_at)),
        ("layer", Column::OwnedText(&of.names)),
        ("content", Column::Json(&of.contents)),
    ]
}
