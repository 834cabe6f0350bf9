//! Lithuanian.

use super::abbreviations::AbbreviationLists;
use super::profile::Profile;

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "a.k", "akad", "al", "doc", "dr", "g", "kt", "m", "nr", "p", "plg", "ponas", "pr", "prof",
            "psl", "pvz", "red", "t.y", "tel", "vad", "žr",
        ],
        final_before_starter: &[
            "cm", "co", "corp", "d", "inc", "kg", "km", "ltd", "m.e", "mln", "mlrd", "pan", "pr.m.e",
            "t.t", "tūkst", "val",
        ],
        sentence_starters: &[
            "Anot", "Ar", "Aš", "Bet", "Buvo", "Dabar", "Dar", "Dėl", "Gal", "Ir", "Iš", "Jau", "Jei",
            "Jeigu", "Ji", "Jie", "Jis", "Jo", "Jos", "Jums", "Kad", "Kai", "Kaip", "Kas", "Kodėl", "Kur",
            "Mano", "Mes", "Ne", "Nes", "Nors", "Nuo", "O", "Pagal", "Pasak", "Per", "Po", "Su", "Tad",
            "Tai", "Taip", "Tas", "Tačiau", "Ten", "Todėl", "Tu", "Tuo", "Už", "Vakar", "Visi", "Yra", "Į",
            "Ši", "Šiandien", "Šie", "Šis",
        ],
        ..AbbreviationLists::NONE
    }),
    ..Profile::NONE
};
