//! Names of one language, as evidence for the model of that language alone.
//!
//! Such a list is large, and many of its names are ordinary words too, so no rule relies on it. It is searched in
//! place: the build script writes the fingerprint of each name, sorted, and behind them the kinds of each. Of a
//! hundred thousand other words about two share a fingerprint with a name of a list of that size.

use super::fingerprint::Fingerprint;
use super::inflection;
use crate::languages::{Declension, Profile};

// `LEXICONS: [(&str, &[u8]); N]`, the language and the packed names of each file in `data/lexicons`.
include!(concat!(env!("OUT_DIR"), "/lexicons.rs"));

/// The kinds of names that a lexicon knows.
pub(crate) const KINDS: usize = 6;

/// What a name is listed as, one bit for each kind, in the order of `SECTIONS` in the build script.
pub(crate) type Kinds = u8;

const SURNAME: Kinds = 1;
const GIVEN: Kinds = 1 << 1;
const PERSON: Kinds = 1 << 2;

/// The names of one language.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Lexicon {
    fingerprints: &'static [[u8; 4]],
    kinds: &'static [Kinds],
}

impl Lexicon {
    /// Returns the lexicon of a language, if it has one.
    pub(crate) fn of(language: &str) -> Option<Self> {
        let (_, packed) = LEXICONS.iter().find(|(tag, _)| *tag == language)?;
        let (fingerprints, kinds) = packed.split_at_checked(packed.len() / 5 * 4)?;
        Some(Self { fingerprints: fingerprints.as_chunks().0, kinds })
    }

    /// Returns the kinds of the name with a fingerprint; 0 if no name has it.
    pub(crate) fn kinds(&self, name: Fingerprint) -> Kinds {
        let place = self.fingerprints.binary_search_by_key(&name.value(), |bytes| u32::from_le_bytes(*bytes));
        place.ok().and_then(|place| self.kinds.get(place)).copied().unwrap_or_default()
    }

    /// Returns the kinds of a word that is not listed as it stands: a name in another case than the nominative, or
    /// a family and a given name that are written as one word.
    pub(crate) fn kinds_of_form(&self, word: &str, profile: &Profile) -> Kinds {
        if profile.full_names_are_one_word && self.is_full_name(word) {
            return PERSON;
        }
        if let Some(stem) = word.strip_suffix('s').filter(|_| profile.genitive_s) {
            return self.kinds_of(stem);
        }
        let endings = match profile.declension {
            Declension::Endings(endings) => endings,
            _ => profile.name_endings,
        };
        let listed = |form: &str| Some(self.kinds_of(form)).filter(|kinds| *kinds != 0);
        inflection::nominatives(word, endings, profile.stem_changes, listed).unwrap_or_default()
    }

    fn kinds_of(&self, word: &str) -> Kinds {
        self.kinds(Fingerprint::EMPTY.add(word))
    }

    /// Reports whether a word is a family name of one character and a given name of two.
    fn is_full_name(&self, word: &str) -> bool {
        let Some(first) = word.chars().next().filter(|_| word.chars().count() == 3) else { return false };
        let (family, given) = word.split_at(first.len_utf8());
        self.kinds_of(family) & SURNAME != 0 && self.kinds_of(given) & GIVEN != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages::profile;

    const PLACE: Kinds = 1 << 3;

    #[test]
    fn every_lexicon_is_sorted_and_has_kinds_for_each_name() {
        for (language, packed) in &LEXICONS {
            let lexicon = Lexicon::of(language).unwrap();
            assert_eq!(
                (lexicon.fingerprints.len(), packed.len() % 5),
                (lexicon.kinds.len(), 0),
                "{language}"
            );
            assert!(lexicon.fingerprints.is_sorted_by_key(|bytes| u32::from_le_bytes(*bytes)), "{language}");
            assert!(lexicon.kinds.iter().all(|kinds| (1..1 << KINDS).contains(kinds)), "{language}");
        }
        assert!(Lexicon::of("tlh").is_none());
    }

    #[test]
    fn a_name_is_found_and_an_ordinary_word_is_not() {
        let lexicon = Lexicon::of("ja").unwrap();
        assert_ne!(lexicon.kinds_of("横浜") & PLACE, 0);
        assert_eq!(lexicon.kinds_of("しかし"), 0);
    }

    #[test]
    fn a_name_is_found_in_another_case() {
        let lexicon = Lexicon::of("et").unwrap();
        assert_eq!(lexicon.kinds_of("Tartust"), 0);
        assert_ne!(lexicon.kinds_of_form("Tartust", profile("et")) & PLACE, 0);
    }

    #[test]
    fn a_korean_family_and_given_name_are_a_person_as_one_word() {
        let lexicon = Lexicon::of("ko").unwrap();
        assert_eq!(lexicon.kinds_of_form("설지훈", profile("ko")), PERSON);
        assert_eq!(lexicon.kinds_of_form("비지훈", profile("ko")), 0);
    }
}
