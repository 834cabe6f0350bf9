//! Norwegian.

use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile { tag: "no", genitive_s: true, ..Profile::BASE };
