//! Malayalam.
//!
//! The abbreviations include the names of Latin letters, which Malayalam writes out for initials.

use super::abbreviations::AbbreviationLists;
use super::profile::Profile;

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "ആർ", "ഇ", "എ", "എം", "എം.കെ", "എച്ച്", "എഫ്", "എസ്", "എൻ", "എൽ", "ഐ", "ഒ", "കെ", "കെ.പി", "ജി",
            "ജെ", "ടി", "ഡി", "ഡോ", "നം", "പി", "പി.കെ", "പ്രൊ", "പ്രൊഫ", "ബി", "മി", "യു", "വി", "വി.എസ്",
            "ശ്രീ", "ശ്രീമതി", "സി",
        ],
        ..AbbreviationLists::NONE
    }),
    ..Profile::NONE
};
