//! Abbreviations of Hindi and its neighbours in Devanagari.

use super::Lists;

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const TABLE: Lists = Lists {
    never_final: &[
        "आर", "ई", "ए", "एम", "एस", "कु", "के", "जे", "डा", "डी", "डॉ", "नं", "पं", "पी", "पृ", "प्रो",
        "बी", "मि", "मो", "रु", "श्री", "सं", "सी", "सुश्री",
    ],
    final_before_starter: &[
        "इ", "ई.पू", "ईपू",
    ],
    final_by_shape: &[],
    sentence_starters: &[],
    ordinal_stops: false,
};
