//! The two fields of an article with their offset conversions.

use text::{CodePoints, Offsets, Span};

use crate::{Article, Field};

/// The text of an article: what a span of an event points into.
#[derive(Debug, Clone)]
pub struct ArticleText<'a> {
    headline: Offsets<'a>,
    body: Offsets<'a>,
}

impl<'a> ArticleText<'a> {
    /// Prepares conversions for both fields; one pass over the text.
    pub fn new(article: &'a Article) -> Self {
        Self {
            headline: Offsets::new(article.headline.as_deref().unwrap_or_default()),
            body: Offsets::new(&article.body),
        }
    }

    /// The string that spans of `field` point into.
    pub fn field(&self, field: Field) -> &'a str {
        self.offsets(field).text()
    }

    /// A span inside the code, in the wire's unit.
    pub fn to_code_points(&self, field: Field, span: Span) -> CodePoints {
        self.offsets(field).to_code_points(span)
    }

    /// A span of the wire, in bytes. `None` where it does not fit, which a decoded event rules out.
    pub fn to_bytes(&self, field: Field, span: CodePoints) -> Option<Span> {
        self.offsets(field).to_bytes(span)
    }

    /// The text under a span of the wire; empty where it does not fit.
    pub fn slice(&self, field: Field, span: CodePoints) -> &'a str {
        self.to_bytes(field, span).map_or("", |bytes| bytes.of(self.field(field)))
    }

    fn offsets(&self, field: Field) -> &Offsets<'a> {
        match field {
            Field::Headline => &self.headline,
            Field::Body => &self.body,
        }
    }
}
