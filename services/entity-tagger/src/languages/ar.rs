//! Arabic.

use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile { tag: "ar", ..Profile::BASE };

/// Particles that are written onto the next word, in articles of any language.
pub(crate) const PREFIXES: [char; 5] = ['و', 'ب', 'ل', 'ف', 'ك'];
