//! Armenian.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile {
    tag: "hy",
    home_countries: &["AM"],
    dates: Some(&DATES),
    name_endings: &NAME_ENDINGS,
    ..Profile::POOLED
};

const NAME_ENDINGS: [&str; 7] = ["ում", "ից", "ի", "ը", "ն", "ին", "ով"];

const DATES: DateWords = DateWords {
    days: &[("այսօր", 0), ("երեկ", -1), ("վաղը", 1)],
    scales: &[("հազար", 1e3), ("մլն միլիոն", 1e6), ("մլրդ միլիարդ", 1e9)],
    currencies: &[("դրամ* դրամ", "AMD"), ("դոլար*", "USD"), ("եվրո*", "EUR"), ("ռուբլի", "RUB")],
    measures: &[
        ("աստիճան*", "°"),
        ("կիլոմետր* կմ", "km"),
        ("մետր", "m"),
        ("տոննա", "t"),
        ("հեկտար*", "ha"),
        ("կգ կիլոգրամ", "kg"),
    ],
    percent: "տոկոս*",
    minus: "մինուս",
    year_month_day: true,
    year_word: "թ թվականի թվականին",
    ..DateWords::NONE
};
