//! Serbian.

use super::common;
use super::dates::DateWords;
use super::hr;
use super::profile::{Declension, Profile};

pub(super) const PROFILE: Profile = Profile {
    tag: "sr",
    home_countries: &["RS", "BA", "ME"],
    adjective_endings: &common::SLAVIC_ADJECTIVE_ENDINGS,
    declension: Declension::Endings(&common::SLAVIC_CASE_ENDINGS),
    stem_changes: &[("c", "ka")],
    dates: Some(&DATES),
    fast_share: 0.25,
    ..Profile::POOLED
};

const DATES: DateWords = DateWords {
    days: &[
        ("danas данас", 0),
        ("jučer juče јуче", -1),
        ("prekjučer prekjuče", -2),
        ("sutra сутра", 1),
        ("prekosutra", 2),
    ],
    months: MONTHS,
    scales: &[
        ("tis tisuć* hiljad* хиљад*", 1e3),
        ("mil mln milijun* milion* милион*", 1e6),
        ("mlrd mld milijard* милијард*", 1e9),
    ],
    currencies: &[
        ("euro eura euri eure evro evra evri evre", "EUR"),
        ("dolar*", "USD"),
        ("funti funta", "GBP"),
        ("jena jeni", "JPY"),
        ("rublja rubalja rublji", "RUB"),
        ("dinar dinara dinari dinare rsd динар*", "RSD"),
        ("евро евра еври", "EUR"),
        ("долар*", "USD"),
        ("рубаља рубља", "RUB"),
        ("franaka franka kruna centi франака круна", ""),
    ],
    measures: &[
        ("stupnjeva stupanj stupnja stepeni stepen", "°"),
        ("tona tone tonu", "t"),
        ("barela barel", "bbl"),
        ("hektar*", "ha"),
        ("kilomet* километ*", "km"),
        ("metara metar metra", "m"),
        ("kilogram* kila kilo", "kg"),
        ("megavat*", "MW"),
    ],
    percent: "одсто процен* posto postotak postotka odsto odstotak procenat procenata procenta procent",
    numbers: &[
        ("jedan jedna jednu један једна једну", 1.0),
        ("dva dve два две", 2.0),
        ("tri три", 3.0),
        ("četiri четири", 4.0),
        ("pet пет", 5.0),
        ("šest шест", 6.0),
        ("sedam седам", 7.0),
        ("osam осам", 8.0),
        ("devet девет", 9.0),
        ("deset десет", 10.0),
        ("pola пола", 0.5),
    ],
    ..hr::DATES
};

/// The names of the months in both scripts, as Bosnian has them, too.
pub(super) const MONTHS: [&str; 12] = [
    "januar* јануар*",
    "februar* фебруар*",
    "mart marta martu март марта марту",
    "april aprila aprilu април априла",
    "maj maja maju мај маја мају",
    "jun juna junu juni јун јуна јуну",
    "jul jula julu juli јул јула јулу",
    "avgust avgusta august augusta август августа",
    "septembar septembra septembru септемб*",
    "oktobar oktobra oktobru октоб*",
    "novembar novembra novembru новемб*",
    "decembar decembra decembru децемб*",
];
