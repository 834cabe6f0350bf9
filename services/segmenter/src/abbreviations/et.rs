//! Abbreviations of Estonian.

use super::Lists;

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const TABLE: Lists = Lists {
    never_final: &[
        "a", "dr", "hr", "ing", "jm", "jr", "jt", "knd", "lk", "ln", "mag", "mnt", "nr", "nt", "pr", "prl",
        "prof", "pst", "s.o", "sh", "st", "tel", "tn", "u", "v", "vrd", "vt",
    ],
    final_before_starter: &[
        "cm", "co", "corp", "e.kr", "eKr", "inc", "jms", "jne", "jpt", "kg", "km", "ltd", "mld", "mln",
        "p.kr", "pKr",
    ],
    final_by_shape: &[],
    sentence_starters: &[
        "Aga", "Ega", "Ehk", "Ei", "Enne", "Ent", "Et", "Ja", "Järgmine", "Ka", "Kaks", "Kes", "Kui",
        "Kuid", "Kuidas", "Kus", "Ma", "Me", "Miks", "Mina", "Mis", "Mõned", "Nad", "Need", "Nende",
        "Niisiis", "Ning", "Nüüd", "Oli", "On", "Praegu", "Pärast", "Sa", "Seal", "Seda", "See", "Seega",
        "Selle", "Sest", "Siin", "Siis", "Ta", "Tal", "Te", "Teine", "Tema", "Täna", "Vaid", "Veel", "Või",
        "Üks",
    ],
    ordinal_stops: false,
};
