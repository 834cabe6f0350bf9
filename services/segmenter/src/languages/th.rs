//! Thai.
//!
//! Thai marks no sentence ends. A space between letters separates clauses.

use super::profile::{Boundaries, DatelineWords, Profile, SentenceRules};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    sentences: SentenceRules {
        boundaries: Boundaries::Spaces,
        ..SentenceRules::NONE
    },
    datelines: DatelineWords {
        agencies: &["tna"],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
