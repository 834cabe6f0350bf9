//! Romanian.

use super::abbreviations::AbbreviationLists;
use super::profile::{Cues, DatelineWords, ExtraMark, Profile, SentenceRules};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "alin", "aprox", "arh", "art", "av", "bd", "cap", "cf", "cit", "col", "com", "conf", "cpt",
            "d-l", "d-na", "dl", "dlui", "dna", "dnei", "dr", "dra", "ed", "ex", "fig", "gen", "ing",
            "jud", "lect", "lit", "lt", "maj", "max", "min", "mun", "nr", "op", "pag", "pct", "pg", "prof",
            "sat", "sf", "str", "tel", "vol", "î.e.n", "ș.a.m.d", "șos",
        ],
        final_before_starter: &[
            "a.c", "a.m", "cm", "co", "corp", "d.hr", "e.n", "etc", "inc", "jr", "kg", "km", "ltd", "mil",
            "mld", "n.r", "n.red", "p.m", "s.a", "s.r.l", "srl", "î.hr", "ş.a", "ş.a.m.d", "ș.a",
        ],
        final_by_shape: &[
            "apr", "aug", "dec", "feb", "ian", "iul", "iun", "mar", "no", "nov", "oct", "p", "sept",
        ],
        sentence_starters: &[
            "A", "Acea", "Aceasta", "Această", "Acest", "Acesta", "Aceste", "Aceștia", "Acolo", "Acum",
            "Al", "Alte", "Altfel", "Am", "Apoi", "Are", "Asta", "Astfel", "Astăzi", "Atunci", "Au",
            "Avem", "Așa", "Ca", "Care", "Ce", "Cea", "Cei", "Cel", "Cele", "Chiar", "Cine", "Cu", "Cum",
            "Când", "Cât", "Că", "Dacă", "Dar", "De", "Deci", "Deja", "Deoarece", "Despre", "Deși", "Din",
            "Dintre", "Doar", "Doi", "După", "Ea", "Ei", "El", "Ele", "Este", "Eu", "Fără", "Iar", "Ieri",
            "La", "Le", "Lui", "Mai", "Multe", "Mulți", "Nici", "Nimeni", "Noi", "Nu", "O", "Or", "Oricum",
            "Pe", "Pentru", "Poate", "Potrivit", "Prin", "Sau", "Se", "Si", "Sub", "Sunt", "Toate",
            "Totuși", "Toți", "Trebuie", "Trei", "Un", "Una", "Unde", "Unii", "Va", "Voi", "Vor", "Îl",
            "În", "Încă", "Însă", "Între", "Și",
        ],
        ..AbbreviationLists::NONE
    }),
    sentences: SentenceRules {
        extra_mark: Some(ExtraMark::ClauseSemicolon),
        ..SentenceRules::NONE
    },
    cues: Cues {
        byline_labels: &["autor"],
        ..Cues::NONE
    },
    datelines: DatelineWords {
        months: &[
            "ianuarie", "februarie", "martie", "aprilie", "mai", "iunie", "iulie", "august", "septembrie",
            "octombrie", "noiembrie", "decembrie",
        ],
        agencies: &["agerpres"],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
