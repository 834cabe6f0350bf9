//! Kannada.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "kn", home_countries: &["IN"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    days: &[("ಇಂದು", 0), ("ನಿನ್ನೆ", -1), ("ನಾಳೆ", 1)],
    scales: &[("ಸಾವಿರ", 1e3), ("ಲಕ್ಷ", 1e5), ("ಕೋಟಿ", 1e7)],
    currencies: &[("ರೂಪಾಯಿ ರೂಪಾಯಿಗಳು ರೂಪಾಯಿಗಳ", "INR"), ("ಡಾಲರ್", "USD"), ("ಯೂರೋ", "EUR")],
    before_number: &[("ರೂ", "INR"), ("Rs", "INR")],
    measures: &[
        ("ಡಿಗ್ರಿ", "°"),
        ("ಕಿಲೋಮೀಟರ್ ಕಿ.ಮೀ", "km"),
        ("ಮೀಟರ್", "m"),
        ("ಟನ್", "t"),
        ("ಎಕರೆ", "acre"),
        ("ಮೆಗಾವ್ಯಾಟ್", "MW"),
    ],
    percent: "ಶೇಕಡಾ ಪ್ರತಿಶತ",
    percent_before: "ಶೇ ಶೇಕಡಾ",
    ..DateWords::NONE
};
