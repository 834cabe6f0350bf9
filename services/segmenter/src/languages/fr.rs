//! French.

use super::abbreviations::AbbreviationLists;
use super::furniture_words::FurnitureWords;
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
        final_units: &[
            "h", "km", "kg",
        ],
        figure_labels: &["Figure", "Photo", "Tableau"],
        ..SharedWords::NONE
    },
    cues: Cues {
        byline_openings: &[
            "propos recueillis par", "rédigé par", "écrit par", "publié par", "article de",
            "un article de", "texte de", "analyse de", "une analyse de", "chronique de",
            "reportage de", "entretien réalisé par", "récit de",
        ],
        roles: &[
            "envoyé", "envoyée", "envoyés", "correspondant", "correspondante", "journaliste",
            "journalistes", "rédacteur", "rédactrice", "reporter", "chroniqueur", "chroniqueuse",
            "éditorialiste", "rédaction", "chef", "cheffe",
        ],
        newsrooms: &[
            "la rédaction", "par la rédaction", "la rédaction avec afp", "rédaction avec afp",
            "de notre correspondant", "de notre envoyé spécial", "de notre envoyée spéciale",
            "notre correspondant", "avec agences", "rédaction",
            "écrit par", "rédigé par", "publié par",
            "rédaction web", "la rédaction web", "rédaction numérique",
        ],
        author_phrases: &[
            "est journaliste", "est correspondant", "est correspondante", "est chroniqueur",
            "est chroniqueuse", "est professeur", "est l'auteur", "est l'autrice",
        ],
        byline_words: &[
            "par",
        ],
        byline_labels: &[
            "auteur", "texte", "auteure", "auteurs", "par", "journaliste",
            "correspondant local", "correspondante locale", "textes", "propos recueillis par",
        ],
        name_connectors: &[
            "et", "à", "pour", "en", "de", "la", "le", "du", "des",
            "avec",
        ],
        credit_openings: &[
            "édité par", "reportage de", "avec la contribution", "rédigé par", "version française",
            "avec afp", "avec l'afp", "avec reuters", "avec agences", "propos recueillis par", "traduit par",
            "enquête de", "texte :", "reportage :",
        ],
        notice_openings: &[
            "lire aussi", "à lire aussi", "tous droits réservés", "source :", "sources :", "crédit photo",
            "l'auteur est", "l'autrice est", "à propos de l'auteur", "abonnez-vous", "erratum", "ndlr",
            "note de la rédaction", "contact :", "contact presse", "tél.", "renseignements",
            "plus d'informations",
            "suivez toute", "cet article vous a", "cet article est paru", "cet article a été",
            "signaler une erreur", "propos recueillis par", "avec agences", "(avec ", "avec afp", "avec l'afp",
            "mise à jour :", "correction :", "nous contacter",
            "les commentaires sont",
        ],
        caption_openings: &[
            "photo :", "légende", "crédit photo", "image :", "crédits photo", "crédit :", "crédits :",
            "photo d'illustration", "image d'illustration", "photo d'archives", "photographie :",
            "illustration :", "sur cette photo", "sur la photo", "photo credit",
            "© photo",
            "de gauche à droite", "de g. à d.", "photo archives",
        ],
        caption_credits: &[
            "photo :", "crédit", "photo d'archives", "photo d'illustration",
            "photo archives",
        ],
        picture_labels: &[
            "photo", "photos", "photographie", "crédit", "crédits", "image", "images", "illustration",
            "infographie",
        ],
        source_labels: &[
            "source :", "source:",
        ],
        telling_verbs: &[
            "dit", "disait", "dit-il", "dit-elle", "plaisante", "plaisantait", "répète", "répétait",
            "explique", "expliquait", "raconte", "sourit", "lance", "lançait", "écrit", "lit-on", "affirme",
            "assure", "a dit", "a expliqué", "a lancé", "se souvient", "peut-on lire",
        ],
        caption_endings: &[
            "photo d'illustration", "photo d’illustration", "photo d'archives", "photo d’archives",
            "image d'illustration", "image d’illustration",
            "photo archives", "Photo archives", "Photo d'archives", "Photo DR",
        ],
        caption_positions: &[
            "à gauche", "à droite", "au centre", "de g. à d", "de gauche à droite", "à g", "à d",
        ],
        ..Cues::NONE
    },
    furniture: FurnitureWords {
        lines: &[
            "# commentaire", "# commentaires", "# min", "# min de lecture", "# minutes de lecture",
            "abonnez-vous", "abonnés", "accepter", "accueil", "afficher plus", "afp", "agences", "agrandir",
            "agrandir l'image", "ajouter aux favoris", "aller au contenu", "aller au contenu principal",
            "annonce", "article en cours de rédaction", "article réservé aux abonnés", "avec agences",
            "commentaires", "commenter", "commenter cet article", "connexion", "contact", "contactez-nous",
            "contenu de marque", "contenu partenaire", "contenu sponsorisé", "continuer sans accepter",
            "copier le lien", "diaporama", "déjà abonné", "développement à suivre", "en direct",
            "en savoir plus", "enregistrer", "envoyer", "envoyer par mail", "favoris", "galerie",
            "gérer les cookies", "haut de page", "illustration", "image d'illustration", "imprimer",
            "infolettre", "information en cours de mise à jour", "inscription", "je m'abonne",
            "je me connecte", "la rédaction", "la suite après cette publicité", "la suite après la publicité",
            "la suite sous cette publicité", "lecture # min", "lecture # minutes", "lien copié",
            "lire la suite", "lire les commentaires", "lire plus", "mentions légales", "menu", "mots-clés",
            "newsletter", "newsletters", "paramétrer", "partager", "partager cet article",
            "partager l'article", "partagez cet article", "photo d'illustration",
            "plus d'informations à suivre", "plus d'informations à venir", "politique de confidentialité",
            "précédent", "pub", "publicité", "recherche", "rechercher", "refuser", "regarder la vidéo",
            "retour en haut", "réagir", "réagissez", "réservé aux abonnés", "s'abonner", "s'inscrire",
            "sauvegarder", "se connecter", "signaler", "signaler une erreur", "sponsorisé", "suite",
            "suivant", "suivez-nous", "suivre", "tags", "temps de lecture # min",
            "temps de lecture # minutes", "thèmes", "tout accepter", "tout refuser", "vidéo", "voir aussi",
            "voir la vidéo", "voir les commentaires", "voir plus", "à l'instant", "à propos de l'auteur",
            "écouter", "écouter cet article", "écouter l'article",
            "passer la publicité", "j'en profite", "je découvre", "offrir cet article",
            "ajouter à mes favoris", "ajouter à vos favoris", "lire dans l'app",
            "je m'inscris", "je m'inscris à la newsletter", "lire plus tard", "réagir à cet article",
            "toute l'actu",
            "# vues",
            "mon actu", "suivre ce média",
        ],
        link_headings: &[
            "actualités", "aller plus loin", "articles connexes", "articles les plus lus", "articles liés",
            "articles recommandés", "articles similaires", "autres articles", "ceci peut vous intéresser",
            "cela pourrait vous intéresser", "contenus recommandés", "dans la même rubrique",
            "derniers articles", "dernières actualités", "dernières infos", "dernières nouvelles", "dossiers",
            "en ce moment", "les plus commentés", "les plus lus", "les plus partagés", "les plus populaires",
            "les tops", "lire aussi", "ne manquez pas", "nos articles", "nos dernières vidéos",
            "nos recommandations", "plus d'actualités", "plus d'articles", "populaires",
            "pour aller plus loin", "recommandé pour vous", "recommandés pour vous", "sur le même sujet",
            "sur le même thème", "tendances", "vous aimerez aussi", "vous pourriez aussi aimer",
            "à découvrir", "à la une", "à lire aussi", "à ne pas manquer", "à voir aussi",
            "à lire également", "nos lecteurs ont lu ensuite", "contenus sponsorisés", "dans l'actualité",
            "voir plus", "la rédaction vous conseille", "le choix de la rédaction", "thématiques associées",
            "sujets associés",
            "vidéos les plus vues", "à lire ensuite",
        ],
        openings: &[
            "(avec afp", "abonnez-vous", "avec afp", "avec agences", "avec l'afp", "avec les agences",
            "avec reuters", "bonjour et bienvenue", "ceci est une information",
            "cet article a plus de", "cet article a été publié", "cet article date", "cet article est paru",
            "cet article est réservé", "cet article sera", "cet article vous est offert", "cette vidéo n'est",
            "chaque matin, recevez", "cliquez ici", "cliquez pour", "commentez", "contacter la rédaction",
            "contactez la rédaction", "contactez-nous", "contenu sponsorisé", "crédit photo", "crédits photo",
            "dernière mise à jour", "dernière modification", "diaporama", "donnez votre avis", "déjà abonné",
            "en cliquant", "en savoir plus", "en vidéo", "en vous inscrivant",
            "essayez gratuitement", "faites un don", "image :", "image d'illustration",
            "inscrivez-vous", "la suite après", "lire aussi", "lire la suite", "lire plus", "lire également",
            "lisez aussi", "lisez également", "mis à jour", "mise à jour", "modifié le", "mots clés",
            "mots-clés", "ne manquez rien", "ne ratez", "offre spéciale", "par la rédaction",
            "par la rédaction de", "partager cet", "partager l'article", "partager sur", "partagez",
            "photo :", "photo d'illustration", "plus d'informations", "plus d'informations à", "plus d'infos",
            "podcast :", "posté le", "pour afficher", "pour continuer", "pour lire cet",
            "pour lire la suite", "publication :", "publié il y a", "publié le", "publié à", "publiée le",
            "qu'en pensez-vous", "recevez", "recevoir la newsletter", "recevoir nos", "recevoir notre",
            "rejoignez notre", "rejoignez-nous", "restez connecté", "restez informé", "retrouvez l'ensemble",
            "retrouvez tous", "retrouvez toute", "retrouvez-nous", "réagissez", "s'abonner", "s'inscrire",
            "sans engagement", "signaler une", "source :", "sources :", "soutenez", "suivez l'actualité",
            "suivez toute", "suivez-nous", "suivre l'actualité", "sujets :", "tags :", "temps de lecture",
            "testez gratuitement", "thèmes :", "téléchargez", "vidéo :", "vidéo.", "voir aussi",
            "votre navigateur", "vous avez repéré", "vous avez une information",
            "vous pouvez vous désabonner", "vous êtes abonné", "à lire :", "à lire aussi", "à lire également",
            "à voir aussi", "à écouter", "écouter cet article", "écouter l'article", "écrivez-nous",
            "écoutez cet", "écoutez l'article", "publié aujourd'hui", "publié hier",
            "la suite de cet article", "la suite de l'article", "l'article continue", "votre article continue",
            "cet article vous a", "cet article est", "vous avez aimé", "suivez toute l'actualité",
            "retrouvez nos", "pour ne rien manquer", "pour aller plus loin", "ne ratez rien", "rejoignez",
            "vous souhaitez réagir", "l'offre du jour", "réservé aux abonnés", "article réservé",
            "la rédaction vous conseille", "la rédaction vous recommande", "à écouter aussi",
            "toute l'actualité", "toute l'info", "passer la publicité",
            "toute l'actu", "réagir à", "l'essentiel de l'actualité", "chaque matin",
            "lire le journal",
            "vidéos :", "personnalisez votre actualité",
        ],
        notes: &[
            "avec votre accord", "ce site utilise des cookies", "ce texte a été", "ce texte est paru",
            "cet article a été corrigé", "cet article a été initialement", "cet article a été mis à jour",
            "cet article a été modifié", "cet article a été publié", "cet article est issu",
            "cet article est paru", "cet article est republié", "cette version corrige",
            "contrairement à ce que nous", "correctif", "correction :", "correction:",
            "dans une version antérieure", "dans une version précédente",
            "erratum", "les opinions exprimées", "mise à jour :", "ndlr", "ndrl", "note de l'éditeur",
            "note de la rédaction", "notre site utilise des cookies", "nous et nos partenaires",
            "nous utilisons des cookies", "précision :", "précision du", "rectificatif",
            "reproduction interdite", "si vous avez des pensées suicidaires", "traduit de l'anglais",
            "une version antérieure", "une version précédente",

        ],
        phrases: &[
            "a contribué à cet article", "a été mis à jour", "chaîne telegram",
            "chaîne whatsapp", "chaîne youtube", "cliquez ici", "dans votre boîte",
            "lire la suite", "mentions légales", "min de lecture", "minutes de lecture", "mis à jour le",
            "nos newsletters", "notre application", "notre chaîne whatsapp", "notre infolettre",
            "notre newsletter", "ont contribué à cet article", "politique de confidentialité",
            "réservé aux abonnés", "réservée aux abonnés", "sur google actualités",
            "sur les réseaux sociaux de", "temps de lecture", "tous droits réservés", "version précédente de",
            "sur notre application", "cet article vous a plu",
        ],
        rights: &[
            "droits de reproduction", "droits réservés", "reproduction et diffusion",
            "reproduction interdite", "tous droits réservés", "toute reproduction",
        ],
        share_words: &[
            "commentaires", "commenter", "copier", "enregistrer", "envoyer", "favoris", "imprimer", "lien",
            "offrir", "partager", "partages", "partagez", "réagir", "sauvegarder", "suivre", "tweeter",
            "épingler",
        ],
        share_connectors: &[
            "ami", "article", "aux", "avec", "ce", "cet", "cette", "de", "l'article", "la", "le", "mes",
            "par", "plus", "pour", "sur", "tard", "un", "une", "via", "à",
        ],
        clock_words: &[
            "a", "an", "ans", "aujourd'hui", "date", "de", "depuis", "dernière", "du", "environ", "h",
            "heure", "heures", "hier", "il", "jour", "jours", "le", "lecture", "min", "minute", "minutes",
            "mis", "mise", "modification", "modifié", "mois", "posté", "publié", "publiée", "semaine",
            "semaines", "temps", "y", "à",
            "et",
        ],
        follow_words: &[
            "abonnez-vous", "contacter", "contactez", "rejoignez", "retrouvez", "suivez", "suivez-nous",
            "suivre", "écrivez",
        ],
        summary_headings: &[
            "en bref", "l'essentiel", "à retenir", "les points clés", "ce qu'il faut retenir",
        ],
        ..FurnitureWords::NONE
    },
    datelines: DatelineWords {
        cities: &[
            "Abidjan", "Alger", "Athènes", "Bamako", "Beyrouth", "Bordeaux", "Bruxelles", "Genève",
            "Kinshasa", "Lille", "Lisbonne", "Londres", "Lyon", "Marseille", "Montréal", "Moscou", "Niamey",
            "Ouagadougou", "Pékin", "Québec", "Rabat", "Strasbourg", "Toulouse", "Tunis", "Téhéran",
            "Varsovie", "Vienne", "Yaoundé",
        ],
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
        agencies: &[
            "afp", "ats", "belga", "aps", "apanews", "keystone-ats", "anp", "kna", "panapress",
            "la presse canadienne",
        ],
        paper_words: &["Agence", "Radio"],
        ..DatelineWords::NONE
    },
};
