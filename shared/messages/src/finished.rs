//! A finished article as its consumers see it, with or without a story.

use crate::{Article, ArticleLinked, ArticleSummarized, Entities, Language, Segments, Story, Summary};

/// A finished article with its layers: an [`ArticleSummarized`], or an [`ArticleLinked`] with its story.
#[derive(Debug, Clone, Copy)]
pub struct Finished<'e> {
    /// The article as received.
    pub article: &'e Article,
    /// The language that it is written in.
    pub language: &'e Language,
    /// Its blocks and sentences.
    pub segments: &'e Segments,
    /// Its mentions and entities.
    pub entities: &'e Entities,
    /// Its summary.
    pub summary: &'e Summary,
    /// Its story, if it was linked.
    pub story: Option<&'e Story>,
}

impl<'e> From<&'e ArticleSummarized> for Finished<'e> {
    fn from(event: &'e ArticleSummarized) -> Self {
        let ArticleSummarized { article, language, segments, entities, summary, .. } = event;
        Self { article, language, segments, entities, summary, story: None }
    }
}

impl<'e> From<&'e ArticleLinked> for Finished<'e> {
    fn from(event: &'e ArticleLinked) -> Self {
        let ArticleLinked { article, language, segments, entities, summary, story, .. } = event;
        Self { article, language, segments, entities, summary, story: Some(story) }
    }
}
