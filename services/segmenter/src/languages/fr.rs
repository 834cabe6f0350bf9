//! French.

use super::abbreviations::AbbreviationLists;
use super::profile::{Cues, DatelineWords, ExtraMark, Profile, SentenceRules, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "Cie", "Jr", "adj", "adm", "al", "apr", "art", "av", "bd", "boul", "c.-à-d", "cap", "cf",
            "chap", "col", "dir", "dr", "drs", "dép", "ed", "env", "ex", "fig", "gén", "hab", "jr",
            "lieut", "m", "me", "mgr", "min", "mlle", "mlles", "mm", "mme", "mmes", "mr", "p", "p.ex",
            "pp", "pr", "prof", "réf", "sgt", "st", "ste", "sts", "tél", "vol", "vve", "éd",
        ],
        final_before_starter: &[
            "av.j.-c", "cie", "co", "corp", "d.c", "e.u", "h.t", "inc", "j.-c", "jc", "km/h", "ltd", "n.y",
            "s.a", "s.a.r.l", "s.a.s", "sq", "suiv", "t.t.c", "u.s", "u.s.a",
        ],
        final_by_shape: &[
            "avr", "déc", "etc", "févr", "i.e", "janv", "juil", "no", "nos", "nov", "n°", "oct", "r.-v",
            "sept", "t",
        ],
        sentence_starters: &[
            "Afin", "Ainsi", "Alors", "Après", "Au", "Aucun", "Aussi", "Autant", "Avant", "Avec",
            "Beaucoup", "Bien", "Bref", "C", "C'est", "Car", "Ce", "Ceci", "Cela", "Celle", "Celui", "Ces",
            "Cet", "Cette", "Chaque", "Comme", "Comment", "D", "Dans", "De", "Depuis", "Des", "Deux",
            "Donc", "Du", "Dès", "Elle", "Elles", "En", "Enfin", "Ensuite", "Est", "Et", "Grâce", "Hier",
            "Ici", "Il", "Ils", "J", "Je", "Jusqu", "L", "La", "Le", "Les", "Leur", "Leurs", "Lors",
            "Lorsque", "Ma", "Mais", "Malgré", "Mes", "Mon", "N", "Ni", "Non", "Nos", "Notre", "Nous",
            "On", "Or", "Ou", "Où", "Par", "Parce", "Pendant", "Peu", "Plus", "Plusieurs", "Pour",
            "Pourquoi", "Pourtant", "Puis", "Qu", "Quand", "Que", "Quel", "Quelle", "Quelques", "Qui",
            "Quoi", "S", "Sa", "Sans", "Selon", "Ses", "Seul", "Si", "Son", "Sous", "Sur", "Tandis",
            "Tous", "Tout", "Toute", "Toutes", "Trois", "Très", "Tu", "Un", "Une", "Vers", "Vos", "Votre",
            "Vous", "Y", "À",
        ],
        ..AbbreviationLists::NONE
    }),
    sentences: SentenceRules {
        extra_mark: Some(ExtraMark::ClauseSemicolon),
        ..SentenceRules::NONE
    },
    words: SharedWords {
        figure_labels: &["Figure", "Photo", "Tableau"],
        ..SharedWords::NONE
    },
    cues: Cues {
        byline_words: &["par"],
        byline_labels: &["auteur", "texte"],
        name_connectors: &["et", "à", "pour", "en", "de", "la", "le", "du", "des"],
        credit_openings: &[
            "édité par", "reportage de", "avec la contribution", "rédigé par", "version française",
        ],
        notice_openings: &[
            "lire aussi", "à lire aussi", "tous droits réservés", "source :", "sources :", "crédit photo",
        ],
        caption_openings: &["photo :", "légende", "crédit photo", "image :"],
        caption_credits: &["photo :", "crédit"],
        ..Cues::NONE
    },
    datelines: DatelineWords {
        months: &[
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
            "octobre", "novembre", "décembre", "janv", "févr", "avr", "juil", "sept", "oct", "nov", "déc",
        ],
        weekdays: &["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
        date_connectors: &["le"],
        place_connectors: &["de", "la", "le", "les", "et", "sur"],
        story_labels: &[
            "URGENT", "DIRECT", "EXCLUSIF", "VIDÉO", "ENTRETIEN", "ANALYSE", "INTERVIEW",
        ],
        agencies: &["afp", "ats", "belga"],
        ..DatelineWords::NONE
    },
};
