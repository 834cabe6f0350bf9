//! Galician.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile {
    tag: "gl",
    home_countries: &["ES"],
    office_joints: &["de"],
    dates: Some(&DATES),
    ..Profile::BASE
};

const DATES: DateWords = DateWords {
    days: &[("hoxe", 0), ("onte", -1), ("antonte", -2), ("mañá", 1), ("pasadomañá", 2)],
    next: "vindeiro vindeira próximo próxima",
    last: "pasado pasada último última",
    this: "este esta",
    numbers: &[
        ("un unha", 1.0),
        ("dous dúas", 2.0),
        ("tres", 3.0),
        ("catro", 4.0),
        ("cinco", 5.0),
        ("seis", 6.0),
        ("sete", 7.0),
        ("oito", 8.0),
        ("nove", 9.0),
        ("dez", 10.0),
        ("medio", 0.5),
    ],
    scales: &[("mil", 1e3), ("millón millóns", 1e6), ("billón billóns", 1e12)],
    currencies: &[
        ("euro euros", "EUR"),
        ("dólar dólares", "USD"),
        ("libras", "GBP"),
        ("pesos francos céntimos", ""),
    ],
    measures: &[
        ("graos", "°"),
        ("toneladas tonelada", "t"),
        ("hectáreas", "ha"),
        ("quilómetros quilómetro", "km"),
        ("metros metro", "m"),
        ("quilos quilogramos", "kg"),
        ("litros", "l"),
    ],
    per: "por",
    minus: "menos",
    of: "de do",
    before_date: "en no do desde ata de o",
    ago_before: "hai",
    range_joints: "a",
    ..DateWords::NONE
};
