//! Danish.

use super::abbreviations::AbbreviationLists;
use super::furniture_words::FurnitureWords;
use super::profile::{Cues, DatelineWords, Profile, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "adm", "afd", "ang", "apr", "art", "aug", "bd", "beg", "bem", "bl.a", "bla", "bogst", "ca",
            "cand", "cf", "ctr", "d.s.s", "d.v.s", "dir", "dobb", "dr", "dvs", "e.m", "ed", "eks", "ekskl",
            "evt", "f.eks", "f.m", "f.t", "feks", "fig", "forb", "formentl", "forst", "fr", "fx", "gl",
            "gnsn", "gr", "h.k.h", "hhv", "hr", "i.f.t", "if", "ifm", "ift", "iht", "inkl", "jf", "jfr",
            "jur", "kap", "kbh", "kgl", "kl", "lb", "lic", "m.h.t", "m.v", "mag", "max", "mht", "min", "mr",
            "mrs", "mvh", "n.n", "ndf", "ngl", "nr", "n°", "o", "o.lign", "obs", "okt", "omk", "oms", "opr",
            "ordf", "p.g.a", "p.t", "pga", "pk", "polit", "pr", "prof", "red", "ref", "resp", "s", "s.k",
            "s.u", "scient", "sdr", "sen", "sept", "skt", "sml", "spec", "st", "str", "stud", "td", "tekn",
            "tidl", "tlf", "u", "u.a", "vedr", "vejl", "vha", "vol", "vs", "årg",
        ],
        final_before_starter: &[
            "Kr", "a/s", "co", "corp", "e.kr", "f.kr", "inc", "jr", "kr", "ltd", "mia", "mio", "sr",
        ],
        final_by_shape: &[
            "dec", "etc", "feb", "jan", "jul", "jun", "m.fl", "m.m", "mar", "mfl", "mv", "no", "nov", "o.l",
            "o.s.v", "osv", "sep",
        ],
        sentence_starters: &[
            "Af", "Alle", "Allerede", "Alt", "Altså", "Andre", "At", "Både", "Da", "De", "Deltagerne",
            "Dem", "Den", "Denne", "Der", "Derefter", "Deres", "Derfor", "Det", "Dette", "Disse", "Du",
            "Efter", "Ej", "Eller", "En", "Endelig", "Endnu", "Er", "Et", "Fem", "Flere", "For", "Fordi",
            "Formanden", "Fra", "Før", "Gennem", "Han", "Hans", "Har", "Hendes", "Her", "Hun", "Hvad",
            "Hvem", "Hver", "Hvilken", "Hvis", "Hvor", "Hvordan", "Hvorfor", "I", "Ifølge", "Ikke",
            "Imens", "Ingen", "Intet", "Ja", "Jeg", "Kan", "Kun", "Man", "Mange", "Med", "Medens",
            "Mellem", "Men", "Mens", "Mere", "Mest", "Mod", "Må", "Måske", "Nej", "Noget", "Nogle", "Nu",
            "Når", "Og", "Også", "Om", "Omkring", "Over", "På", "Samtidig", "Selv", "Senere", "Siden",
            "Skal", "Så", "Sådan", "Til", "To", "Tre", "Trods", "Ud", "Uden", "Under", "Var", "Ved", "Vi",
            "Vil", "Være",
        ],
        ordinal_stops: true,
    }),
    words: SharedWords {
        final_units: &[
            "kr", "stk", "km", "kg", "cm", "t", "tkr", "ha",
        ],
        number_labels: &["nr", "kl"],
        ..SharedWords::NONE
    },
    cues: Cues {
        byline_openings: &[
            "skrevet af", "tekst af", "analyse af", "kommentar af",
        ],
        roles: &[
            "journalist", "korrespondent", "redaktør", "reporter", "kommentator",
            "udlandskorrespondent",
        ],
        newsrooms: &[
            "af redaktionen", "redaktionen", "af ritzau",
            "skrevet af",
            "tekst af",
        ],
        author_phrases: &[
            "er journalist", "er korrespondent", "er reporter",
        ],
        byline_words: &[
            "af",
        ],
        byline_labels: &[
            "tekst", "af", "journalist",
        ],
        name_connectors: &[
            "og", "i",
            "med",
        ],
        notice_openings: &[
            "foto:", "læs også", "læs mere", "kilde:", "kilder:", "rettelse", "fakta:", "følg os",
            "skribenten er", "/ritzau", "ritzau/", "kontakt:", "alle rettigheder",
            "artiklen er oprindeligt", "har du set", "tip redaktionen", "rettelse:", "tekst:", "redaktør:",
            "alt materiale på",
            "ophavsret:", "ophavsret ©", "har du en god historie",
        ],
        caption_openings: &[
            "foto:", "billede:", "arkivfoto", "illustration:", "på billedet",
            "fra venstre:",
        ],
        caption_credits: &[
            "foto:", "foto ", "arkivfoto", "scanpix", "/ritzau",
        ],
        picture_labels: &[
            "foto", "billede", "billeder", "illustration", "fotograf", "arkivfoto", "grafik",
        ],
        source_labels: &[
            "kilde:",
        ],
        telling_verbs: &[
            "siger", "sagde", "fortæller", "fortalte", "råbte", "står der", "stod der", "griner", "skriver",
            "skrev", "lover", "husker", "lyder det",
        ],
        caption_endings: &[
            "arkivfoto", "Arkivfoto", "modelfoto", "privatfoto", "Privatfoto",
        ],
        caption_positions: &[
            "til venstre", "til højre", "i midten", "t.v", "t.h", "yderst til venstre", "yderst til højre",
        ],
        ..Cues::NONE
    },
    furniture: FurnitureWords {
        lines: &[
            "# kommentar", "# kommentarer", "# min", "# min læsetid", "# min. læsetid", "# min. læsning",
            "abonnér", "accepter", "accepter alle", "acceptér", "afspil", "afvis", "annonce",
            "annonceindhold", "annoncer", "arkivfoto", "artiklen opdateres", "billedserie", "bliv abonnent",
            "cookies", "del", "del artikel", "del artiklen", "del denne artikel", "emner", "fandt du en fejl",
            "for abonnenter", "forrige", "forside", "forsiden", "følg", "følg os", "galleri", "gem",
            "gem artikel", "gå til indhold", "historien opdateres", "hør artiklen", "indstillinger",
            "kommentarer", "kommentér", "kontakt", "kontakt os", "kopier link", "kun for abonnenter",
            "køb abonnement", "lige nu", "link kopieret", "live", "log ind", "log på", "lyt",
            "lyt til artiklen", "læsetid # min", "læsetid # minutter", "menu", "mere", "netop nu",
            "nyhedsbrev", "nyhedsbreve", "næste", "om forfatteren", "opdateres", "opret", "print",
            "privatlivspolitik", "rapportér fejl", "redaktionen", "reklame", "ritzau", "se mere", "se video",
            "send", "sponsoreret", "sponsoreret indhold", "søg", "tags", "til toppen", "udskriv", "video",
            "vis kommentarer", "vis mere",
            "artiklen fortsætter efter annoncen", "# minutters læsetid", "gem artikel del artikel",
        ],
        link_headings: &[
            "anbefalede artikler", "anbefalet", "anbefalet til dig", "andre nyheder", "flere artikler",
            "flere nyheder", "gå ikke glip af", "i fokus", "læs mere", "læs også", "mere om emnet",
            "mest delte", "mest læst", "mest læste", "måske er du også interesseret i", "populære artikler",
            "populært", "relaterede artikler", "relaterede nyheder", "relateret", "se også", "seneste",
            "seneste nyheder", "seneste nyt", "topnyheder", "udvalgte",
            "mere om", "andre læser", "lige nu", "mest sete",
            "populært lige nu", "andre læste også",
        ],
        openings: &[
            "abonner", "abonnér", "alle nyheder", "allerede abonnent", "artiklen er mere end",
            "artiklen opdateres", "billeder:", "bliv abonnent", "bliv medlem", "del artiklen", "del på",
            "del via", "denne artikel er mere end", "dette indhold", "din browser", "emner:",
            "er du allerede", "for at fortsætte", "for at læse", "foto:", "få dagens", "få de seneste",
            "få nyheder", "få vores", "følg med", "følg os", "følg udviklingen", "giv din mening",
            "gå ikke glip", "har du et tip", "har du fundet", "har du tips", "historien opdateres",
            "hold dig opdateret", "hvad mener du", "hør også", "hør:", "kilde:", "kilder:", "klik her",
            "klik på", "kommentér", "kontakt journalisten", "kontakt os", "kontakt redaktionen", "lyt:",
            "læs artiklen", "læs hele", "læs mere", "læs også", "læs:", "læsetid", "mere om",
            "offentliggjort", "opdateret", "podcast:", "publiceret", "se mere", "se også", "send en mail",
            "senest opdateret", "sidst opdateret", "skriv til", "støt vores", "tags:", "tilmeld",
            "tilmeld dig", "tip os", "udgivet", "video:",
            "artiklen fortsætter", "historien fortsætter", "teksten fortsætter", "artiklen er oprindeligt",
            "artiklen er", "artiklen blev", "denne artikel", "har du set", "har du tip", "har du en god",
            "har du spørgsmål", "tip redaktionen", "send os", "lyt til", "del artikel", "gem artikel",
            "kun for", "dette er et debatindlæg", "fandt du en fejl", "fejl i artiklen", "download",
            "deltag i debatten",
            "få de vigtigste", "har du en god historie", "har du en historie", "ophavsret:",
            "artiklen må ikke", "tilmeld dig her", "mere fra",
        ],
        notes: &[
            "artiklen blev", "artiklen er blevet", "artiklen er opdateret", "artiklen er rettet",
            "berigtigelse", "denne artikel blev", "denne artikel er", "denne artikel er opdateret",
            "denne artikel er rettet", "dette er et debatindlæg", "dette er udtryk for", "dette website",
            "en tidligere version", "har du brug for hjælp", "hjemmesiden bruger cookies",
            "i en tidligere version", "note fra redaktionen", "præcisering:", "redaktionel bemærkning",
            "redaktionel note", "redaktionens note", "redaktørens note", "rettelse", "rettelse:",
            "teksten er opdateret", "vi anvender cookies", "vi bruger cookies", "vi og vores partnere",
        ],
        phrases: &[
            "alle rettigheder forbeholdes", "er blevet opdateret", "er opdateret", "følg os på",
            "i din indbakke", "klik her", "kun for abonnenter", "læs mere", "læs også", "læsetid",
            "privatlivspolitik", "tidligere version af", "vores app", "vores nyhedsbrev", "vores nyhedsbreve",
            "oprindeligt bragt",
            "tilmeld dig her",
        ],
        rights: &[
            "alle rettigheder forbeholdes", "alle rettigheder forbeholdt", "ophavsretligt beskyttet",
            "må ikke kopieres", "ophavsret:",
        ],
        share_words: &[
            "anbefal", "del", "delinger", "følg", "gem", "kommentarer", "kommentér", "kopier", "kopiér",
            "link", "print", "send", "tweet", "udskriv",
        ],
        share_connectors: &[
            "artikel", "artiklen", "denne", "en", "i", "mail", "med", "os", "på", "som", "til", "ven", "via",
        ],
        clock_words: &[
            "d", "dag", "dage", "den", "for", "fre", "fredag", "går", "i", "kl", "klokken", "læsetid", "lør",
            "lørdag", "man", "mandag", "min", "minut", "minutter", "måned", "måneder", "offentliggjort",
            "ons", "onsdag", "opdateret", "publiceret", "senest", "siden", "sidst", "søn", "søndag", "time",
            "timer", "tirs", "tirsdag", "tors", "torsdag", "udgivet", "uge", "uger", "år", "ændret",
        ],
        follow_words: &[
            "følg", "kontakt", "like", "send", "skriv", "tip",
        ],
        summary_headings: &[
            "kort fortalt", "overblik", "det korte af det lange",
        ],
        ..FurnitureWords::NONE
    },
    datelines: DatelineWords {
        months: &[
            "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober",
            "november", "december",
        ],
        agencies: &["ritzau"],
        weekdays: &["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
