//! Malayalam.
//!
//! The abbreviations include the names of Latin letters, which Malayalam writes out for initials.

use super::abbreviations::AbbreviationLists;
use super::profile::Profile;

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "അഡ്വ", "ആർ", "ഇ", "ഉദാ", "എ", "എം", "എം.കെ", "എക്സ്", "എച്ച്", "എഫ്", "എസ്", "എൻ", "എൽ", "ഐ",
            "ഒ", "കി.ഗ്രാം", "കി.മീ", "കിമീ", "കുമാരി", "കെ", "കെ.പി", "ക്യു", "ജി", "ജെ", "ടി", "ഡബ്ല്യു",
            "ഡി", "ഡോ", "നം", "പി", "പി.കെ", "പ്രഫ", "പ്രൈ", "പ്രൊ", "പ്രൊഫ", "ഫാ", "ബി", "മി", "മി.മീ", "യു",
            "രൂ", "റവ", "ലി", "വി", "വി.എസ്", "വൈ", "ശ്രീ", "ശ്രീമതി", "സി", "സെ.മീ", "സെഡ്",
        ],
        ..AbbreviationLists::NONE
    }),
    ..Profile::NONE
};
