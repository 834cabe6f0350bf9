//! Swedish.

use super::abbreviations::AbbreviationLists;
use super::furniture_words::FurnitureWords;
use super::profile::{Cues, DatelineWords, Profile, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "ang", "art", "avd", "bil", "bitr", "bl.a", "bla", "ca", "d.v.s", "dr", "dvs", "dåv", "e.dyl",
            "el", "enl", "ev", "exkl", "exp", "f.d", "fd", "fig", "fil", "forts", "fr", "fr.o.m", "följ",
            "förf", "g", "herr", "hr", "i.o.m", "inkl", "jfr", "k", "kap", "kl", "m.a.o", "max", "min", "nr",
            "o.d", "o.dyl", "obs", "p.g.a", "pga", "prof", "red", "ref", "resp", "s.k", "sid", "sk", "skr",
            "st", "sthlm", "t.ex", "t.h", "t.o.m", "t.v", "tel", "tex", "tf", "tr", "ung", "utg", "vd",
            "vol",
        ],
        final_before_starter: &[
            "Kr", "a.b", "co", "corp", "e.kr", "f.kr", "f.n", "inc", "jr", "ltd", "mdr", "milj", "mkr", "mm",
            "mn", "mnkr", "p.m", "sr", "tkr", "u.s",
        ],
        final_by_shape: &[
            "apr", "aug", "dec", "e.d", "etc", "feb", "jan", "jul", "jun", "m.fl", "m.m", "mar", "mfl", "no",
            "nov", "o.s.v", "okt", "osv", "p", "s", "sep", "sept",
        ],
        sentence_starters: &[
            "Af", "All", "Alla", "Allt", "Att", "Av", "Bland", "Både", "De", "Dem", "Den", "Denna", "Det",
            "Detta", "Där", "Därefter", "Därför", "Då", "Efter", "Eller", "En", "Enligt", "Ett", "Flera",
            "Från", "För", "Före", "Genom", "Hade", "Han", "Hans", "Har", "Hela", "Hennes", "Hon", "Hur",
            "I", "Idag", "Ingen", "Inget", "Innan", "Inte", "Jag", "Ju", "Kan", "Kanske", "Man", "Med",
            "Medan", "Mellan", "Men", "Mer", "Min", "Mot", "Mycket", "Många", "Ni", "Nu", "Nya", "När",
            "Och", "Också", "Om", "På", "Samtidigt", "Sedan", "Ser", "Sin", "Själv", "Ska", "Som", "Så",
            "Sådana", "Till", "Tre", "Trots", "Två", "Under", "Upp", "Ut", "Utan", "Vad", "Var", "Varför",
            "Vem", "Vi", "Vid", "Vilka", "Vilken", "Visst", "Än", "Ändå", "Är", "Även", "Åt", "Över",
        ],
        ..AbbreviationLists::NONE
    }),
    words: SharedWords {
        final_units: &[
            "kr", "km", "kg", "cm", "tkr", "mkr", "mdkr", "tim", "ha", "st",
        ],
        number_labels: &["nr"],
        ..SharedWords::NONE
    },
    cues: Cues {
        byline_openings: &[
            "skriven av", "text av", "av vår korrespondent", "analys av", "krönika av",
        ],
        roles: &[
            "reporter", "korrespondent", "journalist", "redaktör", "krönikör", "utrikeskorrespondent",
            "skribent", "redaktionen",
        ],
        newsrooms: &[
            "av redaktionen", "redaktionen", "av tt", "av vår korrespondent", "vår korrespondent",
            "tt nyhetsbyrån",
            "skriven av", "text av",
        ],
        author_phrases: &[
            "är reporter", "är journalist", "är korrespondent", "är krönikör",
        ],
        byline_words: &[
            "av",
        ],
        byline_labels: &[
            "skribent", "text", "av", "reporter",
        ],
        name_connectors: &[
            "och", "i",
            "med",
        ],
        credit_openings: &[
            "med material från", "översättning:", "text:",
        ],
        notice_openings: &[
            "läs också", "läs mer", "foto:", "skribenten är", "rättelse", "fotnot", "fakta:", "kontakt:",
            "källa:", "följ oss", "prenumerera", "läs även", "tt-",
            "så jobbar vi", "tipsa oss", "rätta oss", "ansvarig utgivare", "den här artikeln är",
            "artikeln är", "källor:", "rättelse:", "text:", "text och foto",
            "vi rättar", "läs mer om", "ämnen:",
        ],
        caption_openings: &[
            "foto:", "bild:", "arkivbild", "arkivfoto", "genrebild", "illustration:", "på bilden",
            "från vänster:",
        ],
        caption_credits: &[
            "foto:", "foto ", "bild:", "arkivbild", "/tt", "tt/", "scanpix",
        ],
        picture_labels: &[
            "foto", "bild", "bilder", "illustration", "fotograf", "arkivbild", "genrebild", "grafik",
        ],
        source_labels: &[
            "källa:",
        ],
        telling_verbs: &[
            "säger", "sade", "sa", "sa han", "skrev", "skriver", "står det", "stod det", "berättar",
            "skrattar", "ropade", "skojar", "minns", "lovar",
        ],
        caption_endings: &[
            "arkivbild", "Arkivbild", "arkivfoto", "genrebild", "Genrebild", "privatfoto", "Privatfoto",
        ],
        caption_positions: &[
            "till vänster", "till höger", "i mitten", "t.v", "t.h",
        ],
        ..Cues::NONE
    },
    furniture: FurnitureWords {
        lines: &[
            "# kommentar", "# kommentarer", "# min", "# min lästid", "acceptera", "annons", "annonser",
            "annonsinnehåll", "arkivbild", "artikeln uppdateras", "avvisa", "bildgalleri", "bildspel",
            "bli prenumerant", "cookies", "dela", "dela artikel", "dela artikeln", "dela den här artikeln",
            "direkt", "endast för prenumeranter", "följ", "följ oss", "för prenumeranter", "föregående",
            "genrebild", "godkänn", "godkänn alla", "hem", "hoppa till innehåll", "inställningar",
            "integritetspolicy", "just nu", "kommentarer", "kommentera", "kontakt", "kontakta oss",
            "kopiera länk", "kopiera länken", "logga in", "lyssna", "lyssna på artikeln", "länk kopierad",
            "läsning # min", "lästid # min", "lästid # minuter", "låst artikel", "mejla", "meny", "mer",
            "nyhetsbrev", "nyss", "nästa", "om författaren", "prenumerera", "rapportera fel", "redaktionen",
            "registrera", "reklam", "rätta artikeln", "se video", "skriv ut", "spara", "spara artikel",
            "spela upp", "sponsrat", "sponsrat innehåll", "sök", "taggar", "texten uppdateras",
            "till startsidan", "till toppen", "tt", "uppdateras", "video", "visa fler", "visa kommentarer",
            "visa mer", "ämnen",
            "lyssna på artikeln # min", "lyssna # min", "annons, artikeln fortsätter under annonsen",
            "artikeln fortsätter under annonsen",
        ],
        link_headings: &[
            "andra nyheter", "du kanske också gillar", "fler artiklar", "fler nyheter", "i fokus", "läs mer",
            "läs mer om", "läs också", "läs även", "mer om ämnet", "mest delat", "mest läst", "mest lästa",
            "mest lästa artiklarna", "missa inte", "populära artiklar", "populärt", "rekommenderad läsning",
            "rekommenderas", "rekommenderat", "rekommenderat för dig", "relaterad läsning",
            "relaterade artiklar", "relaterat", "se också", "senaste nyheterna", "senaste nytt", "trendar",
            "utvalt",
            "mer i ämnet", "mer om", "till startsidan", "just nu",
            "mer från", "dagens mest lästa",
            "ämnen i artikeln",
        ],
        openings: &[
            "alla nyheter", "anmäl dig", "artikeln uppdateras", "artikeln är mer än", "bild:", "bilder:",
            "bli prenumerant", "dela artikeln", "dela den här", "dela på", "den här artikeln är äldre",
            "detta innehåll", "din webbläsare", "foto:", "få de senaste", "få nyheter", "få våra", "få vårt",
            "följ oss", "följ utvecklingen", "följ ämnet", "för att fortsätta", "för att läsa", "har du tips",
            "hittade du", "hittat fel", "håll dig uppdaterad", "klicka här", "klicka på", "kommentera",
            "kontakta oss", "kontakta redaktionen", "kontakta reportern", "källa:", "källor:", "ladda ner",
            "lyssna på", "lyssna:", "läs hela", "läs mer", "läs också", "läs även", "läs:", "lästid", "mejla",
            "mer om", "missa inte", "podd:", "prenumerera", "publicerad", "publicerat", "redan prenumerant",
            "registrera dig", "se mer", "se också", "se även", "senast uppdaterad", "skriv till", "stöd vår",
            "taggar:", "texten uppdateras", "tipsa", "tipsa oss", "tv:", "uppdaterad", "uppdaterat",
            "vad tycker du", "video:", "ämnen:", "är du redan",
            "annons, artikeln", "artikeln fortsätter", "texten fortsätter", "fortsätt läsa", "så jobbar vi",
            "så arbetar vi", "tipsa redaktionen", "har du sett", "hittade du ett", "rätta oss",
            "har du hittat", "sett något fel", "mejla oss", "skriv till oss", "spara artikel", "skriv upp dig",
            "för dig som", "endast för", "den här artikeln", "artikeln är", "artikeln publicerades", "fakta:",
            "vi rättar", "har du hittat något", "mejla redaktionen", "läs mer om ämnena", "läs mer om",
            "mer från", "så kontaktar du",
            "det här är en låst", "så här jobbar vi",
        ],
        notes: &[
            "artikeln har rättats", "artikeln har uppdaterats", "artikeln har ändrats",
            "artikeln publicerades", "behöver du prata", "den här artikeln har",
            "den här artikeln publicerades", "det här är en opinionstext", "detta är en ledare",
            "en tidigare version", "förtydligande:", "har du självmordstankar", "i en tidigare version",
            "korrigering:", "redaktionell kommentar", "redaktionens kommentar", "redaktörens anmärkning",
            "rättelse", "texten har uppdaterats", "texten har ändrats", "vi använder cookies",
            "vi använder kakor", "vi och våra partners", "webbplatsen använder cookies",
        ],
        phrases: &[
            "alla rättigheter förbehållna", "följ oss på", "för prenumeranter", "har uppdaterats",
            "i din inkorg", "integritetspolicy", "klicka här", "läs mer", "läs också", "lästid",
            "med ensamrätt", "tidigare version av", "vår app", "våra nyhetsbrev", "vårt nyhetsbrev",
            "automatiskt publicerad",
        ],
        rights: &[
            "alla rättigheter förbehållna", "eftertryck förbjudet", "med ensamrätt",
        ],
        share_words: &[
            "dela", "delningar", "följ", "gilla", "kommentarer", "kommentera", "kopiera", "länk", "länken",
            "mejla", "skriv", "spara", "tipsa", "tweeta",
        ],
        share_connectors: &[
            "artikeln", "den", "en", "här", "i", "med", "oss", "på", "som", "till", "ut", "via", "vän",
        ],
        clock_words: &[
            "dag", "dagar", "den", "fre", "fredag", "för", "går", "i", "idag", "igår", "kl", "klockan",
            "lästid", "lör", "lördag", "min", "minut", "minuter", "mån", "månad", "månader", "måndag", "ons",
            "onsdag", "publicerad", "publicerat", "sedan", "senast", "skapad", "sön", "söndag", "tim",
            "timmar", "timme", "tis", "tisdag", "tor", "tors", "torsdag", "uppdaterad", "uppdaterat", "vecka",
            "veckor", "ändrad", "år",
        ],
        follow_words: &[
            "följ", "gilla", "kontakta", "mejla", "skriv", "tipsa",
        ],
        summary_headings: &[
            "sammanfattning", "kortversionen", "i korthet",
        ],
        ..FurnitureWords::NONE
    },
    datelines: DatelineWords {
        months: &[
            "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
            "oktober", "november", "december",
        ],
        agencies: &["tt"],
        weekdays: &["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"],
        cities: &[
            "Bryssel", "Gävle", "Göteborg", "Helsingborg", "Köpenhamn", "Linköping", "London", "Luleå",
            "Malmö", "Moskva", "Norrköping", "Paris", "Sundsvall", "Umeå", "Uppsala", "Västerås", "Örebro",
        ],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
