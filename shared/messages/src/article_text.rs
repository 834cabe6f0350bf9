//! The two fields of an article with their offset conversions.

use text::{CodePoints, Offsets, Span};

use crate::{Article, Field};

/// The text of an article, which the spans of an event point into.
///
/// Spans on the wire count Unicode code points. Spans in the code count UTF-8 bytes.
///
/// ```
/// # use wiredesk_messages as messages;
/// use messages::{Article, ArticleText, Field};
/// use text::CodePoints;
///
/// let article = Article::from_body("Ålesund: snø.");
/// let text = ArticleText::new(&article);
/// let span = CodePoints { start: 9, end: 12 };
/// assert_eq!(text.slice(Field::Body, span), "snø");
/// assert_eq!(text.to_bytes(Field::Body, span).map(|bytes| (bytes.start, bytes.end)), Some((10, 14)));
/// ```
#[derive(Debug, Clone)]
pub struct ArticleText<'a> {
    headline: Offsets<'a>,
    body: Offsets<'a>,
}

impl<'a> ArticleText<'a> {
    /// Prepares the conversions for both fields, in one pass over the text.
    pub fn new(article: &'a Article) -> Self {
        Self {
            headline: Offsets::new(article.headline.as_deref().unwrap_or_default()),
            body: Offsets::new(&article.body),
        }
    }

    /// Returns the string that spans of `field` point into.
    pub fn field(&self, field: Field) -> &'a str {
        self.offsets(field).text()
    }

    /// Converts a span of the code to one of the wire.
    pub fn to_code_points(&self, field: Field, span: Span) -> CodePoints {
        self.offsets(field).to_code_points(span)
    }

    /// Converts a span of the wire to bytes. Returns `None` if it does not fit; in a decoded event every span
    /// fits.
    pub fn to_bytes(&self, field: Field, span: CodePoints) -> Option<Span> {
        self.offsets(field).to_bytes(span)
    }

    /// Returns the text under a span of the wire, or an empty string if the span does not fit.
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
