//! Latvian.

use super::abbreviations::AbbreviationLists;
use super::profile::Profile;

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "bulv", "dr", "gad", "gs", "iel", "lpp", "nr", "piem", "plkst", "prof", "resp", "sk", "t.i",
            "t.s", "tālr", "u.tml",
        ],
        final_before_starter: &[
            "cm", "co", "corp", "g", "inc", "kg", "km", "ltd", "m.ē", "milj", "mljrd", "p.m.ē", "tūkst",
            "u.c", "utt",
        ],
        sentence_starters: &[
            "Ar", "Arī", "Bet", "Bija", "Es", "Gan", "Ir", "Ja", "Jau", "Jūs", "Ka", "Kad", "Kas", "Kur",
            "Kā", "Kāpēc", "Lai", "Mēs", "Nav", "Ne", "No", "Par", "Pat", "Pie", "Pēc", "Savukārt", "Tad",
            "Tagad", "Tas", "Tie", "Tikai", "To", "Tomēr", "Tā", "Tāpēc", "Un", "Uz", "Vai", "Vakar",
            "Viņa", "Viņi", "Viņš", "Vēl", "Šie", "Šis", "Šobrīd", "Šodien", "Šī",
        ],
        ordinal_stops: true,
        ..AbbreviationLists::NONE
    }),
    ..Profile::NONE
};
