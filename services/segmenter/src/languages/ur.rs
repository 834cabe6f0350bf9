//! Urdu.
//!
//! Urdu does not abbreviate its own words with a stop.

use super::common::FOREIGN_ABBREVIATIONS;
use super::profile::{DatelineWords, ExtraMark, Profile, SentenceRules};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(FOREIGN_ABBREVIATIONS),
    sentences: SentenceRules {
        extra_mark: Some(ExtraMark::VerbHyphen(&[
            "ہے", "ہیں", "تھا", "تھی", "تھے", "گا", "گی", "گے", "گئی", "گیا", "گئے", "ہوں",
        ])),
        mirrored_brackets: true,
        ..SentenceRules::NONE
    },
    datelines: DatelineWords {
        agencies: &["app"],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
