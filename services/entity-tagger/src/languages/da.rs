//! Danish.

use super::dates::{DateWords, NIGHT};
use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile {
    tag: "da",
    home_countries: &["DK"],
    region_joints: &["i"],
    region_words: &["i", "delstaten", "staten"],
    office_joints: &["i"],
    genitive_s: true,
    dates: Some(&DATES),
    fast_share: 0.4,
    ..Profile::POOLED
};

const DATES: DateWords = DateWords {
    days: &[("i_dag", 0), ("i_går", -1), ("i_forgårs", -2), ("i_morgen", 1), ("i_overmorgen", 2)],
    next: "næste kommende",
    last: "sidste forrige",
    this: "denne dette",
    units: ["dag dage", "uge uger ugen", "måned måneder", "år året"],
    numbers: &[
        ("en et én ét", 1.0),
        ("to", 2.0),
        ("tre", 3.0),
        ("fire", 4.0),
        ("fem", 5.0),
        ("seks", 6.0),
        ("syv", 7.0),
        ("otte", 8.0),
        ("ni", 9.0),
        ("ti", 10.0),
        ("tolv", 12.0),
        ("halvanden", 1.5),
        ("halv", 0.5),
    ],
    scales: &[("tusind", 1e3), ("mio mill", 1e6), ("mia", 1e9)],
    currencies: &[
        ("krone kroner kr", "DKK"),
        ("dollar dollars", "USD"),
        ("pund", "GBP"),
        ("yen", "JPY"),
        ("rubler", "RUB"),
        ("øre franc peso", ""),
    ],
    measures: &[("grader", "°"), ("tønder", "bbl"), ("hektar", "ha"), ("kilo", "kg"), ("ton", "t")],
    percent: "procent pct",
    minus: "minus",
    before_date: "i siden fra til inden før efter",
    ago: "siden",
    in_before: "om",
    clock_before: "klokken",
    day_parts: &[
        ("om_morgenen om_formiddagen", 0),
        ("om_eftermiddagen om_aftenen", 12),
        ("om_natten", NIGHT),
    ],
    future: "vil skal bliver",
    past: "var blev har havde sagde",
    range_joints: "til",
    national_currencies: &[
        ("svenske", "kron", "SEK"),
        ("norske", "kron", "NOK"),
        ("tjekkiske", "kron", "CZK"),
        ("schweiziske", "franc", "CHF"),
    ],
    between: ("mellem", "og"),
    half_to: "halv",
    other_days: "næste_dag følgende_dag dagen_efter",
    ..DateWords::NONE
};
