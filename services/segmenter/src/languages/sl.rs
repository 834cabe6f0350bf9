//! Slovenian.

use super::abbreviations::AbbreviationLists;
use super::furniture_words::FurnitureWords;
use super::profile::{Cues, DatelineWords, Profile, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "akad", "arh", "asist", "d.o.o", "dipl", "doc", "dr", "g", "ga", "gdč", "gen", "gl", "ing",
            "inž", "itn", "mag", "max", "min", "npr", "odst", "ok", "op", "oz", "polk", "prim", "prof",
            "r", "sod", "str", "sv", "t.i", "tel", "ti", "tj", "ul", "univ", "ur", "zn", "čl", "št",
        ],
        final_before_starter: &[
            "cm", "co", "corp", "d.d", "inc", "jr", "kg", "km", "ltd", "mio", "mrd", "n.št", "pr.n.št",
            "s.p", "tis",
        ],
        final_by_shape: &[
            "apr", "avg", "dec", "etc", "feb", "idr", "ipd", "ipn", "itd", "jan", "jul", "jun", "mar", "nov",
            "okt", "sept",
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
    words: SharedWords {
        final_units: &["h", "km", "kg", "cm", "ha", "SIT", "tol", "t", "min", "l"],
        number_labels: &["št", "čl"],
        year_marks: &["l"],
        ..SharedWords::NONE
    },
    cues: Cues {
        byline_labels: &[
            "avtor", "avtorica", "piše", "besedilo",
        ],
        byline_openings: &[
            "piše", "besedilo", "napisal", "napisala",
        ],
        roles: &[
            "novinar", "novinarka", "dopisnik", "dopisnica", "urednik", "urednica",
        ],
        newsrooms: &[
            "uredništvo",
        ],
        notice_openings: &[
            "preberite tudi", "preberite še", "vir:", "viri:", "sledite nam", "vse pravice", "popravek",
            "(sta)", "povezane novice",
            "opazili ste", "prijavi napako", "avtor:", "popravek:",
            "napišite svoj",
        ],
        caption_openings: &[
            "foto:", "fotografija:", "simbolična fotografija", "na fotografiji",
        ],
        caption_credits: &[
            "foto:", "foto ", "bobo", "sta/",
            "arhiv",
        ],
        picture_labels: &[
            "foto", "fotografija",
        ],
        source_labels: &[
            "vir:",
        ],
        telling_verbs: &[
            "pravi", "pravijo", "je rekel", "je rekla", "je dejal", "je dejala", "je dodal", "je dodala",
            "je povedal", "so govorili", "so rekli", "piše", "pisalo", "se šali", "se spominja",
        ],
        caption_endings: &["fotografija je simbolična", "simbolična fotografija"],
        caption_positions: &[
            "na sredini", "v sredini",
        ],
        ..Cues::NONE
    },
    furniture: FurnitureWords {
        lines: &[
            "# komentar", "# komentarjev", "# min", "# min branja", "arhiv", "beri dalje", "deli",
            "deli članek", "delite", "dodaj komentar", "domov", "e-novice", "fotogalerija",
            "fotografija je simbolična", "galerija", "iskanje", "komentarji", "komentiraj", "kontakt",
            "kopiraj povezavo", "meni", "na vrh", "naroči se", "naročnina", "naslednji", "nastavitve",
            "natisni", "novica se dopolnjuje", "o avtorju", "oglas", "oglasi", "oglasno sporočilo", "oznake",
            "poslušaj", "poslušaj članek", "pošlji", "preberi več", "prejšnji", "prijava", "prijavi napako",
            "prijavi se", "prikaži več", "promocijsko sporočilo", "registracija", "samo za naročnike",
            "shrani", "simbolična fotografija", "sledi nam", "sledite nam", "sprejmem", "sprejmi vse", "sta",
            "teme", "tiskaj", "uredništvo", "v živo", "več", "video", "zasebnost", "čas branja # min",
            "članek se dopolnjuje",
            "za naročnike", "članek se nadaljuje pod oglasom",
            "predviden čas branja: # min", "komentarji (#)", "napišite svoj komentar", "poslušajte novico",
        ],
        link_headings: &[
            "berite tudi", "druge novice", "morda vas zanima", "najbolj brane", "najbolj brano", "najnovejše",
            "najnovejše novice", "ne zamudite", "poglejte tudi", "povezane novice", "povezani članki",
            "preberite tudi", "preberite še", "priljubljeno", "priporočamo", "priporočeno", "sorodne novice",
            "sorodni članki", "več novic",
            "preberi še", "več o temi",
            "podobne novice", "več iz rubrike",
        ],
        openings: &[
            "berite tudi", "bodite na tekočem", "delite", "e-novice", "imate informacijo", "kaj menite",
            "kliknite", "komentirajte", "kontaktirajte", "naročite se", "ne zamudite", "novica se dopolnjuje",
            "objavljeno", "oglejte si", "oznake:", "pišite nam", "podkast:", "podprite", "poglejte tudi",
            "poslušajte", "posodobljeno", "pošljite", "preberite tudi", "preberite več", "preberite še",
            "preberite:", "prenesite", "pridružite se", "prijavite se", "registrirajte se", "sledite nam",
            "ste našli", "ste opazili", "ste že naročnik", "teme:", "več informacij", "več o", "video:",
            "vir:", "viri:", "zadnja sprememba", "čas branja",
            "članek se nadaljuje", "besedilo se nadaljuje", "opazili ste", "našli ste napako",
            "prijavi napako", "prijavite napako", "sporočite nam", "pošljite nam", "imate zgodbo",
            "imate predlog", "preberi še", "poglejte", "poslušaj", "ključne besede", "za naročnike",
            "več o temi", "več novic",
            "predviden čas", "napišite svoj komentar", "sledite nam na", "komentiraj", "napišite komentar",
        ],
        notes: &[
            "mi in naši partnerji", "op. a", "op. ur", "opomba uredništva", "pojasnilo uredništva",
            "popravek:", "prejšnja različica", "spletno mesto uporablja", "ta spletna stran uporablja",
            "uporabljamo piškotke", "v prejšnji različici", "vse pravice pridržane", "članek je bil",
        ],
        phrases: &[
            "kliknite tukaj", "na e-novice", "naše e-novice", "našo aplikacijo", "samo za naročnike",
            "varstvo zasebnosti", "vse pravice pridržane", "čas branja",
            "na naš e-novičnik", "e-novice", "našem novičniku",
        ],
        rights: &[
            "vse pravice pridržane",
        ],
        share_words: &[
            "deli", "delite", "komentarji", "kopiraj", "natisni", "povezavo", "pošlji", "shrani", "sledi",
        ],
        share_connectors: &[
            "e-pošti", "facebooku", "na", "po", "prek", "ta", "twitterju", "članek",
        ],
        clock_words: &[
            "april", "aprila", "avgust", "avgusta", "danes", "december", "decembra", "dnevi", "dnevom",
            "februar", "februarja", "januar", "januarja", "julij", "julija", "junij", "junija", "maj", "maja",
            "marca", "marec", "min", "minutami", "minuto", "nedelja", "november", "novembra", "ob",
            "objavljeno", "oktober", "oktobra", "petek", "ponedeljek", "posodobljeno", "pred", "september",
            "septembra", "sobota", "sreda", "torek", "urama", "urami", "uro", "včeraj", "četrtek",
            "osveženo", "zadnji", "poseg", "čas", "branja",
        ],
        follow_words: &[
            "kontaktirajte", "pišite", "pridružite", "sledite",
        ],
        ..FurnitureWords::NONE
    },
    datelines: DatelineWords {
        agencies: &["sta"],
        months: &[
            "januar", "februar", "marec", "april", "maj", "junij", "julij", "avgust", "september", "oktober",
            "november", "december", "januarja", "februarja", "marca", "aprila", "maja", "junija", "julija",
            "avgusta", "septembra", "oktobra", "novembra", "decembra",
        ],
        weekdays: &[
            "ponedeljek", "torek", "sreda", "četrtek", "petek", "sobota", "nedelja", "sredo", "soboto",
            "nedeljo",
        ],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
