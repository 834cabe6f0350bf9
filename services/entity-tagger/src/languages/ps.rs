//! Pashto.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile { tag: "ps", dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    scales: &[("زره", 1e3), ("لکه", 1e5), ("میلیون میلیونه", 1e6), ("میلیارد میلیارده", 1e9)],
    currencies: &[("افغانۍ", "AFN"), ("ډالر ډالره", "USD"), ("یورو", "EUR")],
    percent: "سلنه فیصده",
    decimal_comma: false,
    ..DateWords::NONE
};
