//! Amharic.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile { tag: "am", dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    days: &[("ዛሬ", 0), ("ትናንት", -1), ("ነገ", 1)],
    scales: &[("ሺህ ሺ", 1e3), ("ሚሊዮን ሚሊየን", 1e6), ("ቢሊዮን ቢሊየን", 1e9), ("ትሪሊዮን", 1e12)],
    currencies: &[("ብር", "ETB"), ("ዶላር የአሜሪካ_ዶላር", "USD"), ("ዩሮ", "EUR")],
    measures: &[("ኪሎሜትር ኪሎ_ሜትር", "km"), ("ሜትር", "m"), ("ቶን", "t"), ("ሄክታር", "ha"), ("ዲግሪ", "°")],
    percent: "በመቶ ፐርሰንት",
    decimal_comma: false,
    ..DateWords::NONE
};
