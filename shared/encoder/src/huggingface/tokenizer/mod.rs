//! `tokenizer.json`: the pieces of a text, for the three kinds of tokenizers that the four architectures have.
//!
//! Of the file's many possible parts these are known: BERT's WordPiece, RoBERTa's byte-level pairs and XLM-R's Unigram, with the
//! normalizers that go with them. What a file asks for beyond that is refused by name, never left out silently.

mod byte_pairs;
mod charsmap;
mod letters;
mod reading;
mod unigram;
mod word_pieces;

use std::ops::Range;

use byte_pairs::BytePairs;
use letters::{Step, letters};
use unigram::Unigram;
use word_pieces::WordPieces;

/// The file's name in every folder.
pub(super) const FILE: &str = "tokenizer.json";

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// Its number in the vocabulary.
    pub(super) id: u32,
    /// The bytes that it stands for; empty where it stands for the space before them.
    pub(super) span: Range<usize>,
}

/// A tokenizer.
#[derive(Debug)]
pub(super) struct Tokenizer {
    steps: Vec<Step>,
    model: Model,
    /// The pieces that open a window.
    pub(super) opening: Vec<u32>,
    /// The pieces that close it.
    pub(super) closing: Vec<u32>,
    /// The highest number of a piece.
    pub(super) highest: u32,
}

#[derive(Debug)]
enum Model {
    WordPieces(WordPieces),
    BytePairs(BytePairs),
    Unigram(Unigram),
}

impl Tokenizer {
    /// The pieces of text without white space around it; `spaced` says whether some stands before it. Names of special
    /// pieces in it are text like any other.
    pub(super) fn split(&self, text: &str, spaced: bool) -> Vec<Piece> {
        let normalized = self.steps.iter().fold(letters(text), |letters, step| step.apply(&letters));
        let mut pieces = Vec::new();
        match &self.model {
            Model::WordPieces(model) => model.split(&normalized, &mut pieces),
            Model::BytePairs(model) => model.split(&normalized, spaced, &mut pieces),
            Model::Unigram(model) => model.split(&normalized, &mut pieces),
        }
        pieces
    }
}
