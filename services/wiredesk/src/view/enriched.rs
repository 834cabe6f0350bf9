//! An event of any stage, as far as it is shown.

use messages::{Article, Entities, Language, Provenance, Segments, Summary};
use serde::Deserialize;

/// An article and the layers that it has.
#[derive(Debug, Deserialize)]
pub(super) struct Enriched {
    pub(super) article: Article,
    pub(super) language: Option<Language>,
    pub(super) segments: Option<Segments>,
    pub(super) entities: Option<Entities>,
    pub(super) summary: Option<Summary>,
    #[serde(default)]
    pub(super) provenance: Vec<Provenance>,
}

impl Enriched {
    /// Reads an event of any stage, or an article as a publisher sends it. Returns `None` if `payload` is
    /// neither.
    pub(super) fn read(payload: &[u8]) -> Option<Self> {
        serde_json::from_slice(payload).ok().or_else(|| {
            let article = Article::from_json(payload).ok()?;
            let provenance = Vec::new();
            Some(Self { article, language: None, segments: None, entities: None, summary: None, provenance })
        })
    }
}
