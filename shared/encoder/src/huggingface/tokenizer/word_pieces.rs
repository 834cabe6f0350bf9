//! WordPiece, the model of BERT and DistilBERT: the longest pieces from the left.

use std::collections::HashMap;

use super::Piece;
use super::letters::{Letter, span};
use crate::pieces::is_mark;

/// A WordPiece model.
#[derive(Debug)]
pub(super) struct WordPieces {
    pub(super) opening: HashMap<Box<str>, u32>,
    /// Without the mark that says so in the file.
    pub(super) continuing: HashMap<Box<str>, u32>,
    pub(super) unknown: u32,
    /// Longer runs are unknown, in characters.
    pub(super) longest_run: usize,
    /// Characters of the longest piece.
    pub(super) longest_piece: usize,
}

impl WordPieces {
    /// White space divides, a mark stands alone.
    pub(super) fn split(&self, letters: &[Letter], pieces: &mut Vec<Piece>) {
        let mut start = 0;
        for (at, letter) in letters.iter().enumerate() {
            let space = letter.character.is_whitespace();
            if space || is_mark(letter.character) {
                self.split_run(letters.get(start..at).unwrap_or_default(), pieces);
                let alone = if space { &[] } else { std::slice::from_ref(letter) };
                self.split_run(alone, pieces);
                start = at + 1;
            }
        }
        self.split_run(letters.get(start..).unwrap_or_default(), pieces);
    }

    fn split_run(&self, run: &[Letter], pieces: &mut Vec<Piece>) {
        let before = pieces.len();
        let mut rest = if run.len() > self.longest_run { &[] } else { run };
        while let Some((id, length)) = self.longest(rest, rest.len() == run.len()) {
            let (piece, behind) = rest.split_at_checked(length).unwrap_or((rest, &[]));
            pieces.push(Piece { id, span: span(piece) });
            rest = behind;
        }
        if !rest.is_empty() || (pieces.len() == before && !run.is_empty()) {
            pieces.truncate(before);
            pieces.push(Piece { id: self.unknown, span: span(run) });
        }
    }

    /// The longest piece that `rest` begins with, and its length in characters.
    fn longest(&self, rest: &[Letter], opens: bool) -> Option<(u32, usize)> {
        let map = if opens { &self.opening } else { &self.continuing };
        let candidate = rest.get(..self.longest_piece.min(rest.len())).unwrap_or_default();
        let mut text: String = candidate.iter().map(|letter| letter.character).collect();
        let mut length = candidate.len();
        while !text.is_empty() {
            if let Some(id) = map.get(text.as_str()) {
                return Some((*id, length));
            }
            text.pop();
            length -= 1;
        }
        None
    }
}
