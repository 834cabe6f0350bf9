//! What the grammar finds.

use std::ops::Range;

use messages::EntityType;

/// A date, time or amount in a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Expression {
    /// Its tokens, as indexes into the document's.
    pub tokens: Range<usize>,
    /// Its type.
    pub entity_type: EntityType,
    /// Its value, as `messages::Mention` documents it; none where the text leaves it open.
    pub value: Option<String>,
}
