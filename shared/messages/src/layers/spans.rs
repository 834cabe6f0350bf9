//! What the spans of all layers have in common.

use text::CodePoints;

use crate::{ArticleText, Field};

/// Gives a struct of a layer the span that its `start` and `end` members make.
macro_rules! located {
    ($($type:ty),+) => {$(
        impl $type {
            /// Returns the span in code points of its field.
            pub fn span(&self) -> ::text::CodePoints {
                ::text::CodePoints { start: self.start, end: self.end }
            }
        }
    )+};
}
pub(super) use located;

/// A layer whose spans can be checked against the article.
pub(crate) trait PointsInto {
    /// Reports whether every span fits the text that it points into and every index has its target.
    fn fits(&self, text: &ArticleText<'_>) -> bool;
}

/// Reports whether `span` lies within `field`.
pub(super) fn fits(text: &ArticleText<'_>, field: Field, span: CodePoints) -> bool {
    text.to_bytes(field, span).is_some()
}
