//! Normalization before a text is split. Each character keeps the bytes of the text that it came from.

use std::ops::Range;

use unicode_general_category::{GeneralCategory, get_general_category};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};
use unicode_segmentation::UnicodeSegmentation;

use super::characters::{is_ideograph, is_removed};
use super::chars_map::CharsMap;

/// A character with the bytes of the text that it came from; no bytes where the tokenizer inserted it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SourceChar {
    pub(super) character: char,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl SourceChar {
    /// Replaces the character and keeps the bytes.
    fn with(self, character: char) -> Self {
        Self { character, ..self }
    }
}

/// Returns the characters of `text`.
pub(super) fn source_chars(text: &str) -> Vec<SourceChar> {
    let source = |(start, character): (usize, char)| SourceChar {
        character,
        start,
        end: start + character.len_utf8(),
    };
    text.char_indices().map(source).collect()
}

/// Returns the bytes of the text that the characters came from; empty where all of them were inserted.
pub(super) fn span(characters: &[SourceChar]) -> Range<usize> {
    let real = || characters.iter().filter(|source| source.end > source.start);
    let start = real().map(|source| source.start).min();
    start.map_or(0..0, |start| start..real().map(|source| source.end).max().unwrap_or(start))
}

/// A step of normalization.
#[derive(Debug)]
pub(super) enum Normalizer {
    /// Removes control characters and turns white space into spaces.
    Clean,
    /// Puts spaces around ideographs.
    Ideographs,
    Lowercase,
    /// Removes accents (nonspacing marks), from composed characters too.
    Accents,
    /// Removes all combining marks that stand alone.
    Marks,
    Nfc,
    Nfd,
    Nfkc,
    Nfkd,
    /// Applies the table of a SentencePiece model.
    Map(CharsMap),
}

impl Normalizer {
    /// Normalizes the characters of a text.
    pub(super) fn apply(&self, characters: &[SourceChar]) -> Vec<SourceChar> {
        match self {
            Self::Clean => characters.iter().filter_map(|source| clean(*source)).collect(),
            Self::Ideographs => characters.iter().flat_map(|source| set_apart(*source)).collect(),
            Self::Lowercase => each(characters, |character, push| character.to_lowercase().for_each(push)),
            Self::Accents => each(characters, |character, push| {
                decompose_canonical(character, |part| {
                    if get_general_category(part) != GeneralCategory::NonspacingMark {
                        push(part);
                    }
                });
            }),
            Self::Marks => {
                characters.iter().filter(|source| !is_combining_mark(source.character)).copied().collect()
            }
            Self::Nfc => clusters(characters, |text, push| text.nfc().for_each(push)),
            Self::Nfd => clusters(characters, |text, push| text.nfd().for_each(push)),
            Self::Nfkc => clusters(characters, |text, push| text.nfkc().for_each(push)),
            Self::Nfkd => clusters(characters, |text, push| text.nfkd().for_each(push)),
            Self::Map(map) => clusters(characters, |text, push| map.apply(text, push)),
        }
    }
}

fn clean(source: SourceChar) -> Option<SourceChar> {
    // These three are control characters in Unicode, but BERT keeps them as white space.
    if matches!(source.character, '\t' | '\n' | '\r') {
        return Some(source.with(' '));
    }
    let kept = (!is_removed(source.character)).then_some(source)?;
    Some(if kept.character.is_whitespace() { kept.with(' ') } else { kept })
}

fn set_apart(source: SourceChar) -> Vec<SourceChar> {
    if is_ideograph(source.character) {
        let (before, behind) = (source.start, source.end);
        let space = |at| SourceChar { character: ' ', start: at, end: at };
        vec![space(before), source, space(behind)]
    } else {
        vec![source]
    }
}

/// Normalizes character by character.
fn each(characters: &[SourceChar], apply: impl Fn(char, &mut dyn FnMut(char))) -> Vec<SourceChar> {
    let mut out = Vec::with_capacity(characters.len());
    for source in characters {
        apply(source.character, &mut |character| out.push(source.with(character)));
    }
    out
}

/// Normalizes by grapheme clusters. Each resulting character comes from all bytes of its cluster.
fn clusters(characters: &[SourceChar], apply: impl Fn(&str, &mut dyn FnMut(char))) -> Vec<SourceChar> {
    let text: String = characters.iter().map(|source| source.character).collect();
    let mut rest = characters;
    let mut out = Vec::with_capacity(characters.len());
    for cluster in text.graphemes(true) {
        let (own, behind) = rest.split_at_checked(cluster.chars().count()).unwrap_or((rest, &[]));
        rest = behind;
        let Range { start, end } = span(own);
        apply(cluster, &mut |character| out.push(SourceChar { character, start, end }));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(step: &Normalizer, text: &str, expected: &[(char, &str)]) {
        let found = step.apply(&source_chars(text));
        let found: Vec<(char, &str)> = found
            .iter()
            .map(|source| (source.character, text.get(source.start..source.end).expect("bytes of the text")))
            .collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn characters_keep_the_bytes_that_they_came_from() {
        check(&Normalizer::Lowercase, "İX", &[('i', "İ"), ('\u{307}', "İ"), ('x', "X")]);
        check(&Normalizer::Accents, "éü", &[('e', "é"), ('u', "ü")]);
        check(&Normalizer::Nfc, "e\u{301}a", &[('é', "e\u{301}"), ('a', "a")]);
        check(&Normalizer::Nfkc, "ﬁ½", &[('f', "ﬁ"), ('i', "ﬁ"), ('1', "½"), ('⁄', "½"), ('2', "½")]);
        check(
            &Normalizer::Clean,
            "a\u{200b}\t\u{a0}b",
            &[('a', "a"), (' ', "\t"), (' ', "\u{a0}"), ('b', "b")],
        );
        check(&Normalizer::Ideographs, "a雨", &[('a', "a"), (' ', ""), ('雨', "雨"), (' ', "")]);
    }

    #[test]
    fn a_span_covers_the_bytes_of_all_its_characters() {
        let text = source_chars("aé");
        assert_eq!(span(&text), 0..3);
        assert_eq!(span(&[]), 0..0);
        assert_eq!(span(&[SourceChar { character: '▁', start: 5, end: 5 }, text[1]]), 1..3);
    }
}
