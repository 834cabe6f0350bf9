//! Persian.

use super::dates::{CalendarSystem, DateWords, OtherCalendar};
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "fa", home_countries: &["IR"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    days: &[("امروز", 0), ("دیروز", -1), ("پریروز", -2), ("فردا", 1), ("پس‌فردا", 2)],
    next: "آینده بعد",
    last: "گذشته پیش قبل",
    this: "این",
    numbers: &[
        ("یک", 1.0),
        ("دو", 2.0),
        ("سه", 3.0),
        ("چهار", 4.0),
        ("پنج", 5.0),
        ("شش", 6.0),
        ("هفت", 7.0),
        ("هشت", 8.0),
        ("ده", 10.0),
        ("نیم", 0.5),
    ],
    scales: &[("هزار", 1e3), ("میلیون ملیون", 1e6), ("میلیارد ملیارد", 1e9), ("تریلیون", 1e12)],
    currencies: &[
        ("ریال", "IRR"),
        ("تومان تومن", ""),
        ("دلار دالر", "USD"),
        ("یورو", "EUR"),
        ("پوند", "GBP"),
        ("ین", "JPY"),
        ("یوان", "CNY"),
        ("روبل", "RUB"),
        ("افغانی", "AFN"),
        ("لیر", "TRY"),
        ("دینار درهم فرانک", ""),
    ],
    measures: &[
        ("درجه", "°"),
        ("کیلومتر", "km"),
        ("متر", "m"),
        ("تن", "t"),
        ("کیلوگرم کیلو", "kg"),
        ("هکتار", "ha"),
        ("لیتر", "l"),
        ("بشکه", "bbl"),
        ("مگاوات", "MW"),
    ],
    percent: "درصد فیصد",
    minus: "منفی",
    before_date: "سال در از تا ماه",
    ago: "پیش قبل",
    in_after: "دیگر بعد",
    range_joints: "تا",
    other_calendar: Some(&SOLAR_YEARS),
    ..DateWords::NONE
};

/// The calendar of Iran. In Afghanistan its months have the names of the zodiac, which are common words.
const SOLAR_YEARS: OtherCalendar = OtherCalendar {
    system: CalendarSystem::Persian,
    months: &[
        "فروردین",
        "اردیبهشت",
        "خرداد",
        "تیر",
        "مرداد امرداد",
        "شهریور",
        "مهر",
        "آبان",
        "آذر",
        "دی",
        "بهمن",
        "اسفند",
    ],
    years: 1250..1420,
    gregorian: &["میلادی", "م"],
};
