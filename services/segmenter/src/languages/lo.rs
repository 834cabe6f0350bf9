//! Lao.
//!
//! Lao marks no sentence ends, but for newspapers that set full stops. A space follows a sentence, but also a
//! clause or a name.

use super::profile::{Boundaries, Profile, SentenceModel, SentenceRules};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    sentences: SentenceRules {
        boundaries: Boundaries::StopsOrSpaces,
        model: SentenceModel::UniformText,
        ..SentenceRules::NONE
    },
    ..Profile::NONE
};
