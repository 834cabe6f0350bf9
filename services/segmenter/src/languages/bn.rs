//! Bengali.
//!
//! No abbreviations have been collected yet.

use super::profile::{DatelineWords, Profile};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    datelines: DatelineWords {
        agencies: &["bss", "unb"],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
