//! Hausa.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "ha", home_countries: &["NG"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    scales: &[("dubu", 1e3), ("miliyan", 1e6), ("biliyan", 1e9)],
    currencies: &[("naira", "NGN"), ("dala", "USD"), ("yuro", "EUR")],
    percent: "bisa_dari",
    number_follows: true,
    day_follows_month: true,
    of: "ga",
    days: &[("yau", 0), ("jiya", -1), ("gobe", 1)],
    percent_before: "kashi",
    ..DateWords::NONE
};
