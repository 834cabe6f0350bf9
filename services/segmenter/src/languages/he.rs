//! Hebrew.

use super::abbreviations::AbbreviationLists;
use super::profile::Profile;

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &["גב", "ד\"ר", "וכו", "מס", "מר", "עמ", "פרופ", "ר"],
        final_before_starter: &["וכד", "ועוד", "לפנה״ס"],
        ..AbbreviationLists::NONE
    }),
    ..Profile::NONE
};
