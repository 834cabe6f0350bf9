//! Norwegian Bokmål.

use super::dates::{DateWords, NIGHT};
use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile {
    tag: "nb",
    home_countries: &["NO"],
    region_joints: &["i"],
    region_words: &["i", "delstaten", "staten"],
    office_joints: &["i"],
    genitive_s: true,
    dates: Some(&DATES),
    ..Profile::POOLED
};

pub(super) const DATES: DateWords = DateWords {
    days: &[("i_dag", 0), ("i_går", -1), ("i_forgårs", -2), ("i_morgen", 1), ("i_overmorgen", 2)],
    next: "neste kommende",
    last: "sist forrige siste",
    this: "denne dette",
    units: ["dag dager dagar", "uke uker veke veker", "måned måneder månad månader", "år"],
    numbers: &[
        ("en ett én ei", 1.0),
        ("to", 2.0),
        ("tre", 3.0),
        ("fire", 4.0),
        ("fem", 5.0),
        ("seks", 6.0),
        ("sju syv", 7.0),
        ("åtte", 8.0),
        ("ni", 9.0),
        ("ti", 10.0),
        ("tolv", 12.0),
        ("halvannen", 1.5),
        ("halv", 0.5),
    ],
    scales: &[
        ("tusen", 1e3),
        ("mill million millioner millionar", 1e6),
        ("mrd milliard milliarder milliardar", 1e9),
    ],
    currencies: &[
        ("krone kroner kr kronar", "NOK"),
        ("dollar", "USD"),
        ("pund", "GBP"),
        ("yen", "JPY"),
        ("rubler", "RUB"),
        ("øre franc peso", ""),
    ],
    measures: &[
        ("grader gradar", "°"),
        ("fat", "bbl"),
        ("hektar", "ha"),
        ("kilo", "kg"),
        ("tonn", "t"),
        ("mil", ""),
    ],
    percent: "prosent",
    minus: "minus",
    before_date: "i siden fra til innen før etter",
    ago: "siden sidan",
    in_before: "om",
    clock_before: "klokken klokka",
    day_parts: &[
        ("om_morgenen om_morgonen om_formiddagen om_føremiddagen", 0),
        ("om_ettermiddagen om_kvelden på_ettermiddagen på_kvelden", 12),
        ("om_natten om_natta", NIGHT),
    ],
    future: "vil skal blir",
    past: "var ble har hadde sa",
    range_joints: "til",
    national_currencies: &[
        ("svenske", "kron", "SEK"),
        ("danske", "kron", "DKK"),
        ("tsjekkiske", "kron", "CZK"),
        ("sveitsiske", "franc", "CHF"),
    ],
    between: ("mellom", "og"),
    half_to: "halv",
    other_days: "neste_dag dagen_etter dagen_før samme_dag",
    ..DateWords::NONE
};
