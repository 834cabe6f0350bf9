//! Amharic.

use super::dates::{CalendarSystem, DateWords, OtherCalendar};
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "am", home_countries: &["ET"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    days: &[("ዛሬ", 0), ("ትናንት", -1), ("ነገ", 1)],
    scales: &[("ሺህ ሺ", 1e3), ("ሚሊዮን ሚሊየን", 1e6), ("ቢሊዮን ቢሊየን", 1e9), ("ትሪሊዮን", 1e12)],
    currencies: &[("ብር", "ETB"), ("ዶላር የአሜሪካ_ዶላር", "USD"), ("ዩሮ", "EUR")],
    measures: &[("ኪሎሜትር ኪሎ_ሜትር", "km"), ("ሜትር", "m"), ("ቶን", "t"), ("ሄክታር", "ha"), ("ዲግሪ", "°")],
    percent: "በመቶ ፐርሰንት",
    units: ["ቀን ቀናት", "ሳምንት ሳምንታት", "ወር ወራት", "ዓመት ዓመታት"],
    other_calendar: Some(&ETHIOPIAN_YEARS),
    ..DateWords::NONE
};

const ETHIOPIAN_YEARS: OtherCalendar = OtherCalendar {
    system: CalendarSystem::Ethiopian,
    months: &[
        "መስከረም",
        "ጥቅምት",
        "ኅዳር ህዳር",
        "ታኅሣሥ ታህሳስ ታኅሳስ",
        "ጥር",
        "የካቲት",
        "መጋቢት",
        "ሚያዝያ ሚያዚያ",
        "ግንቦት",
        "ሰኔ",
        "ሐምሌ ሀምሌ",
        "ነሐሴ ነሀሴ",
        "ጳጉሜን ጳጉሜ",
    ],
    years: 0..0,
    gregorian: &[],
};
