//! Hungarian.

use super::abbreviations::AbbreviationLists;
use super::furniture_words::FurnitureWords;
use super::profile::{Cues, DatelineWords, Profile, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "Bt", "Kft", "alez", "bp", "br", "c", "dr", "em", "ezr", "ford", "fszt", "gr", "hdgy", "htb",
            "id", "ifj", "ill", "kb", "ker", "krt", "ld", "lásd", "max", "mb", "megj", "mh", "min", "old",
            "pl", "prof", "sz", "szds", "szerk", "szt", "tel", "ti", "tér", "u", "vö", "özv", "úgyn", "ún",
            "őrgy",
        ],
        final_before_starter: &[
            "Nyrt", "Rt", "Zrt", "bt", "cm", "co", "corp", "i.e", "i.sz", "inc", "jr", "kft", "kg", "km",
            "ltd", "m", "nyrt", "rt", "u.s", "zrt",
        ],
        final_by_shape: &[
            "aug", "dec", "febr", "jan", "júl", "jún", "máj", "márc", "nov", "okt", "stb", "szept", "ápr",
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
    words: SharedWords {
        final_units: &[
            "Ft", "km", "kg", "fő", "db", "ha",
        ],
        number_labels: &["sz"],
        ..SharedWords::NONE
    },
    cues: Cues {
        byline_openings: &[
            "írta", "szerző", "készítette",
        ],
        roles: &[
            "tudósító", "újságíró", "szerkesztő", "riporter", "munkatársunk",
        ],
        newsrooms: &[
            "munkatársunktól", "szerkesztőség", "tudósítónktól",
        ],
        byline_labels: &[
            "írta", "szerző", "szerzők", "szöveg",
        ],
        notice_openings: &[
            "olvassa el", "olvasd el", "forrás:", "kapcsolódó", "(mti)", "helyesbítés", "kövess minket",
            "minden jog", "ajánljuk",
            "borítókép", "kiemelt kép", "nyitókép", "címlapkép", "indexkép", "kövesse", "hibát talált",
            "címkék:", "(mti", "források:", "szerző:", "szerkesztő:",
            "ne maradjon le",
        ],
        caption_openings: &[
            "fotó:", "fotók:", "kép:", "képek:", "illusztráció", "a képen", "képünkön",
            "balról jobbra",
        ],
        caption_credits: &[
            "fotó:", "kép:", "forrás:", "illusztráció", "mti/",
            "archív",
        ],
        picture_labels: &[
            "fotó", "fotók", "kép", "képek", "fénykép", "illusztráció", "grafika",
        ],
        source_labels: &[
            "forrás:",
        ],
        telling_verbs: &[
            "mondta", "mondja", "kérte", "írta", "áll", "állt", "tréfált", "viccelt", "meséli", "mesélte",
            "közölte", "kiabálta", "emlékszik", "nevet",
        ],
        caption_endings: &["képünk illusztráció", "archív fotó"],
        caption_positions: &[
            "balra", "jobbra", "középen", "balról", "jobbról", "balról a második",
        ],
        ..Cues::NONE
    },
    furniture: FurnitureWords {
        lines: &[
            "# hozzászólás", "# komment", "# perc", "# perc olvasás", "# perces olvasmány", "(x)",
            "a cikk a hirdetés után folytatódik", "a szerzőről", "adatvédelem", "archív", "bejelentkezés",
            "belépés", "beállítások", "bővebben", "cikk meghallgatása", "cikk megosztása", "cikkünk frissül",
            "csak előfizetőknek", "címkék", "címlap", "elfogadom", "elutasítom", "előfizetek", "előfizetés",
            "előző", "frissül", "főoldal", "galéria", "hibát találtam", "hirdetés", "hirdetések",
            "hozzászólok", "hozzászólások", "hírlevél", "hírünk frissül", "illusztráció", "kapcsolat",
            "keresés", "kommentek", "képgaléria", "képünk illusztráció", "kövess minket", "következő",
            "követés", "küldés e-mailben", "link másolása", "meghallgatom", "megosztom", "megosztás",
            "mentés", "menü", "mti", "mutass többet", "nyomtatom", "nyomtatás", "olvasási idő # perc",
            "oszd meg", "pr-cikk", "regisztráció", "reklám", "szerkesztőség", "szponzorált tartalom",
            "tovább", "tovább olvasom", "támogatott tartalom", "témák", "több", "ugrás a tartalomhoz",
            "videó", "videó megtekintése", "vissza a tetejére", "élő", "élőben", "összes elfogadása",
            "megosztás facebookon",
            "hallgassa meg a cikket", "a hirdetés után folytatjuk", "hirdetés után folytatódik",
            "hírlevél feliratkozás", "a téma legfrissebb hírei",
            "# megtekintés",
        ],
        link_headings: &[
            "a témában", "ajánljuk", "ajánlott cikkek", "bővebben a témáról", "ez is érdekelhet",
            "ez is érdekelheti", "ezt is ajánljuk", "ezt is olvassa el", "friss hírek", "kapcsolódó",
            "kapcsolódó cikkeink", "kapcsolódó cikkek", "kiemelt", "legfrissebb", "legfrissebb hírek",
            "legnépszerűbb", "legolvasottabb", "ne maradjon le", "népszerű", "olvasd el ezt is",
            "olvassa el ezt is", "további cikkek", "további hírek",
            "ajánlott", "ajánljuk még", "önnek ajánljuk", "kapcsolódó témák",
            "ezeket is olvassa el", "a téma legfrissebb hírei", "mások ezt olvassák", "ezek is érdekelhetik",
        ],
        openings: &[
            "böngészője", "bővebben a", "bővebben:", "cikkünk frissül", "csatlakozzon", "címkék:",
            "ez a cikk több mint", "fizess elő", "fizessen elő", "forrás:", "frissítve", "frissítés:",
            "ha tovább", "hallgassa meg", "hibát talált", "hibát találtál", "hírlevél", "hírünk frissül",
            "iratkozz fel", "iratkozzon fel", "kattints", "kattintson", "kövess minket", "kövesse",
            "kövessen minket", "közzétéve", "küldje el", "lásd még", "megjelent:", "megjelenés", "mondja el",
            "mti/", "már előfizető", "ne maradjon le", "nézd meg", "nézze meg", "olvasd el", "olvass tovább",
            "olvassa el", "olvasson tovább", "olvasási idő", "ossza meg", "oszd meg", "podcast:",
            "regisztráljon", "további információ", "támogasd", "támogassa", "témák:", "töltsd le",
            "töltse le", "utolsó frissítés", "videó:", "írj nekünk", "írjon nekünk", "ön mit gondol",
            "a cikk a hirdetés", "a cikk folytatódik", "cikkünk a hirdetés", "cikkünk folytatódik",
            "a cikk az ajánló", "kövess", "írja meg", "küldj", "csatlakozz", "előfizetőknek", "szóljon hozzá",
            "szólj hozzá", "borítókép", "kiemelt kép", "nyitókép", "ha tetszett", "ha érdekli",
            "ez is érdekelheti", "cikk frissítve",
            "a hirdetés után", "ne maradj le", "hírlevél feliratkozás", "a téma legfrissebb",
            "ezeket is olvassa", "ezt is olvassa", "hallgassa meg a",
        ],
        notes: &[
            "a cikket frissítettük", "a szerkesztő megjegyzése", "a szerkesztőség megjegyzése",
            "az oldal sütiket", "cikkünk első", "cikkünk korábbi", "cikkünket frissítettük",
            "egy korábbi változatban", "ez a cikk eredetileg", "ez a weboldal sütiket", "helyesbítés",
            "helyreigazítás", "javítás:", "mi és partnereink", "minden jog fenntartva", "pontosítás",
            "szerk. megj", "sütiket használunk", "weboldalunk sütiket",
        ],
        phrases: &[
            "a hírlevélre", "adatvédelmi", "alkalmazásunkat", "csak előfizetőknek", "frissítettük",
            "google hírek", "hírlevelünk", "hírlevelünkre", "kattintson ide", "kövessen minket",
            "minden jog fenntartva", "olvasási idő",
            "írja meg nekünk", "az oldalunkat", "a facebookon is",
        ],
        rights: &[
            "jogok fenntartva", "minden jog fenntartva",
        ],
        share_words: &[
            "hozzászólások", "kommentek", "követés", "küldés", "link", "megosztom", "megosztás", "mentés",
            "másolás", "másolása", "nyomtatás", "tweet",
        ],
        share_connectors: &[
            "a", "az", "cikk", "e-mailben", "en", "ezt", "facebookon", "on", "twitteren", "whatsappon",
            "x-en",
        ],
        clock_words: &[
            "aug", "augusztus", "csütörtök", "dec", "december", "febr", "február", "frissítve", "hete",
            "hétfő", "hónapja", "idő", "jan", "január", "júl", "július", "jún", "június", "kedd", "közzétéve",
            "ma", "megjelent", "máj", "május", "márc", "március", "nap", "napja", "nov", "november", "okt",
            "október", "olvasási", "perc", "perce", "péntek", "szept", "szeptember", "szerda", "szombat",
            "tegnap", "vasárnap", "ápr", "április", "éve", "óra", "óraja", "órája",
            "módosítva",
        ],
        follow_words: &[
            "csatlakozzon", "kövess", "kövesse", "kövessen", "írj", "írjon",
        ],
        ..FurnitureWords::NONE
    },
    datelines: DatelineWords {
        agencies: &["mti"],
        months: &[
            "január", "február", "március", "április", "május", "június", "július", "augusztus",
            "szeptember", "október", "november", "december", "jan", "febr", "márc", "ápr", "jún", "júl",
            "aug", "szept", "okt", "nov", "dec",
        ],
        weekdays: &["hétfő", "kedd", "szerda", "csütörtök", "péntek", "szombat", "vasárnap"],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
