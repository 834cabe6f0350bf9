//! Bulgarian.

use super::common;
use super::profile::{Declension, Profile};

pub(super) const PROFILE: Profile = Profile {
    tag: "bg",
    adjective_endings: &common::SLAVIC_ADJECTIVE_ENDINGS,
    declension: Declension::Endings(&common::SLAVIC_CASE_ENDINGS),
    ..Profile::BASE
};
