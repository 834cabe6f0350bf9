//! Khmer.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "km", home_countries: &["KH"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    days: &[("ថ្ងៃនេះ", 0), ("ម្សិលមិញ", -1), ("ថ្ងៃស្អែក", 1)],
    scales: &[("ពាន់", 1e3), ("ម៉ឺន", 1e4), ("សែន", 1e5), ("លាន", 1e6), ("ពាន់លាន", 1e9), ("ប៊ីលាន", 1e9)],
    currencies: &[("រៀល", "KHR"), ("ដុល្លារ ដុល្លារអាមេរិក", "USD")],
    percent: "ភាគរយ",
    measures: &[("គីឡូម៉ែត្រ", "km"), ("ម៉ែត្រ", "m"), ("តោន", "t"), ("ហិកតា", "ha")],
    ..DateWords::NONE
};
