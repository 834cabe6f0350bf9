//! Basque.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "eu", home_countries: &["ES"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    days: &[("gaur", 0), ("atzo", -1), ("herenegun", -2), ("bihar", 1), ("etzi", 2)],
    months: [
        "urtarril*",
        "otsail*",
        "martxo*",
        "apiril*",
        "maiatz*",
        "ekain*",
        "uztail*",
        "abuztu*",
        "irail*",
        "urri*",
        "azaro*",
        "abendu*",
    ],
    weekdays: ["astelehen*", "astearte*", "asteazken*", "ostegun*", "ostiral*", "larunbat*", "igande*"],
    before_date: "urte",
    scales: &[("mila", 1e3), ("milioi milioiko milioi_bat", 1e6), ("mila_milioi mila_milioiko", 1e9)],
    currencies: &[("euro* eurok", "EUR"), ("dolar*", "USD"), ("libera", "GBP")],
    measures: &[
        ("gradu*", "°"),
        ("tona*", "t"),
        ("kilometro*", "km"),
        ("metro metroko", "m"),
        ("hektarea*", "ha"),
    ],
    percent_before: "ehuneko %",
    minus: "ken minus",
    year_month_day: true,
    ..DateWords::NONE
};
