//! Odia.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "or", home_countries: &["IN"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    scales: &[("ହଜାର", 1e3), ("ଲକ୍ଷ", 1e5), ("କୋଟି", 1e7)],
    currencies: &[("ଟଙ୍କା ଟଙ୍କାର", "INR"), ("ଡଲାର", "USD")],
    percent: "ପ୍ରତିଶତ",
    ..DateWords::NONE
};
