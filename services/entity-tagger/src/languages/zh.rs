//! Chinese.

use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile { tag: "zh", writes_units_in_latin: true, ..Profile::BASE };
