//! Dutch.

use super::abbreviations::AbbreviationLists;
use super::furniture_words::FurnitureWords;
use super::profile::{Cues, DatelineWords, Profile, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "a.d", "a.h.w", "art", "aug", "bijv", "blz", "bv", "ca", "d.d", "d.w.z", "dhr", "dr", "drs",
            "ds", "dwz", "e.d", "ed", "evt", "excl", "febr", "fig", "gen", "i.p.v", "i.s.m", "i.v.m",
            "incl", "ing", "ir", "jl", "kapt", "kol", "lt", "m.a.w", "m.b.t", "m.n", "maj", "max", "mej",
            "mevr", "mgr", "min", "mr", "mw", "n.a.v", "nr", "o.a", "o.l.v", "ong", "p.p", "pag", "plm",
            "prof", "red", "resp", "sgt", "st", "t.a.v", "t.o.v", "t/m", "tel", "v.a", "vgl", "vnl", "wnd",
            "z.g", "zg", "zgn",
        ],
        final_before_starter: &[
            "Chr", "a.s", "b.v", "c.s", "co", "corp", "e.a", "e.v", "inc", "jr", "ltd", "n.chr", "n.v",
            "o.i.d", "sr", "u.s", "v.chr",
        ],
        final_by_shape: &[
            "apr", "cm", "dec", "enz", "etc", "feb", "jan", "jul", "jun", "kg", "km", "mrt", "no", "nov",
            "okt", "p", "sep", "sept",
        ],
        sentence_starters: &[
            "Aan", "Al", "Alle", "Alleen", "Als", "Bij", "Binnen", "Bovendien", "Daar", "Daarmee",
            "Daarna", "Daarom", "Dan", "Dat", "De", "Deze", "Die", "Dit", "Door", "Drie", "Echter", "Een",
            "Eerst", "En", "Er", "Het", "Hier", "Hij", "Hoe", "Hun", "Ik", "In", "Inmiddels", "Is", "Ja",
            "Je", "Maar", "Meer", "Men", "Met", "Mijn", "Na", "Naar", "Nadat", "Niemand", "Niet", "Nog",
            "Nu", "Of", "Om", "Omdat", "Onder", "Ook", "Op", "Over", "Sinds", "Te", "Tegen", "Terwijl",
            "Tijdens", "Toch", "Toen", "Tot", "Twee", "U", "Uit", "Van", "Vanaf", "Vandaag", "Veel",
            "Volgens", "Voor", "Vooral", "Waar", "Waarom", "Wanneer", "Want", "Was", "Wat", "We", "Wel",
            "Welke", "Wie", "Wij", "Ze", "Zij", "Zijn", "Zo", "Zonder", "Zou",
        ],
        ..AbbreviationLists::NONE
    }),
    words: SharedWords {
        final_units: &[
            "km", "kg", "ha", "st",
        ],
        elisions: &["s", "t", "k", "n", "m", "r"],
        ..SharedWords::NONE
    },
    cues: Cues {
        byline_openings: &[
            "door onze verslaggever", "door onze verslaggeefster", "door onze correspondent", "door onze redacteur", "van onze verslaggeefster", "van onze correspondent", "van onze verslaggever", "van onze redacteur", "geschreven door",
            "tekst door", "een analyse van", "een reportage van", "een interview van", "analyse van",
        ],
        roles: &[
            "correspondent", "verslaggever", "verslaggeefster", "redacteur", "redactrice",
            "journalist", "columnist", "redactie", "chef",
        ],
        newsrooms: &[
            "van onze verslaggever", "van onze verslaggevers", "van onze correspondent", "van onze redactie",
            "van onze redacteur", "redactie", "onze verslaggever", "onze correspondent", "onze redactie",
            "door onze redactie", "door redactie", "door onze verslaggever", "van een verslaggever",
            "redactie binnenland", "redactie buitenland", "redactie economie", "redactie politiek",
            "regioredactie", "sportredactie",
            "geschreven door",
            "webredactie",
        ],
        author_phrases: &[
            "is redacteur", "is verslaggever", "is correspondent", "is journalist", "is columnist",
        ],
        byline_words: &[
            "door",
        ],
        byline_labels: &[
            "auteur", "tekst", "door", "auteurs", "verslaggever",
        ],
        name_connectors: &[
            "in", "van", "der", "den", "ten", "de",
            "met",
            "ter", "te",
        ],
        credit_openings: &[
            "met medewerking van", "met informatie van", "tekst:", "bewerking:",
        ],
        notice_openings: &[
            "lees ook", "foto:", "de auteur is", "over de auteur", "correctie:", "rectificatie", "contact:",
            "meer informatie", "bron:", "lees meer", "volg ons", "abonneer", "tags:", "onderwerpen:",
            "heb je een tip", "heb je nieuws", "deel artikel", "deel dit", "met medewerking van", "m.m.v.",
            "met bijdragen van", "bronnen:", "aanvulling:", "dit artikel is", "verslaggever:", "tekst:",
        ],
        caption_openings: &[
            "foto:", "foto's:", "beeld:", "afbeelding:", "illustratie:", "archieffoto", "op de foto",
            "ter illustratie",
            "v.l.n.r.", "van links naar rechts",
        ],
        caption_credits: &[
            "foto:", "foto ", "beeld:", "archieffoto",
        ],
        picture_labels: &[
            "foto", "foto's", "beeld", "afbeelding", "illustratie", "fotograaf", "graphic",
        ],
        picture_agencies: &[
            "anp foto", "hollandse hoogte", "belga image", "belgaimage",
        ],
        source_labels: &[
            "bron:",
        ],
        telling_verbs: &[
            "zegt", "zegt hij", "zei", "zeiden", "staat", "stond", "riep", "riepen", "schrijft", "schreef",
            "grapt", "grapte", "lacht", "vertelt", "aldus",
        ],
        caption_endings: &["archieffoto", "archiefbeeld", "Archieffoto"],
        caption_positions: &[
            "links", "rechts", "l", "r", "v.l.n.r", "tweede van links", "tweede van rechts", "in het midden",
        ],
        ..Cues::NONE
    },
    furniture: FurnitureWords {
        lines: &[
            "tekst gaat verder onder de foto", "tekst gaat verder onder de video",
            "lees verder onder de foto", "lees verder onder de advertentie",
            "tekst loopt door onder de foto", "# min", "# min leestijd", "# min. leestijd",
            "# minuten leestijd", "# reactie", "# reacties", "aanmelden", "abonneer", "abonneren",
            "accepteren", "advertentie", "advertenties", "afdrukken", "akkoord", "alleen voor abonnees",
            "alles accepteren", "anp", "archieffoto", "artikel delen", "bekijk de video", "bekijk meer",
            "bekijk reacties", "bekijk video", "beluister dit artikel", "bewaren", "contact",
            "cookie-instellingen", "cookies", "deel", "deel dit artikel", "deel dit bericht", "delen",
            "dit bericht wordt aangevuld", "exclusief voor abonnees", "fotogalerij", "fotoserie",
            "foutje gezien", "ga naar inhoud", "gesponsord", "gesponsorde inhoud", "home", "inloggen",
            "instellingen", "kopieer link", "lees meer", "lees verder", "leestijd # min",
            "leestijd # minuten", "link gekopieerd", "link kopiëren", "live", "log in", "luister",
            "luister naar dit artikel", "luisteren", "mailen", "meer", "meer informatie volgt", "meer lezen",
            "meld een fout", "menu", "naar boven", "naar inhoud", "nieuwsbrief", "nieuwsbrieven",
            "onderwerpen", "opslaan", "over de auteur", "premium", "printen", "privacy", "privacybeleid",
            "reactie plaatsen", "reacties", "reageren", "reclame", "redactie", "registreren", "tags",
            "terug naar boven", "toon meer", "van onze redactie", "verder lezen", "video", "volg ons",
            "volgen", "volgende", "vorige", "weigeren", "word abonnee", "zoeken", "zojuist",
            "tekst gaat verder onder de advertentie", "deel artikel", "bewaar artikel", "bewaar",
            "beluister dit artikel #", "bewaar dit artikel", "nos nieuws", "nos sport", "nu.nl",
        ],
        link_headings: &[
            "aanbevolen", "aanbevolen artikelen", "aanbevolen voor jou", "aanraders", "ander nieuws",
            "bekijk ook", "best gelezen", "dit vind je misschien ook leuk", "gerelateerd",
            "gerelateerd nieuws", "gerelateerde artikelen", "gerelateerde berichten", "het laatste nieuws",
            "laatste nieuws", "lees ook", "meer artikelen", "meer nieuws", "meer over dit onderwerp",
            "meest bekeken", "meest gelezen", "meest recent", "mis het niet", "misschien ook interessant",
            "net binnen", "ook interessant", "populair", "populaire artikelen", "trending", "uitgelicht",
            "zie ook",
            "lees meer", "lees verder", "meer van",
            "meer over dieren",
        ],
        openings: &[
            "abonneer", "abonneer je", "al abonnee", "al het nieuws", "beeld:", "bekijk de", "bekijk hier",
            "bekijk ook", "ben je al", "bijgewerkt", "blijf op de hoogte", "bron:", "bronnen:",
            "deel dit artikel", "deel dit bericht", "deel op", "deel via", "deze inhoud",
            "dit artikel is meer dan", "dit artikel is ouder", "dit artikel verscheen", "dit bericht wordt",
            "dit is een ontwikkelend", "doneer", "foto's:", "foto:", "foutje", "geef je mening",
            "gepubliceerd", "heb je een", "heb je tips", "het belangrijkste nieuws", "illustratie:",
            "je browser", "kijk ook", "klik hier", "klik op", "laatst bijgewerkt", "laatste update",
            "lees hier", "lees meer", "lees ook", "lees verder", "lees:", "leestijd", "luister naar",
            "luister ook", "mail de redactie", "mail ons", "meer over", "meer weten", "meld je aan",
            "met anp", "met informatie van", "mis niets", "neem contact", "niets missen", "om dit te",
            "om verder te lezen", "onderwerpen:", "ontvang elke", "ontvang gratis", "ontvang het",
            "ontvang onze", "podcast:", "praat mee", "reageer op dit", "schrijf je in", "steun onze",
            "stuur een", "stuur ons", "tags:", "tip de redactie", "update:", "uw browser", "video:",
            "volg al", "volg het", "volg ons", "wat vind je", "wat vindt u", "word abonnee", "word lid",
            "word nu", "zie je een fout", "zie ook",
            "beluister dit", "beluister artikel", "beluister het",
            "tekst gaat", "de tekst gaat", "tekst loopt", "artikel gaat", "het artikel gaat", "lees verder na",
            "lees verder onder", "heb je een tip", "heeft u een tip", "heb je nieuws", "heb je een vraag",
            "zag je een", "foutje gezien", "fout gezien", "taalfout", "meld een fout", "stuur je", "tip ons",
            "reageer", "deel dit", "deel artikel", "meld u aan", "schrijf u in", "bekijk meer", "wil je meer",
            "wilt u meer", "dit artikel is", "dit artikel werd", "exclusief voor abonnees",
            "alleen voor abonnees", "op de hoogte blijven",
            "wil je niks missen", "wil je niets missen", "beluister", "nooit meer", "deel dit verhaal",
            "klopt er iets niet",
        ],
        notes: &[
            "aanvulling:", "correctie:", "denk je aan zelfmoord", "deze site gebruikt cookies",
            "deze website gebruikt cookies", "dit artikel is aangepast", "dit artikel is bijgewerkt",
            "dit artikel is eerder", "dit artikel is gewijzigd", "dit artikel verscheen", "dit artikel werd",
            "dit stuk verscheen", "een eerdere versie", "eerder stond", "heb je hulp nodig",
            "in dit artikel stond", "in een eerdere versie", "noot van de redacteur", "noot van de redactie",
            "opmerking van de redactie", "praten over zelfdoding", "rectificatie", "redactionele noot",
            "verbetering:", "verduidelijking:", "we gebruiken cookies", "wij en onze partners",
            "wij gebruiken cookies",
        ],
        phrases: &[
            "alle rechten voorbehouden", "alleen voor abonnees", "eerdere versie van", "in je inbox",
            "in je mailbox", "is aangepast", "is bijgewerkt", "klik hier", "lees meer", "lees ook",
            "leestijd", "ons whatsapp-kanaal", "ons youtube-kanaal", "onze app", "onze nieuwsbrief",
            "onze nieuwsbrieven", "privacybeleid", "privacyverklaring", "volg ons op", "werkte mee aan",
            "whatsapp-kanaal",
            "in uw mailbox",
        ],
        rights: &[
            "alle rechten voorbehouden", "overname niet toegestaan", "rechten voorbehouden",
            "auteursrecht voorbehouden", "auteursrechten voorbehouden", "niets uit deze uitgave",
            "mag worden overgenomen",
        ],
        share_words: &[
            "bewaar", "bewaren", "cadeau", "deel", "delen", "gedeeld", "kopieer", "kopiëren", "link", "mail",
            "mailen", "opslaan", "print", "printen", "reacties", "reageer", "tweet", "volg", "whatsappen",
        ],
        share_connectors: &[
            "als", "artikel", "bericht", "de", "dit", "een", "het", "later", "met", "naar", "ons", "op",
            "per", "via", "voor", "vriend",
        ],
        clock_words: &[
            "bijgewerkt", "dag", "dagen", "di", "do", "geleden", "gepubliceerd", "gewijzigd", "gisteren",
            "jaar", "laatst", "laatste", "leestijd", "ma", "maand", "maanden", "min", "minuten", "minuut",
            "om", "op", "update", "uur", "van", "vandaag", "vr", "week", "weken", "wo", "za", "zo",
            "aangepast",
        ],
        follow_words: &[
            "deel", "mail", "neem", "stuur", "volg", "volgen", "word",
        ],
        summary_headings: &[
            "in het kort", "samenvatting", "kort samengevat",
        ],
        ..FurnitureWords::NONE
    },
    datelines: DatelineWords {
        cities: &[
            "Amersfoort", "Amsterdam", "Antwerpen", "Apeldoorn", "Arnhem", "Assen", "Berlijn", "Breda",
            "Brugge", "Brussel", "Den Bosch", "Den Haag", "Deventer", "Eindhoven", "Enschede", "Gent",
            "Genève", "Groningen", "Haarlem", "Kiev", "Leeuwarden", "Leiden", "Londen", "Luik", "Maastricht",
            "Mechelen", "Middelburg", "Moskou", "Nijmegen", "Parijs", "Rotterdam", "Tilburg", "Utrecht",
            "Zwolle",
        ],
        months: &[
            "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
            "oktober", "november", "december", "jan", "feb", "mrt", "apr", "jun", "jul", "aug", "sep",
            "okt", "nov", "dec",
        ],
        place_connectors: &["de", "den"],
        agencies: &[
            "anp", "belga", "novum", "bnr",
        ],
        weekdays: &[
            "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
        ],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
