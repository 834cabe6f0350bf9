//! Shingles: short overlapping sequences of words, as hashes. Texts with the same passages have the same shingles.

use text::TokenKind;

/// The length of a shingle. A word counts [`WORD`], a character of a script without spaces counts 1, so a shingle
/// has four words or eight such characters. Other lengths were not tried.
const LENGTH: usize = 4 * WORD;

/// How much a word counts. Two characters of Chinese, Japanese or Thai are about as much text as half a word to
/// a word.
const WORD: usize = 2;

/// A word, number or single character, as a hash and with what it counts.
#[derive(Debug, Clone, Copy)]
struct Unit {
    hash: u64,
    counts: usize,
}

/// Returns the hashes of the shingles of `text`. A text that is shorter than a shingle is one shingle.
///
/// Case, punctuation and white space do not matter. The hashes are the same in every version of this crate with
/// the same [`crate::signature::VERSION`].
pub(crate) fn shingles(paragraphs: &[&str]) -> Vec<u32> {
    let mut found = Vec::new();
    for paragraph in paragraphs {
        let units = units(paragraph);
        for start in 0..units.len() {
            let rest = units.get(start..).unwrap_or_default();
            match shingle(rest) {
                Some(hash) => found.push(hash),
                None if start == 0 => found.push(mixed(rest.iter().fold(0, joined))),
                None => break,
            }
        }
    }
    found
}

/// Returns the hash of the shingle that begins with the first unit; `None` if the units are too few.
fn shingle(units: &[Unit]) -> Option<u32> {
    let (mut hash, mut length) = (0, 0);
    for unit in units {
        hash = joined(hash, unit);
        length += unit.counts;
        if length >= LENGTH {
            return Some(mixed(hash));
        }
    }
    None
}

fn units(paragraph: &str) -> Vec<Unit> {
    let mut units = Vec::with_capacity(paragraph.len() / 5);
    for token in text::words(paragraph) {
        let word = token.span.of(paragraph);
        let is_dense = token.kind == TokenKind::Word && word.chars().any(text::is_without_spaces);
        if is_dense {
            let character = |character: char| Unit { hash: hash(std::iter::once(character)), counts: 1 };
            units.extend(word.chars().map(character));
        } else {
            units.push(Unit { hash: hash(word.chars()), counts: WORD });
        }
    }
    units
}

/// Hashes a word in lower case: FNV-1a over its code points.
fn hash(word: impl Iterator<Item = char>) -> u64 {
    let step = |hash: u64, character: char| {
        (hash ^ u64::from(u32::from(character))).wrapping_mul(0x0000_0100_0000_01b3)
    };
    word.fold(0xcbf2_9ce4_8422_2325, |hash, character| match character {
        '\0'..='\x7f' => step(hash, character.to_ascii_lowercase()),
        _ => character.to_lowercase().fold(hash, step),
    })
}

/// Adds a unit to the hash of those before it. The order of the units matters.
fn joined(hash: u64, unit: &Unit) -> u64 {
    (hash.rotate_left(23) ^ unit.hash).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// Spreads a hash over 32 bits: the finalizer of SplitMix64 (Steele, Lea and Flood 2014).
fn mixed(hash: u64) -> u32 {
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (hash >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(text: &str) -> usize {
        shingles(&[text]).len()
    }

    #[test]
    fn a_shingle_has_four_words_or_eight_characters_of_a_script_without_spaces() {
        assert_eq!(count("Rain fell in Oslo on Monday."), 3);
        assert_eq!(count("月曜日にオスロで雨が降"), 4);
        assert_eq!(count("ฝนตกในกรุงออสโล"), 8);
    }

    #[test]
    fn a_short_paragraph_is_one_shingle_and_an_empty_one_is_none() {
        assert_eq!(count("Rain fell."), 1);
        assert_eq!(count(" – "), 0);
    }

    #[test]
    fn case_and_punctuation_do_not_matter() {
        assert_eq!(
            shingles(&["“Rain fell in ÅLESUND,” he said."]),
            shingles(&["rain fell in Ålesund he said"])
        );
    }

    #[test]
    fn the_order_of_words_matters() {
        assert_ne!(shingles(&["rain fell in Oslo"]), shingles(&["Oslo in fell rain"]));
    }

    #[test]
    fn the_hashes_of_a_version_never_change() {
        assert_eq!(shingles(&["Rain fell in Oslo."]), [3_781_879_878]);
    }
}
