//! Byte-level pairs, the model of RoBERTa: bytes are joined, the most frequent pair of the training first.

use std::collections::HashMap;

use unicode_general_category::{GeneralCategory, get_general_category};

use super::Piece;
use super::letters::{Letter, span};

/// Bytes of a run that are joined; a longer one is taken in stretches, so that time stays linear.
const LONGEST_RUN: usize = 512;

/// A byte-level pair model.
#[derive(Debug)]
pub(super) struct BytePairs {
    /// The piece of each single byte.
    pub(super) bytes: Vec<Option<u32>>,
    /// For two pieces side by side: when they are joined, the earlier the smaller, and to which piece.
    pub(super) joins: HashMap<(u32, u32), (u32, u32)>,
    /// Whether a space is put before the text's first word.
    pub(super) opens_with_space: bool,
}

/// The character by which a vocabulary file writes a byte: itself where it can be seen, else one from behind Latin-1.
pub(super) fn written(byte: u8) -> char {
    let is_seen = |byte: u8| matches!(byte, 0x21..=0x7e | 0xa1..=0xac | 0xae..=0xff);
    if is_seen(byte) {
        return char::from(byte);
    }
    let before = (0..byte).filter(|byte| !is_seen(*byte)).count() as u32;
    char::from_u32(0x100 + before).unwrap_or('\u{fffd}')
}

impl BytePairs {
    /// `spaced` says whether white space stands before the letters.
    pub(super) fn split(&self, letters: &[Letter], spaced: bool, pieces: &mut Vec<Piece>) {
        let mut all: Vec<Letter> = Vec::with_capacity(letters.len() + 1);
        if spaced || self.opens_with_space {
            let at = letters.first().map_or(0, |letter| letter.start);
            all.push(Letter { character: ' ', start: at, end: at });
        }
        all.extend(letters);
        let mut rest: &[Letter] = &all;
        while !rest.is_empty() {
            let (run, behind) = rest.split_at_checked(run(rest).max(1)).unwrap_or((rest, &[]));
            self.split_run(run, pieces);
            rest = behind;
        }
    }

    fn split_run(&self, run: &[Letter], pieces: &mut Vec<Piece>) {
        let mut bytes: Vec<Piece> = Vec::new();
        for letter in run {
            for byte in letter.character.encode_utf8(&mut [0; 4]).bytes() {
                // A byte that the vocabulary lacks has no piece.
                if let Some(Some(id)) = self.bytes.get(usize::from(byte)) {
                    bytes.push(Piece { id: *id, span: span(std::slice::from_ref(letter)) });
                }
            }
        }
        for stretch in bytes.chunks(LONGEST_RUN) {
            self.join(stretch.to_vec(), pieces);
        }
    }

    fn join(&self, mut parts: Vec<Piece>, pieces: &mut Vec<Piece>) {
        let join = |left: &Piece, right: &Piece| self.joins.get(&(left.id, right.id)).copied();
        loop {
            let pairs = parts.iter().zip(parts.iter().skip(1)).enumerate();
            let best = pairs.filter_map(|(at, (left, right))| Some((join(left, right)?, at))).min();
            let Some(((_, id), at)) = best else { break };
            let right = parts.remove(at + 1);
            if let Some(left) = parts.get_mut(at) {
                left.id = id;
                left.span = if left.span.is_empty() {
                    right.span
                } else {
                    left.span.start..right.span.end.max(left.span.end)
                };
            }
        }
        pieces.append(&mut parts);
    }
}

/// How many letters belong together: an English ending, or letters, digits, marks with the space before them, or white space.
fn run(letters: &[Letter]) -> usize {
    let at = |index: usize| letters.get(index).map(|letter| letter.character);
    let ending = match (at(0), at(1), at(2)) {
        (Some('\''), Some('s' | 't' | 'm' | 'd'), _) => 2,
        (Some('\''), Some('r' | 'v'), Some('e')) | (Some('\''), Some('l'), Some('l')) => 3,
        _ => 0,
    };
    if ending > 0 {
        return ending;
    }
    let space = usize::from(at(0) == Some(' '));
    let like = at(space).map(class);
    if let Some(like) = like.filter(|class| *class != Class::Space) {
        let same = letters.iter().skip(space).take_while(|letter| class(letter.character) == like);
        return space + same.count();
    }
    let white = letters.iter().take_while(|letter| class(letter.character) == Class::Space).count();
    // The last of several goes with what follows.
    if white > 1 && white < letters.len() { white - 1 } else { white }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Number,
    Space,
    Mark,
}

fn class(character: char) -> Class {
    use GeneralCategory::{
        DecimalNumber, LetterNumber, LowercaseLetter, ModifierLetter, OtherLetter, OtherNumber,
        TitlecaseLetter, UppercaseLetter,
    };
    match get_general_category(character) {
        LowercaseLetter | ModifierLetter | OtherLetter | TitlecaseLetter | UppercaseLetter => Class::Letter,
        DecimalNumber | LetterNumber | OtherNumber => Class::Number,
        _ if character.is_whitespace() => Class::Space,
        _ => Class::Mark,
    }
}

#[cfg(test)]
mod tests {
    use super::super::letters::letters;
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let letters = letters(text);
        let (mut rest, mut runs) = (letters.as_slice(), Vec::new());
        while !rest.is_empty() {
            let (own, behind) = rest.split_at(run(rest));
            runs.push(own.iter().map(|letter| letter.character).collect::<String>());
            rest = behind;
        }
        assert_eq!(runs, expected, "{text:?}");
    }

    #[test]
    fn runs_are_those_of_the_pattern_that_gpt_2_made_usual() {
        check(" We've won", &[" We", "'ve", " won"]);
        check("the '90s", &["the", " '", "90", "s"]);
        check("a  b\u{a0}c ", &["a", " ", " b", "\u{a0}", "c", " "]);
        check("3.5%—…", &["3", ".", "5", "%—…"]);
        check("'lx'LL", &["'", "lx", "'", "LL"]);
    }

    #[test]
    fn bytes_are_written_as_vocabulary_files_have_them() {
        assert_eq!((written(b'a'), written(b' '), written(0), written(0xad)), ('a', 'Ġ', 'Ā', 'Ń'));
    }
}
