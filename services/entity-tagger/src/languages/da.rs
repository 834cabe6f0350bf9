//! Danish.

use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile { tag: "da", genitive_s: true, ..Profile::BASE };
