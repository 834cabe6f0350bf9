//! The tokenizer: normalizers in order, then one of three models.

use super::byte_level_bpe::ByteLevelBpe;
use super::normalizer::{Normalizer, source_chars};
use super::subword::Subword;
use super::unigram::Unigram;
use super::word_piece::WordPiece;
use crate::word_shape::WordShape;

/// A tokenizer.
#[derive(Debug)]
pub(crate) struct Tokenizer {
    pub(super) normalizers: Vec<Normalizer>,
    pub(super) model: Model,
    /// The ids that open a window.
    pub(crate) opening: Vec<u32>,
    /// The ids that close a window.
    pub(crate) closing: Vec<u32>,
    /// The highest id.
    pub(crate) highest: u32,
}

/// The algorithm that splits words into subwords, with its vocabulary.
#[derive(Debug)]
pub(super) enum Model {
    WordPiece(WordPiece),
    ByteLevelBpe(ByteLevelBpe),
    Unigram(Unigram),
}

impl Tokenizer {
    /// Splits a text that has no white space at its ends. `spaced` says whether white space comes before it.
    ///
    /// Names of special subwords, such as `[SEP]`, are ordinary text.
    pub(crate) fn split(&self, text: &str, spaced: bool) -> Vec<Subword> {
        let normalized =
            self.normalizers.iter().fold(source_chars(text), |characters, step| step.apply(&characters));
        let mut subwords = Vec::new();
        match &self.model {
            Model::WordPiece(model) => model.split(text, &normalized, &mut subwords),
            Model::ByteLevelBpe(model) => model.split(&normalized, spaced, &mut subwords),
            Model::Unigram(model) => model.split(&normalized, &mut subwords),
        }
        subwords
    }

    /// Returns the unknown subword for all of `text`; `None` for byte-level BPE, which has none.
    pub(crate) fn unknown(&self, text: &str) -> Option<Subword> {
        let id = match &self.model {
            Model::WordPiece(model) => model.unknown,
            Model::ByteLevelBpe(_) => return None,
            Model::Unigram(model) => model.unknown,
        };
        Some(Subword { id, shape: WordShape::Mark, span: 0..text.len() })
    }

    /// Reports whether the tokenizer sets the [`WordShape`] of subwords.
    pub(crate) fn has_word_shapes(&self) -> bool {
        matches!(self.model, Model::WordPiece(_))
    }
}
