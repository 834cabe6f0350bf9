//! A block.

use messages::BlockKind;
use text::Span;

use super::dateline::Dateline;

/// One structural part of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// The kind of the block.
    pub kind: BlockKind,
    /// Its place in the field, in bytes.
    pub span: Span,
    /// Place, date and source, if the block is a dateline.
    pub dateline: Option<Dateline>,
}

impl Block {
    /// Makes a block that is not a dateline.
    pub(crate) fn new(kind: BlockKind, span: Span) -> Self {
        Self { kind, span, dateline: None }
    }
}
