//! Catalan.

use super::abbreviations::AbbreviationLists;
use super::furniture_words::FurnitureWords;
use super::profile::{Cues, DatelineWords, ExtraMark, Profile, SentenceRules, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "aprox", "art", "av", "c", "cap", "cf", "ctra", "dr", "dra", "ed", "ex", "excm", "fig", "gral",
            "hble", "il·lm", "mn", "màx", "mín", "núm", "p.ex", "pl", "prof", "pàg", "pàgs", "sr", "sra",
            "srs", "st", "sta", "tel", "vol",
        ],
        final_before_starter: &[
            "a.c", "a.m", "cm", "co", "corp", "d.c", "ee.uu", "inc", "jr", "kg", "km", "ltd", "p.m", "s.a",
            "s.c.p", "s.l",
        ],
        final_by_shape: &[
            "abr", "ag", "des", "etc", "febr", "gen", "jul", "n", "nov", "oct", "set",
        ],
        sentence_starters: &[
            "A", "Abans", "Així", "Això", "Al", "Amb", "Aquest", "Aquesta", "Aquests", "Ara", "Avui",
            "Cada", "Com", "Contra", "De", "Del", "Des", "Després", "Doncs", "Dos", "Durant", "El", "Ell",
            "Ella", "Els", "En", "Encara", "Ens", "Entre", "Era", "Ha", "Han", "Hi", "I", "Ja", "L", "La",
            "Les", "Mentre", "Molt", "Molts", "Més", "No", "Només", "Nosaltres", "O", "On", "Pel", "Per",
            "Perquè", "Però", "Potser", "Quan", "Que", "Qui", "Què", "Segons", "Sense", "Si", "Sobre",
            "També", "Tot", "Tots", "Tres", "Un", "Una", "Va", "Vam", "És",
        ],
        ..AbbreviationLists::NONE
    }),
    sentences: SentenceRules {
        extra_mark: Some(ExtraMark::ClauseSemicolon),
        ..SentenceRules::NONE
    },
    words: SharedWords {
        final_units: &[
            "h", "min", "km", "kg", "cm", "m", "s", "ha", "ptes",
        ],
        ..SharedWords::NONE
    },
    cues: Cues {
        byline_openings: &[
            "escrit per", "text de",
        ],
        roles: &[
            "corresponsal", "enviat", "enviada", "redactor", "redactora", "periodista",
        ],
        newsrooms: &[
            "redacció",
        ],
        byline_words: &[
            "per",
        ],
        byline_labels: &[
            "autor", "autora", "text", "autors",
        ],
        name_connectors: &[
            "i", "de", "del", "a",
        ],
        notice_openings: &[
            "llegeix també", "llegiu també", "font:", "fonts:", "tots els drets", "correcció:",
            "nota de la redacció", "més informació",
        ],
        caption_openings: &[
            "foto:", "fotos:", "imatge:", "imatge d'arxiu", "fotografia:", "a la foto",
        ],
        caption_credits: &[
            "foto", "imatge",
        ],
        picture_labels: &[
            "foto", "fotos", "fotografia", "imatge", "imatges",
        ],
        caption_positions: &[
            "a l'esquerra", "a la dreta", "al centre",
        ],
        ..Cues::NONE
    },
    furniture: FurnitureWords {
        lines: &[
            "# comentaris", "# min de lectura", "# minuts de lectura", "accepta", "accepta-ho tot", "acn",
            "agències", "anterior", "anunci", "ara mateix", "arxiu", "butlletí", "cerca", "comenta",
            "comentaris", "comparteix", "comparteix l'article", "comparteix-ho", "compartir", "configuració",
            "contacte", "contingut patrocinat", "copia l'enllaç", "desa", "en directe", "envia", "escolta",
            "escolta l'article", "etiquetes", "foto d'arxiu", "fotogaleria", "galeria", "guarda",
            "imatge d'arxiu", "imprimeix", "inici", "inicia sessió", "llegeix més", "llegir més", "menú",
            "mostra'n més", "més", "només per a subscriptors", "notícia en desenvolupament",
            "política de privacitat", "portada", "publicitat", "rebutja", "redacció", "registra't", "segueix",
            "segueix-nos", "següent", "sobre l'autor", "subscriu-t'hi", "subscriu-te", "temes",
            "temps de lectura # min", "torna a dalt", "veure el vídeo", "vídeo",
        ],
        link_headings: &[
            "altres notícies", "articles relacionats", "destacats", "el més llegit", "et pot interessar",
            "et pot interessar també", "et recomanem", "les més llegides", "llegeix també", "llegiu també",
            "més llegit", "més notícies", "no t'ho perdis", "notícies relacionades", "recomanat",
            "recomanats", "relacionat", "relacionats", "us pot interessar", "últimes notícies",
            "també et pot interessar", "més informació", "els més llegits",
        ],
        openings: &[
            "actualitzada", "actualitzat", "amb informació", "apunta't", "clica aquí", "comparteix",
            "contacta", "deixa el teu", "descarrega", "envia'ns", "escriu-nos", "etiquetes:", "fes clic",
            "fes-te", "font:", "fonts:", "has detectat", "has trobat", "ja ets subscriptor", "llegeix més",
            "llegeix també", "llegeix:", "llegiu també", "mira també", "mireu", "més informació", "més sobre",
            "no et perdis", "per continuar", "publicada", "publicat", "què en penses", "registra't", "rep al",
            "rep el", "segueix el", "segueix el canal", "segueix-nos", "segueix-nos a", "subscriu", "temes:",
            "temps de lectura", "uneix-te al", "vídeo:", "última actualització",
        ],
        notes: &[
            "aquest article ha estat", "aquest lloc web", "aquesta notícia ha estat", "aquesta web utilitza",
            "correcció:", "en una versió anterior", "fe d'errates", "fem servir galetes", "n. de la r",
            "nota de l'editor", "nota de la redacció", "rectificació:", "tots els drets reservats",
            "una versió anterior", "utilitzem galetes",
        ],
        phrases: &[
            "canal de telegram", "canal de whatsapp", "clica aquí", "el nostre butlletí",
            "ha estat actualitzada", "ha estat actualitzat", "nostra app", "nostra newsletter",
            "nostre butlletí", "política de privacitat", "temps de lectura", "tots els drets reservats",
        ],
        rights: &[
            "drets reservats", "prohibida la reproducció", "tots els drets reservats",
        ],
        share_words: &[
            "comentaris", "comparteix", "compartir", "copia", "desa", "enllaç", "envia", "guarda",
            "imprimeix", "segueix", "tuiteja",
        ],
        share_connectors: &[
            "a", "al", "amb", "aquest", "article", "correu", "en", "l'article", "per",
        ],
        clock_words: &[
            "a", "abril", "actualització", "actualitzat", "agost", "ahir", "any", "anys", "avui", "d'abril",
            "d'agost", "d'octubre", "de", "desembre", "dia", "dies", "dijous", "dilluns", "dimarts",
            "dimecres", "dissabte", "diumenge", "divendres", "fa", "febrer", "gener", "h", "hora", "hores",
            "juliol", "juny", "les", "maig", "març", "mes", "mesos", "minut", "minuts", "novembre", "octubre",
            "publicat", "setembre", "setmana", "setmanes", "última",
        ],
        follow_words: &[
            "contacta", "escriu-nos", "segueix", "segueix-nos", "uneix-te",
        ],
        ..FurnitureWords::NONE
    },
    datelines: DatelineWords {
        months: &[
            "gener", "febrer", "març", "abril", "maig", "juny", "juliol", "agost", "setembre", "octubre",
            "novembre", "desembre", "gen", "febr", "abr", "oct", "nov",
        ],
        weekdays: &[
            "dilluns", "dimarts", "dimecres", "dijous", "divendres", "dissabte", "diumenge",
        ],
        agencies: &["acn"],
        cities: &[
            "Barcelona", "Girona", "Lleida", "Tarragona", "Reus", "Sabadell", "Terrassa", "Palma",
            "València", "Perpinyà", "Brussel·les", "Madrid",
        ],
        ..DatelineWords::NONE
    },
};
