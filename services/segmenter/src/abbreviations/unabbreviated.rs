//! Languages that do not shorten their own words with a full stop; foreign titles and firms may stand in them.

use super::Lists;

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const TABLE: Lists = Lists {
    never_final: &["dr", "mr", "mrs", "ms", "no", "prof", "st", "vs"],
    final_before_starter: &["co", "corp", "inc", "jr", "ltd"],
    final_by_shape: &[],
    sentence_starters: &[],
    ordinal_stops: false,
};
