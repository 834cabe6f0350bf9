//! One profile per language: everything the tagger knows that is special about it.
//!
//! A language is a file and a row here. `LANGUAGES.md` shows how to add one, step by step.

mod af;
mod am;
pub(crate) mod ar;
mod az;
mod be;
mod bg;
mod bn;
mod bs;
mod ca;
mod ckb;
pub(crate) mod common;
mod cs;
mod cy;
mod da;
mod dates;
mod de;
mod el;
mod en;
mod eo;
mod es;
mod et;
mod eu;
mod fa;
mod fi;
mod fo;
mod fr;
mod ga;
mod gl;
mod gu;
mod ha;
mod he;
mod hi;
mod hr;
mod hu;
mod hy;
mod id;
mod is;
mod it;
mod ja;
mod jv;
mod ka;
mod kk;
mod km;
mod kn;
pub(crate) mod ko;
mod ky;
mod lb;
mod lo;
mod lt;
mod lv;
mod mk;
mod ml;
mod mn;
mod mr;
mod ms;
mod mt;
mod my;
mod nb;
mod nds;
mod ne;
mod nl;
mod nn;
mod no;
mod or;
mod pa;
mod pl;
mod profile;
mod ps;
mod pt;
mod ro;
mod ru;
mod si;
mod sk;
mod sl;
mod so;
mod sq;
mod sr;
mod sv;
mod sw;
mod ta;
mod te;
mod tg;
mod th;
mod ti;
mod tk;
mod tl;
mod tr;
mod tt;
mod uk;
mod ur;
mod uz;
mod vi;
mod words;
mod yue;
mod zh;

use std::sync::LazyLock;

pub(crate) use dates::{Arranged, CalendarSystem, DateWords, NIGHT, OtherCalendar};
pub(crate) use profile::{Declension, Profile, RuleSupport};
pub(crate) use words::{Gendered, Honorific, PatternWords, PersonWords, TypeWords, Words};

/// Every language with a profile of its own, and the text whose language is not known.
const PROFILES: [&Profile; 92] = [
    &af::PROFILE,
    &am::PROFILE,
    &ar::PROFILE,
    &az::PROFILE,
    &be::PROFILE,
    &bg::PROFILE,
    &bn::PROFILE,
    &bs::PROFILE,
    &ca::PROFILE,
    &ckb::PROFILE,
    &cs::PROFILE,
    &cy::PROFILE,
    &da::PROFILE,
    &de::PROFILE,
    &el::PROFILE,
    &en::PROFILE,
    &eo::PROFILE,
    &es::PROFILE,
    &et::PROFILE,
    &eu::PROFILE,
    &fa::PROFILE,
    &fi::PROFILE,
    &fo::PROFILE,
    &fr::PROFILE,
    &ga::PROFILE,
    &gl::PROFILE,
    &gu::PROFILE,
    &ha::PROFILE,
    &he::PROFILE,
    &hi::PROFILE,
    &hr::PROFILE,
    &hu::PROFILE,
    &hy::PROFILE,
    &id::PROFILE,
    &is::PROFILE,
    &it::PROFILE,
    &ja::PROFILE,
    &jv::PROFILE,
    &ka::PROFILE,
    &kk::PROFILE,
    &km::PROFILE,
    &kn::PROFILE,
    &ko::PROFILE,
    &ky::PROFILE,
    &lb::PROFILE,
    &lo::PROFILE,
    &lt::PROFILE,
    &lv::PROFILE,
    &mk::PROFILE,
    &ml::PROFILE,
    &mn::PROFILE,
    &mr::PROFILE,
    &ms::PROFILE,
    &mt::PROFILE,
    &my::PROFILE,
    &nb::PROFILE,
    &nds::PROFILE,
    &ne::PROFILE,
    &nl::PROFILE,
    &nn::PROFILE,
    &no::PROFILE,
    &or::PROFILE,
    &pa::PROFILE,
    &pl::PROFILE,
    &ps::PROFILE,
    &pt::PROFILE,
    &ro::PROFILE,
    &ru::PROFILE,
    &si::PROFILE,
    &sk::PROFILE,
    &sl::PROFILE,
    &so::PROFILE,
    &sq::PROFILE,
    &sr::PROFILE,
    &sv::PROFILE,
    &sw::PROFILE,
    &ta::PROFILE,
    &te::PROFILE,
    &tg::PROFILE,
    &th::PROFILE,
    &ti::PROFILE,
    &tk::PROFILE,
    &tl::PROFILE,
    &tr::PROFILE,
    &tt::PROFILE,
    &uk::PROFILE,
    &ur::PROFILE,
    &uz::PROFILE,
    &vi::PROFILE,
    &yue::PROFILE,
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
    // Most profiles have none, and the rules ask for every name.
    static ALL: LazyLock<Vec<&'static Honorific>> =
        LazyLock::new(|| profiles().flat_map(|profile| profile.honorifics).collect());
    ALL.iter().copied()
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
    fn only_a_language_with_weights_is_pooled() {
        let shipped: Vec<&str> = shipped_languages().collect();
        let pooled = profiles().filter(|profile| profile.fast_share > 0.0);
        let without: Vec<&str> =
            pooled.map(|profile| profile.tag).filter(|tag| !shipped.contains(tag)).collect();
        assert!(without.is_empty(), "{without:?}");
    }

    #[test]
    fn the_model_card_describes_every_file_of_weights() {
        let card = include_str!("../../MODEL_CARD.md");
        for language in shipped_languages() {
            assert!(card.contains(&format!("| `model/{language}.bin` |")), "{language}");
        }
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
