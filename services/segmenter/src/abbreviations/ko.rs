//! Abbreviations of Korean: its dates are ordinals with stops (`2026. 5. 3.`); only foreign titles and firms are shortened.

use super::Lists;

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const TABLE: Lists = Lists {
    never_final: &["dr", "mr", "mrs", "ms", "no", "prof", "st", "vs"],
    final_before_starter: &["co", "corp", "inc", "jr", "ltd"],
    final_by_shape: &[],
    sentence_starters: &[],
    ordinal_stops: true,
};
