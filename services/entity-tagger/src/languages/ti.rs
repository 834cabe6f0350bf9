//! Tigrinya.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile { tag: "ti", dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    scales: &[("ሽሕ", 1e3), ("ሚልዮን ሚልየን", 1e6), ("ቢልዮን ቢልየን", 1e9)],
    currencies: &[("ዶላር", "USD"), ("ዩሮ", "EUR"), ("ብር", "ETB")],
    percent: "ሚእታዊ",
    ..DateWords::NONE
};
