//! From words to pieces: a text as the tokenizer wants it, and which piece judges each word.

use std::ops::Range;

use super::tokenizer::{Piece, Tokenizer};

/// A word of a sentence, or a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word<'t> {
    /// Its text, without white space.
    pub text: &'t str,
    /// Whether white space stands before it; before the first word of a sentence it always does.
    pub spaced: bool,
}

/// A text's pieces.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    pub(super) ids: Vec<u32>,
    pub(super) words: Vec<WordPieces>,
}

/// A word's part of the pieces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct WordPieces {
    /// The pieces that begin with the word or in it; without gaps from word to word.
    pub(super) pieces: Range<usize>,
    /// The first piece that has anything of the word: a model learns to put the word's label there.
    pub(super) judged_by: Option<usize>,
}

/// The pieces of a text. What stands together without white space is split together, whatever its words.
pub(super) fn pieces<'t, S: AsRef<[Word<'t>]>>(tokenizer: &Tokenizer, sentences: &[S]) -> Pieces {
    let mut pieces = Pieces::default();
    for sentence in sentences {
        let mut rest = sentence.as_ref();
        while let Some((_, others)) = rest.split_first() {
            let glued = 1 + others.iter().take_while(|word| !word.spaced).count();
            let (together, behind) = rest.split_at_checked(glued).unwrap_or((rest, &[]));
            pieces.push(tokenizer, together);
            rest = behind;
        }
    }
    pieces
}

impl Pieces {
    fn push(&mut self, tokenizer: &Tokenizer, together: &[Word<'_>]) {
        let text: String = together.iter().map(|word| word.text).collect();
        let found = tokenizer.split(&text, !self.words.is_empty());
        let mut end = 0;
        let places = together.iter().map(|word| {
            end += word.text.len();
            end - word.text.len()..end
        });
        let first = self.ids.len();
        let shifted = |at: usize| first + at;
        for word in assign(&found, places) {
            let pieces = shifted(word.pieces.start)..shifted(word.pieces.end);
            self.words.push(WordPieces { pieces, judged_by: word.judged_by.map(shifted) });
        }
        self.ids.extend(found.iter().map(|piece| piece.id));
    }
}

/// Gives each piece to the word that it begins in. `places` are the bytes of each word, in order and without gaps.
fn assign(pieces: &[Piece], places: impl Iterator<Item = Range<usize>>) -> Vec<WordPieces> {
    let at = |index: usize| pieces.get(index).map(|piece| &piece.span);
    let mut places = places.peekable();
    let mut words = Vec::new();
    let (mut next, mut judge) = (0, 0);
    while let Some(place) = places.next() {
        let start = next;
        let is_last = places.peek().is_none();
        // Pieces of no bytes stand for the space before what follows.
        while at(next).is_some_and(|span| is_last || span.is_empty() || span.start < place.end) {
            next += 1;
        }
        while at(judge).is_some_and(|span| span.is_empty() || span.end <= place.start) {
            judge += 1;
        }
        let judged_by = at(judge).filter(|span| span.start < place.end).map(|_| judge);
        words.push(WordPieces { pieces: start..next, judged_by });
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(spans: &[Range<usize>], places: &[Range<usize>], expected: &[(Range<usize>, Option<usize>)]) {
        let pieces: Vec<Piece> = spans.iter().map(|span| Piece { id: 0, span: span.clone() }).collect();
        let found = assign(&pieces, places.iter().cloned());
        let found: Vec<_> = found.into_iter().map(|word| (word.pieces, word.judged_by)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_word_is_judged_by_the_first_piece_that_has_any_of_it() {
        check(&[0..3, 3..5, 5..6], &[0..5, 5..6], &[(0..2, Some(0)), (2..3, Some(2))]);
        // A space of its own before the word.
        check(&[0..0, 0..3], std::slice::from_ref(&(0..3)), &[(0..2, Some(1))]);
    }

    #[test]
    fn a_piece_over_two_words_is_the_first_one_s_and_judges_both() {
        check(&[0..4, 4..6], &[0..3, 3..6], &[(0..1, Some(0)), (1..2, Some(0))]);
    }

    #[test]
    fn a_word_without_pieces_is_judged_by_none() {
        check(&[0..1, 3..4], &[0..1, 1..3, 3..4], &[(0..1, Some(0)), (1..1, None), (1..2, Some(1))]);
        check(&[], &[0..1, 1..2], &[(0..0, None), (0..0, None)]);
    }
}
