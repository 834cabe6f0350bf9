//! Abbreviations of Armenian.

use super::Lists;

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const TABLE: Lists = Lists {
    never_final: &[
        "Հ", "ակադ", "դոկ", "թ", "հ", "պրոֆ", "ս", "տ", "տ.տ", "փ", "օր",
    ],
    final_before_starter: &[
        "դր", "թթ", "կգ", "կմ", "հազ", "մ.թ", "մ.թ.ա", "մլն", "մլրդ", "սմ",
    ],
    final_by_shape: &[],
    sentence_starters: &[],
    ordinal_stops: false,
};
