//! The segments layer: blocks, sentences, tokens.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::spans::{PointsInto, fits, located};
use crate::{ArticleText, Field, schema::open_to_later_names};

/// The structure of an article.
///
/// The blocks, the sentences and the white space between them together restore the text. Sentences cover
/// every block except the dateline.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Segments {
    /// The blocks of the headline field, then those of the body, in reading order.
    pub blocks: Vec<Block>,
    /// The sentences in the order of their blocks.
    pub sentences: Vec<Sentence>,
    /// The words and punctuation marks. Present only when the segmenter is configured to list them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tokens: Option<Vec<Token>>,
}

/// One structural block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Block {
    /// The kind of block.
    pub kind: BlockKind,
    /// The field that the span points into.
    #[serde(default, skip_serializing_if = "Field::is_body")]
    pub field: Field,
    /// The first code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The place, date and source of a dateline. Present only in dateline blocks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dateline: Option<Dateline>,
}

/// The kind of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[schemars(transform = open_to_later_names)]
#[serde(rename_all = "lowercase")]
pub enum BlockKind {
    /// The headline: the headline field, or the body's first line if it reads like a headline.
    Headline,
    /// The author's line: "By Jane Doe".
    Byline,
    /// Place, date and agency before the lead: "PARIS, 3 May (Reuters) -".
    Dateline,
    /// A paragraph of the story.
    Paragraph,
    /// A heading between paragraphs.
    Subheading,
    /// An entry of a list.
    Item,
    /// The caption of a picture.
    Caption,
    /// A quotation set off from the text, which repeats what the text says.
    Pullquote,
    /// Credits and notices after the story.
    Trailer,
    /// Parts of the page around the story, above it or between its paragraphs: share buttons, offers, links.
    Furniture,
    /// A kind of a later version.
    #[serde(other)]
    Other,
}

/// The place, date and source of a dateline.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Dateline {
    /// The place: "SEOUL".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Excerpt>,
    /// The date: "3 May".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Excerpt>,
    /// The agency or newspaper: "Reuters".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Excerpt>,
}

/// A span of the block's field with its text, which lets any reader verify the offsets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Excerpt {
    /// The first code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The text under the span.
    pub text: String,
}

/// One sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Sentence {
    /// The field that the span points into.
    ///
    /// Events of early versions leave it out even in headlines. [`Segments::field_of`] reads both.
    #[serde(default, skip_serializing_if = "Field::is_body")]
    pub field: Field,
    /// The first code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The index of the block that contains it.
    pub block: usize,
}

/// One word or punctuation mark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Token {
    /// The field that the span points into.
    #[serde(default, skip_serializing_if = "Field::is_body")]
    pub field: Field,
    /// The first code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
}

located!(Block, Excerpt, Sentence, Token);

impl Segments {
    /// Returns the field that a sentence points into, which is that of its block.
    pub fn field_of(&self, sentence: &Sentence) -> Field {
        self.blocks.get(sentence.block).map_or(sentence.field, |block| block.field)
    }

    /// Returns the kind of the block that contains a sentence.
    pub fn kind_of(&self, sentence: &Sentence) -> BlockKind {
        self.blocks.get(sentence.block).map_or(BlockKind::Other, |block| block.kind)
    }
}

impl Dateline {
    fn excerpts(&self) -> impl Iterator<Item = &Excerpt> {
        [&self.place, &self.date, &self.source].into_iter().flatten()
    }
}

impl PointsInto for Segments {
    fn fits(&self, text: &ArticleText<'_>) -> bool {
        let blocks = self.blocks.iter().all(|block| {
            let mut excerpts = block.dateline.iter().flat_map(Dateline::excerpts);
            fits(text, block.field, block.span())
                && excerpts.all(|excerpt| fits(text, block.field, excerpt.span()))
        });
        let sentences = self.sentences.iter().all(|sentence| {
            sentence.block < self.blocks.len() && fits(text, self.field_of(sentence), sentence.span())
        });
        let mut tokens = self.tokens.iter().flatten();
        blocks && sentences && tokens.all(|token| fits(text, token.field, token.span()))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn segments(sentence: &serde_json::Value) -> Segments {
        let headline = json!({"kind": "headline", "field": "headline", "start": 0, "end": 5});
        serde_json::from_value(json!({"blocks": [headline], "sentences": [sentence]})).unwrap()
    }

    #[test]
    fn a_headline_sentence_names_its_field() {
        let sentence = Sentence { field: Field::Headline, start: 0, end: 5, block: 0 };
        let json = serde_json::to_string(&sentence).unwrap();
        assert_eq!(json, r#"{"field":"headline","start":0,"end":5,"block":0}"#);
        let sentence = Sentence { field: Field::Body, ..sentence };
        assert_eq!(serde_json::to_string(&sentence).unwrap(), r#"{"start":0,"end":5,"block":0}"#);
    }

    #[test]
    fn a_sentence_without_a_field_takes_that_of_its_block() {
        for sentence in [
            json!({"start": 0, "end": 5, "block": 0}),
            json!({"field": "headline", "start": 0, "end": 5, "block": 0}),
        ] {
            let segments = segments(&sentence);
            assert_eq!(segments.field_of(&segments.sentences[0]), Field::Headline);
        }
    }
}
