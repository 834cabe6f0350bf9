//! Phrases that lines open with, found in one binary search.

use super::folding::fold;
use super::key_set::KeySet;
use super::sorted_phrases::{MOST_FIRST, SortedPhrases, first_bytes};

/// A sorted list of folded phrases.
#[derive(Debug)]
pub(super) struct Openings {
    phrases: SortedPhrases,
    /// For each phrase the longest other phrase that it begins with.
    shorter: Vec<Option<usize>>,
    /// The characters of the longest phrase.
    longest: usize,
    /// The beginnings of most phrases, and of those that are shorter than such a beginning. Most words of a line
    /// have neither.
    long: Beginnings,
    short: Option<Beginnings>,
}

/// The characters that are folded to compare the beginning of a line.
const FOLDED_FIRST: usize = 16;

/// The bytes of the beginning of most phrases: two ideographs, or six letters.
const LONG_BEGINNING: usize = 6;

impl Openings {
    /// Makes the list of these phrases, which may come in any order and spelling.
    pub(super) fn new(phrases: impl Iterator<Item = &'static str>) -> Self {
        let sorted = SortedPhrases::new(phrases.map(|phrase| fold(phrase, usize::MAX)).collect());
        let phrases = sorted.as_slice();
        let mut shorter: Vec<Option<usize>> = Vec::with_capacity(phrases.len());
        for (index, phrase) in phrases.iter().enumerate() {
            let mut before = index.checked_sub(1);
            while let Some(at) =
                before.filter(|at| phrases.get(*at).is_none_or(|one| !phrase.starts_with(one)))
            {
                before = shorter.get(at).copied().flatten();
            }
            shorter.push(before);
        }
        let longest = phrases.iter().map(|phrase| phrase.chars().count()).max().unwrap_or_default();
        let (long, short): (Vec<&String>, Vec<&String>) =
            phrases.iter().partition(|phrase| phrase.len() >= LONG_BEGINNING);
        let shortest = short.iter().map(|phrase| phrase.len()).min();
        let (long, short) = (
            Beginnings::of(&long, LONG_BEGINNING),
            shortest.map(|shortest| Beginnings::of(&short, shortest)),
        );
        Self { phrases: sorted, shorter, longest, long, short }
    }

    /// Reports whether `line` begins with one of them, in any capitals and as whole words.
    pub(super) fn open(&self, line: &str) -> bool {
        // White space that folding joins, and what it leaves out, may make the line longer than the phrase.
        self.may_open(line) && self.open_folded(&fold(line, self.longest.saturating_mul(2)))
    }

    /// Reports whether `line`, which is not folded, may begin with one of them. Most lines do not, and need no
    /// folding.
    pub(super) fn may_open(&self, line: &str) -> bool {
        let beginning = line.as_bytes().get(..LONG_BEGINNING).unwrap_or(line.as_bytes());
        // What folding only makes small.
        let is_plain =
            |byte: &u8| byte.is_ascii_alphabetic() || matches!(byte, b' ' | b'\'' | b'-' | b',' | b'.');
        if beginning.iter().all(is_plain) && !beginning.windows(2).any(|pair| pair == b"  ") {
            return self.may_begin(first_bytes(beginning).map(|byte| byte.to_ascii_lowercase()));
        }
        // Folding a few characters costs less than folding the line. What it leaves out may make them too few.
        let folded = fold(line, FOLDED_FIRST);
        folded.len() < LONG_BEGINNING || self.may_begin(first_bytes(folded.as_bytes()))
    }

    /// Reports whether a phrase may have the beginning of a folded line that opens with `first`.
    #[inline]
    fn may_begin(&self, first: [u8; MOST_FIRST]) -> bool {
        self.long.hold(first) || self.short.as_ref().is_some_and(|short| short.hold(first))
    }

    /// Returns the words of the longest of them that `line` begins with, in any capitals; 0 if it begins with none.
    pub(super) fn words_opening(&self, line: &str) -> usize {
        if !self.may_open(line) {
            return 0;
        }
        let opening = self.opening_of(&fold(line, self.longest.saturating_mul(2)));
        opening.map_or(0, |opening| opening.split_whitespace().count())
    }

