//! Slovak.

use super::common;
use super::profile::{Declension, Profile};

pub(super) const PROFILE: Profile =
    Profile { tag: "sk", declension: Declension::Endings(&common::SLAVIC_CASE_ENDINGS), ..Profile::BASE };
