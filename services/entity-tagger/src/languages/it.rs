//! Italian.

use super::dates::{DateWords, NIGHT};
use super::profile::{Profile, RuleSupport};
use super::words::Words;

pub(super) const PROFILE: Profile = Profile {
    tag: "it",
    home_countries: &["IT", "CH"],
    region_words: &["in", "nello", "stato", "del", "nel", "della", "provincia", "di"],
    office_joints: &["di"],
    rules: RuleSupport::Words,
    words: WORDS,
    elides_articles: true,
    region_joints: &["in"],
    locatives: &["a", "in", "ad"],
    dates: Some(&DATES),
    ..Profile::BASE
};

const WORDS: Words = Words {
    titles: "
        signor signora onorevole premier commissario sindaco cavaliere professore dottor dottoressa
    ",
    saying: "disse afferma dichiarato spiegato",
    place_prepositions: "presso",
    organisation_heads: "
        università ministero consiglio commissione partito sindacato federazione banca istituto comune
        camera spa srl guardia agenzia ateneo
    ",
    organisation_first: "università ministero banca gruppo guardia agenzia",
    place_first: "monte lago via piazza",
    particles: "delle",
    function: "
        il lo la i gli le un uno una e o ma perché in nel nella nei nelle di del della dei delle a al alla
        ai alle da dal dalla dai con su sul sulla per tra fra come se quando dove che chi suo sua loro
        questo questa quello non anche già ancora oggi ieri domani è sono era ha hanno secondo dopo
    ",
    determiners: "dell' all' nell' dall' sull' il lo gli",
    ..Words::NONE
};

const DATES: DateWords = DateWords {
    days: &[
        ("oggi stamattina stasera stanotte", 0),
        ("ieri", -1),
        ("domani", 1),
        ("dopodomani", 2),
        ("l'altro_ieri", -2),
    ],
    next: "prossimo prossima prossimi prossime",
    last: "scorso scorsa scorsi scorse ultimo ultima passato passata",
    this: "questo questa quest'",
    units: ["giorno giorni", "settimana settimane", "mese mesi", "anno anni"],
    numbers: &[
        ("un uno una", 1.0),
        ("due", 2.0),
        ("tre", 3.0),
        ("quattro", 4.0),
        ("cinque", 5.0),
        ("sei", 6.0),
        ("sette", 7.0),
        ("otto", 8.0),
        ("nove", 9.0),
        ("dieci", 10.0),
        ("venti", 20.0),
        ("trenta", 30.0),
        ("cento", 100.0),
        ("mezzo", 0.5),
    ],
    scales: &[("mila", 1e3), ("mln", 1e6), ("mld", 1e9)],
    currencies: &[
        ("dollaro dollari", "USD"),
        ("sterlina sterline", "GBP"),
        ("yen", "JPY"),
        ("yuan", "CNY"),
        ("rubli rublo", "RUB"),
        ("lire", "ITL"),
        ("franchi corone pesos centesimi", ""),
    ],
    minor_units: &[("centesimi_di_euro", "EUR")],
    measures: &[("gradi", "°"), ("barili", "bbl"), ("ettari", "ha")],
    per: "per",
    and_half: "e_mezzo e_mezza",
    minus: "meno",
    of: "di d'",
    before_date: "nel nell' dal del fino entro in a dall' dell'",
    ago: "fa",
    in_before: "tra fra",
    edges: "fine inizio metà",
    future: "sarà saranno dovrà dovranno entro",
    past: "ha hanno era erano è_stato",
    future_endings: "rà ranno",
    this_before_day: true,
    range_joints: "a",
    national_currencies: &[
        ("svizzeri", "franc", "CHF"),
        ("svedesi", "coron", "SEK"),
        ("norvegesi", "coron", "NOK"),
        ("danesi", "coron", "DKK"),
    ],
    between: ("tra", "e"),
    other_days: "giorno_dopo giorno_seguente giorno_successivo indomani giorno_prima stesso_giorno",
    day_parts: &[("del_mattino di_mattina", 0), ("del_pomeriggio di_sera", 12), ("di_notte", NIGHT)],
    clock_before: "alle_ore dalle_ore",
    ..DateWords::NONE
};
