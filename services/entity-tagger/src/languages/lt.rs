//! Lithuanian.

use super::dates::DateWords;
use super::profile::Profile;
use super::words::Words;

pub(super) const PROFILE: Profile =
    Profile { tag: "lt", home_countries: &["LT"], words: WORDS, dates: Some(&DATES), ..Profile::BASE };

const WORDS: Words = Words {
    titles: "meras merė prezidentas prezidentė premjeras premjerė ministras ministrė",
    ..Words::NONE
};

const DATES: DateWords = DateWords {
    days: &[("šiandien", 0), ("vakar", -1), ("užvakar", -2), ("rytoj", 1), ("poryt", 2)],
    weekdays: [
        "pirmadien*",
        "antradien*",
        "trečiadien*",
        "ketvirtadien*",
        "penktadien*",
        "šeštadien*",
        "sekmadien*",
    ],
    months: [
        "sausį sausio",
        "vasarį vasario",
        "kovą kovo",
        "balandį balandžio",
        "gegužę gegužės",
        "birželį birželio",
        "liepą liepos",
        "rugpjūtį rugpjūčio",
        "rugsėjį rugsėjo",
        "spalį spalio",
        "lapkritį lapkričio",
        "gruodį gruodžio",
    ],
    next: "kitą kitais kitas",
    last: "praėjusį praėjusiais praėjusią pernai",
    this: "šį šią šiais",
    scales: &[("tūkst tūkstan* tūkstanč*", 1e3), ("mln milijon*", 1e6), ("mlrd milijard*", 1e9)],
    currencies: &[
        ("euras eurai eurų eurus eurais euro", "EUR"),
        ("doleri*", "USD"),
        ("svarų svarai svarus", "GBP"),
        ("jenų jenos jenas", "JPY"),
        ("rublių rubliai rublius", "RUB"),
        ("kronų kronos frankų frankai centų centai", ""),
    ],
    measures: &[
        ("laipsni* laipsnių", "°"),
        ("kilometr*", "km"),
        ("metrų metrai metrus", "m"),
        ("tonų tonos tonas", "t"),
        ("hektar*", "ha"),
        ("kilogram*", "kg"),
        ("barel*", "bbl"),
    ],
    percent: "proc procent*",
    year_word: "m",
    minus: "minus",
    before_date: "metais metų nuo iki",
    numbers: &[
        ("du dvi", 2.0),
        ("trys tris", 3.0),
        ("keturi keturios keturis keturias", 4.0),
        ("penki penkios penkis penkias", 5.0),
        ("šeši šešios šešis šešias", 6.0),
        ("septyni septynios septynis septynias", 7.0),
        ("aštuoni aštuonios aštuonis aštuonias", 8.0),
        ("devyni devynios devynis devynias", 9.0),
        ("dešimt", 10.0),
    ],
    year_month_day: true,
    ..DateWords::NONE
};
