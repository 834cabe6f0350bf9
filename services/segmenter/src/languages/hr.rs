//! Croatian, Bosnian and Serbian in Latin script.
//!
//! The agencies include those of Bosnia and Herzegovina and of Montenegro.

use super::abbreviations::AbbreviationLists;
use super::profile::{Cues, DatelineWords, Profile};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "ak", "akad", "arh", "br", "dipl", "doc", "dr", "engl", "g", "gen", "gl", "god", "gosp", "gđa",
            "gđica", "ing", "inž", "lat", "mag", "max", "min", "mr", "njem", "npr", "o.g", "odn", "oko",
            "prim", "prof", "puk", "red", "s", "sl", "sr", "st", "str", "sv", "tal", "tel", "tj", "tzn",
            "tzv", "ul", "ur", "usp", "v", "vidi", "čl",
        ],
        final_before_starter: &[
            "cm", "co", "corp", "d.d", "d.o.o", "i.sl", "inc", "itd", "jr", "kg", "km", "kn", "ltd", "mil",
            "mlrd", "n.e", "p.n.e", "pr.kr", "tis",
        ],
        sentence_starters: &[
            "A", "Ako", "Ali", "Bez", "Bi", "Bila", "Bilo", "Bio", "Biti", "Da", "Dakle", "Danas", "Do",
            "Dok", "Dva", "I", "Iako", "Ipak", "Istodobno", "Istovremeno", "Iz", "Iza", "Ja", "Je", "Jer",
            "Još", "Juče", "Jučer", "Kad", "Kada", "Kako", "Kao", "Kod", "Koja", "Koje", "Koji", "Kroz",
            "Među", "Međutim", "Mi", "Mnogi", "Može", "Na", "Nad", "Naime", "Nakon", "Ne", "Neki", "Nema",
            "Nije", "Njegov", "Njegova", "No", "O", "Od", "On", "Ona", "Oni", "Ono", "Osim", "Ova", "Ovaj",
            "Ove", "Ovo", "Pa", "Po", "Pod", "Pored", "Pred", "Prema", "Pri", "Prije", "S", "Sa", "Sada",
            "Sam", "Samo", "Smo", "Stoga", "Su", "Sve", "Svi", "Ta", "Tada", "Taj", "Tako", "Takođe",
            "Također", "Tamo", "Te", "Ti", "To", "Tri", "Tu", "U", "Uz", "Već", "Vi", "Više", "Za",
            "Zatim", "Zato", "Zašto", "Zbog", "Šta", "Što",
        ],
        ordinal_stops: true,
        ..AbbreviationLists::NONE
    }),
    cues: Cues {
        byline_labels: &["autor"],
        ..Cues::NONE
    },
    datelines: DatelineWords {
        months: &["siječnja", "ožujka", "travnja", "svibnja", "listopada"],
        agencies: &["hina", "fena", "mina"],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
