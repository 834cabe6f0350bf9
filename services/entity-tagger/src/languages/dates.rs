//! The type that holds a language's words for dates, times and amounts.

use std::ops::Range;

/// The hour from which a word for the middle of the day counts: ten to three.
pub(crate) const MIDDAY: u8 = 9;
/// The hour from which a word for the night counts, as "de la noche" and "malam": five in the evening to four.
pub(crate) const NIGHT: u8 = 17;

/// The words of one language for dates, times and amounts.
///
/// All are in lower case. A field of type `&str` holds any number of words, separated by spaces. In it, `_`
/// is the space of a phrase, and `*` at the end of a stem of three letters or more stands for any ending of
/// up to six letters. A language states what it has beyond the table of the calendar (`data/calendar.tsv`),
/// and the rest comes from [`DateWords::NONE`].
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is an independent habit of a language")]
pub(crate) struct DateWords {
    /// January to December, with all their forms.
    pub(crate) months: [&'static str; 12],
    /// Months that mean something else without a preposition, as they are written: "May", "mars".
    pub(crate) doubtful_months: &'static [&'static str],
    /// Monday to Sunday.
    pub(crate) weekdays: [&'static str; 7],
    /// The second part of Monday to Friday where the first alone is not a weekday: "feira" of
    /// "segunda-feira".
    pub(crate) weekday_ending: Option<&'static str>,
    /// Monday to Sunday in a form that is always the last one: Swedish "fredags".
    pub(crate) last_weekdays: [&'static str; 7],
    /// Days counted from today.
    pub(crate) days: &'static [(&'static str, i64)],
    /// Days counted from another day of the text, which have no value: "the following day".
    pub(crate) other_days: &'static str,
    /// Words for "next".
    pub(crate) next: &'static str,
    /// Words for "next" that put a weekday into next week, as they are written: "next Wednesday".
    pub(crate) next_week: &'static [&'static str],
    /// Words for "last".
    pub(crate) last: &'static str,
    /// Words for "this".
    pub(crate) this: &'static str,
    /// Day, week, month, year.
    pub(crate) units: [&'static str; 4],
    /// Number words.
    pub(crate) numbers: &'static [(&'static str, f64)],
    /// Thousand, million and so on.
    pub(crate) scales: &'static [(&'static str, f64)],
    /// Words for currencies with their ISO 4217 code; the code is empty where several countries share the
    /// word.
    pub(crate) currencies: &'static [(&'static str, &'static str)],
    /// Currencies that several countries share: the adjective of the country, before the currency ("Swiss
    /// francs") or after it ("francs suisses"), the beginning of the currency's name, and the ISO 4217 code.
    /// Texts in every language look them up.
    pub(crate) national_currencies: &'static [(&'static str, &'static str, &'static str)],
    /// Words for a hundredth of a currency, with the ISO 4217 code: "pence".
    pub(crate) minor_units: &'static [(&'static str, &'static str)],
    /// Whether the number comes behind what it counts: Swahili "dola milioni 5", "kilomita 12".
    pub(crate) number_follows: bool,
    /// Abbreviations of currencies before a number, as they are written: "Rs", "Sfr".
    pub(crate) before_number: &'static [(&'static str, &'static str)],
    /// Units of measure with the name they get in `value`.
    pub(crate) measures: &'static [(&'static str, &'static str)],
    /// "Percent" in one word.
    pub(crate) percent: &'static str,
    /// "Percent" before the number: "yüzde".
    pub(crate) percent_before: &'static str,
    /// "Minus" before a number.
    pub(crate) minus: &'static str,
    /// "And a half" behind a number.
    pub(crate) and_half: &'static str,
    /// The words around the first number of a range: "between" and "and". Empty if the language has none.
    pub(crate) between: (&'static str, &'static str),
    /// Words between the ends of a range.
    pub(crate) range_joints: &'static str,
    /// The first of two words for "per cent". The second begins with "cent" or "cien".
    pub(crate) per: &'static str,
    /// "Of" between day, month and year.
    pub(crate) of: &'static str,
    /// Prepositions that make a bare number a year and a bare month a date.
    pub(crate) before_date: &'static str,
    /// "Ago" after the amount.
    pub(crate) ago: &'static str,
    /// "Ago" before the amount.
    pub(crate) ago_before: &'static str,
    /// "In" before a span of time: "in drei Tagen".
    pub(crate) in_before: &'static str,
    /// The same behind the span.
    pub(crate) in_after: &'static str,
    /// Beginning, middle and end, before "of this year".
    pub(crate) edges: &'static str,
    /// The article before such a word, as it is written: "the end of this year".
    pub(crate) edge_articles: &'static [&'static str],
    /// "First" and so on before a weekday.
    pub(crate) ordinals: &'static [(&'static str, i8)],
    /// Parts of the day on either side of an hour, with the hour at which they begin: 0, [`MIDDAY`], 12 or [`NIGHT`].
    pub(crate) day_parts: &'static [(&'static str, u8)],
    /// Words after which a word for a day is a part of a day: "la" of "por la mañana".
    pub(crate) part_of_day_after: &'static [&'static str],
    /// Words that begin a clause, whose tense is its own: "dass".
    pub(crate) subordinators: &'static [&'static str],
    /// The word between day and month in digits: Vietnamese "tháng".
    pub(crate) month_word: &'static str,
    /// Words behind a year in digits: Vietnamese "năm", Armenian "թ".
    pub(crate) year_word: &'static str,
    /// Whether the table's phrases for weekdays name a week: 下周五 is the Friday of next week.
    pub(crate) weekdays_of_weeks: bool,
    /// Whether years count from 543 before Christ.
    pub(crate) buddhist_years: bool,
    /// Eras whose years are counted in dates: the name, the year before its first one, and its last year.
    pub(crate) eras: &'static [(&'static str, i32, i32)],
    /// A calendar that news of the language uses beside the Gregorian one.
    pub(crate) other_calendar: Option<&'static OtherCalendar>,
    /// "O'clock" behind the hour.
    pub(crate) clock: &'static str,
    /// The same before the hour: "klockan".
    pub(crate) clock_before: &'static str,
    /// Half an hour before the hour that follows: "halb" of "halb drei".
    pub(crate) half_to: &'static str,
    /// Half an hour after the hour that follows: "half past".
    pub(crate) half_past: &'static str,
    /// The signs of hours, of hours only beside minutes or a part of the day, of minutes and of half an hour,
    /// behind digits: 時, 点, 分 and 半.
    pub(crate) clock_signs: Option<[&'static [&'static str]; 4]>,
    /// Times of day in one word, as they are written, with their hour.
    pub(crate) named_times: &'static [(&'static str, u8)],
    /// Words before a date that put it after the day of publication: "will", "until".
    pub(crate) future: &'static str,
    /// Words before a date that put it before the day of publication: "was", "has". Verbs of saying do so
    /// too.
    pub(crate) past: &'static str,
    /// Endings of verbs in the future tense.
    pub(crate) future_endings: &'static str,
    /// Endings of verbs in the past tense.
    pub(crate) past_endings: &'static str,
    /// Verbs in the present tense of what is arranged: "the court rules on Friday". They count only in a clause
    /// without another tense, because many are also nouns.
    pub(crate) present: &'static str,
    /// Such verbs in the plural, which count after a plural noun: "voters go to the polls on Friday".
    pub(crate) present_plural: &'static str,
    /// How the present tense speaks of what is arranged: "the forum ends on Saturday".
    pub(crate) arranged: Option<&'static Arranged>,
    /// Whether a month alone is a date. Where it is not, it needs a preposition: "Maja" is also a name.
    pub(crate) bare_months: bool,
    /// Whether months and weekdays are written with a capital.
    pub(crate) capitals: bool,
    /// Whether countries of the language disagree on the comma, so that 20,000 has no value.
    pub(crate) disputed_comma: bool,
    /// Whether 元 behind a simplified magnitude is the yuan.
    pub(crate) simplified_yuan: bool,
    /// Whether "of" before a currency needs a magnitude before it: "millions of dollars".
    pub(crate) of_needs_magnitude: bool,
    /// Whether a span of time ahead needs a word for the future: "in three days" is also a length.
    pub(crate) in_needs_future: bool,
    /// Whether the day may follow the month: "April 24".
    pub(crate) day_follows_month: bool,
    /// Whether a day with an ending may follow the month, as the year comes before both: "november 25-én".
    pub(crate) year_month_day: bool,
    /// Whether "this" may come between a weekday and its date: "lundi, ce 24 avril".
    pub(crate) this_before_day: bool,
    /// Whether 4/5/2019 may be in April or in May, so that it gets no value.
    pub(crate) ambiguous_slashes: bool,
}

