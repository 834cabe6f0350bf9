//! Punjabi.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "pa", home_countries: &["IN", "PK"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    scales: &[("ਹਜ਼ਾਰ ਹਜ਼ਾਰ", 1e3), ("ਲੱਖ", 1e5), ("ਕਰੋੜ", 1e7), ("ਅਰਬ", 1e9)],
    currencies: &[("ਰੁਪਏ ਰੁਪਇਆ", "INR"), ("ਡਾਲਰ", "USD"), ("ਯੂਰੋ", "EUR")],
    measures: &[("ਕਿਲੋਮੀਟਰ", "km"), ("ਮੀਟਰ", "m"), ("ਟਨ", "t"), ("ਏਕੜ", "acre"), ("ਡਿਗਰੀ", "°")],
    percent: "ਫੀਸਦੀ ਫ਼ੀਸਦੀ ਪ੍ਰਤੀਸ਼ਤ",
    ..DateWords::NONE
};
