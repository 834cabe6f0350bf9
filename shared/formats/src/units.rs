//! The units in which offsets are written.

use messages::{Article, ArticleText, Field};
use text::{CodePoints, Span, Utf16Offsets};

/// The unit of the offsets in an output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OffsetUnit {
    /// Unicode code points, as on the wire: the indexes of strings in Python.
    #[default]
    CodePoints,
    /// UTF-16 units: the indexes of strings in JavaScript, Java and C#.
    Utf16,
}

impl OffsetUnit {
    /// Returns the name of the unit in outputs: `utf16`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CodePoints => "code_points",
            Self::Utf16 => "utf16",
        }
    }
}

/// Converts the spans of one article to the unit of the output.
pub(crate) struct Positions<'a> {
    text: ArticleText<'a>,
    /// The converters of headline and body. `None` if the unit is the one of the wire.
    utf16: Option<[Utf16Offsets<'a>; 2]>,
}

impl<'a> Positions<'a> {
    pub(crate) fn new(article: &'a Article, unit: OffsetUnit) -> Self {
        let headline = article.headline.as_deref().unwrap_or_default();
        let utf16 = match unit {
            OffsetUnit::CodePoints => None,
            OffsetUnit::Utf16 => Some([Utf16Offsets::new(headline), Utf16Offsets::new(&article.body)]),
        };
        Self { text: ArticleText::new(article), utf16 }
    }

    /// Returns the string that spans of `field` point into.
    pub(crate) fn field(&self, field: Field) -> &'a str {
        self.text.field(field)
    }

    /// Converts a span of the wire to bytes. Returns `None` if it does not fit the field.
    pub(crate) fn bytes(&self, field: Field, span: CodePoints) -> Option<Span> {
        self.text.to_bytes(field, span)
    }

    /// Converts a span of the wire to the unit of the output. Returns `None` if it does not fit the field.
    pub(crate) fn convert(&self, field: Field, span: CodePoints) -> Option<(usize, usize)> {
        let Some([headline, body]) = &self.utf16 else {
            return self.bytes(field, span).map(|_| (span.start, span.end));
        };
        let offsets = match field {
            Field::Headline => headline,
            Field::Body => body,
        };
        offsets.of_code_points(span).map(|units| (units.start, units.end))
    }
}
