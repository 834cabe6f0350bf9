//! Lao.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile {
    tag: "lo",
    stops_end_sentences: false,
    home_countries: &["LA"],
    dates: Some(&DATES),
    ..Profile::BASE
};

const DATES: DateWords = DateWords {
    scales: &[("ພັນ", 1e3), ("ໝື່ນ", 1e4), ("ແສນ", 1e5), ("ລ້ານ", 1e6), ("ຕື້", 1e9)],
    currencies: &[("ກີບ", "LAK"), ("ໂດລາ ໂດລາສະຫະລັດ", "USD"), ("ບາດ", "THB"), ("ຢວນ", "CNY")],
    percent: "ເປີເຊັນ ເປີເຊັນຕ໌ ສ່ວນຮ້ອຍ",
    measures: &[("ກິໂລແມັດ", "km"), ("ແມັດ", "m"), ("ໂຕນ", "t")],
    ..DateWords::NONE
};
