//! Norwegian.

use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "no", home_countries: &["NO"], genitive_s: true, ..Profile::BASE };
