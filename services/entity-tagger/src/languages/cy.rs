//! Welsh.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "cy", home_countries: &["GB"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    days: &[("heddiw", 0), ("ddoe", -1), ("echdoe", -2), ("yfory", 1)],
    scales: &[("mil fil", 1e3), ("miliwn filiwn m", 1e6), ("biliwn filiwn_mil bn", 1e9)],
    currencies: &[("o_bunnoedd bunnoedd punt punnoedd bunt", "GBP"), ("ewro", "EUR"), ("doler", "USD")],
    minor_units: &[("ceiniog", "GBP")],
    measures: &[("gradd", "°"), ("km cilomedr gilomedr", "km"), ("metr fetr", "m"), ("tunnell", "t")],
    percent: "y_cant",
    ..DateWords::NONE
};
