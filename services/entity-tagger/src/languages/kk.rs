//! Kazakh.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "kk", home_countries: &["KZ"], dates: Some(&DATES), fast_share: 0.65, ..Profile::POOLED };

const DATES: DateWords = DateWords {
    days: &[("бүгін", 0), ("кеше", -1), ("ертең", 1)],
    scales: &[("мың", 1e3), ("млн миллион", 1e6), ("млрд миллиард", 1e9), ("трлн триллион", 1e12)],
    currencies: &[
        ("теңге теңгеге теңгеден теңгені", "KZT"),
        ("доллар*", "USD"),
        ("еуро", "EUR"),
        ("рубль рубльге", "RUB"),
    ],
    measures: &[
        ("градус*", "°"),
        ("тонна", "t"),
        ("баррель", "bbl"),
        ("гектар*", "ha"),
        ("шақырым", "km"),
        ("километр*", "km"),
        ("метр", "m"),
    ],
    percent: "пайыз*",
    minus: "минус",
    ..DateWords::NONE
};
