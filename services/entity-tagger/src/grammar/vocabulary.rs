//! The date words of one language, ready for look-up.

use std::borrow::Cow;
use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::decimal::Decimal;
use super::meaning::{AroundPhrase, Meaning, Phrase, STEM_KEY, Stem, Tense};
use super::numerals::Marks;
use super::word_lists::Builder;
use crate::languages::{DateWords, Profile};

/// The date words of one language, ready for look-up.
#[derive(Debug)]
pub(super) struct Vocabulary {
    pub(super) words: &'static DateWords,
    pub(super) marks: Marks,
    tenses: HashMap<&'static str, Tense, FixedState>,
    /// Endings of verbs, with the tense that they show.
    endings: Vec<(&'static str, Tense)>,
    /// Verbs in the present tense, and what they say of a date near them.
    present: HashMap<&'static str, Present, FixedState>,
    /// Single words.
    meanings: HashMap<Box<str>, Meaning, FixedState>,
    /// Phrases by their first word, the longest first.
    phrases: HashMap<Box<str>, Vec<Phrase>, FixedState>,
    /// Stems that take endings, by their first letters.
    stems: HashMap<Box<str>, Vec<Stem>, FixedState>,
    /// Magnitudes with their forms, for forms that no list has.
    scales: Vec<(Box<str>, Decimal)>,
    around: HashMap<Box<str>, Vec<AroundPhrase>, FixedState>,
}

/// What a verb in the present tense says of a date near it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Present {
    /// The date is ahead, in a clause without another tense: "the court rules on Friday".
    Singular,
    /// The same behind a noun in the plural: "voters go to the polls on Friday".
    Plural,
    /// The date is ahead: "the forum ends on Saturday".
    Arranged,
}

/// Bytes of the longest token that is looked up. No word of a table is longer, and the limit bounds the work
/// on a long text without spaces.
const LONGEST: usize = 60;

/// Characters of the longest ending of a stem.
const LONGEST_ENDING: usize = 6;

