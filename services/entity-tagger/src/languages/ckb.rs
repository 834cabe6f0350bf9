//! Central Kurdish.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile { tag: "ckb", dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    scales: &[("هەزار", 1e3), ("ملیۆن", 1e6), ("ملیار", 1e9)],
    currencies: &[("دۆلار دۆلاری", "USD"), ("یۆرۆ", "EUR"), ("دیناری_عێراقی دینار", "IQD")],
    measures: &[("کیلۆمەتر", "km"), ("مەتر", "m"), ("تۆن", "t")],
    percent_before: "لەسەدا",
    ..DateWords::NONE
};
