//! Italian.

use super::abbreviations::AbbreviationLists;
use super::profile::{Cues, DatelineWords, ExtraMark, Profile, SentenceRules, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "all", "arch", "art", "artt", "avv", "c.so", "ca", "cap", "cav", "cf", "cfr", "col", "comm",
            "dir", "don", "dott", "dott.ssa", "dr", "ecc.mo", "ed", "egr", "es", "fig", "gen", "gent",
            "gent.ma", "geom", "idraul", "ill.mo", "ing", "mar", "max", "meteor", "min", "mons", "on",
            "p.es", "p.za", "p.zza", "pag", "pagg", "pp", "prof", "prof.ssa", "psicol", "rag", "rev", "s",
            "sen", "sig", "sig.na", "sig.ra", "sigg", "sigra", "spett", "ss", "tel", "ten", "uff", "v",
            "v.le", "vol",
        ],
        final_before_starter: &[
            "a.c", "a.m", "c.a", "c.d", "co", "corp", "d.c", "f.lli", "inc", "jr", "ltd", "n.d.r", "ndr",
            "p.m", "s.n.c", "s.p.a", "s.r.l", "spa", "srl", "u.s", "u.s.a",
        ],
        final_by_shape: &[
            "ago", "apr", "cm", "dic", "ecc", "etc", "feb", "giu", "kg", "km", "lug", "n", "no", "nov",
            "nr", "ott", "p", "set", "sett",
        ],
        sentence_starters: &[
            "A", "Ad", "Adesso", "Ai", "Al", "Alcune", "Alcuni", "All", "Alla", "Alle", "Allora", "Altri",
            "Anche", "Ancora", "Appena", "Avevano", "Bene", "Certo", "Che", "Chi", "Ci", "Ciò", "Come",
            "Con", "Contro", "Cosa", "Così", "Da", "Dagli", "Dai", "Dal", "Dalla", "Degli", "Dei", "Del",
            "Della", "Delle", "Di", "Dopo", "Dove", "Due", "Dunque", "Durante", "E", "Ecco", "Ed", "Ella",
            "Era", "Essi", "Fino", "Forse", "Fra", "Gli", "Ha", "Hanno", "Ho", "I", "Ieri", "Il", "In",
            "Infatti", "Inoltre", "Insomma", "Intanto", "Invece", "Io", "L", "La", "Le", "Lei", "Lo",
            "Loro", "Lui", "Ma", "Mentre", "Mi", "Molti", "Molto", "Ne", "Nei", "Nel", "Nell", "Nella",
            "Nelle", "Nessuno", "Noi", "Non", "Nonostante", "Nulla", "Nuovo", "O", "Oggi", "Ogni",
            "Oppure", "Ora", "Per", "Perché", "Perciò", "Però", "Piuttosto", "Più", "Poi", "Prima",
            "Proprio", "Può", "Qual", "Quale", "Quali", "Quando", "Quanto", "Quattro", "Quel", "Quella",
            "Quelle", "Quelli", "Quello", "Quest", "Questa", "Queste", "Questi", "Questo", "Qui", "Quindi",
            "Se", "Secondo", "Senza", "Si", "Sia", "Solo", "Sono", "Sotto", "Sta", "Stata", "Stato", "Su",
            "Sua", "Sugli", "Sul", "Sulla", "Suo", "Suoi", "Sì", "Tra", "Tre", "Tutta", "Tutte", "Tutti",
            "Tutto", "Un", "Una", "Uno", "Vi", "Voi", "È",
        ],
        ..AbbreviationLists::NONE
    }),
    sentences: SentenceRules {
        extra_mark: Some(ExtraMark::ClauseSemicolon),
        ..SentenceRules::NONE
    },
    words: SharedWords {
        figure_labels: &["Figura"],
        ..SharedWords::NONE
    },
    cues: Cues {
        byline_words: &["di"],
        byline_labels: &["autore", "testo"],
        name_connectors: &["e", "a", "per", "in", "da", "di", "del", "della"],
        credit_openings: &["a cura di", "redazione"],
        notice_openings: &[
            "leggi anche", "riproduzione riservata", "tutti i diritti riservati", "fonte:", "foto:",
        ],
        caption_openings: &["didascalia", "nella foto", "nella foto:", "foto:"],
        caption_credits: &["foto:", "foto/", "foto "],
        ..Cues::NONE
    },
    datelines: DatelineWords {
        months: &[
            "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
            "ottobre", "novembre", "dicembre", "gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago",
            "set", "ott", "nov", "dic",
        ],
        weekdays: &["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"],
        date_connectors: &["del"],
        place_connectors: &["di", "da", "la"],
        story_labels: &["ESCLUSIVA", "ANALISI", "URGENTE"],
        agencies: &["ansa"],
        ..DatelineWords::NONE
    },
};
