//! Catalan.

use super::dates::DateWords;
use super::profile::Profile;
use super::words::Words;

pub(super) const PROFILE: Profile = Profile {
    tag: "ca",
    home_countries: &["ES", "AD"],
    office_joints: &["de"],
    words: WORDS,
    elides_articles: true,
    dates: Some(&DATES),
    ..Profile::BASE
};

const WORDS: Words = Words { organisation_first: "universitat", ..Words::NONE };

const DATES: DateWords = DateWords {
    days: &[("avui", 0), ("ahir", -1), ("abans-d'ahir", -2), ("demà", 1), ("demà_passat", 2)],
    next: "vinent vinents pròxim pròxima que_ve",
    last: "passat passada últim última",
    this: "aquest aquesta",
    units: ["dia dies", "setmana setmanes", "mes mesos", "any anys"],
    numbers: &[
        ("un una", 1.0),
        ("dos dues", 2.0),
        ("tres", 3.0),
        ("quatre", 4.0),
        ("cinc", 5.0),
        ("sis", 6.0),
        ("set", 7.0),
        ("vuit", 8.0),
        ("nou", 9.0),
        ("deu", 10.0),
        ("mig", 0.5),
    ],
    scales: &[("mil", 1e3), ("milió milions", 1e6), ("bilió bilions", 1e12)],
    currencies: &[
        ("euro euros", "EUR"),
        ("dòlar dòlars", "USD"),
        ("lliures", "GBP"),
        ("iens", "JPY"),
        ("rubles", "RUB"),
        ("francs pesos corones cèntims", ""),
    ],
    measures: &[
        ("graus", "°"),
        ("tones tona", "t"),
        ("barrils", "bbl"),
        ("hectàrees", "ha"),
        ("quilòmetres quilòmetre", "km"),
        ("metres metre", "m"),
        ("quilos quilograms", "kg"),
        ("litres", "l"),
    ],
    per: "per",
    minus: "menys",
    of: "de d' d’ del",
    before_date: "el en des fins de l' d' al",
    ago_before: "fa",
    range_joints: "a",
    between: ("entre", "i"),
    ..DateWords::NONE
};
