//! Tatar.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile { tag: "tt", dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    scales: &[("мең", 1e3), ("млн миллион", 1e6), ("млрд миллиард", 1e9)],
    currencies: &[("сум", "RUB"), ("доллар*", "USD"), ("евро", "EUR")],
    percent: "процент* фаиз",
    ..DateWords::NONE
};
