//! Tajik.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "tg", home_countries: &["TJ"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    scales: &[("ҳазор", 1e3), ("млн миллион", 1e6), ("млрд миллиард", 1e9)],
    currencies: &[("сомонӣ сомони", "TJS"), ("доллар* доллари_ИМА", "USD"), ("евро", "EUR"), ("рубл", "RUB")],
    percent: "фоиз фоизи дарсад",
    ..DateWords::NONE
};
