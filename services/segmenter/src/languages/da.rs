//! Danish.

use super::abbreviations::AbbreviationLists;
use super::profile::{Cues, DatelineWords, Profile};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "adm", "afd", "ang", "apr", "art", "aug", "bd", "beg", "bem", "bl.a", "bla", "bogst", "ca",
            "cand", "cf", "ctr", "d.s.s", "d.v.s", "dir", "dobb", "dr", "dvs", "e.m", "ed", "eks", "ekskl",
            "evt", "f.eks", "f.m", "f.t", "feks", "fig", "forb", "formentl", "forst", "fr", "fx", "gl",
            "gnsn", "gr", "h.k.h", "hhv", "hr", "i.f.t", "if", "ifm", "ift", "iht", "inkl", "jf", "jfr",
            "jur", "kap", "kbh", "kgl", "kl", "lb", "lic", "m.h.t", "m.v", "mag", "max", "mht", "min",
            "mr", "mrs", "mvh", "n.n", "ndf", "ngl", "nr", "n°", "o", "o.lign", "obs", "okt", "omk", "oms",
            "opr", "ordf", "osv", "p.g.a", "p.t", "pga", "pk", "polit", "pr", "prof", "red", "ref", "resp",
            "s", "s.k", "s.u", "scient", "sdr", "sen", "sept", "skt", "sml", "spec", "st", "str", "stud",
            "td", "tekn", "tidl", "tlf", "u", "u.a", "vedr", "vejl", "vha", "vol", "vs", "årg",
        ],
        final_before_starter: &[
            "Kr", "a/s", "co", "corp", "e.kr", "etc", "f.kr", "inc", "jr", "kr", "ltd", "m.fl", "m.m",
            "mfl", "mia", "mio", "mv", "o.l", "o.s.v", "sr",
        ],
        final_by_shape: &["dec", "feb", "jan", "jul", "jun", "mar", "no", "nov", "sep"],
        sentence_starters: &[
            "Af", "Alle", "Allerede", "Alt", "Altså", "Andre", "At", "Både", "Da", "De", "Deltagerne",
            "Dem", "Den", "Denne", "Der", "Derefter", "Deres", "Derfor", "Det", "Dette", "Disse", "Du",
            "Efter", "Ej", "Eller", "En", "Endelig", "Endnu", "Er", "Et", "Fem", "Flere", "For", "Fordi",
            "Formanden", "Fra", "Før", "Gennem", "Han", "Hans", "Har", "Hendes", "Her", "Hun", "Hvad",
            "Hvem", "Hver", "Hvilken", "Hvis", "Hvor", "Hvordan", "Hvorfor", "I", "Ifølge", "Ikke",
            "Imens", "Ingen", "Intet", "Ja", "Jeg", "Kan", "Kun", "Man", "Mange", "Med", "Medens",
            "Mellem", "Men", "Mens", "Mere", "Mest", "Mod", "Må", "Måske", "Nej", "Noget", "Nogle", "Nu",
            "Når", "Og", "Også", "Om", "Omkring", "Over", "På", "Samtidig", "Selv", "Senere", "Siden",
            "Skal", "Så", "Sådan", "Til", "To", "Tre", "Trods", "Ud", "Uden", "Under", "Var", "Ved", "Vi",
            "Vil", "Være",
        ],
        ordinal_stops: true,
    }),
    cues: Cues {
        byline_words: &["af"],
        byline_labels: &["tekst"],
        name_connectors: &["og", "i"],
        notice_openings: &["foto:"],
        caption_openings: &["foto:"],
        ..Cues::NONE
    },
    datelines: DatelineWords {
        months: &[
            "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober",
            "november", "december",
        ],
        agencies: &["ritzau"],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
