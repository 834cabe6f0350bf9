//! Norwegian, Bokmål and Nynorsk.

use super::abbreviations::AbbreviationLists;
use super::profile::{Cues, DatelineWords, Profile};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "adm", "ang", "art", "avd", "bl.a", "bla", "ca", "cand", "d.v.s", "dir", "dr", "dvs", "ekskl",
            "evt", "f.eks", "f.o.m", "f.t", "feks", "fig", "forts", "fr", "fx", "gl", "hhv", "hr", "iht",
            "inkl", "jf", "jfr", "kap", "kl", "m.h.t", "max", "mht", "min", "mva", "nr", "o.a", "obs",
            "p.g.a", "p.t", "pga", "pr", "prof", "pst", "ref", "resp", "s", "s.k", "sml", "st", "t.d",
            "t.o.m", "tidl", "tlf", "vedr", "vs", "årg",
        ],
        final_before_starter: &[
            "Kr", "co", "corp", "e.kr", "etc", "f.kr", "inc", "jr", "kr", "ltd", "m.fl", "m.m", "m.v",
            "mfl", "mill", "mm", "mrd", "mv", "o.l", "osv", "sr",
        ],
        final_by_shape: &[
            "apr", "aug", "des", "feb", "jan", "jul", "jun", "mar", "no", "nov", "okt", "sep", "sept",
        ],
        sentence_starters: &[
            "Alle", "Allerede", "Alt", "Andre", "At", "Av", "Bare", "Både", "Da", "De", "Den", "Denne",
            "Der", "Deres", "Deretter", "Derfor", "Dersom", "Det", "Dette", "Disse", "Du", "Eg", "Ein",
            "Eit", "Eller", "En", "Er", "Et", "Etter", "Flere", "For", "Fordi", "Fra", "Før", "Gjennom",
            "Han", "Hans", "Har", "Hennes", "Her", "Ho", "Hun", "Hva", "Hvem", "Hver", "Hvis", "Hvor",
            "Hvordan", "Hvorfor", "I", "Ifølge", "Ikke", "Ikkje", "Ingen", "Ja", "Jeg", "Kan", "Kva",
            "Man", "Mange", "Med", "Mellom", "Men", "Mens", "Mer", "Mest", "Mot", "Må", "Nei", "Noen",
            "Nå", "Når", "Og", "Også", "Om", "Over", "På", "Samtidig", "Selv", "Senere", "Siden", "Skal",
            "Som", "Så", "Til", "To", "Tre", "Tross", "Under", "Uten", "Var", "Ved", "Vi", "Vil", "Vår",
            "Være",
        ],
        ordinal_stops: true,
    }),
    cues: Cues {
        byline_words: &["av"],
        byline_labels: &["tekst"],
        name_connectors: &["og", "i"],
        notice_openings: &["foto:"],
        caption_openings: &["foto:"],
        ..Cues::NONE
    },
    datelines: DatelineWords {
        months: &[
            "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober",
            "november", "desember", "des",
        ],
        agencies: &["ntb"],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
