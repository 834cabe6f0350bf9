//! Norwegian Bokmål.

use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile { tag: "nb", genitive_s: true, ..Profile::BASE };
