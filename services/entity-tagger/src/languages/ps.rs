//! Pashto.

use super::dates::{CalendarSystem, DateWords, OtherCalendar};
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "ps", home_countries: &["AF"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    scales: &[("زره", 1e3), ("لکه", 1e5), ("میلیون میلیونه", 1e6), ("میلیارد میلیارده", 1e9)],
    currencies: &[("افغانۍ", "AFN"), ("ډالر ډالره", "USD"), ("یورو", "EUR")],
    percent: "سلنه فیصده",
    other_calendar: Some(&SOLAR_YEARS),
    ..DateWords::NONE
};

/// The calendar of Afghanistan.
const SOLAR_YEARS: OtherCalendar = OtherCalendar {
    system: CalendarSystem::Persian,
    months: &[
        "وری",
        "غویی",
        "غبرګولی",
        "چنګاښ",
        "زمری",
        "وږی",
        "تله",
        "لړم",
        "لیندۍ",
        "مرغومی",
        "سلواغه",
        "کب",
    ],
    years: 1250..1420,
    gregorian: &["میلادي", "میلادی"],
};
