//! Malayalam.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "ml", home_countries: &["IN"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    days: &[("ഇന്ന്", 0), ("ഇന്നലെ", -1), ("നാളെ", 1)],
    scales: &[("ആയിരം", 1e3), ("ലക്ഷം", 1e5), ("കോടി", 1e7)],
    currencies: &[("രൂപ രൂപയുടെ രൂപയാണ്", "INR"), ("ഡോളർ ഡോളറിന്റെ", "USD"), ("യൂറോ", "EUR")],
    measures: &[
        ("ഡിഗ്രി", "°"),
        ("കിലോമീറ്റർ", "km"),
        ("മീറ്റർ", "m"),
        ("ടൺ", "t"),
        ("കിലോ", "kg"),
        ("ഏക്കർ", "acre"),
        ("ഹെക്ടർ", "ha"),
    ],
    percent: "ശതമാനം",
    ..DateWords::NONE
};
