//! Abbreviations of Arabic.

use super::Lists;

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const TABLE: Lists = Lists {
    never_final: &[
        "أ", "أ.د", "أ.م", "ا", "ب", "ت", "ج", "د", "د.أ", "سم", "ص", "ص.ب", "ط", "ف", "ق", "كلم", "كم",
        "م", "م.م", "هـ",
    ],
    final_before_starter: &[
        "إلخ", "الخ", "ب.م", "ق.م",
    ],
    final_by_shape: &[],
    sentence_starters: &[],
    ordinal_stops: false,
};
