//! WordPiece, the model of BERT and DistilBERT (Wu et al. 2016): the longest subword of the vocabulary, from
//! the left.

use std::collections::HashMap;

use super::characters::is_punctuation;
use super::normalizer::{SourceChar, span};
use super::subword::Subword;

/// A WordPiece model.
#[derive(Debug)]
pub(super) struct WordPiece {
    /// The subwords that start a word.
    pub(super) initial: HashMap<Box<str>, u32>,
    /// The subwords that continue a word, without the prefix (`##`) that marks them in the file.
    pub(super) continuing: HashMap<Box<str>, u32>,
    /// The id of a word that the vocabulary cannot spell.
    pub(super) unknown: u32,
    /// The length in characters up to which a word is looked up; longer ones are unknown.
    pub(super) longest_word: usize,
    /// The length in characters of the longest subword.
    pub(super) longest_subword: usize,
}

impl WordPiece {
    /// Splits at white space and around punctuation, then each word into subwords.
    pub(super) fn split(&self, characters: &[SourceChar], subwords: &mut Vec<Subword>) {
        let mut split_word = |word: &[SourceChar]| self.split_word(word, subwords);
        let mut start = 0;
        for (at, source) in characters.iter().enumerate() {
            let is_space = source.character.is_whitespace();
            if is_space || is_punctuation(source.character) {
                split_word(characters.get(start..at).unwrap_or_default());
                split_word(if is_space { &[] } else { std::slice::from_ref(source) });
                start = at + 1;
            }
        }
        split_word(characters.get(start..).unwrap_or_default());
    }

    /// Splits a word. Where a part of it is not in the vocabulary, all of it is one unknown subword.
    fn split_word(&self, word: &[SourceChar], subwords: &mut Vec<Subword>) {
        if word.is_empty() {
            return;
        }
        let whole = span(word);
        let before = subwords.len();
        let mut rest = if word.len() > self.longest_word { &[] } else { word };
        while let Some((id, length)) = self.longest(rest, rest.len() == word.len()) {
            let (subword, behind) = rest.split_at_checked(length).unwrap_or((rest, &[]));
            subwords.push(Subword { id, span: span(subword) });
            rest = behind;
        }
        if !rest.is_empty() || subwords.len() == before {
            subwords.truncate(before);
            subwords.push(Subword { id: self.unknown, span: whole });
        }
    }

    /// Returns the id of the longest subword that `rest` starts with, and its length in characters.
    fn longest(&self, rest: &[SourceChar], is_initial: bool) -> Option<(u32, usize)> {
        let vocabulary = if is_initial { &self.initial } else { &self.continuing };
        let candidate = rest.get(..self.longest_subword.min(rest.len())).unwrap_or_default();
        let mut text: String = candidate.iter().map(|source| source.character).collect();
        let mut length = candidate.len();
        while !text.is_empty() {
            if let Some(id) = vocabulary.get(text.as_str()) {
                return Some((*id, length));
            }
            text.pop();
            length -= 1;
        }
        None
    }
}
