//! Norwegian Nynorsk. The lists of Bokmål hold its forms, too.

use super::dates::DateWords;
use super::nb;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "nn", home_countries: &["NO"], dates: Some(&DATES), fast_share: 0.25, ..Profile::POOLED };

const DATES: DateWords = DateWords {
    weekdays: ["måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "sundag"],
    ..nb::DATES
};
