//! What is special about each language: one file per language, one table that names them.
//!
//! A language is added by a file, its `mod` line and its row in [`LANGUAGES`]; `LANGUAGES.md` goes step by
//! step. Rules ask the profile and never compare a tag.

mod abbreviations;
mod am;
mod ar;
mod bg;
mod bn;
mod ca;
mod common;
mod cs;
mod da;
mod de;
mod el;
mod en;
mod es;
mod et;
mod fa;
mod fi;
mod fr;
mod furniture_words;
mod gl;
mod gu;
mod he;
mod hi;
mod hr;
mod hu;
mod hy;
mod id;
mod it;
mod ja;
mod kk;
mod km;
mod kn;
mod ko;
mod language;
mod lo;
mod lt;
mod lv;
mod ml;
mod my;
mod nl;
mod no;
mod or;
mod pa;
mod pl;
mod profile;
mod pt;
mod ro;
mod ru;
mod sk;
mod sl;
mod sq;
mod sr;
mod sv;
mod sw;
mod ta;
mod te;
mod th;
mod tr;
mod uk;
mod ur;
mod vi;
mod words;
mod zh;

pub(crate) use abbreviations::{Abbreviations, Class};
pub(crate) use language::Language;
pub(crate) use profile::{Boundaries, ExtraMark, Profile, SentenceModel, TimeWords};
pub(crate) use words::Words;

/// Every language with a file, by its BCP 47 primary subtags.
static LANGUAGES: [Language; 56] = [
    Language::new(&["am", "ti"], am::PROFILE),
    Language::new(&["ar"], ar::PROFILE),
    Language::new(&["bg", "mk"], bg::PROFILE),
    Language::new(&["bn"], bn::PROFILE),
    Language::new(&["ca"], ca::PROFILE),
    Language::new(&["cs"], cs::PROFILE),
    Language::new(&["da"], da::PROFILE),
    Language::new(&["de"], de::PROFILE),
    Language::new(&["el"], el::PROFILE),
    Language::new(&["en"], en::PROFILE),
    Language::new(&["es"], es::PROFILE),
    Language::new(&["et"], et::PROFILE),
    Language::new(&["fa"], fa::PROFILE),
    Language::new(&["fi"], fi::PROFILE),
    Language::new(&["fr"], fr::PROFILE),
    Language::new(&["gl"], gl::PROFILE),
    Language::new(&["gu"], gu::PROFILE),
    Language::new(&["he"], he::PROFILE),
    Language::new(&["hi", "mr", "ne"], hi::PROFILE),
    Language::new(&["hr", "bs"], hr::PROFILE),
    Language::new(&["hu"], hu::PROFILE),
    Language::new(&["hy"], hy::PROFILE),
    Language::new(&["id", "ms"], id::PROFILE),
    Language::new(&["it"], it::PROFILE),
    Language::new(&["ja"], ja::PROFILE),
    Language::new(&["kk"], kk::PROFILE),
    Language::new(&["km"], km::PROFILE),
    Language::new(&["kn"], kn::PROFILE),
    Language::new(&["ko"], ko::PROFILE),
    Language::new(&["lo"], lo::PROFILE),
    Language::new(&["lt"], lt::PROFILE),
    Language::new(&["lv"], lv::PROFILE),
    Language::new(&["ml"], ml::PROFILE),
    Language::new(&["my"], my::PROFILE),
    Language::new(&["nl"], nl::PROFILE),
    Language::new(&["no", "nb", "nn"], no::PROFILE),
    Language::new(&["or"], or::PROFILE),
    Language::new(&["pa"], pa::PROFILE),
    Language::new(&["pl"], pl::PROFILE),
    Language::new(&["pt"], pt::PROFILE),
    Language::new(&["ro"], ro::PROFILE),
    Language::new(&["ru"], ru::PROFILE),
    Language::new(&["sk"], sk::PROFILE),
    Language::new(&["sl"], sl::PROFILE),
    Language::new(&["sq"], sq::PROFILE),
    Language::new(&["sr"], sr::PROFILE),
    Language::new(&["sv"], sv::PROFILE),
    Language::new(&["sw"], sw::PROFILE),
    Language::new(&["ta"], ta::PROFILE),
    Language::new(&["te"], te::PROFILE),
    Language::new(&["th"], th::PROFILE),
    Language::new(&["tr"], tr::PROFILE),
    Language::new(&["uk"], uk::PROFILE),
    Language::new(&["ur"], ur::PROFILE),
    Language::new(&["vi"], vi::PROFILE),
    Language::new(&["zh", "yue"], zh::PROFILE),
];

/// The profile of every other language.
static COMMON: Language = Language::new(&["und"], common::PROFILE);

/// Returns the language of a BCP 47 primary subtag, or the common profile for a language without a file.
pub(crate) fn language(tag: &str) -> &'static Language {
    LANGUAGES.iter().find(|language| language.has_tag(tag)).unwrap_or(&COMMON)
}

/// Returns the words that `pick` takes from each profile, for rules that apply to text in any language.
pub(crate) fn words_of_all(pick: impl Fn(&'static Profile) -> Words) -> impl Iterator<Item = &'static str> {
    let profiles = LANGUAGES.iter().chain([&COMMON]).map(Language::profile);
    profiles.flat_map(move |profile| pick(profile).iter().copied())
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_tag_has_two_rows() {
        let tags: Vec<&str> = LANGUAGES.iter().flat_map(Language::tags).collect();
        assert_eq!(tags.iter().collect::<HashSet<_>>().len(), tags.len());
    }

    #[test]
    fn abbreviations_stand_in_one_class_and_without_their_last_stop() {
        for language in LANGUAGES.iter().chain([&COMMON]) {
            let (tag, mut seen) = (language.tag(), HashSet::new());
            for (word, _) in language.abbreviations().classes() {
                assert!(seen.insert(word), "{tag}: {word} is listed twice");
                assert!(!word.ends_with('.'), "{tag}: {word} ends with a stop");
            }
        }
    }

    #[test]
    fn every_abbreviation_is_found_as_listed_and_in_capitals() {
        for language in &LANGUAGES {
            let (tag, abbreviations) = (language.tag(), language.abbreviations());
            for (word, class) in abbreviations.classes() {
                assert_eq!(abbreviations.class_of(word), Some(class), "{tag}: {word}");
                let capitals = word.to_uppercase();
                let is_covered = word.to_lowercase() == word && capitals.to_lowercase() == word;
                assert!(!is_covered || abbreviations.class_of(&capitals).is_some(), "{tag}: {capitals}");
            }
        }
    }

    #[test]
    fn a_word_in_lower_case_covers_every_spelling_and_one_with_a_capital_its_own() {
        let english = language("en").abbreviations();
        assert_eq!(english.class_of("Dr"), Some(Class::NeverFinal));
        assert_eq!(english.class_of("U.S"), Some(Class::FinalBeforeStarter));
        assert_eq!(english.class_of("Ill"), Some(Class::FinalBeforeStarter));
        assert_eq!(english.class_of("ill"), None);
    }

    #[test]
    fn a_language_without_a_file_has_the_common_profile() {
        for tag in ["und", "xx", ""] {
            assert_eq!(language(tag).tag(), "und");
            assert!(language(tag).profile().abbreviations.is_none());
        }
        assert_eq!(language("nb").tag(), "no");
    }
}
