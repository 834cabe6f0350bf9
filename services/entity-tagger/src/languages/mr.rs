//! Marathi.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "mr", home_countries: &["IN"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    days: &[("आज", 0), ("काल", -1), ("उद्या", 1), ("परवा", 2)],
    scales: &[("हजार", 1e3), ("लाख", 1e5), ("कोटी", 1e7), ("अब्ज", 1e9)],
    currencies: &[
        ("रुपये रुपयांची रुपयांचा रुपयांचे रुपयांच्या रुपया रुपयांना रुपयांनी", "INR"),
        ("डॉलर डॉलर्स", "USD"),
        ("युरो", "EUR"),
    ],
    before_number: &[("रु", "INR"), ("Rs", "INR")],
    measures: &[
        ("अंश", "°"),
        ("किलोमीटर किमी", "km"),
        ("मीटर", "m"),
        ("टन", "t"),
        ("किलो", "kg"),
        ("हेक्टर", "ha"),
        ("एकर", "acre"),
        ("मेगावॅट", "MW"),
    ],
    percent: "टक्के टक्क्यांनी टक्का टक्क्यांची",
    ..DateWords::NONE
};
