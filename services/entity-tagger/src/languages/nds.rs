//! Low German.

use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "nds", capitalises_nouns: true, patterns: None, ..Profile::BASE };
