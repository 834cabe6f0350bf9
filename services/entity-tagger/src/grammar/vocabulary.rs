//! The words of one language that dates and amounts are made of.

use std::collections::HashMap;

use foldhash::fast::RandomState;

/// One language's words, all in lower case.
#[derive(Debug)]
pub(super) struct Table {
    /// Primary language subtag.
    pub(super) language: &'static str,
    /// January to December; several forms each, separated by spaces.
    pub(super) months: [&'static str; 12],
    /// Monday to Sunday.
    pub(super) weekdays: [&'static str; 7],
    /// Days counted from today.
    pub(super) days: &'static [(&'static str, i64)],
    /// next, last, this.
    pub(super) next: &'static str,
    pub(super) last: &'static str,
    pub(super) this: &'static str,
    /// day, week, month, year.
    pub(super) units: [&'static str; 4],
    /// Number words.
    pub(super) numbers: &'static [(&'static str, f64)],
    /// thousand, million and so on.
    pub(super) scales: &'static [(&'static str, f64)],
    /// Words for currencies with their ISO 4217 code; none where several countries share the word.
    pub(super) currencies: &'static [(&'static str, &'static str)],
    /// Units of measure with the name they get in `value`.
    pub(super) measures: &'static [(&'static str, &'static str)],
    /// "percent" in one word.
    pub(super) percent: &'static str,
    /// The first of two words for "per cent"; the second begins with "cent" or "cient".
    pub(super) per: &'static str,
    /// "of" between day, month and year.
    pub(super) of: &'static str,
    /// Prepositions that make a bare number a year and a bare month a date.
    pub(super) before_date: &'static str,
    /// "ago" behind the amount, or its counterpart in front of it.
    pub(super) ago: &'static str,
    pub(super) ago_before: &'static str,
    /// Beginning, middle, end, before "of this year".
    pub(super) edges: &'static str,
    /// "o'clock".
    pub(super) clock: &'static str,
    /// Words in front of a date that put it after the day of publication: "will", "until".
    pub(super) future: &'static str,
    /// Words in front of a date that put it before: "was", "has"; verbs of saying do so too.
    pub(super) past: &'static str,
    /// Endings of future and past verbs in lower case.
    pub(super) future_endings: &'static str,
    pub(super) past_endings: &'static str,
    /// Whether months and weekdays are written with a capital.
    pub(super) capitals: bool,
    /// Whether 1,5 is one and a half.
    pub(super) decimal_comma: bool,
}

/// What a word means to the grammar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Word {
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
    Currency(&'static str),
    Measure(&'static str),
    Percent,
    Per,
    Of,
    Ago,
    AgoBefore,
    Edge,
    Clock,
    /// Also the preposition of a date.
    BeforeDate,
    Other,
}

/// A stretch of the calendar.
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

/// A table, ready for look-up.
#[derive(Debug)]
pub(super) struct Vocabulary {
    pub(super) table: &'static Table,
    /// Words that say which way a date lies.
    tenses: HashMap<&'static str, Tense, RandomState>,
    words: HashMap<&'static str, Word, RandomState>,
}

impl Vocabulary {
    pub(super) fn new(table: &'static Table) -> Self {
        let mut words = HashMap::default();
        let mut add = |list: &'static str, word: Word| {
            for form in list.split(' ').filter(|form| !form.is_empty()) {
                words.entry(form).or_insert(word);
            }
        };
        for (number, month) in (1..).zip(table.months) {
            add(month, Word::Month(number));
        }
        for (number, weekday) in (0..).zip(table.weekdays) {
            add(weekday, Word::Weekday(number));
        }
        table.days.iter().for_each(|(day, offset)| add(day, Word::Day(*offset)));
        table.numbers.iter().for_each(|(number, value)| add(number, Word::Number(*value)));
        table.scales.iter().for_each(|(scale, value)| add(scale, Word::Scale(*value)));
        table.currencies.iter().for_each(|(currency, code)| add(currency, Word::Currency(code)));
        table.measures.iter().for_each(|(measure, name)| add(measure, Word::Measure(name)));
        let units = [Unit::Day, Unit::Week, Unit::Month, Unit::Year];
        table.units.into_iter().zip(units).for_each(|(forms, unit)| add(forms, Word::Unit(unit)));
        for (list, word) in [
            (table.ago, Word::Ago),
            (table.ago_before, Word::AgoBefore),
            (table.next, Word::Next),
            (table.last, Word::Last),
            (table.this, Word::This),
            (table.percent, Word::Percent),
            (table.per, Word::Per),
            (table.of, Word::Of),
            (table.edges, Word::Edge),
            (table.clock, Word::Clock),
            (table.before_date, Word::BeforeDate),
        ] {
            add(list, word);
        }
        for (sign, code) in super::languages::CURRENCY_SIGNS {
            words.insert(sign, Word::Currency(code));
        }
        words.insert("%", Word::Percent);
        words.insert("٪", Word::Percent);
        words.insert("％", Word::Percent);
        let tense = |list: &'static str, tense| list.split(' ').map(move |word| (word, tense));
        let tenses = tense(table.past, Tense::Past).chain(tense(table.future, Tense::Future));
        Self { table, tenses: tenses.filter(|(word, _)| !word.is_empty()).collect(), words }
    }

    /// What `surface` means; months and weekdays need their capital where the language writes one.
    pub(super) fn word(&self, surface: &str) -> Word {
        let lower = surface.bytes().all(|byte| byte.is_ascii_lowercase());
        if lower {
            return match self.get(surface) {
                Word::Month(_) | Word::Weekday(_) if self.table.capitals => Word::Other,
                word => word,
            };
        }
        // Longer tokens are no words of a table: bounds the cost of one without spaces.
        if surface.len() > 40 {
            return Word::Other;
        }
        match self.get(surface) {
            Word::Other => self.get(&surface.to_lowercase()),
            word => word,
        }
    }

    /// The tense a word in lower case speaks for, by itself or by its ending.
    pub(super) fn tense(&self, word: &str) -> Option<Tense> {
        if let Some(tense) = self.tenses.get(word) {
            return Some(*tense);
        }
        let ends = |endings: &str| {
            // "caméra" and "opéra" are no verbs, nor are words of a syllable.
            let verb = word.len() >= 5 && !word.ends_with("éra") && word.chars().all(char::is_lowercase);
            verb && endings.split(' ').any(|ending| !ending.is_empty() && word.ends_with(ending))
        };
        let future = ends(self.table.future_endings).then_some(Tense::Future);
        future.or_else(|| ends(self.table.past_endings).then_some(Tense::Past))
    }

    fn get(&self, word: &str) -> Word {
        self.words.get(word).copied().unwrap_or(Word::Other)
    }
}