/// A calendar beside the Gregorian one.
#[derive(Debug)]
pub(crate) struct OtherCalendar {
    /// How its days are converted.
    pub(crate) system: CalendarSystem,
    /// Its months in order, with all their forms.
    pub(crate) months: &'static [&'static str],
    /// The years in digits that are years of this calendar without a sign of its era.
    pub(crate) years: Range<i32>,
    /// Words on either side of a year that put it into the Gregorian calendar.
    pub(crate) gregorian: &'static [&'static str],
}

/// A calendar that is not the Gregorian one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CalendarSystem {
    /// The solar calendar of Iran and Afghanistan.
    Persian,
    /// The Hebrew calendar, with Adar I as month 13 and Adar II as month 14. Its numbers are letters.
    Hebrew,
    /// The calendar of Ethiopia, in the era Amete Mihret.
    Ethiopian,
    /// The Islamic calendar. Countries differ by a day or two, so its dates have no value.
    Islamic,
    /// The calendar of Nepal. Its months have no rule, so its dates have no value.
    Nepali,
}

/// How the present tense speaks of what is arranged.
#[derive(Debug)]
pub(crate) struct Arranged {
    /// Verbs in the present tense, third person: "ends".
    pub(crate) verbs: &'static [&'static str],
    /// The particle of the infinitive, as it is written: "to" of "is to meet" and of the headline "Board to
    /// meet".
    pub(crate) infinitive: &'static [&'static str],
    /// Verbs before the particle outside headlines: "is".
    pub(crate) auxiliaries: &'static [&'static str],
    /// Determiners that a verb may follow: "that ends on Saturday".
    pub(crate) pronouns: &'static [&'static str],
}

