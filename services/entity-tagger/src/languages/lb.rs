//! Luxembourgish.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile {
    tag: "lb",
    home_countries: &["LU"],
    capitalises_nouns: true,
    patterns: None,
    dates: Some(&DATES),
    ..Profile::BASE
};

const DATES: DateWords = DateWords {
    days: &[("haut", 0), ("gëschter", -1), ("muer", 1), ("iwwermuer", 2)],
    scales: &[("dausend", 1e3), ("milliounen millioun mio", 1e6), ("milliarden milliard mrd", 1e9)],
    currencies: &[("euro", "EUR"), ("dollar", "USD"), ("pond", "GBP")],
    measures: &[("grad", "°"), ("tonnen", "t"), ("hektar", "ha"), ("kilometer", "km"), ("meter", "m")],
    percent: "prozent",
    minus: "minus",
    before_date: "am an zënter bis",
    ..DateWords::NONE
};
