//! Slovene.

use super::common;
use super::dates::DateWords;
use super::profile::{Declension, Profile};
use super::words::Words;

pub(super) const PROFILE: Profile = Profile {
    tag: "sl",
    home_countries: &["SI"],
    declension: Declension::Endings(&common::SLAVIC_CASE_ENDINGS),
    words: WORDS,
    dates: Some(&DATES),
    ..Profile::BASE
};

const WORDS: Words =
    Words { titles: "predsednik predsednica župan županja premier minister ministrica", ..Words::NONE };

const DATES: DateWords = DateWords {
    days: &[("danes", 0), ("včeraj", -1), ("predvčerajšnjim", -2), ("jutri", 1), ("pojutrišnjem", 2)],
    weekdays: [
        "ponedelj*",
        "torek torka torku",
        "sreda sredo srede",
        "četrtek četrtka",
        "petek petka",
        "sobota soboto sobote",
        "nedelja nedeljo nedelje",
    ],
    months: [
        "januarj*",
        "februarj*",
        "marca marcu",
        "aprila aprilu",
        "maja maju",
        "junija juniju",
        "julija juliju",
        "avgusta avgustu",
        "septembra septembru",
        "oktobra oktobru",
        "novembra novembru",
        "decembra decembru",
    ],
    next: "prihodnji prihodnje prihodnjo naslednji naslednje naslednjo",
    last: "prejšnji prejšnje prejšnjo minuli lani",
    this: "ta to tem",
    scales: &[("tisoč*", 1e3), ("mio milijon*", 1e6), ("mrd milijard*", 1e9)],
    currencies: &[
        ("evro evra evri evrov evre evrih", "EUR"),
        ("dolar*", "USD"),
        ("funtov funta", "GBP"),
        ("jenov", "JPY"),
        ("rubljev", "RUB"),
        ("frankov kron centov", ""),
    ],
    measures: &[
        ("stopinj stopinje stopinja", "°"),
        ("tona tone ton", "t"),
        ("sodov sodčkov", "bbl"),
        ("hektar*", "ha"),
        ("kilometr*", "km"),
        ("metrov metra meter metri", "m"),
        ("kilogram*", "kg"),
    ],
    percent: "odstotek odstotka odstotke odstotkov odstotki procent*",
    minus: "minus",
    before_date: "v od do leta leto letu",
    ago_before: "pred",
    in_before: "čez",
    range_joints: "do",
    national_currencies: &[
        ("švicarskih", "frank", "CHF"),
        ("švedskih", "kron", "SEK"),
        ("čeških", "kron", "CZK"),
    ],
    numbers: &[
        ("dva dve dvema dveh", 2.0),
        ("tri tremi treh", 3.0),
        ("štiri štirimi štirih", 4.0),
        ("pet petimi", 5.0),
        ("šest šestimi", 6.0),
        ("sedem sedmimi", 7.0),
        ("osem osmimi", 8.0),
        ("devet devetimi", 9.0),
        ("deset desetimi", 10.0),
        ("pol", 0.5),
    ],
    ..DateWords::NONE
};
