//! Maltese.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "mt", home_countries: &["MT"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    days: &[("illum", 0), ("ilbieraħ", -1), ("għada", 1)],
    scales: &[("elf", 1e3), ("miljun miljuni", 1e6), ("biljun biljuni", 1e9)],
    currencies: &[("ewro", "EUR"), ("dollaru dollari", "USD"), ("lira sterlina", "")],
    measures: &[("kilometru kilometri", "km"), ("metri metru", "m"), ("tunnellata tunnellati", "t")],
    percent: "fil-mija",
    ..DateWords::NONE
};
