//! Burmese.
//!
//! Burmese marks sentence ends, but no words have been collected yet.

use super::profile::{Boundaries, Profile, SentenceRules};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    sentences: SentenceRules {
        boundaries: Boundaries::MarksOnly,
        ..SentenceRules::NONE
    },
    ..Profile::NONE
};
