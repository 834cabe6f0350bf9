//! Burmese.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "my", home_countries: &["MM"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    scales: &[("ထောင်", 1e3), ("သောင်း", 1e4), ("သိန်း", 1e5), ("သန်း", 1e6), ("ကုဋေ", 1e7), ("ဘီလီယံ", 1e9)],
    currencies: &[("ကျပ်", "MMK"), ("ဒေါ်လာ", "USD"), ("ဘတ်", "THB")],
    percent: "ရာခိုင်နှုန်း",
    measures: &[("ကီလိုမီတာ", "km"), ("မီတာ", "m"), ("တန်", "t"), ("မိုင်", "mi")],
    ..DateWords::NONE
};
