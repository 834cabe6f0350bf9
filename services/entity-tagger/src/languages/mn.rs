//! Mongolian.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "mn", home_countries: &["MN"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    days: &[("өнөөдөр", 0), ("өчигдөр", -1), ("маргааш", 1)],
    scales: &[("мянга мянган", 1e3), ("сая саяын", 1e6), ("тэрбум", 1e9), ("их_наяд", 1e12)],
    currencies: &[
        ("төгрөг төгрөгийн төгрөгөөр", "MNT"),
        ("доллар* ам.доллар", "USD"),
        ("евро", "EUR"),
        ("юань", "CNY"),
    ],
    measures: &[
        ("градус хэм", "°"),
        ("километр км", "km"),
        ("метр", "m"),
        ("тонн", "t"),
        ("га гектар", "ha"),
    ],
    percent: "хувь хувиар хувийн хувьтай",
    ..DateWords::NONE
};
