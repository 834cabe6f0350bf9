//! Estonian.

use super::abbreviations::AbbreviationLists;
use super::profile::Profile;

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "a", "dr", "hr", "ing", "jm", "jr", "jt", "knd", "lk", "ln", "mag", "mnt", "nr", "nt", "pr",
            "prl", "prof", "pst", "s.o", "sh", "st", "tel", "tn", "u", "v", "vrd", "vt",
        ],
        final_before_starter: &[
            "cm", "co", "corp", "e.kr", "eKr", "inc", "jms", "jne", "jpt", "kg", "km", "ltd", "mld", "mln",
            "p.kr", "pKr",
        ],
        sentence_starters: &[
            "Aga", "Ega", "Ehk", "Ei", "Enne", "Ent", "Et", "Ja", "Järgmine", "Ka", "Kaks", "Kes", "Kui",
            "Kuid", "Kuidas", "Kus", "Ma", "Me", "Miks", "Mina", "Mis", "Mõned", "Nad", "Need", "Nende",
            "Niisiis", "Ning", "Nüüd", "Oli", "On", "Praegu", "Pärast", "Sa", "Seal", "Seda", "See",
            "Seega", "Selle", "Sest", "Siin", "Siis", "Ta", "Tal", "Te", "Teine", "Tema", "Täna", "Vaid",
            "Veel", "Või", "Üks",
        ],
        ..AbbreviationLists::NONE
    }),
    ..Profile::NONE
};
