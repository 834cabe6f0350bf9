//! Turkmen.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "tk", home_countries: &["TM"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    scales: &[("müň", 1e3), ("million mln", 1e6), ("milliard mlrd", 1e9)],
    currencies: &[("manat", "TMT"), ("dollar dollary", "USD"), ("ýewro", "EUR")],
    percent: "göterim göterimi",
    ..DateWords::NONE
};
