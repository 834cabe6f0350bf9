//! Italian.

use super::abbreviations::AbbreviationLists;
use super::furniture_words::FurnitureWords;
use super::profile::{Cues, DatelineWords, ExtraMark, Profile, SentenceRules, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "all", "arch", "art", "artt", "avv", "c.so", "ca", "cap", "cav", "cf", "cfr", "col", "comm",
            "dir", "don", "dott", "dott.ssa", "dr", "ecc.mo", "ed", "egr", "es", "fig", "gen", "gent",
            "gent.ma", "geom", "idraul", "ill.mo", "ing", "mar", "max", "meteor", "min", "mons", "on",
            "p.es", "p.za", "p.zza", "pag", "pagg", "pp", "prof", "prof.ssa", "psicol", "rag", "rev", "s",
            "sen", "sig", "sig.na", "sig.ra", "sigg", "sigra", "spett", "ss", "tel", "ten", "uff", "v",
            "v.le", "vol",
        ],
        final_before_starter: &[
            "a.c", "a.m", "c.a", "c.d", "co", "corp", "d.c", "f.lli", "inc", "jr", "ltd", "n.d.r", "ndr",
            "p.m", "s.n.c", "s.p.a", "s.r.l", "spa", "srl", "u.s", "u.s.a",
        ],
        final_by_shape: &[
            "ago", "apr", "cm", "dic", "ecc", "etc", "feb", "giu", "kg", "km", "lug", "n", "no", "nov",
            "nr", "ott", "p", "set", "sett",
        ],
        sentence_starters: &[
            "A", "Ad", "Adesso", "Ai", "Al", "Alcune", "Alcuni", "All", "Alla", "Alle", "Allora", "Altri",
            "Anche", "Ancora", "Appena", "Avevano", "Bene", "Certo", "Che", "Chi", "Ci", "Ciò", "Come",
            "Con", "Contro", "Cosa", "Così", "Da", "Dagli", "Dai", "Dal", "Dalla", "Degli", "Dei", "Del",
            "Della", "Delle", "Di", "Dopo", "Dove", "Due", "Dunque", "Durante", "E", "Ecco", "Ed", "Ella",
            "Era", "Essi", "Fino", "Forse", "Fra", "Gli", "Ha", "Hanno", "Ho", "I", "Ieri", "Il", "In",
            "Infatti", "Inoltre", "Insomma", "Intanto", "Invece", "Io", "L", "La", "Le", "Lei", "Lo",
            "Loro", "Lui", "Ma", "Mentre", "Mi", "Molti", "Molto", "Ne", "Nei", "Nel", "Nell", "Nella",
            "Nelle", "Nessuno", "Noi", "Non", "Nonostante", "Nulla", "Nuovo", "O", "Oggi", "Ogni",
            "Oppure", "Ora", "Per", "Perché", "Perciò", "Però", "Piuttosto", "Più", "Poi", "Prima",
            "Proprio", "Può", "Qual", "Quale", "Quali", "Quando", "Quanto", "Quattro", "Quel", "Quella",
            "Quelle", "Quelli", "Quello", "Quest", "Questa", "Queste", "Questi", "Questo", "Qui", "Quindi",
            "Se", "Secondo", "Senza", "Si", "Sia", "Solo", "Sono", "Sotto", "Sta", "Stata", "Stato", "Su",
            "Sua", "Sugli", "Sul", "Sulla", "Suo", "Suoi", "Sì", "Tra", "Tre", "Tutta", "Tutte", "Tutti",
            "Tutto", "Un", "Una", "Uno", "Vi", "Voi", "È",
        ],
        ..AbbreviationLists::NONE
    }),
    sentences: SentenceRules {
        extra_mark: Some(ExtraMark::ClauseSemicolon),
        ..SentenceRules::NONE
    },
    words: SharedWords {
        final_units: &[
            "h", "km", "kg", "min",
        ],
        figure_labels: &["Figura"],
        ..SharedWords::NONE
    },
    cues: Cues {
        byline_openings: &[
            "a cura di", "articolo di", "un articolo di", "scritto da", "dal nostro inviato",
            "dalla nostra inviata", "dal nostro corrispondente", "dalla nostra corrispondente",
            "testo di", "analisi di", "reportage di", "intervista di",
        ],
        roles: &[
            "inviato", "inviata", "inviati", "corrispondente", "giornalista", "redattore",
            "redattrice", "cronista", "caporedattore", "editorialista", "redazione",
        ],
        newsrooms: &[
            "di redazione", "la redazione", "redazione", "di redazione online",
            "a cura della redazione", "della redazione", "dalla redazione", "dal nostro inviato",
            "dal nostro corrispondente", "redazione online",
            "scritto da", "pubblicato da",
            "redazione web", "redazione cronaca",
        ],
        author_phrases: &[
            "è giornalista", "è corrispondente", "è editorialista", "è autore di", "è autrice di",
            "è docente",
        ],
        byline_words: &[
            "di",
        ],
        byline_labels: &[
            "autore", "testo", "autrice", "di", "articolo",
            "testi",
        ],
        name_connectors: &[
            "e", "a", "per", "in", "da", "di", "del", "della",
            "con",
        ],
        credit_openings: &[
            "a cura di", "redazione", "con agenzie", "ha collaborato", "hanno collaborato", "testo di",
            "traduzione di", "con la collaborazione",
        ],
        notice_openings: &[
            "leggi anche", "riproduzione riservata", "tutti i diritti riservati", "fonte:", "foto:",
            "l'autore è", "l'autrice è", "nota della redazione", "errata corrige", "rettifica", "correzione:",
            "contatti:", "per informazioni", "scopri di più", "iscriviti", "seguici", "abbonati", "tag:",
            "argomenti:", "© riproduzione",
            "con informazioni", "fonti:", "a cura di", "(ansa", "hanno collaborato", "ha collaborato",
        ],
        caption_openings: &[
            "immagine di repertorio", "immagini di repertorio", "immagine di archivio", "didascalia", "nella foto", "nella foto:", "foto:", "crediti:", "credits:", "ph.", "ph:",
            "immagine:", "foto di", "fotografia di", "foto d'archivio", "immagine d'archivio",
            "illustrazione:",
            "foto di repertorio", "(foto",
            "da sinistra:", "da sinistra a destra", "fonte foto",
        ],
        caption_credits: &[
            "foto:", "foto/", "foto ", "crediti", "credits", "ph.", "immagine:", "ansa/", "/ansa", "lapresse",
        ],
        caption_endings: &[
            "Foto d'archivio", "Foto di repertorio", "Imagoeconomica", "foto d'archivio", "foto d’archivio",
            "foto di repertorio", "immagine di repertorio", "immagine d'archivio", "foto di archivio",
        ],
        picture_labels: &[
            "foto", "fotografia", "immagine", "immagini", "credit", "credits", "crediti", "illustrazione",
            "grafica",
            "ph",
        ],
        picture_agencies: &[
            "lapresse", "fotogramma", "imagoeconomica",
        ],
        source_labels: &[
            "fonte:",
        ],
        telling_verbs: &[
            "dice", "disse", "diceva", "ha detto", "ha spiegato", "ha ricordato", "ha scherzato", "racconta",
            "scherza", "spiega", "si legge", "si leggeva", "recitava", "grida", "gridava", "ripete",
            "assicura",
        ],
        caption_positions: &[
            "a sinistra", "a destra", "al centro", "primo da sinistra", "prima da sinistra",
            "secondo da sinistra", "seconda da sinistra",
        ],
        end_marks: &[
            "c.s.", "(c.s.)", "C.S.",
        ],
        ..Cues::NONE
    },
    furniture: FurnitureWords {
        lines: &[
            "# commenti", "# commento", "# min", "# min di lettura", "# minuti di lettura", "abbonati",
            "accedi", "accetta", "accetta e continua", "accetta tutto", "adesso", "agenzie", "altro",
            "annunci", "annuncio", "ansa", "archivio", "argomenti", "articolo in aggiornamento", "ascolta",
            "ascolta l'articolo", "ascolta l'audio dell'articolo", "avanti", "cerca", "commenta", "commenti",
            "condividi", "condividi articolo", "condividi l'articolo", "condividi questo articolo",
            "contatti", "contenuto promozionale", "contenuto riservato agli abbonati",
            "contenuto sponsorizzato", "continua a leggere", "cookie policy", "copia link", "foto d'archivio",
            "fotogallery", "galleria", "galleria fotografica", "gallery", "guarda il video", "home",
            "immagine d'archivio", "impostazioni", "in aggiornamento", "in diretta", "indietro",
            "informativa sulla privacy", "ingrandisci", "invia", "invia per email", "iscriviti",
            "lascia un commento", "leggi di più", "leggi i commenti", "leggi tutto", "lettura # min",
            "link copiato", "menu", "mostra altro", "mostra di più", "newsletter", "note legali",
            "notizia in aggiornamento", "precedente", "privacy", "pubblicità", "redazione",
            "redazione online", "registrati", "rifiuta", "riproduzione riservata", "riservato agli abbonati",
            "salva", "segnala errore", "segui", "seguici", "solo per abbonati", "sponsorizzato", "stampa",
            "successivo", "sull'autore", "tag", "temi", "tempo di lettura # min", "tempo di lettura # minuti",
            "torna all'inizio", "torna su", "ultim'ora", "vai al contenuto", "vedi tutte le foto", "video",
            "© riproduzione riservata",
            "#' di lettura", "tempo di lettura", "segnala un errore", "ultima ora", "da non perdere",
            "il resto dell'articolo dopo la pubblicità", "iscriviti alla newsletter", "commenta per primo",
            "le altre notizie", "ascolta questo articolo",
            "# visualizzazioni", "# letture",
        ],
        link_headings: &[
            "altre notizie", "altri articoli", "approfondimenti", "approfondisci", "articoli correlati",
            "consigliati", "consigliati per te", "consigliato per te", "contenuti correlati", "correlati",
            "da non perdere", "dello stesso autore", "guarda anche", "i più letti", "i più visti",
            "in evidenza", "in primo piano", "le più lette", "leggi anche", "non perdere",
            "notizie correlate", "per approfondire", "più lette", "più letti", "più popolari", "più visti",
            "popolari", "potrebbe interessarti", "potrebbe interessarti anche", "potrebbero interessarti",
            "primo piano", "raccomandati", "scopri di più", "temi correlati", "tendenze",
            "ti potrebbe interessare", "ti potrebbe interessare anche", "ultime news", "ultime notizie",
            "vedi anche",
            "ultima ora", "sullo stesso argomento", "raccomandati per te", "video correlati", "i nostri video",
            "video in evidenza",
            "le altre notizie", "altre notizie di", "le notizie più lette", "leggi le altre",
        ],
        openings: &[
            "(con agenzie", "a cura della redazione", "aggiornata", "aggiornato", "approfondimento:",
            "approfondisci", "argomenti:", "articolo in", "buongiorno e benvenuti", "clicca per",
            "clicca qui", "con agenzie", "condividi", "contatta la redazione", "contattaci",
            "contenuto riservato", "contenuto sponsorizzato", "continua a leggere", "cosa ne pensi",
            "crediti:", "credits:", "di' la tua", "entra nel", "fonte:", "fonti:", "foto:", "fotogallery",
            "già abbonato", "guarda anche", "guarda il video", "guarda:", "hai informazioni",
            "hai trovato un errore", "il browser", "il tuo browser", "immagine:", "inviaci", "iscrivendoti",
            "iscriviti", "iscriviti alla newsletter", "la nostra newsletter", "lascia un",
            "le ultime notizie", "leggete anche", "leggi anche", "leggi di più", "leggi l'articolo",
            "leggi tutto", "leggi:", "non perdere", "non perderti", "notizia in", "per approfondire",
            "per continuare", "per leggere", "per maggiori", "per ulteriori", "podcast:",
            "potrebbe interessarti", "pubblicata", "pubblicato", "questo articolo ha più",
            "questo articolo è stato", "questo contenuto", "registrati", "resta aggiornato", "ricevi gratis",
            "ricevi la newsletter", "ricevi le", "rimani aggiornato", "scarica gratis", "scarica l'app",
            "scarica la nostra", "scrivi alla redazione", "scrivici", "segnala errore", "segnala un",
            "segnala un errore", "segui gli", "segui i", "segui il", "segui la", "segui le", "segui su",
            "segui tutti", "seguici", "sei abbonato", "sei già abbonato", "sostieni il", "tag:", "temi:",
            "tempo di lettura", "ti potrebbe interessare", "tutte le notizie", "ultima modifica",
            "ultimo aggiornamento", "unisciti", "vedi anche", "video:", "vuoi leggere", "vuoi ricevere",
            "ascolta questo", "ascolta l'articolo",
            "l'articolo continua", "continua dopo", "continua la lettura", "prosegui la lettura",
            "prosegue dopo", "iscrivetevi", "seguiteci", "ricevi", "abbonati", "hai una segnalazione",
            "segnalaci", "la newsletter", "le notizie della settimana", "per ricevere", "per restare",
            "vai a tutte", "articolo riservato", "questo articolo è",
            "il resto dell'articolo", "commenta per primo", "le altre notizie", "altre notizie su",
            "aggiungi come fonte", "scegli come fonte", "leggi i commenti",
            "la pubblicità è",
        ],
        notes: &[
            "correzione:", "errata corrige", "in una prima versione", "in una versione precedente",
            "l'articolo è stato", "le opinioni espresse", "n.d.r", "ndr", "noi e i nostri partner",
            "nota del direttore", "nota della redazione", "nota redazionale", "precisazione:",
            "questo articolo è apparso", "questo articolo è stato", "questo articolo è uscito",
            "questo sito usa", "questo sito utilizza cookie", "questo sito utilizza i cookie",
            "questo testo è", "rettifica:", "riproduzione riservata", "se stai vivendo", "se tu o qualcuno",
            "una versione precedente", "usiamo i cookie", "utilizziamo i cookie", "è vietata la riproduzione",
        ],
        phrases: &[
            "canale telegram", "canale whatsapp", "canale youtube", "clicca qui", "ha collaborato",
            "hanno collaborato", "informativa sulla privacy", "leggi anche", "min di lettura",
            "minuti di lettura", "nella tua casella", "nostra app", "nostra newsletter", "nostre newsletter",
            "nostro canale", "riproduzione riservata", "riservato agli abbonati", "seguici", "seguici su",
            "solo per gli abbonati", "su google news", "tempo di lettura", "tutti i diritti riservati",
            "versione precedente di", "è stata aggiornata", "è stato aggiornato",
            "la nostra newsletter", "nella tua mail", "per restare aggiornato", "come fonte preferita",
        ],
        rights: &[
            "diritti riservati", "riproduzione riservata", "riproduzione vietata",
            "tutti i diritti riservati", "vietata la riproduzione",
        ],
        share_words: &[
            "commenta", "commenti", "condividi", "condivisioni", "copia", "invia", "link", "regala", "salva",
            "segui", "stampa", "twitta",
        ],
        share_connectors: &[
            "a", "amico", "articolo", "con", "e", "il", "l'articolo", "la", "per", "più", "questo", "su",
            "tardi", "tramite", "un", "via",
        ],
        clock_words: &[
            "aggiornamento", "aggiornata", "aggiornato", "alle", "anni", "anno", "circa", "dalle", "data",
            "del", "fa", "giorni", "giorno", "h", "ieri", "il", "lettura", "mese", "mesi", "min", "minuti",
            "minuto", "modifica", "modificato", "oggi", "ora", "ore", "pubblicata", "pubblicato", "settimana",
            "settimane", "ultima", "ultimo",
            "modificata", "di",
        ],
        follow_words: &[
            "contatta", "contattaci", "iscriviti", "scrivi", "scrivici", "segui", "seguici", "unisciti",
        ],
        summary_headings: &[
            "in breve", "i punti chiave", "punti chiave", "in sintesi",
        ],
        ..FurnitureWords::NONE
    },
    datelines: DatelineWords {
        cities: &[
            "Atene", "Bari", "Bergamo", "Berlino", "Bologna", "Brescia", "Bruxelles", "Cagliari", "Catania",
            "Città del Vaticano", "Firenze", "Genova", "Gerusalemme", "Ginevra", "Lisbona", "Londra",
            "Messina", "Milano", "Mosca", "Napoli", "New York", "Padova", "Palermo", "Parigi", "Parma",
            "Pechino", "Perugia", "Pisa", "Reggio Calabria", "Roma", "Taranto", "Torino", "Trento",
            "Trieste", "Udine", "Varsavia", "Venezia", "Verona", "Vienna",
        ],
        months: &[
            "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
            "ottobre", "novembre", "dicembre", "gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago",
            "set", "ott", "nov", "dic",
        ],
        weekdays: &["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"],
        date_connectors: &["del"],
        place_connectors: &["di", "da", "la"],
        story_labels: &["ESCLUSIVA", "ANALISI", "URGENTE"],
        agencies: &[
            "ansa", "askanews", "adnkronos", "agi", "lapresse", "radiocor", "italpress", "9colonne",
        ],
        paper_words: &["Agenzia", "Corriere", "Radio"],
        ..DatelineWords::NONE
    },
};
