//! Norwegian, Bokmål and Nynorsk.

use super::abbreviations::AbbreviationLists;
use super::furniture_words::FurnitureWords;
use super::profile::{Cues, DatelineWords, Profile, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "adm", "ang", "art", "avd", "bl.a", "bla", "ca", "cand", "d.v.s", "dir", "dr", "dvs", "ekskl",
            "evt", "f.eks", "f.o.m", "f.t", "feks", "fig", "forts", "fr", "fx", "gl", "hhv", "hr", "iht",
            "inkl", "jf", "jfr", "kap", "kl", "m.h.t", "max", "mht", "min", "mva", "nr", "o.a", "obs",
            "p.g.a", "p.t", "pga", "pr", "prof", "pst", "ref", "resp", "s", "s.k", "sml", "st", "t.d",
            "t.o.m", "tidl", "tlf", "vedr", "vs", "årg",
        ],
        final_before_starter: &[
            "Kr", "co", "corp", "e.kr", "f.kr", "inc", "jr", "kr", "ltd", "m.v", "mill", "mrd", "sr",
        ],
        final_by_shape: &[
            "apr", "aug", "des", "etc", "feb", "jan", "jul", "jun", "m.fl", "m.m", "mar", "mfl", "mm", "mv",
            "no", "nov", "o.l", "okt", "osv", "sep", "sept",
        ],
        sentence_starters: &[
            "Alle", "Allerede", "Alt", "Andre", "At", "Av", "Bare", "Både", "Da", "De", "Den", "Denne",
            "Der", "Deres", "Deretter", "Derfor", "Dersom", "Det", "Dette", "Disse", "Du", "Eg", "Ein",
            "Eit", "Eller", "En", "Er", "Et", "Etter", "Flere", "For", "Fordi", "Fra", "Før", "Gjennom",
            "Han", "Hans", "Har", "Hennes", "Her", "Ho", "Hun", "Hva", "Hvem", "Hver", "Hvis", "Hvor",
            "Hvordan", "Hvorfor", "I", "Ifølge", "Ikke", "Ikkje", "Ingen", "Ja", "Jeg", "Kan", "Kva",
            "Man", "Mange", "Med", "Mellom", "Men", "Mens", "Mer", "Mest", "Mot", "Må", "Nei", "Noen",
            "Nå", "Når", "Og", "Også", "Om", "Over", "På", "Samtidig", "Selv", "Senere", "Siden", "Skal",
            "Som", "Så", "Til", "To", "Tre", "Tross", "Under", "Uten", "Var", "Ved", "Vi", "Vil", "Vår",
            "Være",
        ],
        ordinal_stops: true,
    }),
    words: SharedWords {
        final_units: &[
            "kr", "stk", "km", "kg", "cm", "t", "ha",
        ],
        number_labels: &["nr", "kl"],
        ..SharedWords::NONE
    },
    cues: Cues {
        byline_openings: &[
            "skrevet av", "tekst av", "kommentar av", "analyse av",
        ],
        roles: &[
            "journalist", "korrespondent", "redaktør", "reporter", "kommentator",
            "utenrikskorrespondent",
            "fotograf",
        ],
        newsrooms: &[
            "av redaksjonen", "redaksjonen", "av ntb",
            "skrevet av",
            "tekst av",
        ],
        author_phrases: &[
            "er journalist", "er korrespondent", "er kommentator",
        ],
        byline_words: &[
            "av",
        ],
        byline_labels: &[
            "tekst", "av", "journalist",
        ],
        name_connectors: &[
            "og", "i",
            "med",
        ],
        notice_openings: &[
            "foto:", "les også", "les mer", "kilde:", "kilder:", "rettelse", "fakta:", "følg oss", "(©ntb",
            "©ntb", "kontakt:", "alle rettigheter",
            "hei! har du", "ansvarlig redaktør", "redaktør:", "tips oss",
        ],
        caption_openings: &[
            "foto:", "bilde:", "arkivfoto", "illustrasjonsfoto", "illustrasjon:", "på bildet",
            "fra venstre:",
        ],
        caption_credits: &[
            "foto:", "foto ", "arkivfoto", "illustrasjonsfoto", "/ntb", "ntb",
        ],
        picture_labels: &[
            "foto", "bilde", "bilder", "illustrasjon", "fotograf", "arkivfoto", "illustrasjonsfoto",
            "grafikk",
        ],
        source_labels: &[
            "kilde:",
        ],
        telling_verbs: &[
            "sier", "sa", "forteller", "fortalte", "ropte", "står det", "sto det", "ler", "skriver", "skrev",
            "lover", "spøker", "husker",
        ],
        caption_endings: &[
            "arkivfoto", "Arkivfoto", "illustrasjonsfoto", "Illustrasjonsfoto", "privatfoto", "Privatfoto",
        ],
        caption_positions: &[
            "til venstre", "til høyre", "i midten", "t.v", "t.h",
        ],
        ..Cues::NONE
    },
    furniture: FurnitureWords {
        lines: &[
            "# kommentar", "# kommentarer", "# min", "# min lesetid", "# min. lesetid", "abonner",
            "akkurat nå", "aksepter", "annonse", "annonser", "annonsørinnhold", "arkivfoto",
            "artikkelen oppdateres", "avvis", "bildeserie", "bli abonnent", "cookies", "del", "del artikkel",
            "del artikkelen", "del denne saken", "del saken", "direkte", "emner", "feil i artikkelen",
            "for abonnenter", "forrige", "forsiden", "følg", "følg oss", "galleri", "godta", "godta alle",
            "gå til innhold", "hjem", "hopp til innhold", "hør saken", "illustrasjonsfoto",
            "informasjonskapsler", "innstillinger", "kommentarer", "kommenter", "kontakt", "kontakt oss",
            "kopier lenke", "kopier lenken", "kun for abonnenter", "lagre", "lagre artikkel", "lenke kopiert",
            "lesetid # min", "lesetid # minutter", "logg inn", "lytt", "lytt til saken", "meld fra om feil",
            "meny", "mer", "neste", "nettopp", "ntb", "nyhetsbrev", "om forfatteren", "oppdateres",
            "personvern", "personvernerklæring", "redaksjonen", "registrer", "reklame", "saken oppdateres",
            "se mer", "se video", "send", "skriv ut", "spill av", "sponset", "sponset innhold", "stikkord",
            "søk", "til toppen", "video", "vis kommentarer", "vis mer",
            "artikkelen fortsetter under bildet", "artikkelen fortsetter under annonsen",
            "saken fortsetter under bildet",
        ],
        link_headings: &[
            "anbefalt", "anbefalt for deg", "anbefalte saker", "andre nyheter", "du vil kanskje også like",
            "flere nyheter", "flere saker", "i fokus", "ikke gå glipp av", "les mer", "les også", "mer om",
            "mer om saken", "mest delt", "mest lest", "mest leste", "populære saker", "populært", "relatert",
            "relaterte artikler", "relaterte nyheter", "relaterte saker", "se også", "siste nyheter",
            "siste nytt", "siste saker", "toppsaker", "utvalgte",
            "mer fra", "nyhetsbrev",
            "siste fra", "populært nå",
        ],
        openings: &[
            "abonner", "alle nyheter", "allerede abonnent", "artikkelen er mer enn", "artikkelen fortsetter",
            "artikkelen oppdateres",
            "bilder:", "bli abonnent", "bli medlem", "del på", "del saken", "del via",
            "denne artikkelen er mer enn", "denne saken er", "dette innholdet", "emner:", "er du allerede",
            "for å fortsette", "for å lese", "foto:", "få de siste", "få nyheter", "få våre", "få vårt",
            "følg med", "følg oss", "følg utviklingen", "har du funnet", "har du tips", "hold deg oppdatert",
            "hva mener du", "hør også", "hør:", "ikke gå glipp", "kilde:", "kilder:", "klikk her", "klikk på",
            "kommenter", "kontakt journalisten", "kontakt oss", "kontakt redaksjonen", "last ned", "les hele",
            "les mer", "les også", "les saken", "les:", "lesetid", "lytt:", "meld deg på", "mer om",
            "nettleseren din", "nrk kommer tilbake", "oppdatert", "podcast:", "podkast:", "publisert",
            "registrer deg", "saken er mer enn", "saken oppdateres", "se mer", "se også", "send oss",
            "si din mening", "sist oppdatert", "skriv til", "stikkord:", "støtt vår", "tips oss", "trykk her",
            "vi oppdaterer", "video:",
            "saken fortsetter", "teksten fortsetter", "hei! har du", "har du innspill", "har du spørsmål",
            "har du sett", "har du noe", "fant du en feil", "funnet en feil", "send meg", "få de viktigste",
            "lytt til", "kun for", "for abonnenter", "denne artikkelen", "ansvarlig redaktør", "hva synes du",
            "vil du vite mer",
            "annonsørinnhold", "har du bilder", "publisert:",
        ],
        notes: &[
            "artikkelen er endret", "artikkelen er oppdatert", "artikkelen er rettet", "denne artikkelen ble",
            "denne artikkelen er", "denne saken ble", "dette debattinnlegget", "dette er en kommentar",
            "dette er et debattinnlegg", "en tidligere versjon", "har du selvmordstanker",
            "i en tidligere versjon", "korreksjon:", "merknad fra redaksjonen", "nettstedet bruker",
            "presisering:", "redaksjonell merknad", "redaktørens merknad", "rettelse", "rettelse:",
            "saken er endret", "saken er oppdatert", "saken er rettet", "teksten er oppdatert",
            "trenger du noen å", "vi bruker cookies", "vi bruker informasjonskapsler", "vi og våre partnere",
        ],
        phrases: &[
            "alle rettigheter reservert", "appen vår", "er oppdatert", "for abonnenter", "følg oss på",
            "har blitt oppdatert", "i innboksen", "klikk her", "kun for abonnenter", "les mer", "les også",
            "lesetid", "personvernerklæring", "tidligere versjon av", "våre nyhetsbrev", "vårt nyhetsbrev",
            "rett i innboksen", "etter vær varsom-plakatens regler",
        ],
        rights: &[
            "alle rettigheter forbeholdt", "alle rettigheter reservert", "opphavsrettslig beskyttet",
        ],
        share_words: &[
            "anbefal", "del", "delinger", "følg", "kommentarer", "kommenter", "kopier", "lagre", "lenke",
            "lenken", "send", "skriv", "tips", "tweet",
        ],
        share_connectors: &[
            "artikkel", "artikkelen", "denne", "e-post", "en", "epost", "i", "med", "oss", "på", "saken",
            "som", "til", "ut", "venn", "via",
        ],
        clock_words: &[
            "ca", "dag", "dager", "den", "endret", "for", "fre", "fredag", "går", "i", "kl", "klokken",
            "lesetid", "lør", "lørdag", "man", "mandag", "min", "minutt", "minutter", "måned", "måneder",
            "ons", "onsdag", "oppdatert", "publisert", "siden", "sist", "søn", "søndag", "time", "timer",
            "tirs", "tirsdag", "tors", "torsdag", "uke", "uker", "år",
        ],
        follow_words: &[
            "følg", "kontakt", "lik", "send", "skriv", "tips",
        ],
        summary_headings: &[
            "kortversjonen", "oppsummert", "kort fortalt", "oppsummering",
        ],
        ..FurnitureWords::NONE
    },
    datelines: DatelineWords {
        months: &[
            "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober",
            "november", "desember", "des",
        ],
        agencies: &["ntb", "npk"],
        weekdays: &["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
