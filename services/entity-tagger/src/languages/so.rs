//! Somali.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "so", home_countries: &["SO"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    scales: &[("kun", 1e3), ("milyan milyuun", 1e6), ("bilyan bilyuun", 1e9)],
    currencies: &[("doolar doollar", "USD"), ("yuuro", "EUR"), ("shilin", "")],
    percent_before: "boqolkiiba",
    ..DateWords::NONE
};