    /// Reports whether `line`, which is folded, begins with one of them as whole words.
    pub(super) fn open_folded(&self, line: &str) -> bool {
        self.opening_of(line).is_some()
    }

    /// Returns the longest of them that `line`, which is folded, begins with as whole words.
    fn opening_of(&self, line: &str) -> Option<&str> {
        if !self.may_begin(first_bytes(line.as_bytes())) {
            return None;
        }
        // Every phrase that the line begins with is also the beginning of the last phrase that comes before
        // the line in byte order.
        let mut at = self.phrases.last_up_to(line);
        while let Some(index) = at {
            if let Some(phrase) = self.phrases.as_slice().get(index).filter(|phrase| opens_with(line, phrase))
            {
                return Some(phrase);
            }
            at = self.shorter.get(index).copied().flatten();
        }
        None
    }

    /// Reports whether `line`, which is folded, holds one of them as whole words.
    pub(super) fn are_in(&self, line: &str) -> bool {
        self.behind_first_in(line).is_some()
    }

    /// Returns what comes behind the first of them that `line`, which is folded, holds as whole words.
    pub(super) fn behind_first_in<'l>(&self, line: &'l str) -> Option<&'l str> {
        let behind = |at: usize| {
            let line = line.get(at..)?;
            line.get(self.opening_of(line)?.len()..)
        };
        if line.is_ascii() {
            let mut in_word = false;
            return line.bytes().enumerate().find_map(|(at, byte)| {
                let begins_word = !in_word;
                in_word = byte.is_ascii_alphanumeric();
                if begins_word { behind(at) } else { None }
            });
        }
        let mut before = ' ';
        line.char_indices().find_map(|(at, character)| {
            let begins_word = text::is_without_spaces(character) || !before.is_alphanumeric();
            before = character;
            if begins_word { behind(at) } else { None }
        })
    }
}

/// The first bytes of phrases.
#[derive(Debug)]
struct Beginnings {
    keys: KeySet,
    /// The bytes of a beginning.
    length: usize,
}

impl Beginnings {
    /// Makes the set of the first `length` bytes of these phrases.
    fn of(phrases: &[&String], length: usize) -> Self {
        let key = |phrase: &&String| key(first_bytes(phrase.as_bytes()), length);
        Self { keys: KeySet::of(phrases.iter().map(key)), length }
    }

    /// Reports whether a phrase may have the beginning of a folded line that opens with `first`.
    #[inline]
    fn hold(&self, first: [u8; MOST_FIRST]) -> bool {
        self.keys.may_hold(key(first, self.length))
    }
}

/// Returns the beginning of `length` bytes, at most [`MOST_FIRST`], as a number.
#[inline]
fn key(first: [u8; MOST_FIRST], length: usize) -> u64 {
    u64::from_be_bytes(first) >> (8 * (MOST_FIRST - length))
}

/// Reports whether `line` begins with `opening`, and a word does not go on after it.
fn opens_with(line: &str, opening: &str) -> bool {
    let Some(behind) = line.strip_prefix(opening) else { return false };
    // After a mark, a space or an ideograph no word goes on.
    let ends_word = opening.ends_with(|last: char| !last.is_alphabetic() || text::is_without_spaces(last));
    ends_word || !behind.starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_shorter_phrase_behind_a_longer_one() {
        let openings = Openings::new(["read more", "read", "read more about", "reader"].into_iter());
        for line in ["Read more abroad", "READ MORE", "read on", "Read More About Oslo", "reader mail"] {
            assert!(openings.open(line), "{line}");
        }
        for line in ["Reading", "", "ready", "spread"] {
            assert!(!openings.open(line), "{line}");
        }
    }

    #[test]
    fn a_phrase_inside_a_line_is_whole_words() {
        let openings = Openings::new(["our newsletter", "続きを読む"].into_iter());
        assert!(openings.are_in(&fold("Get Our Newsletter now", 99)));
        assert!(openings.are_in(&fold("この続きを読む", 99)));
        assert!(!openings.are_in(&fold("Read your newsletter", 99)));
        assert!(!openings.are_in(&fold("Four newsletters", 99)));
    }
}
