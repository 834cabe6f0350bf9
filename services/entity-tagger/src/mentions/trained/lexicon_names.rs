//! Facts about tokens from the lexicon of the language: the names that they are in.

use text::{Shape, TokenKind};

use crate::document::{Document, Sentence, Token};
use crate::gazetteer::{Fingerprint, KINDS, Lexicon};

/// Tokens of the longest name that is looked up. In scripts without spaces a token is a character.
const LONGEST: usize = 8;
/// Bits of a place in a name.
const PLACE_BITS: usize = 3;

/// Returns the kinds of names that a token is in, by number, with its place in each: its first token (1), inside (2),
/// its last token (3) or all of it (4).
pub(super) fn places(lexicon: u32) -> impl Iterator<Item = (u32, u32)> {
    let place = move |kind: u32| lexicon >> (kind as usize * PLACE_BITS) & ((1 << PLACE_BITS) - 1);
    (0..KINDS as u32).map(move |kind| (kind, place(kind))).filter(|(_, place)| *place != 0)
}

/// Returns for each token its places in the names of the lexicon; nothing for a language without one. Of each kind the
/// longest name counts that begins first.
pub(super) fn find(document: &Document<'_>) -> Vec<u32> {
    let Some(lexicon) = Lexicon::of(document.language) else { return Vec::new() };
    let mut found = vec![0; document.tokens.len()];
    for sentence in &document.sentences {
        let mut free = [0; KINDS];
        for start in sentence.tokens.clone() {
            let ends = names_from(document, lexicon, sentence, start);
            for (kind, (end, free)) in ends.into_iter().zip(&mut free).enumerate() {
                if end > start && start >= *free {
                    *free = end;
                    mark(&mut found, kind, start, end);
                }
            }
        }
    }
    found
}

/// Returns the end of the longest name of each kind that begins at `start`; 0 for none.
fn names_from(
    document: &Document<'_>,
    lexicon: Lexicon,
    sentence: &Sentence,
    start: usize,
) -> [usize; KINDS] {
    let mut ends = [0; KINDS];
    let may_begin = |token: &Token| token.kind == TokenKind::Word && token.shape != Shape::Lower;
    if !document.token(start).is_some_and(may_begin) {
        return ends;
    }
    let mut name = Fingerprint::EMPTY;
    for index in start..sentence.tokens.end.min(start + LONGEST) {
        if index > start && document.token(index).is_some_and(|token| token.spaced) {
            name = name.add(" ");
        }
        name = name.add(document.text(index));
        let kinds = match lexicon.kinds(name) {
            0 if index == start => lexicon.kinds_of_form(document.text(index), document.profile),
            kinds => kinds,
        };
        for (kind, end) in ends.iter_mut().enumerate() {
            if kinds >> kind & 1 == 1 {
                *end = index + 1;
            }
        }
    }
    ends
}

fn mark(found: &mut [u32], kind: usize, start: usize, end: usize) {
    for (index, places) in found.iter_mut().enumerate().take(end).skip(start) {
        let place = match (index == start, index + 1 == end) {
            (true, true) => 4,
            (true, false) => 1,
            (false, true) => 3,
            (false, false) => 2,
        };
        *places |= place << (kind * PLACE_BITS);
    }
}

#[cfg(test)]
mod tests {
    use messages::Field;
    use text::Span;

    use super::*;
    use crate::document::{Passage, Placement};
    use crate::gazetteer::Gazetteer;

    /// Returns the places of each token in names of a kind, 0 outside.
    fn found(body: &str, language: &str, kind: u32) -> Vec<u32> {
        let mut document = Document::new("", body, language);
        let span = Span::new(0, body.len());
        document.push(
            Passage { field: Field::Body, span, block: 0, placement: Placement::Body },
            &Gazetteer::load(),
        );
        let mut found = find(&document);
        found.resize(document.tokens.len(), 0);
        let place = |names: &u32| places(*names).find(|(of, _)| *of == kind).map_or(0, |(_, place)| place);
        found.iter().map(place).collect()
    }

    #[test]
    fn a_token_knows_its_place_in_a_name_of_the_lexicon() {
        assert_eq!(found("北海道は広い。", "ja", 3), [1, 2, 3, 0, 0, 0, 0]);
        assert_eq!(found("Tartust tuli palju teateid.", "et", 3), [4, 0, 0, 0, 0]);
    }

    #[test]
    fn words_in_small_letters_and_languages_without_a_lexicon_have_none() {
        assert_eq!(found("Ta tartust.", "et", 3), [0, 0, 0]);
        assert_eq!(found("Tartu", "tlh", 3), [0]);
    }
}
