//! Lao.
//!
//! Lao marks no sentence ends. A space between letters separates clauses.

use super::profile::{Boundaries, Profile, SentenceRules};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    sentences: SentenceRules {
        boundaries: Boundaries::Spaces,
        ..SentenceRules::NONE
    },
    ..Profile::NONE
};
