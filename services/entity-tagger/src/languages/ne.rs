//! Nepali.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile { tag: "ne", dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    days: &[("आज", 0), ("हिजो", -1), ("भोलि", 1)],
    scales: &[("हजार", 1e3), ("लाख", 1e5), ("करोड करोड़", 1e7), ("अर्ब अरब", 1e9), ("खर्ब", 1e11)],
    currencies: &[("रुपैयाँ रूपैयाँ रुपियाँ", "NPR"), ("डलर अमेरिकी_डलर", "USD"), ("युरो", "EUR")],
    before_number: &[("रु", "NPR"), ("रू", "NPR")],
    measures: &[
        ("डिग्री", "°"),
        ("किलोमिटर", "km"),
        ("मिटर", "m"),
        ("टन", "t"),
        ("किलो", "kg"),
        ("हेक्टर", "ha"),
        ("मेगावाट", "MW"),
    ],
    percent: "प्रतिशत प्रतिशतले",
    decimal_comma: false,
    ..DateWords::NONE
};
