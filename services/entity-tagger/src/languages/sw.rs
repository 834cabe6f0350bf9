//! Swahili.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile { tag: "sw", dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    days: &[("leo", 0), ("jana", -1), ("juzi", -2), ("kesho", 1)],
    scales: &[("elfu", 1e3), ("milioni", 1e6), ("bilioni", 1e9), ("trilioni", 1e12)],
    currencies: &[("shilingi dola", "")],
    before_number: &[("KSh", "KES"), ("Sh", ""), ("TSh", "TZS"), ("Ksh", "KES")],
    percent_before: "asilimia",
    decimal_comma: false,
    ..DateWords::NONE
};
