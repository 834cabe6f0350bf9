//! Galician.
//!
//! Semicolons work as in the other Romance languages. No abbreviations have been collected yet.

use super::profile::{DatelineWords, ExtraMark, Profile, SentenceRules, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
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
