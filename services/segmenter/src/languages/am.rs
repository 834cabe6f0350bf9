//! Amharic and Tigrinya.
//!
//! Neither language abbreviates its own words with a stop.

use super::common::FOREIGN_ABBREVIATIONS;
use super::profile::Profile;

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(FOREIGN_ABBREVIATIONS),
    ..Profile::NONE
};
