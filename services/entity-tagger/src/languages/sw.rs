//! Swahili.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "sw", home_countries: &["TZ", "KE"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    days: &[("leo", 0), ("jana", -1), ("juzi", -2), ("kesho", 1)],
    scales: &[("elfu", 1e3), ("milioni", 1e6), ("bilioni", 1e9), ("trilioni", 1e12)],
    currencies: &[("dola", "USD"), ("euro yuro", "EUR"), ("pauni", "GBP"), ("shilingi", "")],
    measures: &[
        ("kilomita", "km"),
        ("mita", "m"),
        ("tani", "t"),
        ("kilo", "kg"),
        ("hekta", "ha"),
        ("lita", "l"),
    ],
    number_follows: true,
    day_follows_month: true,
    next: "ijayo ujao",
    last: "iliyopita uliopita",
    before_number: &[("KSh", "KES"), ("Sh", ""), ("TSh", "TZS"), ("Ksh", "KES")],
    percent_before: "asilimia",
    ago: "iliyopita zilizopita uliopita",
    in_after: "zijazo ijayo ujao",
    numbers: &[
        ("nusu", 0.5),
        ("moja", 1.0),
        ("mbili", 2.0),
        ("tatu", 3.0),
        ("nne", 4.0),
        ("tano", 5.0),
        ("sita", 6.0),
        ("saba", 7.0),
        ("nane", 8.0),
        ("tisa", 9.0),
        ("kumi", 10.0),
    ],
    ..DateWords::NONE
};