impl DateWords {
    /// No words.
    pub(crate) const NONE: Self = Self {
        months: [""; 12],
        doubtful_months: &[],
        weekdays: [""; 7],
        weekday_ending: None,
        last_weekdays: [""; 7],
        days: &[],
        other_days: "",
        next: "",
        next_week: &[],
        last: "",
        this: "",
        units: [""; 4],
        numbers: &[],
        scales: &[],
        currencies: &[],
        national_currencies: &[],
        minor_units: &[],
        number_follows: false,
        before_number: &[],
        measures: &[],
        percent: "",
        percent_before: "",
        minus: "",
        and_half: "",
        between: ("", ""),
        range_joints: "",
        per: "",
        of: "",
        before_date: "",
        ago: "",
        ago_before: "",
        in_before: "",
        in_after: "",
        edges: "",
        edge_articles: &[],
        clock: "",
        clock_before: "",
        ordinals: &[],
        day_parts: &[],
        part_of_day_after: &[],
        subordinators: &[],
        month_word: "",
        year_word: "",
        weekdays_of_weeks: false,
        buddhist_years: false,
        eras: &[],
        other_calendar: None,
        half_to: "",
        half_past: "",
        clock_signs: None,
        named_times: &[],
        future: "",
        past: "",
        future_endings: "",
        past_endings: "",
        present: "",
        present_plural: "",
        arranged: None,
        bare_months: false,
        capitals: false,
        disputed_comma: false,
        simplified_yuan: false,
        of_needs_magnitude: false,
        in_needs_future: false,
        day_follows_month: false,
        year_month_day: false,
        this_before_day: false,
        ambiguous_slashes: false,
    };

    /// Signs and digits alone, for languages without words of their own.
    pub(crate) const SIGNS: Self =
        Self { measures: &[("km", "km"), ("kg", "kg"), ("км", "km"), ("кг", "kg")], ..Self::NONE };
}
