//! Dutch.

use super::dates::DateWords;
use super::profile::{Profile, RuleSupport};
use super::words::Words;

pub(super) const PROFILE: Profile = Profile {
    tag: "nl",
    home_countries: &["NL", "BE"],
    region_words: &["in", "de", "het", "staat", "Amerikaanse", "Canadese", "provincie"],
    office_joints: &["van"],
    rules: RuleSupport::Words,
    words: WORDS,
    region_joints: &["in"],
    locatives: &["in", "te", "bij", "uit", "naar"],
    dates: Some(&DATES),
    ..Profile::BASE
};

const WORDS: Words = Words {
    titles: "
        minister-president koning koningin burgemeester meneer mevrouw minister
    ",
    saying: "zei zegt",
    organisation_heads: "politie gemeente provincie vakbond raad",
    function: "
        de het een en of maar want in op aan bij met naar van voor door over onder uit tot als wanneer omdat
        dat die dit deze hij zij ze wij we ik je niet ook nog al is zijn was waren heeft hebben had volgens
        na
    ",
    ..Words::NONE
};

const DATES: DateWords = DateWords {
    days: &[
        ("vandaag vanavond vanochtend vanmiddag vannacht", 0),
        ("gisteren gisteravond", -1),
        ("eergisteren", -2),
        ("morgen", 1),
        ("overmorgen", 2),
    ],
    next: "volgend volgende komende aanstaande",
    last: "vorig vorige afgelopen voorbije",
    this: "deze dit",
    units: ["dag dagen", "week weken", "maand maanden", "jaar jaren"],
    numbers: &[
        ("een één", 1.0),
        ("twee", 2.0),
        ("drie", 3.0),
        ("vier", 4.0),
        ("vijf", 5.0),
        ("zes", 6.0),
        ("zeven", 7.0),
        ("acht", 8.0),
        ("negen", 9.0),
        ("tien", 10.0),
        ("elf", 11.0),
        ("twaalf", 12.0),
        ("twintig", 20.0),
        ("honderd", 100.0),
        ("anderhalf anderhalve", 1.5),
        ("half halve", 0.5),
    ],
    scales: &[("mln miljoen", 1e6), ("mld mrd miljard", 1e9)],
    currencies: &[
        ("dollar dollars", "USD"),
        ("pond ponden", "GBP"),
        ("yen", "JPY"),
        ("yuan", "CNY"),
        ("roebel roebels", "RUB"),
        ("gulden", ""),
        ("frank kronen peso pesos cent", ""),
    ],
    measures: &[
        ("graden", "°"),
        ("vaten", "bbl"),
        ("ton", "t"),
        ("hectare hectaren", "ha"),
        ("kilo kilo's", "kg"),
    ],
    percent: "procent",
    minus: "min minus",
    before_date: "in sinds tot vanaf eind begin medio van voor na op",
    ago: "geleden",
    in_before: "over",
    edges: "eind begin medio",
    clock: "uur",
    future: "zal zullen wordt worden moet gaat",
    past: "was waren heeft hebben had werd werden zei",
    range_joints: "tot tot_en_met",
    national_currencies: &[
        ("zwitserse", "frank", "CHF"),
        ("zweedse", "kron", "SEK"),
        ("noorse", "kron", "NOK"),
        ("deense", "kron", "DKK"),
        ("tsjechische", "kron", "CZK"),
        ("canadese", "dollar", "CAD"),
        ("australische", "dollar", "AUD"),
    ],
    between: ("tussen", "en"),
    half_to: "half",
    day_parts: &[("'s_ochtends 's_morgens", 0), ("'s_middags 's_avonds", 12)],
    other_days: "volgende_dag dag_erna dag_ervoor",
    ..DateWords::NONE
};
