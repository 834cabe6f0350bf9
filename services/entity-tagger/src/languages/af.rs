//! Afrikaans.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "af", home_countries: &["ZA", "NA"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    days: &[("vandag", 0), ("gister", -1), ("eergister", -2), ("môre", 1), ("oormôre", 2)],
    next: "volgende aanstaande komende",
    last: "verlede vorige afgelope",
    this: "hierdie",
    scales: &[("duisend", 1e3), ("miljoen m", 1e6), ("miljard mjd", 1e9), ("biljoen", 1e12)],
    currencies: &[("rand", "ZAR"), ("dollar", "USD"), ("euro", "EUR"), ("pond", "GBP")],
    before_number: &[("R", "ZAR")],
    measures: &[
        ("grade", "°"),
        ("ton", "t"),
        ("hektaar", "ha"),
        ("kilometer", "km"),
        ("meter", "m"),
        ("kilogram", "kg"),
    ],
    percent: "persent",
    minus: "minus",
    before_date: "in sedert tot vanaf",
    ago: "gelede",
    in_before: "oor",
    range_joints: "tot",
    ..DateWords::NONE
};
