//! What single words are known for: titles, organisation words, given names and so on.

use std::ops::BitOr;

use super::entries::rows;
use super::hash::FastMap;

const WORDS: &str = include_str!("../../data/words.tsv");
const COMMON_EN: &str = include_str!("../../data/common_words_en.txt");
const GIVEN_NAMES: &str = include_str!("../../data/given_names.txt");
const SURNAMES: &str = include_str!("../../data/surnames.txt");
const FAMILY_FIRST: &str = include_str!("../../data/family_first_surnames.txt");

/// A set of word classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Classes(u32);

/// Names the classes: each has a bit and, where `words.tsv` lists it, the name it has there.
macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal, $key:literal;)+) => {
        impl Classes {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)+

            fn named(key: &str) -> Option<Self> {
                match key {
                    $($key => Some(Self::$name),)+
                    _ => None,
                }
            }
        }
    };
}

classes! {
    /// Stands before a person's name: president, Dr, Herr.
    TITLE = 0, "title";
    /// Makes a longer title with the next word: prime, foreign, vice.
    TITLE_MODIFIER = 1, "title_modifier";
    /// Says in lower case what a person is: actress, portavoz.
    ROLE = 2, "role";
    /// A verb whose subject is mostly a person: said, warnte.
    SAYING = 3, "saying";
    /// A preposition of place.
    PLACE_BEFORE = 4, "place_before";
    /// A word that makes what follows a place: city, provincia.
    PLACE_STRONG = 5, "place_strong";
    /// The head of an organisation's name: university, ministry, `GmbH`.
    ORG_HEAD = 6, "org_head";
    /// An organisation word that stands first: bank of, Université de.
    ORG_FIRST = 7, "org_first";
    /// A legal form: Inc, AG.
    ORG_SUFFIX = 8, "org_suffix";
    /// The last word of a place's name: river, street.
    LOC_LAST = 9, "loc_last";
    /// The first word of a place's name: lake, mount, rue.
    LOC_FIRST = 10, "loc_first";
    /// The last word of an event's, a work's or a law's name: cup, act.
    MISC_LAST = 11, "misc_last";
    /// A people, creed or movement: Muslim, Kurds.
    MISC_WORD = 12, "misc_word";
    /// A small word inside a personal name: van, de, bin.
    PARTICLE = 13, "particle";
    /// A function word: the, der, na.
    FUNCTION = 14, "function";
    /// A month or a day of the week.
    CALENDAR = 15, "calendar";
    /// North, greater, downtown.
    DIRECTION = 16, "direction";
    /// Joins the parts of an organisation's name: of, for.
    ORG_PARTICLE = 17, "org_particle";
    /// An article or a possessive.
    DETERMINER = 18, "determiner";
    /// Joins the partners in a name: &, and.
    JOINS_ORG = 19, "joins_org";
    /// An English word usually in lower case.
    COMMON = 20, "common";
    /// A given name.
    GIVEN = 21, "given";
    /// A family name.
    SURNAME = 22, "surname";
    /// A family name of a culture that writes it first.
    FAMILY_FIRST = 23, "family_first";
}

impl BitOr for Classes {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl Classes {
    /// One bit a class.
    pub(crate) fn bits(self) -> u32 {
        self.0
    }

    /// Whether it has at least one class of `other`.
    pub fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// The classes of every known word, by its lower-case form.
#[derive(Debug)]
pub(super) struct Words {
    classes: FastMap<&'static str, Classes>,
}

impl Words {
    pub(super) fn load() -> Self {
        let mut words = Self { classes: FastMap::with_capacity_and_hasher(65_000, <_>::default()) };
        for line in WORDS.lines() {
            let Some((key, list)) = line.split_once('\t') else { continue };
            if let Some(class) = Classes::named(key) {
                words.add(list.split(' '), class);
            }
        }
        words.add(COMMON_EN.lines(), Classes::COMMON);
        words.add(rows(GIVEN_NAMES), Classes::GIVEN);
        words.add(rows(SURNAMES), Classes::SURNAME);
        words.add(FAMILY_FIRST.lines(), Classes::FAMILY_FIRST);
        words
    }

    /// The tables hold every word in lower case.
    fn add(&mut self, list: impl Iterator<Item = &'static str>, class: Classes) {
        for word in list {
            let classes = self.classes.entry(word).or_default();
            *classes = *classes | class;
        }
    }

    /// The classes of a word given in lower case.
    pub(super) fn of(&self, lower: &str) -> Classes {
        self.classes.get(lower).copied().unwrap_or_default()
    }
}
