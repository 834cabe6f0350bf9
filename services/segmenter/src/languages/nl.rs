//! Dutch.

use super::abbreviations::AbbreviationLists;
use super::profile::{Cues, DatelineWords, Profile, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "a.d", "a.h.w", "art", "aug", "bijv", "blz", "bv", "ca", "d.d", "d.w.z", "dhr", "dr", "drs",
            "ds", "dwz", "e.d", "ed", "evt", "excl", "febr", "fig", "gen", "i.p.v", "i.s.m", "i.v.m",
            "incl", "ing", "ir", "jl", "kapt", "kol", "lt", "m.a.w", "m.b.t", "m.n", "maj", "max", "mej",
            "mevr", "mgr", "min", "mr", "mw", "n.a.v", "nr", "o.a", "o.l.v", "ong", "p.p", "pag", "plm",
            "prof", "red", "resp", "sgt", "st", "t.a.v", "t.o.v", "t/m", "tel", "v.a", "vgl", "vnl", "wnd",
            "z.g", "zg", "zgn",
        ],
        final_before_starter: &[
            "Chr", "a.s", "b.v", "c.s", "co", "corp", "e.a", "e.v", "enz", "etc", "inc", "jr", "ltd",
            "n.chr", "n.v", "o.i.d", "sr", "u.s", "v.chr",
        ],
        final_by_shape: &[
            "apr", "cm", "dec", "feb", "jan", "jul", "jun", "kg", "km", "mrt", "no", "nov", "okt", "p",
            "sep", "sept",
        ],
        sentence_starters: &[
            "Aan", "Al", "Alle", "Alleen", "Als", "Bij", "Binnen", "Bovendien", "Daar", "Daarmee",
            "Daarna", "Daarom", "Dan", "Dat", "De", "Deze", "Die", "Dit", "Door", "Drie", "Echter", "Een",
            "Eerst", "En", "Er", "Het", "Hier", "Hij", "Hoe", "Hun", "Ik", "In", "Inmiddels", "Is", "Ja",
            "Je", "Maar", "Meer", "Men", "Met", "Mijn", "Na", "Naar", "Nadat", "Niemand", "Niet", "Nog",
            "Nu", "Of", "Om", "Omdat", "Onder", "Ook", "Op", "Over", "Sinds", "Te", "Tegen", "Terwijl",
            "Tijdens", "Toch", "Toen", "Tot", "Twee", "U", "Uit", "Van", "Vanaf", "Vandaag", "Veel",
            "Volgens", "Voor", "Vooral", "Waar", "Waarom", "Wanneer", "Want", "Was", "Wat", "We", "Wel",
            "Welke", "Wie", "Wij", "Ze", "Zij", "Zijn", "Zo", "Zonder", "Zou",
        ],
        ..AbbreviationLists::NONE
    }),
    words: SharedWords {
        elisions: &["s", "t", "k", "n", "m", "r"],
        ..SharedWords::NONE
    },
    cues: Cues {
        byline_words: &["door"],
        byline_labels: &["auteur", "tekst"],
        name_connectors: &["in", "van", "der", "den", "ten", "de"],
        notice_openings: &["lees ook", "foto:"],
        caption_openings: &["foto:"],
        ..Cues::NONE
    },
    datelines: DatelineWords {
        months: &[
            "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
            "oktober", "november", "december", "jan", "feb", "mrt", "apr", "jun", "jul", "aug", "sep",
            "okt", "nov", "dec",
        ],
        place_connectors: &["de", "den"],
        agencies: &["anp", "belga"],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
