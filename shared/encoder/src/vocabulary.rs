//! The pieces that words are made of, by their text.

use std::collections::HashMap;

use crate::weights::LoadError;

/// How a piece that continues a word is marked in a vocabulary file.
const CONTINUES: &str = "##";

/// A WordPiece vocabulary.
#[derive(Debug)]
pub struct Vocabulary {
    /// How many lines it has.
    pub(crate) pieces: usize,
    opening: HashMap<Box<str>, u32>,
    continuing: HashMap<Box<str>, u32>,
    /// Stands for what the vocabulary cannot spell.
    pub(crate) unknown: u32,
    /// Opens every window.
    pub(crate) first: u32,
    /// Closes every window.
    pub(crate) last: u32,
    /// Characters of its longest piece: no longer one needs to be looked up.
    longest: usize,
}

impl Vocabulary {
    /// Reads a vocabulary as BERT's `vocab.txt` has it: one piece a line, numbered from 0.
    pub fn read(text: &str) -> Result<Self, LoadError> {
        let (mut opening, mut continuing, mut longest) = (HashMap::new(), HashMap::new(), 0);
        for (number, piece) in (0..).zip(text.lines()) {
            let (map, piece) = match piece.strip_prefix(CONTINUES) {
                Some(rest) if !rest.is_empty() => (&mut continuing, rest),
                _ => (&mut opening, piece),
            };
            longest = longest.max(piece.chars().count());
            map.insert(Box::from(piece), number);
        }
        let special = |name: &'static str| opening.get(name).copied().ok_or(LoadError::NoSpecial(name));
        let (unknown, first, last) = (special("[UNK]")?, special("[CLS]")?, special("[SEP]")?);
        let pieces = text.lines().count();
        Ok(Self { pieces, opening, continuing, unknown, first, last, longest })
    }

    /// The longest piece that `rest` begins with: its number and length in bytes.
    pub(crate) fn longest_match(&self, rest: &str, opens: bool) -> Option<(u32, usize)> {
        let map = if opens { &self.opening } else { &self.continuing };
        let ends = rest.char_indices().map(|(at, character)| at + character.len_utf8()).take(self.longest);
        let mut ends: Vec<usize> = ends.collect();
        while let Some(end) = ends.pop() {
            if let Some(piece) = rest.get(..end).and_then(|candidate| map.get(candidate)) {
                return Some((*piece, end));
            }
        }
        None
    }
}
