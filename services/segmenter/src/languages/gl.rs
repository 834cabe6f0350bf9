//! Galician.
//!
//! Semicolons work as in the other Romance languages. No abbreviations have been collected yet.

use super::profile::{DatelineWords, ExtraMark, Profile, SentenceRules};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    sentences: SentenceRules {
        extra_mark: Some(ExtraMark::ClauseSemicolon),
        ..SentenceRules::NONE
    },
    datelines: DatelineWords {
        place_articles: &["A"],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
