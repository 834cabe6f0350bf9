//! Filipino.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "tl", home_countries: &["PH"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    days: &[("ngayon", 0), ("kahapon", -1), ("bukas", 1)],
    scales: &[
        ("libo libong thousand", 1e3),
        ("milyon milyong million", 1e6),
        ("bilyon bilyong billion", 1e9),
        ("trilyon trilyong trillion", 1e12),
    ],
    currencies: &[("piso pisong pesos", "PHP"), ("dolyar dollars dollar", "USD"), ("euro", "EUR")],
    before_number: &[("P", "PHP"), ("Php", "PHP")],
    minor_units: &[("sentimo", "PHP")],
    measures: &[
        ("kilometro kilometrong", "km"),
        ("metro", "m"),
        ("tonelada toneladang", "t"),
        ("kilo", "kg"),
        ("ektarya", "ha"),
    ],
    percent: "porsiyento porsyento percent",
    ..DateWords::NONE
};
