//! Files the words of a language under their meanings.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::decimal::Decimal;
use super::meaning::{Around, AroundPhrase, Meaning, Phrase, STEM_KEY, Stem, Unit};
use super::{currencies, table};
use crate::languages::{DateWords, Profile};
use crate::tokens;

/// Collects the words of a language. If a word has several meanings, the first one wins: the language's own
/// words come before those of the table.
pub(super) struct Builder {
    profile: &'static Profile,
    pub(super) meanings: HashMap<Box<str>, Meaning, FixedState>,
    pub(super) phrases: HashMap<Box<str>, Vec<Phrase>, FixedState>,
    pub(super) stems: HashMap<Box<str>, Vec<Stem>, FixedState>,
    pub(super) scales: Vec<(Box<str>, Decimal)>,
    /// Words around a span of time, by their first token.
    pub(super) around: HashMap<Box<str>, Vec<AroundPhrase>, FixedState>,
    /// Whether the language lists its own words for "next" and "last".
    has_directions: bool,
    /// Whether 1,5 is one and a half. Most languages write it so.
    pub(super) decimal_comma: bool,
}

/// Units of measure of one or two letters that are no words of any language beside a number.
const SHORT_UNITS: [&str; 22] = [
    "km", "kg", "cm", "mm", "ha", "m", "t", "kW", "MW", "GW", "m²", "m³", "км", "кг", "см", "мм", "га", "м",
    "т", "км²", "м²", "кВт",
];

/// Names of the units of measure in values.
const MEASURES: [&str; 34] = [
    "km", "m", "cm", "mm", "mi", "yd", "ft", "in", "nmi", "t", "kg", "g", "lb", "oz", "km²", "m²", "mi²",
    "ha", "acre", "m³", "l", "gal", "bbl", "°C", "°F", "°", "kW", "MW", "GW", "kWh", "km/h", "m/s", "mph",
    "%",
];

