//! Esperanto.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile { tag: "eo", dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    days: &[("hodiaŭ", 0), ("hieraŭ", -1), ("morgaŭ", 1)],
    scales: &[
        ("mil", 1e3),
        ("milionoj milionojn miliono milionon", 1e6),
        ("miliardoj miliardojn miliardo", 1e9),
    ],
    currencies: &[("eŭroj eŭrojn eŭro", "EUR"), ("dolaroj dolarojn", "USD")],
    percent: "procentoj procentojn elcentoj elcentojn",
    of: "da",
    ..DateWords::NONE
};
