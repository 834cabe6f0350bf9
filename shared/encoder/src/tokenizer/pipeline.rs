//! The tokenizer: normalizers in order, then one of three models.

use super::byte_level_bpe::ByteLevelBpe;
use super::normalizer::{Normalizer, SourceChar, source_chars};
use super::subword::Subword;
use super::unigram::Unigram;
use super::word_piece::WordPiece;

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
        let normalized = self.normalized(text);
        let mut subwords = Vec::new();
        match &self.model {
            Model::WordPiece(model) => model.split(&normalized, &mut subwords),
            Model::ByteLevelBpe(model) => model.split(&normalized, spaced, &mut subwords),
            Model::Unigram(model) => model.split(&normalized, &mut subwords),
        }
        subwords
    }

    /// Splits a run of a text, which a multilingual model tokenizes alone. `spaced` says whether white space
    /// comes before it.
    ///
    /// Unlike [`Self::split`], Unigram puts a space before it only then.
    pub(crate) fn split_run(&self, run: &str, spaced: bool) -> Vec<Subword> {
        let Model::Unigram(model) = &self.model else { return self.split(run, spaced) };
        let mut subwords = Vec::new();
        model.split_run(&self.normalized(run), spaced, &mut subwords);
        subwords
    }

    fn normalized(&self, text: &str) -> Vec<SourceChar> {
        self.normalizers.iter().fold(source_chars(text), |characters, step| step.apply(&characters))
    }
}
