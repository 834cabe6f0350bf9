//! Telugu.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "te", home_countries: &["IN"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    days: &[("నేడు ఈరోజు", 0), ("నిన్న", -1), ("రేపు", 1)],
    scales: &[("వేలు వేల", 1e3), ("లక్ష లక్షల లక్షలు", 1e5), ("కోట్ల కోట్లు కోటి", 1e7), ("మిలియన్", 1e6), ("బిలియన్", 1e9)],
    currencies: &[("రూపాయలు రూపాయల రూపాయలను రూపాయి", "INR"), ("డాలర్లు డాలర్ల", "USD"), ("యూరోలు యూరో", "EUR")],
    before_number: &[("రూ", "INR"), ("Rs", "INR")],
    measures: &[
        ("డిగ్రీలు డిగ్రీల", "°"),
        ("కిలోమీటర్లు కిలోమీటర్ల", "km"),
        ("మీటర్లు మీటర్ల", "m"),
        ("టన్నులు టన్నుల", "t"),
        ("కిలోలు కిలోల", "kg"),
        ("ఎకరాలు ఎకరాల", "acre"),
        ("మెగావాట్ల", "MW"),
    ],
    percent: "శాతం శాతానికి",
    ..DateWords::NONE
};
