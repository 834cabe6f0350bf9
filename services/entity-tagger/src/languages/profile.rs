//! The profile of a language: everything the tagger knows that is special about it.

use super::common;
use super::dates::DateWords;
use super::words::{GenderWords, Honorific, MatchWords, PatternWords, PersonWords, TypeWords, Words};
use crate::calibration::Calibration;

/// Everything that is special about one language.
///
/// The rules read these fields and never compare a language tag. A language states what differs from
/// [`Profile::BASE`].
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is an independent habit of a language")]
pub(crate) struct Profile {
    /// Primary language subtag (ISO 639).
    pub(crate) tag: &'static str,
    /// How much the mention rules know of the language.
    pub(crate) rules: RuleSupport,
    /// Its words by class. A text in any language looks them up, because news quotes other languages.
    pub(crate) words: Words,
    /// Its ordinary words, one per line; empty without a list. With a list, an unknown word is likely a name.
    pub(crate) ordinary_words: &'static str,

    /// Whether an elided article is a token: `l’` of "l’Oréal".
    pub(crate) elides_articles: bool,
    /// Whether case endings follow an apostrophe and are a token: `'da` of "Ankara'da".
    pub(crate) case_endings_after_apostrophe: bool,
    /// The case endings after an apostrophe that mark a place.
    pub(crate) locative_endings: &'static [&'static str],

    /// Whether every noun has a capital, so that a capital does not show a name.
    pub(crate) capitalises_nouns: bool,
    /// Whether a capitalized word right after a number is a unit: "753만 TEU".
    pub(crate) writes_units_in_latin: bool,
    /// Whether the genitive is an "s" without an apostrophe: "Frankreichs".
    pub(crate) genitive_s: bool,
    /// Endings of adjectives. Such a word with a capital begins a sentence and is not a name.
    pub(crate) adjective_endings: &'static [&'static str],
    /// Whether a family name of one character and a given name of two are one word: "홍길동".
    pub(crate) full_names_are_one_word: bool,
    /// How names take case endings.
    pub(crate) declension: Declension,
    /// Ends of stems before an ending, and what the nominative has in their place: "Poznani-a" and "Poznań".
    pub(crate) stem_changes: &'static [(&'static str, &'static str)],
    /// Endings of names in other cases, by which the lexicon knows them. Languages with a `declension` need none.
    pub(crate) name_endings: &'static [&'static str],
    /// Tokens after a sure candidate that the trained model also looks at. Names go on in lower case in
    /// most languages ("Europske komisije"), so the default is 2.
    pub(crate) candidates_after: usize,
    /// Whether a word in lower case divides two names, unless it is a function word or a particle: "Rovers
    /// stun Town".
    pub(crate) lower_case_divides_names: bool,
    /// Whether a full stop ends sentences. Where it does not, one at the end of a name is part of an abbreviation:
    /// "กทม." for Bangkok.
    pub(crate) stops_end_sentences: bool,
    /// Whether a title is outside the name it precedes: "Justice" of "Justice Eleanor Rusk".
    pub(crate) titles_stand_outside_names: bool,

    /// Words right before a person's name. Texts in every language look them up.
    pub(crate) honorifics: &'static [Honorific],
    /// Prepositions of place that mean something else in other languages, so that [`Words`] cannot hold them.
    pub(crate) locatives: &'static [&'static str],
    /// Countries in which the language is at home (ISO 3166 alpha-2). A text means the town that lies in one of them,
    /// unless it says otherwise. A language of the whole world has none.
    pub(crate) home_countries: &'static [&'static str],
    /// Prepositions between a place and the state or country that it is in: "Paris in Texas". One that also says
    /// where to go is not among them.
    pub(crate) region_joints: &'static [&'static str],
    /// Words between the comma behind a place and its state or country: "Paris, dans l’État du Texas".
    pub(crate) region_words: &'static [&'static str],
    /// Prepositions between an office and its town: "burgemeester van Breda".
    pub(crate) office_joints: &'static [&'static str],
    /// Adjectives of countries and states without their ending, with the code: "texanisch" and "US-TX". Before a
    /// place they show where it is.
    pub(crate) region_adjectives: &'static [(&'static str, &'static str)],
    /// Nouns that come right before an organisation's name and no other: "airline".
    pub(crate) organisation_nouns: &'static [&'static str],
    /// Endings of nouns that say what kind of company follows, and the articles before them: "der Betreiber
    /// Muster AG".
    pub(crate) company_kinds: Option<CompanyKinds>,
    /// Words around a name that show its type.
    pub(crate) type_words: Option<&'static TypeWords>,
    /// Words that show a person.
    pub(crate) person_words: Option<&'static PersonWords>,
    /// Whether a particle shows a person only behind a known given name.
    pub(crate) needs_given_name: bool,
    /// Places whose names are also ordinary words, as they are written: "Essen".
    pub(crate) ordinary_places: &'static [&'static str],
    /// Places that are called like other things, each with words that show the other thing.
    pub(crate) homonyms: &'static [(&'static str, &'static [&'static str])],
    /// Words of names with a fixed form: ships, laws, titles of works.
    pub(crate) patterns: Option<&'static PatternWords>,
    /// Words of match reports.
    pub(crate) matches: &'static MatchWords,
    /// Words that show whether a person is a man or a woman.
    pub(crate) gender: &'static GenderWords,

    /// The words of dates and amounts.
    pub(crate) dates: Option<&'static DateWords>,

    /// Turns the scores of the trained model into probabilities.
    pub(crate) calibration: Calibration,
    /// The weight of the trained model when the accurate tier pools it with its transformer, from 0 to 1. At 0
    /// the transformer decides alone. `lab/results/tiers-by-language.md` has the figures.
    pub(crate) fast_share: f32,
    /// Turns the scores of the accurate tier into probabilities.
    pub(crate) accurate_calibration: Calibration,
}

