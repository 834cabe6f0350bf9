//! One profile per language: everything the tagger knows that is special about it.
//!
//! A language is a file and a row here. `LANGUAGES.md` shows how to add one, step by step.

pub(crate) mod ar;
mod bg;
mod ca;
pub(crate) mod common;
mod cs;
mod da;
mod dates;
mod de;
mod el;
mod en;
mod es;
mod fr;
mod hr;
mod id;
mod it;
mod ja;
pub(crate) mod ko;
mod lb;
mod nb;
mod nds;
mod nl;
mod no;
mod pl;
mod profile;
mod pt;
mod ru;
mod sk;
mod sl;
mod sr;
mod sv;
mod tr;
mod uk;
mod words;
mod zh;

pub(crate) use dates::{Arranged, DateWords};
pub(crate) use profile::{Declension, Profile, RuleSupport};
pub(crate) use words::{Gendered, Honorific, PatternWords, TypeWords, Words};

/// Every language with a profile of its own, and the text whose language is not known.
const PROFILES: [&Profile; 31] = [
    &ar::PROFILE,
    &bg::PROFILE,
    &ca::PROFILE,
    &cs::PROFILE,
    &da::PROFILE,
    &de::PROFILE,
    &el::PROFILE,
    &en::PROFILE,
    &es::PROFILE,
    &fr::PROFILE,
    &hr::PROFILE,
    &id::PROFILE,
    &it::PROFILE,
    &ja::PROFILE,
    &ko::PROFILE,
    &lb::PROFILE,
    &nb::PROFILE,
    &nds::PROFILE,
    &nl::PROFILE,
    &no::PROFILE,
    &pl::PROFILE,
    &pt::PROFILE,
    &ru::PROFILE,
    &sk::PROFILE,
    &sl::PROFILE,
    &sr::PROFILE,
    &sv::PROFILE,
    &tr::PROFILE,
    &uk::PROFILE,
    &zh::PROFILE,
    &Profile::UNDETERMINED,
];

/// Returns the profile of a primary language subtag, or that of a language without one of its own.
pub(crate) fn profile(tag: &str) -> &'static Profile {
    profiles().find(|profile| profile.tag == tag).unwrap_or(&Profile::BASE)
}

/// Returns every profile.
pub(crate) fn profiles() -> impl Iterator<Item = &'static Profile> {
    static ALL: [&Profile; PROFILES.len()] = PROFILES;
    ALL.iter().copied()
}

/// Reports whether a word is an honorific of any language after which a person's name comes.
pub(crate) fn shows_person(word: &str) -> bool {
    honorifics().any(|honorific| honorific.shows_person && honorific.form == word)
}

/// Reports whether a word is an honorific of any language that is inside no name.
pub(crate) fn divides_names(word: &str) -> bool {
    honorifics().any(|honorific| honorific.divides_names && honorific.form == word)
}

fn honorifics() -> impl Iterator<Item = &'static Honorific> {
    profiles().flat_map(|profile| profile.honorifics)
}

/// Returns the words of every profile and those of no single language.
pub(crate) fn words() -> impl Iterator<Item = &'static Words> {
    static COMMON: Words = common::WORDS;
    profiles().map(|profile| &profile.words).chain([&COMMON])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mentions::trained::shipped_languages;

    #[test]
    fn profiles_are_in_order_of_their_tags() {
        let tags: Vec<&str> = profiles().map(|profile| profile.tag).collect();
        let (last, listed) = tags.split_last().expect("profiles");
        assert!(listed.is_sorted_by(|one, other| one < other), "{listed:?}");
        assert_eq!(*last, messages::UNDETERMINED);
    }

    #[test]
    fn every_language_with_weights_has_a_profile() {
        for language in shipped_languages() {
            assert_eq!(profile(language).tag, language);
        }
    }

    #[test]
    fn the_model_card_describes_every_file_of_weights() {
        let card = include_str!("../../MODEL_CARD.md");
        for language in shipped_languages() {
            assert!(card.contains(&format!("| `model/{language}.bin` |")), "{language}");
        }
    }

    #[test]
    fn the_accurate_tier_s_transformer_knows_english_alone() {
        let known = profiles().filter(|profile| profile.has_accurate_model());
        assert_eq!(known.map(|profile| profile.tag).collect::<Vec<_>>(), ["en"]);
    }

    #[test]
    fn a_language_without_a_profile_has_the_defaults() {
        assert_eq!(profile("tlh").rules, RuleSupport::Capitals);
        assert_eq!(profile("tlh").tag, "");
    }

    #[test]
    fn date_words_are_in_lower_case() {
        for words in profiles().filter_map(|profile| profile.dates) {
            for list in words.months.iter().chain(&words.weekdays).chain([&words.next, &words.past]) {
                assert_eq!(list.to_lowercase(), **list);
            }
        }
    }
}
