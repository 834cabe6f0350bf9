//! Figures, times and codes in words.

use std::time::Duration;

use language_detector::KnownLanguage;
use maud::{Markup, html};
use messages::{DeadReason, EntityType, Limit, UNDETERMINED};

/// The types of names and amounts with their headings, in the order shown.
pub(super) const TYPES: [(EntityType, &str); 9] = [
    (EntityType::Per, "People"),
    (EntityType::Org, "Organisations"),
    (EntityType::Loc, "Places"),
    (EntityType::Misc, "Other names"),
    (EntityType::Date, "Dates"),
    (EntityType::Time, "Times"),
    (EntityType::Money, "Money"),
    (EntityType::Percent, "Percentages"),
    (EntityType::Quantity, "Quantities"),
];

/// Groups the digits of a number: `12,345`.
pub(super) fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// Adds a count to a noun: `3 sentences`.
pub(super) fn counted(number: u64, noun: &str) -> String {
    format!("{} {noun}{}", count(number), if number == 1 { "" } else { "s" })
}

/// Returns a rate per second: `0`, `0.4`, `12`, `1,234`.
pub(super) fn rate(per_second: f64) -> String {
    match per_second {
        none if none < 0.05 => "0".to_owned(),
        small if small < 9.95 => format!("{small:.1}"),
        large => count(large.round() as u64),
    }
}

/// Returns a duration with the unit that suits it: `0.8 ms`, `12 ms`, `3.2 s`, `5 min`, `4 h`, `3 d`.
pub(super) fn duration(duration: Duration) -> String {
    let seconds = duration.as_secs_f64();
    match seconds {
        tiny if tiny < 0.009_95 => format!("{:.1} ms", seconds * 1_000.0),
        short if short < 0.999_5 => format!("{:.0} ms", seconds * 1_000.0),
        few if few < 99.95 => format!("{seconds:.1} s"),
        minutes if minutes < 5_970.0 => format!("{:.0} min", seconds / 60.0),
        hours if hours < 171_000.0 => format!("{:.0} h", seconds / 3_600.0),
        _ => format!("{:.0} d", seconds / 86_400.0),
    }
}

/// Returns milliseconds as a duration. What is not a duration counts as zero.
pub(super) fn milliseconds(milliseconds: f64) -> String {
    duration(Duration::try_from_secs_f64(milliseconds / 1_000.0).unwrap_or_default())
}

/// Returns a share of one as a percentage: `97 %`.
pub(super) fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

/// Returns a moment in RFC 3339 in the form for people, to the second: `2026-11-24 08:00:00`. Another text stays as
/// it is.
pub(super) fn moment(rfc3339: &str) -> String {
    match (rfc3339.get(..10), rfc3339.get(10..11), rfc3339.get(11..19)) {
        (Some(day), Some("T"), Some(time)) => format!("{day} {time}"),
        _ => rfc3339.to_owned(),
    }
}

/// Returns a moment as an element that machines read, too.
pub(super) fn time(rfc3339: &str) -> Markup {
    html! { time datetime=(rfc3339) title=(rfc3339) { (moment(rfc3339)) } }
}

/// Returns the English name of a language, or its tag if it has none here.
pub(super) fn language(tag: &str) -> String {
    if tag == UNDETERMINED {
        return "undetermined".to_owned();
    }
    KnownLanguage::from_tag(tag).map_or_else(|| tag.to_owned(), |language| language.name.to_owned())
}

/// Returns the sentence for a limit's code. A code of a later version gives its own words.
pub(super) fn limit(code: &str) -> String {
    Limit::from_code(code).map_or_else(|| code.replace('_', " "), |limit| limit.sentence().to_owned())
}

/// Returns the sentence for the code of a reason. A code of a later version gives its own words.
pub(super) fn reason(code: &str) -> String {
    DeadReason::from_code(code).map_or_else(|| code.replace('_', " "), |reason| reason.sentence().to_owned())
}

/// Returns the class that gives a type its colour.
pub(super) fn type_class(entity_type: EntityType) -> String {
    entity_type.as_str().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_grouped() {
        for (number, expected) in
            [(0, "0"), (999, "999"), (1_000, "1,000"), (123_456, "123,456"), (1_234_567, "1,234,567")]
        {
            assert_eq!(count(number), expected);
        }
        assert_eq!(counted(1, "article"), "1 article");
        assert_eq!(counted(2_000, "article"), "2,000 articles");
    }

    #[test]
    fn a_duration_has_the_unit_that_suits_it() {
        for (seconds, expected) in [
            (0.0, "0.0 ms"),
            (0.000_84, "0.8 ms"),
            (0.012, "12 ms"),
            (0.999_7, "1.0 s"),
            (3.21, "3.2 s"),
            (99.96, "2 min"),
            (5_400.0, "90 min"),
            (7_200.0, "2 h"),
            (864_000.0, "10 d"),
        ] {
            assert_eq!(duration(Duration::from_secs_f64(seconds)), expected);
        }
        assert_eq!(milliseconds(-1.0), "0.0 ms");
    }

    #[test]
    fn small_rates_have_a_decimal() {
        for (per_second, expected) in [(0.0, "0"), (0.42, "0.4"), (12.4, "12"), (1_234.6, "1,235")] {
            assert_eq!(rate(per_second), expected);
        }
    }

    #[test]
    fn a_moment_is_cut_after_the_second() {
        assert_eq!(moment("2026-11-24T08:00:00.123Z"), "2026-11-24 08:00:00");
        assert_eq!(moment("yesterday"), "yesterday");
        assert_eq!(moment("été"), "été");
    }

    #[test]
    fn codes_are_named() {
        assert_eq!(language("zh-Hant"), "Chinese");
        assert_eq!(language("und"), "undetermined");
        assert_eq!(language("xx"), "xx");
        assert_eq!(limit("of_a_later_version"), "of a later version");
        assert_eq!(reason("missing_body"), "the article has no `body`");
    }
}
