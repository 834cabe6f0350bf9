//! Names in a text without capitals: "the mayor of leeds met oscar bellamy in paris".
//!
//! The models learned from capitals and find nothing there. The tables show places and firms, given names show
//! persons.

use std::ops::Range;

use messages::EntityType;
use text::{Shape, TokenKind};

use super::model::ScoredSpan;
use crate::document::Document;
use crate::gazetteer::{Classes, EntryKind, Gazetteer};

/// The score of such a name. Set by hand: without capitals, a name of the tables is more often another word.
const SCORE: f64 = 0.7;

/// Words of the shortest text that is read. In a shorter one, capitals may be missing by chance.
const SHORTEST: usize = 6;

/// Words of the longest name that is looked up.
const LONGEST: usize = 4;

/// Returns the names of a text without any capital, and none for other texts.
pub(crate) fn lower_case_names(document: &Document<'_>, gazetteer: &Gazetteer) -> Vec<ScoredSpan> {
    if !is_lower_case(document) {
        return Vec::new();
    }
    let reader = Reader { document, gazetteer };
    let (mut names, mut index) = (Vec::new(), 0);
    while index < document.tokens.len() {
        let name = reader.listed_at(index).or_else(|| reader.person_at(index));
        index = name.as_ref().map_or(index + 1, |name| name.tokens.end);
        names.extend(name);
    }
    names
}

/// Reports whether no word has a capital, and enough words could have one.
fn is_lower_case(document: &Document<'_>) -> bool {
    let mut lower = 0_usize;
    for token in document.tokens.iter().filter(|token| token.kind == TokenKind::Word) {
        match token.shape {
            Shape::Lower => lower += 1,
            Shape::Caseless => {}
            _ => return false,
        }
    }
    lower >= SHORTEST
}

/// Reads a text without capitals.
struct Reader<'r> {
    document: &'r Document<'r>,
    gazetteer: &'r Gazetteer,
}

impl Reader<'_> {
    fn is(&self, index: usize, classes: Classes) -> bool {
        self.document.classes(index).any(classes)
    }

    fn is_word(&self, index: usize) -> bool {
        self.document.token(index).is_some_and(|token| token.kind == TokenKind::Word)
    }

    /// Returns the longest name of the tables that begins at a token.
    fn listed_at(&self, index: usize) -> Option<ScoredSpan> {
        if !self.is_word(index) {
            return None;
        }
        let end = self.document.sentence_of(index)?.tokens.end.min(index + LONGEST);
        (index + 1..=end).rev().map(|end| index..end).find_map(|run| {
            let entity_type = self.listed_type(&run)?;
            Some(ScoredSpan { tokens: run, entity_type, score: SCORE })
        })
    }

    fn listed_type(&self, run: &Range<usize>) -> Option<EntityType> {
        let name = capitalised(&self.document.name(run));
        let kind = self.gazetteer.entry(&name)?.kind;
        let lists_words = self.document.profile.lists_ordinary_words();
        let before = run.start.checked_sub(1);
        let is_placed = before.is_some_and(|before| {
            self.is(before, Classes::PLACE_BEFORE)
                || self.document.profile.locatives.contains(&self.document.text(before))
        });
        let other = Classes::NOT_PERSONAL | Classes::GIVEN | Classes::SURNAME;
        let is_plain = run.len() > 1 || !self.is(run.start, other);
        match kind {
            EntryKind::Country if is_placed || is_plain && lists_words => Some(EntityType::Loc),
            EntryKind::City if is_plain && (is_placed || lists_words) && !self.is_ordinary(&name) => {
                Some(EntityType::Loc)
            }
            EntryKind::Organisation if is_plain && lists_words => Some(EntityType::Org),
            _ => None,
        }
    }

    fn is_ordinary(&self, name: &str) -> bool {
        self.document.profile.ordinary_places.contains(&name)
    }

    /// Returns the person of a given name and a surname. In a language with a list of ordinary words, any other word
    /// may be a surname.
    fn person_at(&self, index: usize) -> Option<ScoredSpan> {
        let surname = index + 1;
        let (first, last) = (self.document.token(index)?, self.document.token(surname)?);
        let given = self.is(index, Classes::GIVEN) && !self.is(index, Classes::NOT_PERSONAL);
        let ordinary = Classes::NOT_PERSONAL | Classes::SAYING | Classes::ROLE | Classes::PLACE_BEFORE;
        let known = self.is(surname, Classes::SURNAME)
            || (self.document.profile.lists_ordinary_words() && last.span.len() > 2);
        let is_person = given
            && known
            && self.is_word(surname)
            && last.spaced
            && first.sentence == last.sentence
            && (!self.is(surname, ordinary) || self.is(surname, Classes::SURNAME));
        is_person.then_some(ScoredSpan {
            tokens: index..surname + 1,
            entity_type: EntityType::Per,
            score: SCORE,
        })
    }
}

/// Returns a name with a capital at the start of each word.
fn capitalised(name: &str) -> String {
    let mut is_first = true;
    let mut cased = String::with_capacity(name.len());
    for character in name.chars() {
        if is_first {
            cased.extend(character.to_uppercase());
        } else {
            cased.push(character);
        }
        is_first = matches!(character, ' ' | '-');
    }
    cased
}

#[cfg(test)]
mod tests {
    use messages::Field;
    use text::Span;

    use super::*;
    use crate::document::{Passage, Placement};

    fn check(language: &str, body: &str, expected: &[(&str, EntityType)]) {
        let gazetteer = Gazetteer::load();
        let mut document = Document::new("", body, language);
        let span = Span::new(0, body.len());
        document.push(Passage { field: Field::Body, span, block: 0, placement: Placement::Body }, &gazetteer);
        let names = lower_case_names(&document, &gazetteer);
        let found: Vec<(String, EntityType)> =
            names.iter().map(|name| (document.name(&name.tokens).into_owned(), name.entity_type)).collect();
        let found: Vec<(&str, EntityType)> =
            found.iter().map(|(name, kind)| (name.as_str(), *kind)).collect();
        assert_eq!(found, expected, "{body}");
    }

    #[test]
    fn tables_and_given_names_show_names_without_capitals() {
        check(
            "en",
            "police in london arrested oscar bellamy. apple and google sent staff.",
            &[("london", EntityType::Loc), ("oscar bellamy", EntityType::Per), ("google", EntityType::Org)],
        );
        check(
            "de",
            "nora becker reiste am dienstag nach frankreich und essen.",
            &[("nora becker", EntityType::Per), ("frankreich", EntityType::Loc)],
        );
    }

    #[test]
    fn one_capital_shows_that_the_text_has_capitals() {
        check("en", "Police in london arrested oscar bellamy on monday.", &[]);
        check("en", "rain in london", &[]);
    }
}