/// Returns the sign of a unit in Cyrillic letters.
fn unit_sign(unit: &'static str) -> &'static str {
    match unit {
        "км" => "km",
        "кг" => "kg",
        "см" => "cm",
        "мм" => "mm",
        "га" => "ha",
        "м" => "m",
        "т" => "t",
        "км²" => "km²",
        "м²" => "m²",
        "кВт" => "kW",
        unit => unit,
    }
}

const UNITS: [(&str, Unit); 4] =
    [("day", Unit::Day), ("week", Unit::Week), ("month", Unit::Month), ("year", Unit::Year)];

impl Builder {
    pub(super) fn new(tag: &str, words: &'static DateWords, profile: &'static Profile) -> Self {
        let mut builder = Self {
            profile,
            meanings: HashMap::default(),
            phrases: HashMap::default(),
            stems: HashMap::default(),
            scales: Vec::new(),
            around: HashMap::default(),
            has_directions: !words.next.is_empty(),
            decimal_comma: true,
        };
        builder.add_signs();
        builder.add_own(words);
        for unit in SHORT_UNITS {
            builder.add_units(unit_sign(unit), std::iter::once(unit));
        }
        for line in table::rows(tag).lines() {
            builder.add_row(line);
        }
        builder.add_openers(words);
        for first in builder.phrases.keys().chain(builder.around.keys()) {
            builder.meanings.entry(first.clone()).or_insert(Meaning::Head);
        }
        builder
    }

    fn add_signs(&mut self) {
        for (sign, code) in currencies::SIGNS {
            self.add(sign, Meaning::Currency(code));
        }
        for code in currencies::codes() {
            self.add(code, Meaning::Currency(code));
        }
        // The signs of Latin, Arabic and East Asian texts.
        for sign in ["%", "٪", "％"] {
            self.add(sign, Meaning::Percent);
        }
    }

    /// Adds words that open an expression as they are written, unless they have a meaning.
    fn add_openers(&mut self, words: &'static DateWords) {
        let dollars = currencies::DOLLARS.iter().map(|(letters, _)| *letters);
        let signs = words.before_number.iter().map(|(form, _)| *form);
        let times = words.named_times.iter().map(|(form, _)| *form);
        for word in dollars.chain(signs).chain(times) {
            self.meanings.entry(word.into()).or_insert(Meaning::Opener);
        }
        for article in words.edge_articles {
            self.meanings.entry((*article).into()).or_insert(Meaning::EdgeArticle);
        }
    }

    fn add_own(&mut self, words: &'static DateWords) {
        for (number, month) in (1..).zip(words.months) {
            self.add_list(month, Meaning::Month(number));
        }
        for (number, weekday) in (0..).zip(words.weekdays) {
            self.add_list(weekday, Meaning::Weekday(number));
        }
        for (number, weekday) in (0..).zip(words.last_weekdays) {
            self.add_list(weekday, Meaning::WeekdayOf(number, -1));
        }
        let other = words.other_calendar.map_or(&[][..], |calendar| calendar.months);
        (1..).zip(other).for_each(|(number, month)| self.add_list(month, Meaning::OtherMonth(number)));
        words.eras.iter().for_each(|(era, start, last)| self.add_list(era, Meaning::Era(*start, *last)));
        words.days.iter().for_each(|(day, offset)| self.add_list(day, Meaning::Day(*offset)));
        let decimal = |number: f64| Decimal::of(number).unwrap_or(Decimal::ONE);
        words.numbers.iter().for_each(|(list, value)| self.add_list(list, Meaning::Number(decimal(*value))));
        words.scales.iter().for_each(|(list, value)| self.add_list(list, Meaning::Scale(decimal(*value))));
        words.currencies.iter().for_each(|(list, code)| self.add_list(list, Meaning::Currency(code)));
        words.minor_units.iter().for_each(|(list, code)| self.add_list(list, Meaning::Minor(code)));
        words.measures.iter().for_each(|(list, name)| self.add_list(list, Meaning::Measure(name)));
        for (forms, (_, unit)) in words.units.into_iter().zip(UNITS) {
            self.add_list(forms, Meaning::Unit(unit));
        }
        for (list, meaning) in [
            (words.next, Meaning::Next),
            (words.last, Meaning::Last),
            (words.this, Meaning::This),
            (words.percent, Meaning::Percent),
            (words.percent_before, Meaning::PercentBefore),
            (words.per, Meaning::Per),
            (words.of, Meaning::Of),
            (words.edges, Meaning::Edge),
            (words.clock, Meaning::Clock),
            (words.clock_before, Meaning::ClockBefore),
            (words.half_to, Meaning::HalfTo),
            (words.half_past, Meaning::HalfPast),
            (words.other_days, Meaning::OtherDay),
            (words.before_date, Meaning::BeforeDate),
            (words.minus, Meaning::Minus),
            (words.and_half, Meaning::AndHalf),
        ] {
            self.add_list(list, meaning);
        }
        for (list, around) in [
            (words.ago, Around::After(true)),
            (words.ago_before, Around::Before(true)),
            (words.in_before, Around::Before(false)),
            (words.in_after, Around::After(false)),
        ] {
            list.split_ascii_whitespace().for_each(|form| self.add_around(&form.replace('_', " "), around));
        }
        words.ordinals.iter().for_each(|(list, number)| self.add_list(list, Meaning::Ordinal(*number)));
        words.day_parts.iter().for_each(|(list, hours)| self.add_list(list, Meaning::DayPart(*hours)));
    }

    /// Adds words that a profile lists: `_` is a space in a phrase, and `*` any ending.
    fn add_list(&mut self, list: &'static str, meaning: Meaning) {
        for form in list.split_ascii_whitespace() {
            match form.strip_suffix('*') {
                Some(stem) => {
                    let key = stem.chars().take(STEM_KEY).collect::<String>().into();
                    self.stems.entry(key).or_default().push((stem.into(), meaning));
                }
                // An elided word is one token before the word that it belongs to, and two by itself.
                None if form.ends_with(['\'', '’']) && !form.contains('_') => {
                    self.meanings.entry(form.into()).or_insert(meaning);
                }
                None => self.add(&form.replace('_', " "), meaning),
            }
        }
    }

    fn add_row(&mut self, line: &str) {
        let Some((kind, key, mut forms)) = table::row(line) else { return };
        let number = || key.parse::<u8>().ok();
        let meaning = match kind {
            "month" => number().map(Meaning::Month),
            "short_month" => number().map(Meaning::ShortMonth),
            "weekday" => number().map(Meaning::Weekday),
            "scale" => key.parse().ok().and_then(Decimal::power_of_ten).map(Meaning::Scale),
            "open_scale" => Some(Meaning::OpenScale),
            "currency" => currencies::constant(key).map(Meaning::Currency),
            "sign" => return self.add_currency_signs(key, forms),
            "unit" => return self.add_units(key, forms),
            "span" => unit(key).map(Meaning::Unit),
            "relative" => relative(key),
            "past" | "future" => return self.add_templates(kind == "past", forms),
            "mark" if key == "decimal" => {
                self.decimal_comma = forms.next_back().is_none_or(|mark| mark == "," || mark == "٫");
                return;
            }
            _ => return,
        };
        let Some(meaning) = meaning else { return };
        // A span cut to a letter is a word of its own. "El lunes pasado" has an article, and the parsers of the
        // language's own words leave it out.
        let is_phrase =
            self.has_directions && matches!(meaning, Meaning::Period(..) | Meaning::WeekdayOf(..));
        let fits = |form: &&str| !((kind == "span" && form.len() < 2) || (is_phrase && form.contains(' ')));
        for form in forms.filter(fits) {
            self.add(&form.to_lowercase(), meaning);
        }
    }

    fn add_currency_signs<'f>(&mut self, key: &str, forms: impl Iterator<Item = &'f str>) {
        let Some(code) = currencies::constant(key) else { return };
        // A letter alone is no sign: "5 L".
        for sign in forms.filter(|sign| sign.chars().count() > 1 || !sign.chars().all(char::is_alphabetic)) {
            self.add(sign, Meaning::Currency(code));
        }
    }

    fn add_units<'f>(&mut self, key: &str, forms: impl Iterator<Item = &'f str>) {
        let Some(name) = MEASURES.into_iter().find(|name| *name == key) else { return };
        let meaning = if key == "%" { Meaning::Percent } else { Meaning::Measure(name) };
        for form in forms {
            let letters = form.chars().filter(|each| each.is_alphabetic()).count();
            let is_short = form.chars().count() <= 2 && letters > 0 && form.chars().all(char::is_alphabetic);
            // "Degrees Celsius" are degrees, as "degrees" alone are.
            let in_words = key == "°C" && letters > 1;
            let is_latin = form.chars().all(|each| each.is_alphabetic() && (each as u32) < 0x500);
            if in_words || (is_short && is_latin && !SHORT_UNITS.contains(&form)) {
                continue;
            }
            if letters <= 3 { self.add(form, meaning) } else { self.add(&form.to_lowercase(), meaning) }
        }
    }

    /// Adds the words around the number of "{0} days ago" and "in {0} days", without the unit.
    fn add_templates<'f>(&mut self, is_past: bool, forms: impl Iterator<Item = &'f str>) {
        for form in forms {
            let Some((head, tail)) = form.split_once("{0}") else { continue };
            if !head.trim().is_empty() {
                self.add_around(&head.trim().to_lowercase(), Around::Before(is_past));
            }
            // The first word behind the number is the unit.
            if let Some((_, ago)) = tail.trim().split_once(' ') {
                self.add_around(&ago.to_lowercase(), Around::After(is_past));
            }
        }
    }

    /// Adds a word or phrase around a span of time.
    fn add_around(&mut self, form: &str, around: Around) {
        let mut parts = tokens::tokenize(form, self.profile).map(|token| token.span.of(form).into());
        let Some(first) = parts.next() else { return };
        let known = self.around.entry(first).or_default();
        known.push((parts.collect(), around));
        known.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
    }

    /// Adds a word, or a phrase of several tokens.
    fn add(&mut self, form: &str, meaning: Meaning) {
        let mut parts = tokens::tokenize(form, self.profile).map(|token| token.span.of(form));
        let Some(first) = parts.next() else { return };
        let rest: Box<[Box<str>]> = parts.map(|part| part.to_lowercase().into()).collect();
        if let Meaning::Scale(factor) = meaning
            && rest.is_empty()
        {
            self.scales.push((first.into(), factor));
        }
        if rest.is_empty() {
            self.meanings.entry(first.into()).or_insert(meaning);
            return;
        }
        let phrases = self.phrases.entry(first.into()).or_default();
        if !phrases.iter().any(|(words, _)| *words == rest) {
            phrases.push((rest, meaning));
        }
    }
}

fn unit(name: &str) -> Option<Unit> {
    UNITS.iter().find(|(known, _)| *known == name).map(|(_, unit)| *unit)
}

/// Reads the key of a phrase for a time near today: `day -1`, `week 1`, `weekday0 -1`.
fn relative(key: &str) -> Option<Meaning> {
    let (name, offset) = key.split_once(' ')?;
    let offset: i64 = offset.parse().ok()?;
    if let Some(day) = name.strip_prefix("weekday") {
        return Some(Meaning::WeekdayOf(day.parse().ok()?, offset));
    }
    match unit(name)? {
        Unit::Day => Some(Meaning::Day(offset)),
        unit => Some(Meaning::Period(unit, offset)),
    }
}
