//! Javanese.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "jv", home_countries: &["ID"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    scales: &[("ewu", 1e3), ("yuta", 1e6), ("milyar", 1e9)],
    currencies: &[("rupiah", "IDR"), ("dolar", "USD")],
    before_number: &[("Rp", "IDR")],
    percent: "persen",
    ..DateWords::NONE
};
