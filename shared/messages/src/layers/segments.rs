//! The segments layer: blocks, sentences, tokens.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Field, PointsInto, fits, located};
use crate::ArticleText;

/// The parts of an article.
///
/// Blocks, sentences and the white space between them give the text back; sentences cover every
/// block but the dateline.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Segments {
    /// Structural parts: those of the headline field first, then those of the body in order.
    pub blocks: Vec<Block>,
    /// Sentences in the order of their blocks.
    pub sentences: Vec<Sentence>,
    /// Words and marks, only when asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tokens: Option<Vec<Token>>,
}

/// One structural part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The field it stands in.
    #[serde(default, skip_serializing_if = "Field::is_body")]
    pub field: Field,
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The parts of a dateline, where the block is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dateline: Option<Dateline>,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[schemars(transform = super::open_to_later_names)]
#[serde(rename_all = "lowercase")]
pub enum BlockKind {
    /// The headline: the headline field, or the body's first line where it reads like one.
    Headline,
    /// Who wrote it: "By Jane Doe".
    Byline,
    /// Place, date and agency in front of the lead: "PARIS, 3 May (Reuters) -".
    Dateline,
    /// A paragraph of the story.
    Paragraph,
    /// A heading between paragraphs.
    Subheading,
    /// An entry of a list.
    Item,
    /// The line under a picture.
    Caption,
    /// A quotation set apart, which says again what the text says.
    Pullquote,
    /// Credits and notices after the story.
    Trailer,
    /// A kind that a later version knows.
    #[serde(other)]
    Other,
}

/// The parts of a dateline.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Dateline {
    /// The place: "SEOUL".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Excerpt>,
    /// The date: "3 May".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Excerpt>,
    /// The agency or paper: "Reuters".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Excerpt>,
}

/// A stretch of the block's field with its text, so that anyone can verify the offsets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Excerpt {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The text under the span.
    pub text: String,
}

/// One sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Sentence {
    /// First code point, in the field of its block.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// Index of the block it stands in.
    pub block: usize,
}

/// One word or mark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Token {
    /// The field it stands in.
    #[serde(default, skip_serializing_if = "Field::is_body")]
    pub field: Field,
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
}

located!(Block, Excerpt, Sentence, Token);

impl Segments {
    /// The field a sentence points into: that of its block.
    pub fn field_of(&self, sentence: &Sentence) -> Field {
        self.blocks.get(sentence.block).map_or(Field::Body, |block| block.field)
    }

    /// The kind of block a sentence stands in.
    pub fn kind_of(&self, sentence: &Sentence) -> BlockKind {
        self.blocks.get(sentence.block).map_or(BlockKind::Other, |block| block.kind)
    }
}

impl Dateline {
    fn parts(&self) -> impl Iterator<Item = &Excerpt> {
        [&self.place, &self.date, &self.source].into_iter().flatten()
    }
}

impl PointsInto for Segments {
    fn fits(&self, text: &ArticleText<'_>) -> bool {
        let blocks = self.blocks.iter().all(|block| {
            let mut parts = block.dateline.iter().flat_map(Dateline::parts);
            fits(text, block.field, block.span()) && parts.all(|part| fits(text, block.field, part.span()))
        });
        let sentences = self.sentences.iter().all(|sentence| {
            sentence.block < self.blocks.len() && fits(text, self.field_of(sentence), sentence.span())
        });
        let mut tokens = self.tokens.iter().flatten();
        blocks && sentences && tokens.all(|token| fits(text, token.field, token.span()))
    }
}
