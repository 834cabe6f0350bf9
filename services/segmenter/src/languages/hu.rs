//! Hungarian.

use super::abbreviations::AbbreviationLists;
use super::profile::{DatelineWords, Profile};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "Bt", "Kft", "alez", "bp", "br", "c", "dr", "em", "ezr", "ford", "fszt", "gr", "hdgy", "htb",
            "id", "ifj", "ill", "kb", "ker", "krt", "ld", "lásd", "max", "mb", "megj", "mh", "min", "old",
            "pl", "prof", "stb", "sz", "szds", "szerk", "szt", "tel", "ti", "tér", "u", "vö", "özv",
            "úgyn", "ún", "őrgy",
        ],
        final_before_starter: &[
            "Nyrt", "Rt", "Zrt", "bt", "cm", "co", "corp", "i.e", "i.sz", "inc", "jr", "kft", "kg", "km",
            "ltd", "m", "nyrt", "rt", "u.s", "zrt",
        ],
        final_by_shape: &[
            "aug", "dec", "febr", "jan", "júl", "jún", "máj", "márc", "nov", "okt", "szept", "ápr",
        ],
        sentence_starters: &[
            "A", "Aki", "Ami", "Amikor", "Arra", "Az", "Azonban", "Azt", "Azután", "Azért", "Bár", "Csak",
            "De", "E", "Egy", "Előtt", "Erre", "Ez", "Ezek", "Ezt", "Ezután", "Ezért", "Ha", "Hiszen",
            "Hogy", "Hol", "Igen", "Ilyen", "Itt", "Kell", "Ki", "Késõbb", "Később", "Két", "Ma", "Majd",
            "Mert", "Mi", "Miközben", "Minden", "Mindenki", "Mindez", "Mint", "Mivel", "Miért", "Most",
            "Már", "Még", "Nagyon", "Ne", "Nekem", "Nem", "Nincs", "Ott", "Pedig", "S", "Sem", "Senki",
            "Sok", "Szerint", "Te", "Tegnap", "Tehát", "Továbbá", "Ugyanakkor", "Után", "Utána", "Vagy",
            "Van", "Volt", "Én", "És", "Így", "Úgy", "Ő", "Ők",
        ],
        ordinal_stops: true,
    }),
    datelines: DatelineWords {
        agencies: &["mti"],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
