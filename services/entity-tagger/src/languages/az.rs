//! Azerbaijani.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "az", home_countries: &["AZ"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    days: &[("bu_gün bugün", 0), ("dünən", -1), ("sabah", 1)],
    scales: &[("min", 1e3), ("milyon mln", 1e6), ("milyard mlrd", 1e9)],
    currencies: &[
        ("manat manata manatı manatlıq azn", "AZN"),
        ("dollar dolları dollarlıq", "USD"),
        ("avro", "EUR"),
        ("rubl", "RUB"),
    ],
    measures: &[
        ("dərəcə", "°"),
        ("ton", "t"),
        ("barel", "bbl"),
        ("hektar", "ha"),
        ("kilometr", "km"),
        ("metr", "m"),
    ],
    percent: "faiz faizi",
    minus: "mənfi",
    ..DateWords::NONE
};
