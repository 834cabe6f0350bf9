//! Romanian.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile {
    tag: "ro",
    home_countries: &["RO", "MD"],
    office_joints: &["din"],
    dates: Some(&DATES),
    fast_share: 0.65,
    ..Profile::POOLED
};

const DATES: DateWords = DateWords {
    days: &[("astăzi azi", 0), ("ieri", -1), ("alaltăieri", -2), ("mâine", 1), ("poimâine", 2)],
    next: "viitor viitoare",
    last: "trecut trecută",
    this: "aceasta acest această",
    units: ["zi zile ziua", "săptămână săptămâna săptămâni", "lună luna luni_de", "an anul ani"],
    numbers: &[
        ("un una o", 1.0),
        ("doi două", 2.0),
        ("trei", 3.0),
        ("patru", 4.0),
        ("cinci", 5.0),
        ("șase", 6.0),
        ("șapte", 7.0),
        ("opt", 8.0),
        ("nouă", 9.0),
        ("zece", 10.0),
        ("jumătate_de", 0.5),
    ],
    scales: &[
        ("mii mie de_mii", 1e3),
        ("mil milioane milion de_milioane", 1e6),
        ("mld miliarde miliard de_miliarde", 1e9),
    ],
    currencies: &[
        ("leu lei ron", "RON"),
        ("euro", "EUR"),
        ("dolar dolari dolarul", "USD"),
        ("lire lira", "GBP"),
        ("yeni", "JPY"),
        ("ruble", "RUB"),
        ("forinți", "HUF"),
        ("franci coroane cenți", ""),
    ],
    minor_units: &[("bani", "RON")],
    measures: &[
        ("grade grad", "°"),
        ("tone tonă", "t"),
        ("barili", "bbl"),
        ("hectare hectar", "ha"),
        ("kilometri kilometru", "km"),
        ("metri metru", "m"),
        ("kilograme kilogram kile", "kg"),
        ("litri litru", "l"),
        ("megawați", "MW"),
    ],
    percent: "la_sută procente procent",
    per: "la",
    minus: "minus",
    of: "de",
    before_date: "în din până anul de_la",
    ago: "în_urmă",
    ago_before: "acum",
    in_before: "peste",
    range_joints: "la",
    national_currencies: &[
        ("elvețieni", "franci", "CHF"),
        ("sterline", "lire", "GBP"),
        ("turcești", "lire", "TRY"),
        ("suedeze", "coroane", "SEK"),
    ],
    between: ("între", "și"),
    other_days: "ziua_următoare a_doua_zi",
    clock_before: "ora orele",
    ..DateWords::NONE
};
