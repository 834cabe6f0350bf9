//! Abbreviations of Hebrew.

use super::Lists;

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const TABLE: Lists = Lists {
    never_final: &[
        "גב", "ד\"ר", "וכו", "מס", "מר", "עמ", "פרופ", "ר",
    ],
    final_before_starter: &[
        "וכד", "ועוד", "לפנה״ס",
    ],
    final_by_shape: &[],
    sentence_starters: &[],
    ordinal_stops: false,
};
