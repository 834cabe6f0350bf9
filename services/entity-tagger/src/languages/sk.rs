//! Slovak.

use super::common;
use super::dates::DateWords;
use super::profile::{Declension, Profile};

pub(super) const PROFILE: Profile = Profile {
    tag: "sk",
    home_countries: &["SK"],
    declension: Declension::Endings(&common::SLAVIC_CASE_ENDINGS),
    stem_changes: &[("c", "ka")],
    dates: Some(&DATES),
    ..Profile::POOLED
};

const DATES: DateWords = DateWords {
    days: &[("dnes", 0), ("včera", -1), ("predvčerom", -2), ("zajtra", 1), ("pozajtra", 2)],
    weekdays: [
        "pondelok pondelka pondelku",
        "utorok utorka utorku",
        "streda stredu stredy",
        "štvrtok štvrtka štvrtku",
        "piatok piatka piatku",
        "sobota sobotu soboty",
        "nedeľa nedeľu nedele",
    ],
    months: [
        "januári",
        "februári",
        "marci",
        "apríli",
        "máji",
        "júni",
        "júli",
        "auguste",
        "septembri",
        "októbri",
        "novembri",
        "decembri",
    ],
    next: "budúci budúceho budúcom budúcu",
    last: "minulý minulého minulom minulú vlani",
    this: "tento túto tomto",
    scales: &[("tis tisíc*", 1e3), ("mil milión* milióno*", 1e6), ("mld miliard* miliárd", 1e9)],
    currencies: &[
        ("euro eurá eur eurách", "EUR"),
        ("dolár* doláro*", "USD"),
        ("libier libry", "GBP"),
        ("jenov", "JPY"),
        ("rubľov ruble", "RUB"),
        ("zlotých", "PLN"),
        ("frankov korún koruny centov", ""),
    ],
    measures: &[
        ("stupňov stupne stupeň", "°"),
        ("tona tony ton", "t"),
        ("barelov", "bbl"),
        ("hektár*", "ha"),
        ("kilometr*", "km"),
        ("metrov metre meter", "m"),
        ("kíl kilogram*", "kg"),
    ],
    percent: "percento percentá percent percentách percenta",
    minus: "mínus",
    before_date: "v od do roku pred po rok",
    ago_before: "pred",
    in_before: "o",
    range_joints: "až do",
    national_currencies: &[
        ("českých", "korún", "CZK"),
        ("švajčiarskych", "frank", "CHF"),
        ("švédskych", "korún", "SEK"),
    ],
    numbers: &[
        ("jeden jedna jedno jedného", 1.0),
        ("dva dve dvoma dvoch", 2.0),
        ("tri tromi troch", 3.0),
        ("štyri štyrmi štyroch", 4.0),
        ("päť piatimi piatich", 5.0),
        ("šesť šiestimi", 6.0),
        ("sedem siedmimi", 7.0),
        ("osem ôsmimi", 8.0),
        ("deväť deviatimi", 9.0),
        ("desať desiatimi", 10.0),
    ],
    ..DateWords::NONE
};
