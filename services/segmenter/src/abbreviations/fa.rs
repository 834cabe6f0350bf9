//! Abbreviations of Persian.

use super::Lists;

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const TABLE: Lists = Lists {
    never_final: &[
        "ا", "ب", "ج", "دکتر", "ر.ک", "ص", "م", "ه.ش", "ه.ق", "پ", "ک",
    ],
    final_before_starter: &[
        "ق.م",
    ],
    final_by_shape: &[],
    sentence_starters: &[],
    ordinal_stops: false,
};
