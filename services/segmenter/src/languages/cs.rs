//! Czech.

use super::abbreviations::AbbreviationLists;
use super::profile::{Cues, DatelineWords, Profile};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "aj", "angl", "apod", "atp", "bc", "býv", "cca", "csc", "doc", "dr", "drsc", "franc", "gen",
            "hl", "ing", "judr", "kap", "kpt", "lat", "max", "mga", "mgr", "min", "mj", "mjr", "ml",
            "mudr", "mvdr", "např", "nar", "nám", "něm", "obr", "odd", "odst", "ph", "phdr", "plk", "popř",
            "por", "pozn", "prof", "písm", "příp", "red", "resp", "rkp", "rndr", "roč", "s", "srov", "st",
            "str", "sv", "tab", "tel", "tj", "tzn", "tzv", "tř", "ul", "viz", "vyd", "zejm", "zemř", "č",
            "čl", "čís", "řec",
        ],
        final_before_starter: &[
            "a.s", "atd", "cm", "co", "corp", "hod", "inc", "jr", "kg", "km", "kč", "ltd", "mil", "mld",
            "n.l", "o.p.s", "př.n.l", "r", "s.r.o", "sek", "spol", "tis", "z.s",
        ],
        sentence_starters: &[
            "A", "Aby", "Ale", "Alespoň", "Ani", "Až", "Bez", "Bude", "Bych", "Byl", "Byla", "Byli",
            "Bylo", "Co", "Další", "Dnes", "Do", "Dva", "Hned", "I", "Jak", "Jako", "Jaký", "Je", "Jeho",
            "Jejich", "Její", "Jen", "Jenže", "Ještě", "Již", "Jsem", "Jsme", "Jsou", "Já", "K", "Kde",
            "Kdo", "Kdy", "Když", "Kromě", "Která", "Které", "Který", "Letos", "Lidé", "Loni", "Mají",
            "Mezi", "Mi", "Mimo", "My", "Má", "Může", "Na", "Nad", "Navíc", "Nebo", "Nebyl", "Není", "Než",
            "Nic", "Nikdo", "Nyní", "O", "Od", "On", "Ona", "Oni", "Ono", "Pak", "Po", "Pod", "Podle",
            "Pokud", "Poté", "Pro", "Proto", "Protože", "Proč", "Před", "Přes", "Při", "S", "Se", "Si",
            "Tady", "Tak", "Také", "Takže", "Tam", "Tato", "Tedy", "Ten", "Tento", "Teď", "To", "Toto",
            "Ty", "Tím", "Tři", "U", "V", "Ve", "Vy", "Včera", "Však", "Všechno", "Všichni", "Vždy", "Z",
            "Za", "Zatím", "Ze", "Že",
        ],
        ordinal_stops: true,
        ..AbbreviationLists::NONE
    }),
    cues: Cues {
        byline_labels: &["autor"],
        ..Cues::NONE
    },
    datelines: DatelineWords {
        months: &[
            "ledna", "února", "března", "dubna", "května", "června", "července", "srpna", "září", "října",
            "listopadu", "prosince",
        ],
        agencies: &["ctk", "čtk"],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
