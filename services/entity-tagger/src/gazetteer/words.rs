//! What single words are known for: titles, organisation words, given names and so on.

use std::collections::HashMap;
use std::ops::BitOr;

use foldhash::fast::FixedState;

use super::entries::rows;
use crate::languages::{self, Words};

const GIVEN_NAMES: &str = include_str!("../../data/given_names.txt");
const SURNAMES: &str = include_str!("../../data/surnames.txt");
const FAMILY_FIRST: &str = include_str!("../../data/family_first_surnames.txt");

/// A set of word classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Classes(u32);

impl Classes {
    // The trained weights know a class by its bit, so a bit never changes its meaning without new models.

    /// A title before a person's name: president, Dr, Herr.
    pub const TITLE: Self = Self(1);
    /// A word that forms a longer title with the next word: prime, foreign, vice.
    pub const TITLE_MODIFIER: Self = Self(1 << 1);
    /// A noun in lower case for what a person is: actress, portavoz.
    pub const ROLE: Self = Self(1 << 2);
    /// A verb whose subject is mostly a person: said, warnte.
    pub const SAYING: Self = Self(1 << 3);
    /// A preposition of place.
    pub const PLACE_BEFORE: Self = Self(1 << 4);
    /// A noun before or after a place's name: city, provincia.
    pub const PLACE_STRONG: Self = Self(1 << 5);
    /// The head of an organisation's name: university, ministry, `GmbH`.
    pub const ORG_HEAD: Self = Self(1 << 6);
    /// The head of an organisation's name that comes first: bank of, Université de.
    pub const ORG_FIRST: Self = Self(1 << 7);
    /// A legal form: Inc, AG.
    pub const ORG_SUFFIX: Self = Self(1 << 8);
    /// The last word of a place's name: river, street.
    pub const LOC_LAST: Self = Self(1 << 9);
    /// The first word of a place's name: lake, mount, rue.
    pub const LOC_FIRST: Self = Self(1 << 10);
    /// The last word of the name of an event, a work or a law: cup, act.
    pub const MISC_LAST: Self = Self(1 << 11);
    /// A people, creed or movement: Muslim, Kurds.
    pub const MISC_WORD: Self = Self(1 << 12);
    /// A small word inside a personal name: van, de, bin.
    pub const PARTICLE: Self = Self(1 << 13);
    /// A function word: the, der, na.
    pub const FUNCTION: Self = Self(1 << 14);
    /// A month or a day of the week.
    pub const CALENDAR: Self = Self(1 << 15);
    /// A direction and the like: north, greater, downtown.
    pub const DIRECTION: Self = Self(1 << 16);
    /// A word that joins the parts of an organisation's name: of, for.
    pub const ORG_PARTICLE: Self = Self(1 << 17);
    /// An article or a possessive.
    pub const DETERMINER: Self = Self(1 << 18);
    /// A word that joins the partners in a name: &, and.
    pub const JOINS_ORG: Self = Self(1 << 19);
    /// An ordinary word, usually in lower case, of a language with a list of them.
    pub const COMMON: Self = Self(1 << 20);
    /// A given name.
    pub const GIVEN: Self = Self(1 << 21);
    /// A family name.
    pub const SURNAME: Self = Self(1 << 22);
    /// A family name of a culture that writes it first.
    pub const FAMILY_FIRST: Self = Self(1 << 23);
    /// Classes of words that are seldom a part of a person's name.
    pub(crate) const NOT_PERSONAL: Self = Self(
        Self::ORG_HEAD.0
            | Self::ORG_SUFFIX.0
            | Self::ORG_FIRST.0
            | Self::LOC_LAST.0
            | Self::MISC_LAST.0
            | Self::MISC_WORD.0
            | Self::DIRECTION.0
            | Self::TITLE.0
            | Self::COMMON.0
            | Self::FUNCTION.0
            | Self::CALENDAR.0,
    );
}

impl BitOr for Classes {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl Classes {
    /// Returns the set with one bit per class.
    pub(crate) fn bits(self) -> u32 {
        self.0
    }

    /// Reports whether the sets have a class in common.
    pub fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// Returns each of a language's lists with its class.
fn lists(words: &Words) -> [(&'static str, Classes); 22] {
    [
        (words.titles, Classes::TITLE),
        (words.title_modifiers, Classes::TITLE_MODIFIER),
        (words.roles, Classes::ROLE),
        (words.saying, Classes::SAYING),
        (words.place_prepositions, Classes::PLACE_BEFORE),
        (words.place_nouns, Classes::PLACE_STRONG),
        (words.organisation_heads, Classes::ORG_HEAD),
        (words.organisation_first, Classes::ORG_FIRST),
        (words.legal_forms, Classes::ORG_SUFFIX),
        (words.place_last, Classes::LOC_LAST),
        (words.place_first, Classes::LOC_FIRST),
        (words.misc_last, Classes::MISC_LAST),
        (words.peoples, Classes::MISC_WORD),
        (words.particles, Classes::PARTICLE),
        (words.function, Classes::FUNCTION),
        (words.calendar, Classes::CALENDAR),
        (words.directions, Classes::DIRECTION),
        (words.organisation_particles, Classes::ORG_PARTICLE),
        (words.determiners, Classes::DETERMINER),
        (words.conjunctions, Classes::JOINS_ORG),
        (words.given_names, Classes::GIVEN),
        (words.surnames, Classes::SURNAME),
    ]
}

/// The classes of every known word, by its lower-case form.
#[derive(Debug)]
pub(super) struct WordClasses {
    classes: HashMap<&'static str, Classes, FixedState>,
}

impl WordClasses {
    pub(super) fn load() -> Self {
        let mut words = Self { classes: HashMap::with_capacity_and_hasher(65_000, FixedState::default()) };
        for (list, class) in languages::words().flat_map(lists) {
            words.add(list.split_ascii_whitespace(), class);
        }
        for profile in languages::profiles() {
            words.add(profile.ordinary_words.lines(), Classes::COMMON);
        }
        words.add(rows(GIVEN_NAMES), Classes::GIVEN);
        words.add(rows(SURNAMES), Classes::SURNAME);
        words.add(FAMILY_FIRST.lines(), Classes::FAMILY_FIRST);
        words
    }

    /// Adds words, which the tables hold in lower case.
    fn add(&mut self, list: impl Iterator<Item = &'static str>, class: Classes) {
        for word in list {
            let classes = self.classes.entry(word).or_default();
            *classes = *classes | class;
        }
    }

    /// Returns the classes of a word in lower case.
    pub(super) fn get(&self, lower: &str) -> Classes {
        self.classes.get(lower).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_every_language_are_in_lower_case() {
        for (list, class) in languages::words().flat_map(lists) {
            assert_eq!(list.to_lowercase(), list, "{class:?}");
        }
    }
}
