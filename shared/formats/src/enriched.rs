//! An event of any stage, as far as the formats show it.

use messages::{Article, Entities, Language, Provenance, Segments, Summary};
use serde::Deserialize;

/// An article and the layers that it has.
#[derive(Debug, Clone, Deserialize)]
pub struct Enriched {
    /// The article as its publisher sent it.
    pub article: Article,
    /// The language, after detection.
    pub language: Option<Language>,
    /// The blocks and sentences, after segmentation.
    pub segments: Option<Segments>,
    /// The mentions and entities, after tagging.
    pub entities: Option<Entities>,
    /// The summary, after the last stage.
    pub summary: Option<Summary>,
    /// The record of each stage, in order.
    #[serde(default)]
    pub provenance: Vec<Provenance>,
}

impl Enriched {
    /// Reads an event of any stage, or an article as a publisher sends it. Returns `None` if `payload` is
    /// neither.
    ///
    /// Spans are not checked here. The formats leave out those that do not fit the article.
    pub fn read(payload: &[u8]) -> Option<Self> {
        serde_json::from_slice(payload).ok().or_else(|| {
            let article = Article::from_json(payload).ok()?;
            let provenance = Vec::new();
            Some(Self { article, language: None, segments: None, entities: None, summary: None, provenance })
        })
    }
}
