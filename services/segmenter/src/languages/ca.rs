//! Catalan.

use super::abbreviations::AbbreviationLists;
use super::profile::{ExtraMark, Profile, SentenceRules};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "aprox", "art", "av", "c", "cap", "cf", "ctra", "dr", "dra", "ed", "ex", "excm", "fig", "gral",
            "hble", "il·lm", "mn", "màx", "mín", "núm", "p.ex", "pl", "prof", "pàg", "pàgs", "sr", "sra",
            "srs", "st", "sta", "tel", "vol",
        ],
        final_before_starter: &[
            "a.c", "a.m", "cm", "co", "corp", "d.c", "ee.uu", "etc", "inc", "jr", "kg", "km", "ltd", "p.m",
            "s.a", "s.c.p", "s.l",
        ],
        final_by_shape: &["abr", "ag", "des", "febr", "gen", "jul", "n", "nov", "oct", "set"],
        sentence_starters: &[
            "A", "Abans", "Així", "Això", "Al", "Amb", "Aquest", "Aquesta", "Aquests", "Ara", "Avui",
            "Cada", "Com", "Contra", "De", "Del", "Des", "Després", "Doncs", "Dos", "Durant", "El", "Ell",
            "Ella", "Els", "En", "Encara", "Ens", "Entre", "Era", "Ha", "Han", "Hi", "I", "Ja", "L", "La",
            "Les", "Mentre", "Molt", "Molts", "Més", "No", "Només", "Nosaltres", "O", "On", "Pel", "Per",
            "Perquè", "Però", "Potser", "Quan", "Que", "Qui", "Què", "Segons", "Sense", "Si", "Sobre",
            "També", "Tot", "Tots", "Tres", "Un", "Una", "Va", "Vam", "És",
        ],
        ..AbbreviationLists::NONE
    }),
    sentences: SentenceRules {
        extra_mark: Some(ExtraMark::ClauseSemicolon),
        ..SentenceRules::NONE
    },
    ..Profile::NONE
};
