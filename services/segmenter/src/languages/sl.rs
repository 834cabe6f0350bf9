//! Slovenian.

use super::abbreviations::AbbreviationLists;
use super::profile::{DatelineWords, Profile};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "akad", "arh", "asist", "d.o.o", "dipl", "doc", "dr", "g", "ga", "gdč", "gen", "gl", "ing",
            "inž", "itn", "mag", "max", "min", "npr", "odst", "ok", "op", "oz", "polk", "prim", "prof",
            "r", "sod", "str", "sv", "t.i", "tel", "ti", "tj", "ul", "univ", "ur", "zn", "čl", "št",
        ],
        final_before_starter: &[
            "cm", "co", "corp", "d.d", "idr", "inc", "ipd", "ipn", "itd", "jr", "kg", "km", "ltd", "mio",
            "mrd", "n.št", "pr.n.št", "s.p", "tis",
        ],
        final_by_shape: &[
            "apr", "avg", "dec", "feb", "jan", "jul", "jun", "mar", "nov", "okt", "sept",
        ],
        sentence_starters: &[
            "A", "Ali", "Ampak", "Bil", "Bila", "Bilo", "Bo", "Da", "Danes", "Do", "Dva", "Eden", "En",
            "In", "Ja", "Jaz", "Je", "Kaj", "Kako", "Kakor", "Kdaj", "Kdo", "Ker", "Ki", "Kje", "Ko",
            "Kot", "Lani", "Letos", "Med", "Mi", "Na", "Nad", "Namreč", "Nato", "Ne", "Nekateri", "Ni",
            "Nihče", "No", "O", "Ob", "Od", "On", "Ona", "Oni", "Pa", "Po", "Pod", "Poleg", "Potem",
            "Pred", "Pri", "S", "Saj", "Se", "Si", "Sicer", "So", "Ta", "Tako", "Tam", "Te", "Ter", "To",
            "Toda", "Torej", "Tri", "Tu", "Tudi", "V", "Vendar", "Ves", "Vse", "Včeraj", "Z", "Za",
            "Zakaj", "Zaradi", "Zato", "Če", "Čeprav", "Že",
        ],
        ordinal_stops: true,
    }),
    datelines: DatelineWords {
        agencies: &["sta"],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
