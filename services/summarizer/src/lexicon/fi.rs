//! Finnish.

use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile { opens_speech_with_dash: true, ..Profile::NONE };
