//! Latvian.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "lv", home_countries: &["LV"], dates: Some(&DATES), ..Profile::POOLED };

const DATES: DateWords = DateWords {
    days: &[("šodien", 0), ("vakar", -1), ("aizvakar", -2), ("rīt", 1), ("parīt", 2)],
    weekdays: ["pirmdien*", "otrdien*", "trešdien*", "ceturtdien*", "piektdien*", "sestdien*", "svētdien*"],
    months: [
        "janvār*",
        "februār*",
        "marts martā marta martu",
        "aprīl*",
        "maijs maijā maija",
        "jūnij*",
        "jūlij*",
        "august*",
        "septemb*",
        "oktob*",
        "novemb*",
        "decemb*",
    ],
    next: "nākamajā nākamais nākamo nākamgad",
    last: "pagājušajā pagājušo pērnā",
    this: "šajā šo",
    scales: &[("tūkstoš*", 1e3), ("miljon*", 1e6), ("miljard*", 1e9), ("milj", 1e6), ("mljrd", 1e9)],
    currencies: &[
        ("eiro", "EUR"),
        ("dolār*", "USD"),
        ("mārciņ*", "GBP"),
        ("jenas jenu", "JPY"),
        ("rubļi rubļu rubļiem", "RUB"),
        ("krona kronas kronu franki franku centi centu", ""),
    ],
    measures: &[
        ("grād*", "°"),
        ("kilometr*", "km"),
        ("metri metru metriem metrus", "m"),
        ("tonna tonnas tonnu tonnām", "t"),
        ("hektār*", "ha"),
        ("kilogram*", "kg"),
        ("barel*", "bbl"),
    ],
    percent: "procent*",
    minus: "mīnus",
    before_date: "gada gadā no līdz",
    numbers: &[
        ("divi divas divus divām diviem", 2.0),
        ("trīs trim", 3.0),
        ("četri četras četrus četrām četriem", 4.0),
        ("pieci piecas piecus piecām pieciem", 5.0),
        ("seši sešas sešus sešām sešiem", 6.0),
        ("septiņi septiņas septiņus septiņām septiņiem", 7.0),
        ("astoņi astoņas astoņus astoņām astoņiem", 8.0),
        ("deviņi deviņas deviņus deviņām deviņiem", 9.0),
        ("desmit", 10.0),
    ],
    ..DateWords::NONE
};
