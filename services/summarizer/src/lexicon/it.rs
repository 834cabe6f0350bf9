//! Italian. Function words, reporting verbs and phrases of web pages, chosen by hand.

use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile {
    stop_words: "\
        a abbiamo ad ai agli al alcuni alcune all alla alle allo altra altre altri altro anche ancora \
        anni anno aveva avevano avere ben c che chi ci ciò col come con contro così cosa cui da dagli \
        dai dal dall dalla dalle dallo dato davanti de degli dei del dell della delle dello dentro deve \
        di dice dichiarato dietro dire dopo dove due durante e è ecco ed era erano essere fa fare fatto \
        fin fino fra già gli grande ha hanno ho i ieri il in infatti insieme invece io la le lei li lo \
        loro lui ma mai meno mentre mesi mi mio molti molto n ne nei nel nell nella nelle nello nemmeno \
        nessun nessuno niente noi non nostra nostro nulla o ogni oggi oltre ora ore parte per perché \
        però più poco poi possono prima primo proprio può quale quali quando quanto quasi quel quella \
        quelle quelli quello quest questa queste questi questo qui s sarà se secondo sei sempre senza si \
        sia siamo sono sopra sotto spiegato sta stata state stati stato su sua subito sue sugli sui sul \
        sulla sulle suo suoi tale tanto tra tre tu tutta tutte tutti tutto un una uno va verso vi via \
        viene voi volta lunedì martedì mercoledì giovedì venerdì sabato domenica coll d m quell sull t v",
    orphan_openings: &[
        "egli",
        "lui",
        "lei",
        "esso",
        "essa",
        "essi",
        "loro",
        "il suo",
        "la sua",
        "i suoi",
        "le sue",
        "questo",
        "questa",
        "questi",
        "queste",
        "quello",
        "quella",
        "ciò",
        "ma",
        "e",
        "però",
        "tuttavia",
        "inoltre",
        "anche",
        "infatti",
        "invece",
        "intanto",
        "nel frattempo",
        "così",
        "quindi",
        "poi",
        "infine",
        "pertanto",
        "l'azienda",
        "l’azienda",
        "entrambi",
    ],
    boilerplate: &[
        "leggi anche",
        "clicca qui",
        "tutti i diritti riservati",
        "iscriviti alla",
        "seguici su",
        "foto:",
        "riproduzione riservata",
        "pubblicità",
    ],
    cues: &[
        "accordo",
        "accusat",
        "annunciato",
        "approvato",
        "arrestat",
        "avvertito",
        "condannat",
        "confermato",
        "deciso",
        "dovrebbe",
        "ferit",
        "ha annunciato",
        "in totale",
        "indagin",
        "morti",
        "morto",
        "per la prima volta",
        "polizia",
        "prevede",
        "rapporto",
        "secondo ",
        "studio",
        "vietat",
        "vinto",
    ],
    inflects_names: false,
    ..Profile::NONE
};
