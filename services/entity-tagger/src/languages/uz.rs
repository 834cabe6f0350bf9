//! Uzbek.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "uz", home_countries: &["UZ"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    days: &[("bugun", 0), ("kecha", -1), ("ertaga", 1)],
    scales: &[("ming", 1e3), ("mln million", 1e6), ("mlrd milliard", 1e9), ("trln trillion", 1e12)],
    currencies: &[
        ("so'm so‘m soʻm so'mga so‘mga soʻmga so’mga so’m", "UZS"),
        ("dollar* AQSh_dollari", "USD"),
        ("yevro", "EUR"),
        ("rubl", "RUB"),
    ],
    measures: &[("daraja gradus", "°"), ("tonna", "t"), ("gektar", "ha"), ("kilometr*", "km"), ("metr", "m")],
    percent: "foiz*",
    minus: "minus",
    ..DateWords::NONE
};
