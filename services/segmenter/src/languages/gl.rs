//! Galician.
//!
//! Semicolons work as in the other Romance languages.

use super::abbreviations::AbbreviationLists;
use super::profile::{DatelineWords, ExtraMark, Profile, SentenceRules, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "avda", "cap", "cf", "d", "dna", "dr", "dra", "dras", "dres", "exma", "exmo", "pax", "prof", "profa",
            "sr", "sra", "sras", "sres", "sta", "sto", "tel", "vs",
        ],
        final_before_starter: &["co", "corp", "inc", "ltd"],
        final_by_shape: &["etc", "núm", "op", "vol"],
        ..AbbreviationLists::NONE
    }),
    sentences: SentenceRules {
        extra_mark: Some(ExtraMark::ClauseSemicolon),
        ..SentenceRules::NONE
    },
    words: SharedWords {
        final_units: &[
            "h", "min", "km", "kg", "m",
        ],
        ..SharedWords::NONE
    },
    datelines: DatelineWords {
        place_articles: &["A"],
        months: &[
            "xaneiro", "febreiro", "marzo", "abril", "maio", "xuño", "xullo", "agosto", "setembro",
            "outubro", "novembro", "decembro",
        ],
        weekdays: &["luns", "martes", "mércores", "xoves", "venres", "sábado", "domingo"],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
