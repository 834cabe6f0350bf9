//! Armenian.

use super::abbreviations::AbbreviationLists;
use super::profile::{ExtraMark, Profile, SentenceRules};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &["Հ", "ակադ", "դոկ", "թ", "հ", "պրոֆ", "ս", "տ", "տ.տ", "փ", "օր"],
        final_before_starter: &["դր", "թթ", "կգ", "կմ", "հազ", "մ.թ", "մ.թ.ա", "մլն", "մլրդ", "սմ"],
        ..AbbreviationLists::NONE
    }),
    sentences: SentenceRules {
        extra_mark: Some(ExtraMark::StopColon),
        ..SentenceRules::NONE
    },
    ..Profile::NONE
};
