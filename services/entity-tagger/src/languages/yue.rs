//! Cantonese. Newspapers write it with the date words of Chinese.

use super::profile::Profile;
use super::zh;

pub(super) const PROFILE: Profile = Profile { tag: "yue", dates: Some(&zh::DATES), ..Profile::BASE };
