//! Slovak.

use super::abbreviations::AbbreviationLists;
use super::profile::{DatelineWords, Profile};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "angl", "atp", "bc", "bud", "cca", "cit", "csc", "doc", "dr", "drsc", "ev", "franc", "gen",
            "i.e", "ing", "judr", "kap", "kpt", "lat", "max", "mgr", "min", "mjr", "ml", "mudr", "mvdr",
            "napr", "nar", "nem", "nám", "obr", "odd", "ods", "p", "ph", "phdr", "plk", "por", "pozn",
            "prof", "príp", "pí", "písm", "red", "resp", "rndr", "roz", "roč", "s", "spol", "st", "str",
            "sv", "tab", "tel", "tj", "tzn", "tzv", "ul", "vyd", "zomr", "zv", "č", "čl", "čís",
        ],
        final_before_starter: &[
            "a.i", "a.s", "ap", "apod", "atď", "cm", "co", "corp", "hod", "inc", "jr", "kg", "km", "ltd",
            "mil", "mld", "n.l", "n.o", "o.z", "pr.n.l", "pred.n.l", "r", "s.r.o", "sek", "tis",
        ],
        sentence_starters: &[
            "A", "Aby", "Aj", "Ako", "Ale", "Ani", "Asi", "Až", "Bez", "Bol", "Bola", "Boli", "Bolo",
            "Bude", "Dnes", "Do", "Dva", "I", "Iba", "Ich", "Ja", "Je", "Jeho", "Jej", "Každý", "Kde",
            "Kedy", "Keď", "Kto", "Ktorá", "Ktoré", "Ktorý", "Ku", "Majú", "Mal", "Medzi", "Mi", "My",
            "Má", "Môže", "Na", "Nad", "Nech", "Nie", "Nikto", "Nič", "No", "O", "Od", "On", "Ona", "Oni",
            "Ono", "Po", "Pod", "Podľa", "Pokiaľ", "Potom", "Pre", "Preto", "Pretože", "Prečo", "Pri", "S",
            "Sa", "Si", "Sme", "Som", "Sú", "Tak", "Také", "Takže", "Tam", "Teda", "Ten", "Tento", "Teraz",
            "To", "Toto", "Tri", "Ty", "Táto", "U", "Už", "V", "Vlani", "Vo", "Vy", "Včera", "Však",
            "Všetci", "Všetko", "Z", "Za", "Zatiaľ", "Zo", "Čo", "Ďalší", "Ľudia", "Že",
        ],
        ordinal_stops: true,
        ..AbbreviationLists::NONE
    }),
    datelines: DatelineWords {
        agencies: &["tasr"],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
