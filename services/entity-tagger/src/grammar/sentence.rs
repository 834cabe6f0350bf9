//! One sentence with the vocabulary of its language, as the parsers read it.

use super::vocabulary::{Meaning, Vocabulary};
use crate::document::{Document, Sentence};
use crate::languages::common;

/// Reads the tokens of one sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct SentenceReader<'r> {
    pub(super) document: &'r Document<'r>,
    pub(super) vocabulary: &'r Vocabulary,
    /// First token of the sentence.
    pub(super) first: usize,
    /// One past its last token.
    end: usize,
}

impl<'r> SentenceReader<'r> {
    pub(super) fn new(document: &'r Document<'r>, vocabulary: &'r Vocabulary, sentence: &Sentence) -> Self {
        Self { document, vocabulary, first: sentence.tokens.start, end: sentence.tokens.end }
    }

    /// Reports whether a date that begins at `next` ends the range whose first date ends at `end`.
    pub(super) fn is_range(&self, end: usize, next: usize) -> bool {
        let joint = self.text(end);
        let connects =
            common::RANGE_JOINTS.contains(&joint) || (!joint.is_empty() && joint.chars().all(text::is_dash));
        connects && (next == end + 1 || (next == end + 2 && self.meaning(end + 1) == Meaning::This))
    }

    /// Returns the text of a token of this sentence; empty outside.
    pub(super) fn text(&self, index: usize) -> &'r str {
        if (self.first..self.end).contains(&index) { self.document.text(index) } else { "" }
    }

    /// Returns what a token's word means to the grammar.
    pub(super) fn meaning(&self, index: usize) -> Meaning {
        self.vocabulary.meaning(self.text(index))
    }

    /// Reports whether a token begins with a digit: `24th`, `15h30`, `12km`.
    pub(super) fn begins_with_digit(&self, index: usize) -> bool {
        self.text(index).starts_with(|character: char| character.is_ascii_digit())
    }

    /// Reports whether a token follows the one before without a space.
    pub(super) fn is_joined(&self, index: usize) -> bool {
        self.document.token(index).is_some_and(|token| !token.spaced)
    }
}
