//! Luxembourgish.

use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile { capitalizes_nouns: true, ..Profile::NONE };
