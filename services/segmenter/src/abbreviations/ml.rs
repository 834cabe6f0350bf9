//! Abbreviations of Malayalam, and the letters of its initials.

use super::Lists;

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const TABLE: Lists = Lists {
    never_final: &[
        "ആർ", "ഇ", "എ", "എം", "എം.കെ", "എച്ച്", "എഫ്", "എസ്", "എൻ", "എൽ", "ഐ", "ഒ", "കെ", "കെ.പി", "ജി",
        "ജെ", "ടി", "ഡി", "ഡോ", "നം", "പി", "പി.കെ", "പ്രൊ", "പ്രൊഫ", "ബി", "മി", "യു", "വി", "വി.എസ്",
        "ശ്രീ", "ശ്രീമതി", "സി",
    ],
    final_before_starter: &[],
    final_by_shape: &[],
    sentence_starters: &[],
    ordinal_stops: false,
};
