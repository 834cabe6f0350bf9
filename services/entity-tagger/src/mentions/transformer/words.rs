//! The words of a document as a transformer reads them.

use encoder::Word;

use crate::document::{Document, Sentence};

/// Returns the words of each sentence of a document, as the networks read them.
pub fn words_by_sentence<'d>(document: &Document<'d>) -> Vec<Vec<Word<'d>>> {
    let word = |index: usize| Word {
        text: document.text(index),
        spaced: document.token(index).is_some_and(|token| token.spaced),
    };
    let words = |sentence: &Sentence| sentence.tokens.clone().map(word).collect();
    document.sentences.iter().map(words).collect()
}
