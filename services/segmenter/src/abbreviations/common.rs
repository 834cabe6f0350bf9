//! Abbreviations that most languages of Europe share, for a language without a file of its own.

use super::Lists;

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const TABLE: Lists = Lists {
    never_final: &["cf", "dr", "e.g", "gen", "i.e", "mr", "mrs", "ms", "mt", "prof", "st", "vs"],
    final_before_starter: &["co", "corp", "etc", "inc", "jr", "ltd", "sr", "u.s", "u.s.a"],
    final_by_shape: &["no", "nr", "p", "vol"],
    sentence_starters: &[],
    ordinal_stops: false,
};
