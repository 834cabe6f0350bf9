//! Wu Chinese and Literary Chinese.

use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile { spaces_sentences: false, ..Profile::NONE };
