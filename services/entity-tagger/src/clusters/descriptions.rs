//! What the article says about each person: titles, roles, and whether the person is a man or a woman.

use std::collections::{HashMap, HashSet};

use messages::EntityType;

use super::grouping::Grouping;
use crate::document::Document;
use crate::gazetteer::Classes;
use crate::languages::Gendered;
use crate::mentions::ScoredSpan;

/// Tokens before a name that may be its title.
const BEFORE: usize = 4;
/// Tokens after a name that may describe the person: "Whitlock, whose term ends, has been mayor".
const AFTER: usize = 10;

/// The weight of a pronoun near a name. It may refer to another person, so one title outweighs two pronouns.
const PRONOUN: i32 = 1;
/// The weight of a title or kinship noun right before a name.
const TITLE: i32 = 3;
/// The weight of a given name that only men or only women have. A title or kinship noun outweighs it.
const GIVEN: i32 = 2;
/// What a person of the other gender loses in fit: more than the titles of one person have in common.
const CLASH: i32 = 4;

/// What is known about one person, or about whoever a bare name stands for.
#[derive(Debug, Default, Clone)]
pub(super) struct Description {
    /// Titles and roles in lower case.
    words: HashSet<String>,
    /// Above zero for a man, below for a woman.
    gender: i32,
}

impl Description {
    /// Returns how well a person fits the description of a bare name: the titles in common, and less if the
    /// genders differ.
    pub(super) fn fit(&self, person: &Self) -> i32 {
        let common = self.words.iter().filter(|word| person.words.contains(*word)).count();
        let clash = self.gender.signum() * person.gender.signum() < 0;
        i32::try_from(common).unwrap_or(i32::MAX).saturating_sub(if clash { CLASH } else { 0 })
            + i32::from(self.gender.signum() * person.gender.signum() > 0)
    }
}

/// Returns the descriptions of the persons named in full, by their group.
pub(super) fn descriptions(
    grouping: &Grouping<'_>,
    document: &Document<'_>,
    names: &[ScoredSpan],
) -> HashMap<usize, Description> {
    let mut found: HashMap<usize, Description> = HashMap::new();
    for (mention, span) in names.iter().enumerate() {
        if span.entity_type != EntityType::Per || span.tokens.len() < 2 {
            continue;
        }
        let Some(group) = grouping.group_of.get(mention) else { continue };
        let next = names.get(mention + 1).map_or(usize::MAX, |next| next.tokens.start);
        let description = found.entry(grouping.root(*group)).or_default();
        description.gender +=
            GIVEN * gender(&word(document, span.tokens.start), &document.profile.gender.given);
        read_before(document, span.tokens.start, description);
        read_after(document, span.tokens.end, next, description);
    }
    found
}

/// Reads the words right before a name: "Finance Minister", "her husband", "Mrs.".
pub(super) fn read_before(document: &Document<'_>, start: usize, description: &mut Description) {
    let Some(sentence) = document.sentence_of(start) else { return };
    let words = document.profile.gender;
    for index in (sentence.tokens.start.max(start.saturating_sub(BEFORE))..start).rev() {
        let word = word(document, index);
        if word == "," && index + 1 == start {
            continue;
        }
        // "his wife" describes a woman, so pronouns before a name do not count.
        let gender = gender(&word, &words.titles) + gender(&word, &words.kin);
        let titles = Classes::TITLE | Classes::TITLE_MODIFIER | Classes::ROLE;
        if gender == 0 && !document.classes(index).any(titles) {
            break;
        }
        description.gender += TITLE * gender;
        description.words.insert(word);
    }
}

/// Reads the words after a name, up to the next name: ", the mayor", "said that she".
fn read_after(document: &Document<'_>, end: usize, next: usize, description: &mut Description) {
    let Some(sentence) = end.checked_sub(1).and_then(|last| document.sentence_of(last)) else { return };
    for index in end..(end + AFTER).min(sentence.tokens.end).min(next) {
        let word = word(document, index);
        description.gender += PRONOUN * gender(&word, &document.profile.gender.pronouns);
        if document.classes(index).any(Classes::TITLE | Classes::TITLE_MODIFIER | Classes::ROLE) {
            description.words.insert(word);
        }
    }
}

fn word(document: &Document<'_>, index: usize) -> String {
    document.text(index).trim_end_matches('.').to_lowercase()
}

/// Returns 1 for a word for a man, -1 for a word for a woman, and 0 for others.
fn gender(word: &str, words: &Gendered) -> i32 {
    i32::from(words.male.contains(&word)) - i32::from(words.female.contains(&word))
}
