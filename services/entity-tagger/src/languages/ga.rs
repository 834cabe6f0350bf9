//! Irish.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "ga", home_countries: &["IE"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    days: &[("inniu", 0), ("inné", -1), ("amárach", 1)],
    scales: &[("míle", 1e3), ("milliún milliúin m", 1e6), ("billiún billiúin bn", 1e9)],
    currencies: &[("euro", "EUR"), ("dollar", "USD"), ("punt", "GBP")],
    measures: &[("ciliméadar", "km"), ("méadar", "m"), ("tonna", "t"), ("heicteár", "ha")],
    percent: "faoin_gcéad",
    per: "faoin",
    ..DateWords::NONE
};
