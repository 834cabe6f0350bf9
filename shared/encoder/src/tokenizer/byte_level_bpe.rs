//! Byte-level byte-pair encoding (BPE), the model of RoBERTa: merges bytes, the most frequent pair of the
//! training data first.

use std::collections::HashMap;

use unicode_general_category::{GeneralCategory, get_general_category};

use super::normalizer::{SourceChar, span};
use super::subword::Subword;

/// The bytes of a word that are merged at once. Merging takes quadratic time, so longer words are cut.
const LONGEST_WORD: usize = 512;

/// A byte-level BPE model.
#[derive(Debug)]
pub(super) struct ByteLevelBpe {
    /// The id of each single byte.
    pub(super) bytes: Vec<Option<u32>>,
    /// For a pair of neighbouring ids: the rank of their merge, lowest first, and the id of the result.
    pub(super) merges: HashMap<(u32, u32), (u32, u32)>,
    /// Whether the first word of a text gets a space before it.
    pub(super) opens_with_space: bool,
}

/// Returns the character that stands for a byte in a vocabulary file: itself where it is printable, else one
/// after Latin-1.
pub(super) fn written(byte: u8) -> char {
    let is_printable = |byte: u8| matches!(byte, 0x21..=0x7e | 0xa1..=0xac | 0xae..=0xff);
    if is_printable(byte) {
        return char::from(byte);
    }
    let before = (0..byte).filter(|byte| !is_printable(*byte)).count() as u32;
    char::from_u32(0x100 + before).unwrap_or('\u{fffd}')
}

impl ByteLevelBpe {
    /// Splits a text; `spaced` says whether white space comes before it.
    pub(super) fn split(&self, characters: &[SourceChar], spaced: bool, subwords: &mut Vec<Subword>) {
        let mut all: Vec<SourceChar> = Vec::with_capacity(characters.len() + 1);
        if spaced || self.opens_with_space {
            let at = characters.first().map_or(0, |source| source.start);
            all.push(SourceChar { character: ' ', start: at, end: at });
        }
        all.extend(characters);
        let mut rest: &[SourceChar] = &all;
        while !rest.is_empty() {
            let (word, behind) = rest.split_at_checked(word_length(rest).max(1)).unwrap_or((rest, &[]));
            self.split_word(word, subwords);
            rest = behind;
        }
    }

    fn split_word(&self, word: &[SourceChar], subwords: &mut Vec<Subword>) {
        let mut bytes: Vec<Subword> = Vec::new();
        for source in word {
            for byte in source.character.encode_utf8(&mut [0; 4]).bytes() {
                // A byte that the vocabulary lacks is dropped, as in the reference implementation.
                if let Some(Some(id)) = self.bytes.get(usize::from(byte)) {
                    bytes.push(Subword { id: *id, span: span(std::slice::from_ref(source)) });
                }
            }
        }
        for bytes in bytes.chunks(LONGEST_WORD) {
            self.merge(bytes.to_vec(), subwords);
        }
    }

    /// Merges neighbours, the pair of the lowest rank first, until no pair is left.
    fn merge(&self, mut symbols: Vec<Subword>, subwords: &mut Vec<Subword>) {
        let merge = |left: &Subword, right: &Subword| self.merges.get(&(left.id, right.id)).copied();
        loop {
            let pairs = symbols.iter().zip(symbols.iter().skip(1)).enumerate();
            let best = pairs.filter_map(|(at, (left, right))| Some((merge(left, right)?, at))).min();
            let Some(((_, id), at)) = best else { break };
            let right = symbols.remove(at + 1);
            if let Some(left) = symbols.get_mut(at) {
                left.id = id;
                left.span = if left.span.is_empty() {
                    right.span
                } else {
                    left.span.start..right.span.end.max(left.span.end)
                };
            }
        }
        subwords.append(&mut symbols);
    }
}

/// Returns the length of the first word by the pattern of GPT-2: an English contraction; or letters, digits
/// or other signs, with the space before them; or white space.
fn word_length(characters: &[SourceChar]) -> usize {
    let at = |index: usize| characters.get(index).map(|source| source.character);
    let contraction = match (at(0), at(1), at(2)) {
        (Some('\''), Some('s' | 't' | 'm' | 'd'), _) => 2,
        (Some('\''), Some('r' | 'v'), Some('e')) | (Some('\''), Some('l'), Some('l')) => 3,
        _ => 0,
    };
    if contraction > 0 {
        return contraction;
    }
    let space = usize::from(at(0) == Some(' '));
    let first = at(space).map(class);
    if let Some(first) = first.filter(|class| *class != Class::Space) {
        let same = characters.iter().skip(space).take_while(|source| class(source.character) == first);
        return space + same.count();
    }
    let white = characters.iter().take_while(|source| class(source.character) == Class::Space).count();
    // The last of several spaces belongs to the word after it.
    if white > 1 && white < characters.len() { white - 1 } else { white }
}

/// The character classes of the pattern.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Number,
    Space,
    Other,
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
        _ => Class::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::super::normalizer::source_chars;
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let characters = source_chars(text);
        let (mut rest, mut words) = (characters.as_slice(), Vec::new());
        while !rest.is_empty() {
            let (word, behind) = rest.split_at(word_length(rest));
            words.push(word.iter().map(|source| source.character).collect::<String>());
            rest = behind;
        }
        assert_eq!(words, expected, "{text:?}");
    }

    #[test]
    fn words_follow_the_pattern_of_gpt_2() {
        check(" We've won", &[" We", "'ve", " won"]);
        check("the '90s", &["the", " '", "90", "s"]);
        check("a  b\u{a0}c ", &["a", " ", " b", "\u{a0}", "c", " "]);
        check("3.5%—…", &["3", ".", "5", "%—…"]);
        check("'lx'LL", &["'", "lx", "'", "LL"]);
    }

    #[test]
    fn bytes_are_written_as_in_vocabulary_files() {
        assert_eq!((written(b'a'), written(b' '), written(0), written(0xad)), ('a', 'Ġ', 'Ā', 'Ń'));
    }
}
