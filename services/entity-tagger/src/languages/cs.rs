//! Czech.

use super::common;
use super::dates::DateWords;
use super::profile::{Declension, Profile};
use super::words::Words;

pub(super) const PROFILE: Profile = Profile {
    tag: "cs",
    home_countries: &["CZ"],
    region_words: &["v", "ve", "státě"],
    declension: Declension::Endings(&common::SLAVIC_CASE_ENDINGS),
    stem_changes: &[("c", "ka"), ("z", "ha")],
    words: WORDS,
    dates: Some(&DATES),
    ..Profile::BASE
};

const WORDS: Words = Words {
    titles: "prezident prezidenta starosta starostka primátor primátorka premiér premiérka hejtman ministr ministryně",
    ..Words::NONE
};

const DATES: DateWords = DateWords {
    days: &[("dnes dneska", 0), ("včera", -1), ("předevčírem", -2), ("zítra", 1), ("pozítří", 2)],
    weekdays: [
        "pondělí pondělní pondělka",
        "úterý úterní",
        "středa středu středy",
        "čtvrtek čtvrtku čtvrteční",
        "pátek pátku",
        "sobota sobotu soboty",
        "neděle neděli",
    ],
    months: [
        "ledna lednu leden",
        "února únoru únor",
        "března březnu březen",
        "dubna dubnu duben",
        "května květnu květen",
        "června červnu červen",
        "července červenci červenec",
        "srpna srpnu srpen",
        "září",
        "října říjnu říjen",
        "listopadu listopad",
        "prosince prosinci prosinec",
    ],
    next: "příští příštího příštím",
    last: "minulý minulého minulém minulou loňský loňského",
    this: "tento tuto tomto letos",
    units: [
        "den dny dní dnů dnem",
        "týden týdny týdnů týdnu týdnem",
        "měsíc měsíce měsíců měsícem",
        "rok roky roku let lety rokem",
    ],
    numbers: &[
        ("jeden jedna jedno", 1.0),
        ("dva dvě dvou dvěma", 2.0),
        ("tři třemi třech", 3.0),
        ("čtyři čtyřmi čtyřech", 4.0),
        ("pět pěti", 5.0),
        ("šest šesti", 6.0),
        ("sedm sedmi", 7.0),
        ("osm osmi", 8.0),
        ("devět devíti", 9.0),
        ("deset deseti", 10.0),
        ("půl", 0.5),
    ],
    scales: &[("tis tisíc*", 1e3), ("mil milion*", 1e6), ("mld miliard*", 1e9)],
    currencies: &[
        ("koruna koruny korun korunami korunu kč czk", "CZK"),
        ("dolar*", "USD"),
        ("euro eura eur eurech", "EUR"),
        ("liber libry", "GBP"),
        ("jenů jeny", "JPY"),
        ("rublů rubly", "RUB"),
        ("zlotých", "PLN"),
        ("franků franky peso centů", ""),
    ],
    minor_units: &[("haléř haléřů", "CZK")],
    measures: &[
        ("stupňů stupně stupeň", "°"),
        ("tuna tuny tun", "t"),
        ("barelů barely", "bbl"),
        ("hektar*", "ha"),
        ("kilometr*", "km"),
        ("metr metry metrů metru", "m"),
        ("kilo kil kilogram*", "kg"),
        ("megawat*", "MW"),
        ("gigawat*", "GW"),
    ],
    percent: "procent procenta procento procentech procenty",
    minus: "minus",
    before_date: "v ve od do roku roce před po let",
    ago_before: "před",
    in_before: "za",
    edges: "konci konec začátku začátek polovině",
    clock: "hodin hodiny h",
    future: "bude budou",
    past: "byl byla bylo byly",
    range_joints: "až do",
    national_currencies: &[
        ("švédských", "korun", "SEK"),
        ("norských", "korun", "NOK"),
        ("dánských", "korun", "DKK"),
        ("švýcarských", "frank", "CHF"),
    ],
    between: ("mezi", "a"),
    half_to: "o_půl v_půl",
    other_days: "následující_den následujícího_dne předchozí_den",
    ..DateWords::NONE
};