/// How much the mention rules know of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RuleSupport {
    /// Function words and titles are listed.
    Words,
    /// Only capitals and the gazetteer count.
    Capitals,
    /// The language is not known: only the gazetteer counts.
    Gazetteer,
}

/// How the names of a language take case endings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Declension {
    /// Not at all, or not so that mentions need joining.
    None,
    /// A single word takes one of these endings.
    Endings(&'static [&'static str]),
    /// Each long word may have the "n" of a weak adjective or the "s" of a genitive, as in German.
    WeakAdjectives,
}

/// How a noun before a company's name explains it: "der Betreiber Muster AG".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CompanyKinds {
    /// Endings of the noun: "konzern".
    pub(crate) endings: &'static [&'static str],
    /// Articles and contractions before the noun.
    pub(crate) articles: &'static [&'static str],
}

impl Profile {
    /// The profile of a language without one of its own, and the defaults of all others.
    pub(crate) const BASE: Self = Self {
        tag: "",
        rules: RuleSupport::Capitals,
        words: Words::NONE,
        ordinary_words: "",
        elides_articles: false,
        case_endings_after_apostrophe: false,
        locative_endings: &[],
        capitalises_nouns: false,
        writes_units_in_latin: false,
        genitive_s: false,
        adjective_endings: &[],
        full_names_are_one_word: false,
        declension: Declension::None,
        stem_changes: &[],
        name_endings: &[],
        candidates_after: 2,
        lower_case_divides_names: false,
        stops_end_sentences: true,
        titles_stand_outside_names: false,
        honorifics: &[],
        locatives: &[],
        home_countries: &[],
        region_joints: &[],
        region_words: &[],
        office_joints: &[],
        region_adjectives: &[],
        organisation_nouns: &common::ORGANISATION_NOUNS,
        company_kinds: None,
        type_words: None,
        person_words: None,
        needs_given_name: false,
        ordinary_places: &[],
        homonyms: &[],
        patterns: Some(&common::PATTERNS),
        matches: &common::MATCHES,
        gender: &common::GENDER,
        dates: None,
        calibration: Calibration::NONE,
        fast_share: 0.0,
        // Fitted on the development sets of 26 languages, by the transformer alone.
        accurate_calibration: Calibration { slope: 0.760, shift: -0.511 },
    };

    /// The defaults of a language with a trained model, which the accurate tier pools with its transformer. Both
    /// models err in different places: on the development sets the pool is 2.4 points of F1 better than the
    /// transformer alone.
    pub(crate) const POOLED: Self = Self {
        fast_share: 0.5,
        // Fitted on 649 names of the development sets of Croatian, Indonesian, Kazakh and Portuguese.
        accurate_calibration: Calibration { slope: 0.649, shift: -0.145 },
        ..Self::BASE
    };

    /// The profile of a text whose language is not known.
    pub(crate) const UNDETERMINED: Self =
        Self { tag: messages::UNDETERMINED, rules: RuleSupport::Gazetteer, ..Self::BASE };

    /// Reports whether the language has a list of its ordinary words, so that an unknown word is likely a
    /// name.
    pub(crate) fn lists_ordinary_words(&self) -> bool {
        !self.ordinary_words.is_empty()
    }
}
