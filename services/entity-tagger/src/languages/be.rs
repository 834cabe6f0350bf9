//! Belarusian.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "be", home_countries: &["BY"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    days: &[("сёння", 0), ("учора", -1), ("заўтра", 1)],
    scales: &[("тыс тысяч*", 1e3), ("млн мільён*", 1e6), ("млрд мільярд*", 1e9)],
    currencies: &[("рубель рубля рублёў рублі руб", "BYN"), ("долар* даляр*", "USD"), ("еўра", "EUR")],
    measures: &[
        ("градус*", "°"),
        ("тона тоны тон", "t"),
        ("кіламетр*", "km"),
        ("метраў метры", "m"),
        ("гектар*", "ha"),
    ],
    percent: "працэнт* адсот*",
    minus: "мінус",
    before_date: "у ў з да года годзе",
    range_joints: "да",
    national_currencies: &[("расійскіх", "рубл", "RUB")],
    ..DateWords::NONE
};
