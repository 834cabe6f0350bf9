//! Facts about the characters of scripts without spaces: the dictionary words that they are in.
//!
//! The tokens of these scripts are characters, because a name can begin and end at any of them, and dictionary
//! words cut through many names. But the words are good evidence: "in the middle of a word" speaks against the
//! end of a name.

use icu_segmenter::{WordSegmenter, options::WordBreakInvariantOptions};

use super::hashing;
use crate::document::{Document, Sentence};

/// Where a character is in its dictionary word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Character {
    /// The dictionary word before its own, its own, and the one after, hashed.
    pub(super) words: [u32; 3],
    /// Whether it is all of its word (1), its first character (2), inside (3) or its last one (4).
    pub(super) place: u32,
}

/// Returns each token that is a character of a script without spaces, by its index.
pub(super) fn find(document: &Document<'_>) -> Vec<(usize, Character)> {
    let mut found = Vec::new();
    for sentence in &document.sentences {
        let is_character = |index: &usize| document.text(*index).starts_with(text::is_without_spaces);
        let characters: Vec<usize> = sentence.tokens.clone().filter(is_character).collect();
        if !characters.is_empty() {
            add(document, sentence, &characters, &mut found);
        }
    }
    found
}

/// Adds the characters of a sentence.
fn add(
    document: &Document<'_>,
    sentence: &Sentence,
    characters: &[usize],
    found: &mut Vec<(usize, Character)>,
) {
    let words = dictionary_words(document, sentence);
    let hash = |number: Option<usize>| {
        let (start, end) = number.and_then(|number| words.get(number)).copied().unwrap_or_default();
        hashing::of_form(document.field(sentence.field).get(start..end).unwrap_or_default())
    };
    let mut at = 0;
    for index in characters {
        let Some(token) = document.token(*index) else { continue };
        while words.get(at).is_some_and(|(_, end)| *end <= token.span.start) {
            at += 1;
        }
        let Some((start, end)) = words.get(at) else { break };
        let place = match (token.span.start <= *start, token.span.end >= *end) {
            (true, true) => 1,
            (true, false) => 2,
            (false, false) => 3,
            (false, true) => 4,
        };
        let words = [at.checked_sub(1), Some(at), Some(at + 1)].map(hash);
        found.push((*index, Character { words, place }));
    }
}

/// Returns the start and the end of each dictionary word of a sentence.
fn dictionary_words(document: &Document<'_>, sentence: &Sentence) -> Vec<(usize, usize)> {
    let Some((field, span)) = document.locate(&sentence.tokens) else { return Vec::new() };
    let segmenter = WordSegmenter::new_auto(WordBreakInvariantOptions::default());
    let mut start = span.start;
    let ends = segmenter.segment_str(span.of(document.field(field))).skip(1);
    let words = ends.map(|end| (std::mem::replace(&mut start, span.start + end), span.start + end));
    words.collect()
}

#[cfg(test)]
mod tests {
    use messages::Field;
    use text::Span;

    use super::*;
    use crate::document::{Passage, Placement};
    use crate::gazetteer::Gazetteer;

    #[test]
    fn a_character_knows_its_word_and_its_place_there() {
        let body = "Rain. 北京今天下雨。";
        let mut document = Document::new("", body, "zh");
        let span = Span::new(6, body.len());
        let passage = Passage { field: Field::Body, span, block: 0, placement: Placement::Body };
        document.push(passage, &Gazetteer::load());
        let found = find(&document);
        let places: Vec<u32> = found.iter().map(|(_, character)| character.place).collect();
        assert_eq!(places, [2, 4, 2, 4, 2, 4]);
        let [_, second, third] = found[1].1.words;
        assert_eq!((second, third), (hashing::of_form("北京"), hashing::of_form("今天")));
    }
}
