//! Albanian.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "sq", home_countries: &["AL", "XK"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    days: &[("sot", 0), ("dje", -1), ("nesër", 1)],
    scales: &[("mijë", 1e3), ("milion milionë milionësh", 1e6), ("miliard miliardë miliardësh", 1e9)],
    currencies: &[
        ("lekë lek lekësh", "ALL"),
        ("euro eurosh", "EUR"),
        ("dollarë dollar dollarësh", "USD"),
        ("franga", ""),
    ],
    measures: &[
        ("gradë grad", "°"),
        ("kilometra kilometër", "km"),
        ("metra", "m"),
        ("ton tonë tonelata", "t"),
        ("hektarë", "ha"),
    ],
    percent: "përqind për_qind",
    per: "për",
    minus: "minus",
    before_date: "në më nga deri viti vitin",
    range_joints: "deri_në",
    ..DateWords::NONE
};