impl Vocabulary {
    /// Makes the vocabulary of a language from its own words, and from those of the table of the calendar.
    pub(super) fn new(tag: &str, profile: &'static Profile) -> Self {
        static SIGNS: DateWords = DateWords::SIGNS;
        let words = profile.dates.unwrap_or(&SIGNS);
        let tense = |list: &'static str, tense| list.split_ascii_whitespace().map(move |word| (word, tense));
        let tenses = tense(words.past, Tense::Past).chain(tense(words.future, Tense::Future));
        let endings = tense(words.future_endings, Tense::Future)
            .chain(tense(words.past_endings, Tense::Past))
            .collect();
        let verbs = |list: &'static str, verb| list.split_ascii_whitespace().map(move |word| (word, verb));
        let arranged = words.arranged.map_or(&[][..], |arranged| arranged.verbs);
        let present = (verbs(words.present_plural, Present::Plural))
            .chain(verbs(words.present, Present::Singular))
            .chain(arranged.iter().map(|verb| (*verb, Present::Arranged)));
        let present = present.collect();
        let Builder { meanings, mut phrases, stems, scales, around, decimal_comma, .. } =
            Builder::new(tag, words, profile);
        for list in phrases.values_mut() {
            list.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
        let marks = Marks {
            decimal_comma,
            is_disputed: words.disputed_comma,
            is_unknown: tag == messages::UNDETERMINED,
        };
        let tenses = tenses.collect();
        Self { words, marks, tenses, endings, present, meanings, phrases, stems, scales, around }
    }

    /// Returns what `surface` means. Months and weekdays need their capital where the language writes one.
    pub(super) fn meaning(&self, surface: &str) -> Meaning {
        let is_lower = surface.bytes().all(|byte| byte.is_ascii_lowercase());
        if is_lower {
            return match self.get(surface) {
                Meaning::Month(_) | Meaning::ShortMonth(_) | Meaning::Weekday(_) if self.words.capitals => {
                    Meaning::Other
                }
                meaning => meaning,
            };
        }
        if surface.len() > LONGEST {
            return Meaning::Other;
        }
        let as_written = self.meanings.get(surface).copied().unwrap_or(Meaning::Other);
        if !as_written.is_of_form() {
            return as_written;
        }
        match self.get(&lower(surface)) {
            // "MM" is no millimetre, and "M" no metre.
            Meaning::Measure(_) if surface.len() < 2 => as_written,
            meaning if meaning.is_of_form() && as_written != Meaning::Other => as_written,
            meaning => meaning,
        }
    }

    /// Returns the phrases that begin with a word.
    pub(super) fn phrases(&self, first: &str) -> &[Phrase] {
        let found = self.phrases.get(first);
        let found = found.or_else(|| self.phrases.get(lower(first).as_ref()));
        found.map_or(&[], Vec::as_slice)
    }

    /// Returns the phrases around spans of time that begin with a word.
    pub(super) fn around(&self, first: &str) -> &[AroundPhrase] {
        let found = self.around.get(first);
        let found = found.or_else(|| self.around.get(lower(first).as_ref()));
        found.map_or(&[], Vec::as_slice)
    }

    /// Reports whether the language's tenses are known, so that a verb puts a weekday before or after the day
    /// of publication.
    pub(super) fn knows_tenses(&self) -> bool {
        !self.words.present.is_empty()
    }

    /// Returns what a verb in the present tense says of a date near it.
    pub(super) fn present(&self, word: &str) -> Option<Present> {
        self.present.get(word).copied()
    }

    /// Returns the tense that a word in lower case shows, by itself or by its ending.
    pub(super) fn tense(&self, word: &str) -> Option<Tense> {
        if let Some(tense) = self.tenses.get(word) {
            return Some(*tense);
        }
        // Words of one syllable are too short for an ending, and "caméra" and "opéra" are not verbs.
        if word.len() < 5 || self.endings.is_empty() {
            return None;
        }
        let (_, tense) = self.endings.iter().find(|(ending, _)| word.ends_with(ending))?;
        (!word.ends_with("éra") && word.chars().all(char::is_lowercase)).then_some(*tense)
    }

    /// Returns the hour of a time of day in one word, as it is written.
    pub(super) fn named_time(&self, surface: &str) -> Option<u8> {
        self.words.named_times.iter().find(|(form, _)| *form == surface).map(|(_, hour)| *hour)
    }

    /// Returns the magnitude of which a word is a form that no list has: "milijardama" of "milijarda".
    ///
    /// The word and the listed form share all but the last letter or two, and at least five letters.
    pub(super) fn inflected_scale(&self, word: &str) -> Option<Decimal> {
        let word = word.to_lowercase();
        let shared =
            |form: &str| form.chars().zip(word.chars()).take_while(|(one, other)| one == other).count();
        let length = word.chars().count();
        let fits = |form: &str, shared: usize| {
            let rest = form.chars().count() - shared;
            length - shared <= LONGEST_ENDING && rest <= if shared > 5 { 2 } else { 1 }
        };
        let forms = self.scales.iter().map(|(form, factor)| (shared(form), form, *factor));
        let fitting = forms.filter(|(shared, form, _)| *shared >= 5 && fits(form, *shared));
        fitting.max_by_key(|(shared, ..)| *shared).map(|(.., factor)| factor)
    }

    fn get(&self, word: &str) -> Meaning {
        let listed = self.meanings.get(word).copied().unwrap_or(Meaning::Other);
        if self.stems.is_empty() || !matches!(listed, Meaning::Other | Meaning::Head) {
            return listed;
        }
        let key = word.char_indices().nth(STEM_KEY).map_or(word.len(), |(at, _)| at);
        let Some(stems) = word.get(..key).and_then(|key| self.stems.get(key)) else { return listed };
        let fits = |stem: &str| {
            word.strip_prefix(stem).is_some_and(|ending| {
                ending.chars().count() <= LONGEST_ENDING && ending.chars().all(char::is_alphabetic)
            })
        };
        let fitting = stems.iter().filter(|(stem, _)| fits(stem));
        fitting.max_by_key(|(stem, _)| stem.len()).map_or(listed, |(_, meaning)| *meaning)
    }
}

/// Returns a word in lower case, without a copy if it is so already.
fn lower(word: &str) -> Cow<'_, str> {
    let is_changed = if word.is_ascii() {
        word.bytes().any(|byte| byte.is_ascii_uppercase())
    } else {
        word.chars().any(char::is_uppercase)
    };
    if is_changed { Cow::Owned(word.to_lowercase()) } else { Cow::Borrowed(word) }
}
