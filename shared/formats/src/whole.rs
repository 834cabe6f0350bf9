//! The article as one text, for formats that have no fields.

use messages::{Article, Field};
use text::Span;

/// What stands between headline and body: an empty line.
const BETWEEN: &str = "\n\n";

/// The headline, if the publisher sent one, an empty line, and the body.
pub(crate) struct Whole {
    pub(crate) text: String,
    /// The byte at which the body starts.
    body: usize,
}

impl Whole {
    pub(crate) fn new(article: &Article) -> Self {
        let headline = article.headline.as_deref().filter(|headline| !headline.trim().is_empty());
        match headline {
            Some(headline) => Self {
                text: [headline, BETWEEN, &article.body].concat(),
                body: headline.len() + BETWEEN.len(),
            },
            None => Self { text: article.body.clone(), body: 0 },
        }
    }

    /// Converts a span of a field to one of the whole text. Returns `None` for a blank headline, which is not
    /// part of the text.
    pub(crate) fn span(&self, field: Field, span: Span) -> Option<Span> {
        match field {
            Field::Body => Some(span.shifted(self.body)),
            Field::Headline => (self.body > 0).then_some(span),
        }
    }
}
