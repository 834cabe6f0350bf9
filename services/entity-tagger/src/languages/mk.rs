//! Macedonian.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "mk", home_countries: &["MK"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    days: &[("денес", 0), ("вчера", -1), ("завчера", -2), ("утре", 1), ("задутре", 2)],
    next: "следната следниот идната идниот наредната",
    last: "минатата минатиот изминатата",
    this: "оваа овој",
    scales: &[("илјад*", 1e3), ("мил милион*", 1e6), ("милијард*", 1e9)],
    currencies: &[
        ("денар*", "MKD"),
        ("евра евро", "EUR"),
        ("долар*", "USD"),
        ("фунти фунта", "GBP"),
        ("јени", "JPY"),
        ("рубљи", "RUB"),
        ("франци круни", ""),
    ],
    measures: &[
        ("степени степен", "°"),
        ("тони тона", "t"),
        ("хектар*", "ha"),
        ("километ*", "km"),
        ("метри метра", "m"),
        ("килограм*", "kg"),
    ],
    percent: "процент* отсто насто",
    minus: "минус",
    before_date: "во од до година",
    ago_before: "пред",
    in_before: "за",
    range_joints: "до",
    numbers: &[
        ("еден една едно", 1.0),
        ("два две", 2.0),
        ("три", 3.0),
        ("четири", 4.0),
        ("пет", 5.0),
        ("шест", 6.0),
        ("седум", 7.0),
        ("осум", 8.0),
        ("девет", 9.0),
        ("десет", 10.0),
    ],
    ..DateWords::NONE
};
