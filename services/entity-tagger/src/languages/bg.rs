//! Bulgarian.

use super::common;
use super::dates::DateWords;
use super::profile::{Declension, Profile};
use super::words::Words;

pub(super) const PROFILE: Profile = Profile {
    tag: "bg",
    home_countries: &["BG"],
    adjective_endings: &common::SLAVIC_ADJECTIVE_ENDINGS,
    declension: Declension::Endings(&common::SLAVIC_CASE_ENDINGS),
    words: Words {
        titles: "президент президентът премиер премиерът министър министърът кмет кметът",
        ..Words::NONE
    },
    dates: Some(&DATES),
    ..Profile::BASE
};

const DATES: DateWords = DateWords {
    days: &[("днес", 0), ("вчера", -1), ("онзи_ден", -2), ("утре", 1), ("вдругиден", 2)],
    next: "следващата следващия следващият идната идния другата другия",
    last: "миналата миналия миналият изминалата изминалия",
    this: "тази този",
    units: ["ден дни деня", "седмица седмици", "месец месеца месеци", "година години"],
    scales: &[("хил хиляд*", 1e3), ("млн милион*", 1e6), ("млрд милиард*", 1e9)],
    currencies: &[
        ("лев лева левове лв", "BGN"),
        ("евро", "EUR"),
        ("долар*", "USD"),
        ("паунда паунд лири лира", "GBP"),
        ("йени йена", "JPY"),
        ("рубли рубла", "RUB"),
        ("франка крони цента", ""),
    ],
    minor_units: &[("стотинки стотинка ст", "BGN")],
    measures: &[
        ("градус*", "°"),
        ("тона тон тонове", "t"),
        ("барела барел", "bbl"),
        ("хектар*", "ha"),
        ("декара", ""),
        ("километ*", "km"),
        ("метра метър метри", "m"),
        ("килограм* кг", "kg"),
        ("мегават*", "MW"),
    ],
    percent: "процент* на_сто",
    per: "на",
    minus: "минус",
    before_date: "през от до в година",
    ago_before: "преди",
    in_before: "след",
    range_joints: "до",
    national_currencies: &[
        ("швейцарски", "франк", "CHF"),
        ("британски", "лири", "GBP"),
        ("турски", "лири", "TRY"),
        ("чешки", "крон", "CZK"),
    ],
    numbers: &[
        ("един една едно", 1.0),
        ("два две", 2.0),
        ("три", 3.0),
        ("четири", 4.0),
        ("пет", 5.0),
        ("шест", 6.0),
        ("седем", 7.0),
        ("осем", 8.0),
        ("девет", 9.0),
        ("десет", 10.0),
    ],
    ..DateWords::NONE
};
