//! Estonian.

use super::abbreviations::AbbreviationLists;
use super::furniture_words::FurnitureWords;
use super::profile::{Cues, DatelineWords, Profile, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "a", "dr", "hr", "ing", "jm", "jr", "jt", "knd", "lk", "ln", "mag", "mnt", "nr", "nt", "pr",
            "prl", "prof", "pst", "s.o", "sh", "st", "tel", "tn", "u", "v", "vrd", "vt",
        ],
        final_before_starter: &[
            "cm", "co", "corp", "e.kr", "eKr", "inc", "kg", "km", "ltd", "mld", "mln", "p.kr", "pKr",
        ],
        sentence_starters: &[
            "Aga", "Ega", "Ehk", "Ei", "Enne", "Ent", "Et", "Ja", "Järgmine", "Ka", "Kaks", "Kes", "Kui",
            "Kuid", "Kuidas", "Kus", "Ma", "Me", "Miks", "Mina", "Mis", "Mõned", "Nad", "Need", "Nende",
            "Niisiis", "Ning", "Nüüd", "Oli", "On", "Praegu", "Pärast", "Sa", "Seal", "Seda", "See",
            "Seega", "Selle", "Sest", "Siin", "Siis", "Ta", "Tal", "Te", "Teine", "Tema", "Täna", "Vaid",
            "Veel", "Või", "Üks",
        ],
        final_by_shape: &["jms", "jne", "jpt"],
        ..AbbreviationLists::NONE
    }),
    words: SharedWords {
        final_units: &["kr", "km", "kg", "tk", "ha", "t", "l"],
        number_labels: &["nr", "Nr"],
        year_marks: &["a"],
        ..SharedWords::NONE
    },
    cues: Cues {
        byline_labels: &[
            "autor",
        ],
        byline_openings: &[
            "kirjutas",
        ],
        roles: &[
            "toimetaja", "korrespondent", "ajakirjanik", "reporter",
        ],
        newsrooms: &[
            "toimetus",
        ],
        notice_openings: &[
            "loe ka", "loe lisaks", "allikas:", "allikad:", "kõik õigused", "parandus",
        ],
        caption_openings: &[
            "foto:", "pilt:", "illustratiivne", "fotol", "pildil",
        ],
        caption_credits: &[
            "foto", "illustratiiv",
        ],
        picture_labels: &[
            "foto", "fotod", "pilt", "illustratsioon",
        ],
        caption_positions: &[
            "vasakul", "paremal", "keskel",
        ],
        ..Cues::NONE
    },
    furniture: FurnitureWords {
        lines: &[
            "# kommentaari", "# min lugemist", "ainult tellijale", "arhiiv", "artiklit täiendatakse",
            "autorist", "avaleht", "bns", "eelmine", "err", "foto on illustratiivne", "galerii",
            "illustratiivne foto", "jaga", "jaga artiklit", "jälgi", "jälgi meid", "järgmine", "kommentaarid",
            "kommenteeri", "kontakt", "kopeeri link", "kuula", "kuula artiklit", "kuulutus", "loe edasi",
            "loe lähemalt", "loe rohkem", "logi sisse", "lugemisaeg # min", "menüü", "näita rohkem",
            "nõustu kõigiga", "nõustun", "otse", "otsi", "pildid", "prindi", "privaatsuspoliitika",
            "registreeru", "reklaam", "rohkem", "saada", "salvesta", "seaded", "sildid", "sisuturundus",
            "teata veast", "teemad", "telli", "tellijale", "toimetus", "trüki", "uudiskiri",
            "uudist täiendatakse", "vaata videot", "video", "äsja", "üles",
        ],
        link_headings: &[
            "enim loetud", "loe ka", "loe lisaks", "loe veel", "loetuimad", "loetumad", "muud uudised",
            "populaarsed", "rohkem uudiseid", "seotud artiklid", "seotud lood", "seotud uudised",
            "sind võib huvitada", "soovitame", "soovitatud", "uuemad", "vaata ka", "viimased uudised",
            "ära maga maha",
        ],
        openings: &[
            "allikad:", "allikas:", "avaldatud", "hoia end kursis", "jälgi meid", "kirjuta meile", "kliki",
            "kommenteeri", "kuula:", "lae alla", "leidsid vea", "liitu", "lisainfo", "loe ka", "loe lisaks",
            "loe rohkem", "loe veel", "loe:", "lugemisaeg", "mida arvad", "muudetud", "märkasid",
            "märksõnad:", "on sul vihje", "registreeru", "rohkem infot", "sildid:", "teemad:",
            "uudist täiendatakse", "uuendatud", "vaata ka", "vaata:", "vajuta", "video:", "viimati uuendatud",
            "võta ühendust", "ära jää",
        ],
        notes: &[
            "artiklit on", "kasutame küpsiseid", "kõik õigused kaitstud", "lugu on uuendatud",
            "meie ja meie partnerid", "parandus:", "see veebileht kasutab", "toimetaja märkus",
            "toimetuse märkus", "täpsustus:", "varasemas versioonis", "õiendus",
        ],
        phrases: &[
            "ainult tellijale", "kliki siia", "kõik õigused kaitstud", "meie rakendus", "meie uudiskiri",
            "meie uudiskirjaga", "privaatsuspoliitika", "uudiskirjaga",
        ],
        rights: &[
            "kõik õigused kaitstud", "kõik õigused reserveeritud",
        ],
        share_words: &[
            "jaga", "jälgi", "kommentaarid", "kommenteeri", "kopeeri", "link", "prindi", "saada", "salvesta",
            "säutsu",
        ],
        share_connectors: &[
            "artiklit", "e-postiga", "facebookis", "meiliga", "twitteris",
        ],
        clock_words: &[
            "aasta", "aastat", "aprill", "august", "avaldatud", "detsember", "eile", "jaanuar", "juuli",
            "juuni", "kell", "kuu", "kuud", "lugemisaeg", "mai", "min", "minut", "minutit", "märts",
            "november", "nädal", "nädalat", "oktoober", "päev", "päeva", "september", "tagasi", "tund",
            "tundi", "täna", "uuendatud", "veebruar", "viimati",
        ],
        follow_words: &[
            "jälgi", "kirjuta", "liitu",
        ],
        ..FurnitureWords::NONE
    },
    datelines: DatelineWords {
        months: &[
            "jaanuar", "veebruar", "märts", "aprill", "mai", "juuni", "juuli", "august", "september",
            "oktoober", "november", "detsember", "jaanuaril", "veebruaril", "märtsil", "aprillil", "mail",
            "juunil", "juulil", "augustil", "septembril", "oktoobril", "novembril", "detsembril",
        ],
        weekdays: &[
            "esmaspäev", "teisipäev", "kolmapäev", "neljapäev", "reede", "laupäev", "pühapäev",
            "esmaspäeval", "teisipäeval", "kolmapäeval", "neljapäeval", "reedel", "laupäeval", "pühapäeval",
        ],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
