//! What the article says of each person beside the name: titles, roles, and whether it is he or she.

use std::collections::{HashMap, HashSet};

use messages::EntityType;

use super::Grouping;
use crate::document::Document;
use crate::gazetteer::Classes;
use crate::mentions::ScoredSpan;

/// Tokens in front of a name that may be its title.
const BEFORE: usize = 4;
/// Tokens behind a name that may say what the person is: "Whitlock, whose term ends, has been mayor".
const BEHIND: usize = 10;

const HE: [&str; 3] = ["he", "his", "him"];
const SHE: [&str; 3] = ["she", "her", "hers"];
const SIR: [&str; 5] = ["mr", "sir", "lord", "king", "prince"];
const MADAM: [&str; 6] = ["mrs", "ms", "miss", "lady", "queen", "princess"];
const HIS: [&str; 9] =
    ["husband", "father", "son", "brother", "uncle", "nephew", "grandfather", "grandson", "widower"];
const HERS: [&str; 9] =
    ["wife", "mother", "daughter", "sister", "aunt", "niece", "grandmother", "granddaughter", "widow"];

/// How much a pronoun near a name says of the person, and a word right in front of it.
const PRONOUN: i32 = 1;
const TITLE: i32 = 3;

/// What is known of one person, or asked for by one bare name.
#[derive(Debug, Default, Clone)]
pub(super) struct Description {
    /// Titles and roles in lower case.
    words: HashSet<String>,
    /// Above zero for him, below for her.
    gender: i32,
}

impl Description {
    /// How well a person fits what a bare name asks for: titles in common, less where he is she.
    pub(super) fn fit(&self, person: &Self) -> i32 {
        let common = self.words.iter().filter(|word| person.words.contains(*word)).count();
        let clash = self.gender.signum() * person.gender.signum() < 0;
        i32::try_from(common).unwrap_or(i32::MAX).saturating_sub(if clash { 4 } else { 0 })
            + i32::from(self.gender.signum() * person.gender.signum() > 0)
    }
}

/// The descriptions of the persons named in full, by their group.
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
        let Some(group) = grouping.of_mention.get(mention) else { continue };
        let next = names.get(mention + 1).map_or(usize::MAX, |next| next.tokens.start);
        let description = found.entry(grouping.root(*group)).or_default();
        in_front(document, span.tokens.start, description);
        behind(document, span.tokens.end, next, description);
    }
    found
}

/// What the words right in front of a name say: "Finance Minister", "her husband", "Mrs.".
pub(super) fn in_front(document: &Document<'_>, start: usize, description: &mut Description) {
    let Some(sentence) = document.sentence_of(start) else { return };
    for index in (sentence.tokens.start.max(start.saturating_sub(BEFORE))..start).rev() {
        let word = word(document, index);
        if word == "," && index + 1 == start {
            continue;
        }
        // "his wife" is she.
        let gender = gender(&word, &SIR, &MADAM) + gender(&word, &HIS, &HERS);
        let titles = Classes::TITLE | Classes::TITLE_MODIFIER | Classes::ROLE;
        if gender == 0 && !document.classes(index).any(titles) {
            break;
        }
        description.gender += TITLE * gender;
        description.words.insert(word);
    }
}

/// What the words behind a name say, as far as the next name: ", the mayor", "said that she".
fn behind(document: &Document<'_>, end: usize, next: usize, description: &mut Description) {
    let Some(sentence) = end.checked_sub(1).and_then(|last| document.sentence_of(last)) else { return };
    for index in end..(end + BEHIND).min(sentence.tokens.end).min(next) {
        let word = word(document, index);
        description.gender += PRONOUN * gender(&word, &HE, &SHE);
        if document.classes(index).any(Classes::TITLE | Classes::TITLE_MODIFIER | Classes::ROLE) {
            description.words.insert(word);
        }
    }
}

fn word(document: &Document<'_>, index: usize) -> String {
    document.text(index).trim_end_matches('.').to_lowercase()
}

fn gender(word: &str, he: &[&str], she: &[&str]) -> i32 {
    i32::from(he.contains(&word)) - i32::from(she.contains(&word))
}
