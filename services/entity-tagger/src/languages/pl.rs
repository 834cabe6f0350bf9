//! Polish.

use super::common;
use super::dates::DateWords;
use super::profile::{Declension, Profile};
use super::words::Words;

pub(super) const PROFILE: Profile = Profile {
    tag: "pl",
    home_countries: &["PL"],
    region_joints: &["w", "we"],
    region_words: &["w", "we", "stanie", "stan", "prowincji"],
    words: WORDS,
    adjective_endings: &common::SLAVIC_ADJECTIVE_ENDINGS,
    declension: Declension::Endings(&common::SLAVIC_CASE_ENDINGS),
    stem_changes: &[
        ("ni", "ń"),
        ("ci", "ć"),
        ("si", "ś"),
        ("zi", "ź"),
        ("odz", "ódź"),
        ("wi", "w"),
        ("bi", "b"),
        ("pi", "p"),
        ("mi", "m"),
        ("dni", "deń"),
        ("ow", "ów"),
        ("dz", "ga"),
        ("c", "ka"),
        ("rz", "r"),
    ],
    locatives: &["w", "we", "z", "ze", "do"],
    dates: Some(&DATES),
    ..Profile::POOLED
};

const WORDS: Words = Words {
    titles: "prezydent premier burmistrz wojewoda król president-in prezes minister inżynier inż",
    saying: "powiedział powiedziała",
    place_prepositions: "w z do",
    place_nouns: "gmina powiat miasto",
    organisation_heads: "
        uniwersytet ministerstwo politechnika stocznia fundacja stowarzyszenie
    ",
    function: "
        w z na do od i a ale że się nie jest są był była było przez po za dla jak gdy oraz o to ten ta te
    ",
    ..Words::NONE
};

const DATES: DateWords = DateWords {
    days: &[("dziś dzisiaj", 0), ("wczoraj", -1), ("przedwczoraj", -2), ("jutro", 1), ("pojutrze", 2)],
    weekdays: [
        "poniedział*",
        "wtorek wtorku wtorkiem",
        "środa środę środy środą",
        "czwartek czwartku",
        "piątek piątku",
        "sobota sobotę soboty sobotą",
        "niedziela niedzielę niedzieli niedzielą",
    ],
    months: [
        "styczniu",
        "lutym",
        "marcu",
        "kwietniu",
        "maju",
        "czerwcu",
        "lipcu",
        "sierpniu",
        "wrześniu",
        "październiku",
        "listopadzie",
        "grudniu",
    ],
    next: "przyszły przyszłym przyszłą przyszłego przyszłej następny następnym",
    last: "zeszły zeszłym zeszłą zeszłego zeszłej ubiegły ubiegłym ubiegłego ubiegłą ubiegłej ostatni ostatnim minionym miniony",
    this: "ten tym tę tego tej",
    units: [
        "dzień dni dnia",
        "tydzień tygodnie tygodni tygodniu tygodnia",
        "miesiąc miesiące miesięcy miesiącu miesiąca",
        "rok roku lata lat",
    ],
    numbers: &[
        ("jeden jedną jedna", 1.0),
        ("dwa dwie dwóch", 2.0),
        ("trzy trzech", 3.0),
        ("cztery czterech", 4.0),
        ("pięć pięciu", 5.0),
        ("sześć sześciu", 6.0),
        ("siedem", 7.0),
        ("osiem", 8.0),
        ("dziewięć", 9.0),
        ("dziesięć", 10.0),
        ("półtora półtorej", 1.5),
        ("pół", 0.5),
    ],
    scales: &[("tys tysi*", 1e3), ("mln milion*", 1e6), ("mld miliard*", 1e9)],
    currencies: &[
        ("złoty złote złotych złotego złotym zł pln", "PLN"),
        ("dolar*", "USD"),
        ("euro", "EUR"),
        ("funtów funty funta", "GBP"),
        ("jen jeny jenów", "JPY"),
        ("rubli ruble rubla", "RUB"),
        ("hrywien hrywny hrywnach", "UAH"),
        ("frank franki franków koron korony korona peso centów", ""),
    ],
    minor_units: &[("grosz grosze groszy gr", "PLN")],
    measures: &[
        ("stopni stopnie stopień stopnia", "°"),
        ("tona tony ton tonę", "t"),
        ("baryłek baryłki", "bbl"),
        ("hektar*", "ha"),
        ("kilometr*", "km"),
        ("metr metry metrów metra", "m"),
        ("kilo kilogram*", "kg"),
        ("megawat*", "MW"),
        ("gigawat*", "GW"),
    ],
    percent: "proc procent*",
    minus: "minus",
    before_date: "w od do roku po przed rok",
    ago: "temu",
    in_before: "za",
    edges: "końcu koniec początku początek połowie",
    future: "będzie będą ma mają zostanie zostaną",
    past: "był była było były",
    range_joints: "do",
    national_currencies: &[
        ("szwajcarskich", "frank", "CHF"),
        ("czeskich", "koron", "CZK"),
        ("szwedzkich", "koron", "SEK"),
        ("norweskich", "koron", "NOK"),
        ("duńskich", "koron", "DKK"),
    ],
    between: ("między", "a"),
    half_to: "wpół_do",
    other_days: "następnego_dnia następny_dzień poprzedniego_dnia tego_samego_dnia",
    clock_before: "godz godzinie",
    ..DateWords::NONE
};
