//! French.

use super::dates::DateWords;
use super::profile::{Profile, RuleSupport};
use super::words::{Honorific, PersonWords, Words};

pub(super) const PROFILE: Profile = Profile {
    tag: "fr",
    home_countries: &["FR", "BE", "CH", "LU"],
    region_words: &[
        "en", "dans", "au", "aux", "l", "d", "le", "état", "État", "du", "de", "province", "’", "'",
    ],
    office_joints: &["de", "d"],
    rules: RuleSupport::Words,
    words: WORDS,
    elides_articles: true,
    honorifics: &[Honorific::before_person("Mme")],
    needs_given_name: true,
    titles_stand_outside_names: true,
    person_words: Some(&PERSON_WORDS),
    dates: Some(&DATES),
    ..Profile::BASE
};

const PERSON_WORDS: PersonWords = PersonWords {
    country_given_names: &[],
    calendar_given_names: &[],
    verbs: &[],
    calendar_verbs: &[],
    roles: &[],
    verbs_with_persons: &[],
    foreign_particles: &["Le", "von", "van", "di", "della", "dos", "bin", "ben", "af", "ten", "ter"],
};

const WORDS: Words = Words {
    titles: "
        président présidente ministre monsieur madame mademoiselle m mme mlle maître professeur général roi
        reine prince princesse pape sénateur sénatrice député députée maire juge
    ",
    roles: "
        acteur actrice chanteur chanteuse écrivain auteur réalisateur porte-parole dirigeant chef directeur
        directrice avocat avocate économiste entraîneur attaquant gardien fondateur épouse fils fille frère
        sœur père mère président ministre
    ",
    saying: "
        dit déclare déclaré affirme affirmé estime explique ajoute indique assure annonce
    ",
    place_prepositions: "à en dans depuis vers près",
    place_nouns: "ville village île capitale",
    organisation_heads: "
        université ministère assemblée sénat conseil commission comité cour tribunal parti syndicat
        fédération association société banque compagnie institut école agence mairie fondation groupe sa
        sarl sas gouvernement
    ",
    organisation_first: "
        université ministère assemblée conseil banque école cour parti fédération association société groupe
    ",
    place_last: "rivière lac mer île montagne",
    place_first: "lac mont île ste avenue rue",
    misc_last: "guerre coupe prix loi traité",
    function: "
        le la les l' un une des du de d' et ou mais donc car ni or à au aux en dans sur sous par pour avec
        sans chez vers depuis pendant selon après avant entre contre malgré comme si quand lorsque que qui
        dont où il elle ils elles on nous vous je tu ce cet cette ces son sa ses leur leurs notre nos votre
        vos mon ma mes c' s' n' qu' j' ainsi alors aussi cependant pourtant puis enfin plus moins très tout
        tous toute toutes est sont était étaient a ont avait avaient sera seront hier aujourd'hui demain
        deux trois quatre
    ",
    directions: "sud est",
    determiners: "l' d' le la les",
    conjunctions: "et",
    ..Words::NONE
};

const DATES: DateWords = DateWords {
    months: [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    days: &[
        ("aujourd'hui", 0),
        ("aujourd’hui", 0),
        ("hier", -1),
        ("avant-hier", -2),
        ("demain", 1),
        ("après-demain", 2),
    ],
    next: "prochain prochaine prochains prochaines",
    last: "dernier dernière derniers dernières passé passée",
    this: "ce cette cet",
    units: ["jour jours", "semaine semaines", "mois", "an ans année années"],
    numbers: &[
        ("demi", 0.5),
        ("demi-million", 5e5),
        ("demi-milliard", 5e8),
        ("un", 1.0),
        ("une", 1.0),
        ("deux", 2.0),
        ("trois", 3.0),
        ("quatre", 4.0),
        ("cinq", 5.0),
        ("six", 6.0),
        ("sept", 7.0),
        ("huit", 8.0),
        ("neuf", 9.0),
        ("dix", 10.0),
        ("onze", 11.0),
        ("douze", 12.0),
        ("quinze", 15.0),
        ("vingt", 20.0),
        ("trente", 30.0),
        ("cent", 100.0),
        ("demi", 0.5),
    ],
    scales: &[
        ("mille", 1e3),
        ("million", 1e6),
        ("millions", 1e6),
        ("milliard mds", 1e9),
        ("milliards", 1e9),
        ("billion billions", 1e12),
    ],
    currencies: &[
        ("euro euros", "EUR"),
        ("dollar dollars", "USD"),
        ("livres", "GBP"),
        ("francs", ""),
        ("yens", "JPY"),
        ("yuans", "CNY"),
        ("roubles", "RUB"),
        ("centimes pesos couronnes dinars", ""),
    ],
    measures: &[
        ("kilomètres kilomètre km", "km"),
        ("mètres mètre", "m"),
        ("centimètres cm", "cm"),
        ("tonnes tonne", "t"),
        ("kilos kilogrammes kg", "kg"),
        ("grammes", "g"),
        ("hectares hectare", "ha"),
        ("litres", "l"),
        ("degrés", "°"),
        ("barils", "bbl"),
        ("mégawatts", "MW"),
        ("gigawatts", "GW"),
    ],
    percent: "pourcent pourcents pct",
    minus: "moins",
    and_half: "et_demi et_demie",
    range_joints: "à au",
    before_number: &[("Fr", "CHF"), ("Fr.", "CHF")],
    in_before: "dans",
    ordinals: &[("premier première", 1), ("deuxième second", 2), ("troisième", 3), ("quatrième", 4)],
    day_parts: &[("du_matin", 0), ("de_l'_après-midi de_l’_après-midi du_soir", 12)],
    per: "pour",
    of: "de d' d’ du",
    bare_months: true,
    before_date: "en depuis dès fin début mi jusqu'en avant après année de",
    ago_before: "il_y_a voilà",
    edges: "fin début",
    clock: "heures heure h",
    future: "sera seront aura auront ira iront fera feront doit doivent devrait devraient attendu attendue attendus attendues prévu prévue prévus prévues jusqu'à",
    past: "aurait auraient serait seraient a ont avait avaient été était étaient",
    future_endings: "ra ront rait raient",
    doubtful_months: &["mars", "Mars", "Mai"],
    this_before_day: true,
    national_currencies: &[
        ("suisses", "franc", "CHF"),
        ("cfa", "franc", "XOF"),
        ("canadiens", "dollar", "CAD"),
        ("australiens", "dollar", "AUD"),
        ("suédoises", "couronne", "SEK"),
        ("norvégiennes", "couronne", "NOK"),
        ("danoises", "couronne", "DKK"),
        ("tunisiens", "dinar", "TND"),
        ("algériens", "dinar", "DZD"),
        ("marocains", "dirham", "MAD"),
    ],
    between: ("entre", "et"),
    present: "
        rend rendent décide décident commence commencent débute débutent ouvre ouvrent ferme ferment vote
        votent joue jouent affronte affrontent rencontre rencontrent reçoit reçoivent accueille visite
        visitent arrive arrivent part partent prend prennent tient tiennent examine examinent débat
        débattent reprend reprennent prononce prononcent réunit réunissent rouvre démarre démarrent sort
        sortent statue tranche lance lancent entame présente présentent organise organisent
    ",
    other_days: "lendemain surlendemain veille jour_suivant",
    ..DateWords::NONE
};
