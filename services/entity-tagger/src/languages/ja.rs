//! Japanese.

use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile { tag: "ja", writes_units_in_latin: true, ..Profile::BASE };
