//! Hebrew.

use super::dates::{CalendarSystem, DateWords, OtherCalendar};
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "he", home_countries: &["IL"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    days: &[("היום", 0), ("אתמול", -1), ("שלשום", -2), ("מחר", 1), ("מחרתיים", 2)],
    months: [
        "בינואר",
        "בפברואר",
        "במרץ",
        "באפריל",
        "במאי",
        "ביוני",
        "ביולי",
        "באוגוסט",
        "בספטמבר",
        "באוקטובר",
        "בנובמבר",
        "בדצמבר",
    ],
    next: "הבא הבאה",
    last: "שעבר שעברה האחרון",
    this: "הזה הנוכחי",
    scales: &[
        ("אלף אלפי אלפים", 1e3),
        ("מיליון מליון מיליוני", 1e6),
        ("מיליארד מליארד מיליארדי", 1e9),
        ("טריליון", 1e12),
    ],
    currencies: &[
        ("שקל שקלים שקלי ש\"ח ש״ח", "ILS"),
        ("דולר דולרים", "USD"),
        ("יורו אירו", "EUR"),
        ("לירות_שטרלינג ליש\"ט", "GBP"),
        ("ין", "JPY"),
        ("יואן", "CNY"),
        ("רובל רובלים", "RUB"),
        ("פרנק פזו", ""),
    ],
    minor_units: &[("אגורות", "ILS")],
    measures: &[
        ("מעלות", "°"),
        ("ק\"מ קילומטר קילומטרים", "km"),
        ("מטר מטרים", "m"),
        ("טון טונות", "t"),
        ("ק\"ג קילו קילוגרם", "kg"),
        ("דונם", ""),
        ("ליטר", "l"),
        ("חביות", "bbl"),
        ("מגוואט", "MW"),
    ],
    percent: "אחוז אחוזים",
    minus: "מינוס",
    before_date: "בשנת משנת עד",
    ago_before: "לפני",
    in_before: "בעוד",
    range_joints: "עד",
    other_calendar: Some(&HEBREW_YEARS),
    numbers: &[("חצי", 0.5)],
    ..DateWords::NONE
};

const HEBREW_YEARS: OtherCalendar = OtherCalendar {
    system: CalendarSystem::Hebrew,
    months: &[
        "תשרי בתשרי",
        "חשוון חשון מרחשוון בחשוון בחשון במרחשוון",
        "כסלו בכסלו",
        "טבת בטבת",
        "שבט בשבט",
        "אדר באדר",
        "ניסן בניסן",
        "אייר באייר",
        "סיוון סיון בסיוון בסיון",
        "תמוז בתמוז",
        "אב באב",
        "אלול באלול",
        // The two months of Adar of a leap year.
        "אדר_א' באדר_א' אדר_א׳ באדר_א׳",
        "אדר_ב' באדר_ב' אדר_ב׳ באדר_ב׳",
    ],
    years: 0..0,
    gregorian: &[],
};
