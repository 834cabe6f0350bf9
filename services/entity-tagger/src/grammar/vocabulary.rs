//! The date words of one language, ready for look-up.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::currencies;
use crate::languages::DateWords;

/// What a word means to the grammar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Meaning {
    /// 1 to 12.
    Month(u8),
    /// Days since Monday.
    Weekday(u8),
    /// Days from today.
    Day(i64),
    Next,
    Last,
    This,
    Unit(Unit),
    Number(f64),
    Scale(f64),
    /// ISO 4217 code; empty where several countries share the word.
    Currency(&'static str),
    /// The name of the unit in a value.
    Measure(&'static str),
    Percent,
    Per,
    Of,
    Ago,
    AgoBefore,
    Edge,
    Clock,
    /// A preposition of a date.
    BeforeDate,
    /// Nothing to the grammar.
    Other,
}

/// A unit of the calendar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// Which side of the day of publication a date lies on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
}

/// The date words of one language, ready for look-up.
#[derive(Debug)]
pub(super) struct Vocabulary {
    pub(super) words: &'static DateWords,
    tenses: HashMap<&'static str, Tense, FixedState>,
    meanings: HashMap<&'static str, Meaning, FixedState>,
}

/// Bytes of the longest token that is looked up. No word of a table is longer, and the limit bounds the work
/// on a long text without spaces.
const LONGEST: usize = 40;

impl Vocabulary {
    pub(super) fn new(words: &'static DateWords) -> Self {
        let tense = |list: &'static str, tense| list.split_ascii_whitespace().map(move |word| (word, tense));
        let tenses = tense(words.past, Tense::Past).chain(tense(words.future, Tense::Future));
        Self { words, tenses: tenses.collect(), meanings: meanings(words) }
    }

    /// Returns what `surface` means. Months and weekdays need their capital where the language writes one.
    pub(super) fn meaning(&self, surface: &str) -> Meaning {
        let is_lower = surface.bytes().all(|byte| byte.is_ascii_lowercase());
        if is_lower {
            return match self.get(surface) {
                Meaning::Month(_) | Meaning::Weekday(_) if self.words.capitals => Meaning::Other,
                meaning => meaning,
            };
        }
        if surface.len() > LONGEST {
            return Meaning::Other;
        }
        match self.get(surface) {
            Meaning::Other => self.get(&surface.to_lowercase()),
            meaning => meaning,
        }
    }

    /// Returns the tense that a word in lower case shows, by itself or by its ending.
    pub(super) fn tense(&self, word: &str) -> Option<Tense> {
        if let Some(tense) = self.tenses.get(word) {
            return Some(*tense);
        }
        // Words of one syllable are too short for an ending, and "caméra" and "opéra" are not verbs.
        let may_be_verb = word.len() >= 5 && !word.ends_with("éra") && word.chars().all(char::is_lowercase);
        let ends = |endings: &str| {
            may_be_verb && endings.split_ascii_whitespace().any(|ending| word.ends_with(ending))
        };
        let future = ends(self.words.future_endings).then_some(Tense::Future);
        future.or_else(|| ends(self.words.past_endings).then_some(Tense::Past))
    }

    /// Returns the hour of a time of day in one word, as it is written.
    pub(super) fn named_time(&self, surface: &str) -> Option<u8> {
        self.words.named_times.iter().find(|(form, _)| *form == surface).map(|(_, hour)| *hour)
    }

    fn get(&self, word: &str) -> Meaning {
        self.meanings.get(word).copied().unwrap_or(Meaning::Other)
    }
}

/// Files every word under its meaning. If a word has several, the first one wins; signs replace words.
fn meanings(words: &'static DateWords) -> HashMap<&'static str, Meaning, FixedState> {
    let mut meanings = HashMap::default();
    let mut add = |list: &'static str, meaning: Meaning| {
        for form in list.split_ascii_whitespace() {
            meanings.entry(form).or_insert(meaning);
        }
    };
    for (number, month) in (1..).zip(words.months) {
        add(month, Meaning::Month(number));
    }
    for (number, weekday) in (0..).zip(words.weekdays) {
        add(weekday, Meaning::Weekday(number));
    }
    words.days.iter().for_each(|(day, offset)| add(day, Meaning::Day(*offset)));
    words.numbers.iter().for_each(|(number, value)| add(number, Meaning::Number(*value)));
    words.scales.iter().for_each(|(scale, value)| add(scale, Meaning::Scale(*value)));
    words.currencies.iter().for_each(|(currency, code)| add(currency, Meaning::Currency(code)));
    words.measures.iter().for_each(|(measure, name)| add(measure, Meaning::Measure(name)));
    let units = [Unit::Day, Unit::Week, Unit::Month, Unit::Year];
    words.units.into_iter().zip(units).for_each(|(forms, unit)| add(forms, Meaning::Unit(unit)));
    for (list, meaning) in [
        (words.ago, Meaning::Ago),
        (words.ago_before, Meaning::AgoBefore),
        (words.next, Meaning::Next),
        (words.last, Meaning::Last),
        (words.this, Meaning::This),
        (words.percent, Meaning::Percent),
        (words.per, Meaning::Per),
        (words.of, Meaning::Of),
        (words.edges, Meaning::Edge),
        (words.clock, Meaning::Clock),
        (words.before_date, Meaning::BeforeDate),
    ] {
        add(list, meaning);
    }
    for (sign, code) in currencies::SIGNS {
        meanings.insert(sign, Meaning::Currency(code));
    }
    // The signs of Latin, Arabic and East Asian texts.
    for sign in ["%", "٪", "％"] {
        meanings.insert(sign, Meaning::Percent);
    }
    meanings
}
