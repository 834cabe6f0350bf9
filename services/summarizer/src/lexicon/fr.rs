//! French. Function words, reporting verbs and phrases of web pages, chosen by hand.

use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile {
    stop_words: "\
        à afin ainsi alors an ans année années après au aucun aucune aujourd hui auprès aussi autre \
        autres aux avaient avait avant avec avoir beaucoup bien c car ce ceci cela celle celles celui \
        ces cet cette ceux chaque chez ci comme comment contre d dans de déclaré déjà depuis derrière \
        des deux devait devant doit donc dont du durant elle elles en encore enfin entre environ est et \
        étaient était été être eu eux fait faire faut fois font grâce hier hors ici il ils indiqué j \
        jamais jeudi jour jours jusqu jusque l la là laquelle le lequel les lesquels leur leurs lors \
        lorsque lui lundi m ma mais malgré mardi me même mêmes mercredi mes moi moins mois mon n ne ni \
        non nos notamment notre nous on ont ou où par parce parmi pas pendant peu peut peuvent plus \
        plusieurs point pour pourquoi pourrait près presque puis qu quand que quel quelle quelles \
        quelque quelques quels qui quoi s sa samedi dimanche vendredi sans se selon semaine sera seront \
        ses si soit son sont sous souvent sur t ta tandis tant te tel telle tes toi ton toujours tous \
        tout toute toutes très trois trop tu un une va vers voici voilà vos votre vous vu y affirmé \
        ajouté expliqué lorsqu puisqu quoiqu",
    orphan_openings: &[
        "il",
        "elle",
        "ils",
        "elles",
        "son",
        "sa",
        "ses",
        "leur",
        "leurs",
        "ce",
        "cet",
        "cette",
        "ces",
        "celui-ci",
        "celle-ci",
        "ceux-ci",
        "cela",
        "c'est",
        "c’est",
        "ceci",
        "mais",
        "et",
        "or",
        "donc",
        "car",
        "ainsi",
        "aussi",
        "cependant",
        "toutefois",
        "pourtant",
        "néanmoins",
        "en outre",
        "par ailleurs",
        "de plus",
        "en revanche",
        "enfin",
        "puis",
        "ensuite",
        "alors",
        "l'entreprise",
        "l’entreprise",
        "le groupe",
        "les deux",
    ],
    boilerplate: &[
        "lire aussi",
        "à lire aussi",
        "cliquez ici",
        "tous droits réservés",
        "abonnez-vous",
        "inscrivez-vous à",
        "suivez-nous",
        "crédit photo",
        "photo :",
        "publicité",
    ],
    cues: &[
        "a confirmé",
        "a décidé",
        "a remporté",
        "accord",
        "accusé",
        "annonce",
        "annoncé",
        "approuvé",
        "arrêté",
        "au total",
        "averti",
        "blessé",
        "condamné",
        "devraient",
        "devrait",
        "enquête",
        "est mort",
        "interdit",
        "mis en examen",
        "police",
        "pour la première fois",
        "prévoit",
        "rapport",
        "selon ",
        "tué",
        "étude",
    ],
    opens_speech_with_dash: true,
    inflects_names: false,
    ..Profile::NONE
};
