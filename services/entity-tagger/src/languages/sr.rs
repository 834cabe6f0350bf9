//! Serbian.

use super::common;
use super::dates::DateWords;
use super::profile::{Declension, Profile};

pub(super) const PROFILE: Profile = Profile {
    tag: "sr",
    adjective_endings: &common::SLAVIC_ADJECTIVE_ENDINGS,
    declension: Declension::Endings(&common::SLAVIC_CASE_ENDINGS),
    dates: Some(&DATES),
    ..Profile::BASE
};

const DATES: DateWords = DateWords {
    days: &[
        ("danas данас", 0),
        ("jučer juče јуче", -1),
        ("prekjučer prekjuče", -2),
        ("sutra сутра", 1),
        ("prekosutra", 2),
    ],
    weekdays: [
        "ponedjeljak ponedjeljka ponedjeljkom ponedeljak ponedeljka",
        "utorak utorka utorkom",
        "srijeda srijedu srijede sreda sredu srede",
        "četvrtak četvrtka",
        "petak petka petkom",
        "subota subotu subote",
        "nedjelja nedjelju nedjelje nedelja nedelju nedelje",
    ],
    months: [
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
    ],
    next: "sljedeći sljedeće sljedećeg sljedeću idući iduće iduću idućeg sledeće sledeći naredne naredni",
    last: "prošli prošle prošlu prošlog protekli protekle",
    this: "ovaj ove ovu ovog",
    units: [
        "dan dana dani",
        "tjedan tjedna tjedana nedelja sedmica sedmice",
        "mjesec mjeseca mjeseci mesec meseca meseci",
        "godina godine godinu godini",
    ],
    numbers: &[
        ("jedan jedna jednu", 1.0),
        ("dva dvije dve", 2.0),
        ("tri", 3.0),
        ("četiri", 4.0),
        ("pet", 5.0),
        ("šest", 6.0),
        ("sedam", 7.0),
        ("osam", 8.0),
        ("devet", 9.0),
        ("deset", 10.0),
        ("pola", 0.5),
    ],
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
    minus: "minus",
    before_date: "u od do godine godinu prije nakon pre posle",
    ago_before: "prije pre",
    in_before: "za",
    edges: "kraj kraja početak početkom početka sredinom krajem",
    clock: "sati sata h časova",
    future: "će bit_će biće treba",
    past: "je su bio bila bilo bili",
    range_joints: "do",
    national_currencies: &[
        ("švicarskih", "franak", "CHF"),
        ("švicarskih", "franaka", "CHF"),
        ("čeških", "krun", "CZK"),
        ("švedskih", "krun", "SEK"),
    ],
    ..DateWords::NONE
};
