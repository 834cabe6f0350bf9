//! Luxembourgish.

use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "lb", capitalises_nouns: true, patterns: None, ..Profile::BASE };
