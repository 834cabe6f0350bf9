//! Nepali.

use super::dates::{CalendarSystem, DateWords, OtherCalendar};
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "ne", home_countries: &["NP"], dates: Some(&DATES), fast_share: 0.65, ..Profile::POOLED };

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
    other_calendar: Some(&NEPALI_YEARS),
    ..DateWords::NONE
};

/// The calendar of Nepal, Bikram Sambat.
const NEPALI_YEARS: OtherCalendar = OtherCalendar {
    system: CalendarSystem::Nepali,
    months: &[
        "वैशाख बैशाख",
        "जेठ",
        "असार",
        "साउन",
        "भदौ",
        "असोज",
        "कात्तिक कार्तिक",
        "मंसिर",
        "पुस",
        "माघ",
        "फागुन फाल्गुन",
        "चैत चैत्र",
    ],
    years: 2040..2100,
    gregorian: &["सन्"],
};
