//! Kyrgyz.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "ky", home_countries: &["KG"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    days: &[("бүгүн", 0), ("кечээ", -1), ("эртең", 1)],
    scales: &[("миң", 1e3), ("млн миллион", 1e6), ("млрд миллиард", 1e9)],
    currencies: &[("сом сомду сомго", "KGS"), ("доллар*", "USD"), ("евро", "EUR"), ("рубль", "RUB")],
    measures: &[
        ("градус*", "°"),
        ("тонна", "t"),
        ("чакырым", "km"),
        ("километр*", "km"),
        ("метр", "m"),
        ("гектар*", "ha"),
    ],
    percent: "пайыз*",
    minus: "минус",
    ..DateWords::NONE
};
