//! Hungarian.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "hu", home_countries: &["HU"], dates: Some(&DATES), ..Profile::POOLED };

const DATES: DateWords = DateWords {
    days: &[("ma", 0), ("tegnap", -1), ("tegnapelőtt", -2), ("holnap", 1), ("holnapután", 2)],
    weekdays: [
        "hétfő hétfőn hétfői",
        "kedd kedden keddi",
        "szerda szerdán szerdai",
        "csütörtök csütörtökön csütörtöki",
        "péntek pénteken pénteki",
        "szombat szombaton szombati",
        "vasárnap vasárnapi",
    ],
    months: [
        "január*",
        "február*",
        "március*",
        "április*",
        "május*",
        "június*",
        "július*",
        "augusztus*",
        "szeptember*",
        "október*",
        "november*",
        "december*",
    ],
    next: "jövő következő",
    last: "múlt tavalyi",
    this: "ezen idén",
    units: ["nap napja nappal", "hét héten hete héttel", "hónap hónapban hónapja", "év évben éve évvel"],
    scales: &[("ezer ezres", 1e3), ("millió* m", 1e6), ("milliárd* mrd", 1e9), ("billió*", 1e12)],
    currencies: &[
        ("forint* ft", "HUF"),
        ("euró* euro", "EUR"),
        ("dollár*", "USD"),
        ("font fontot", "GBP"),
        ("jen jent", "JPY"),
        ("rubel rubelt", "RUB"),
        ("frank frankot korona koronát", ""),
    ],
    measures: &[
        ("fok fokos fokot fokra", "°"),
        ("tonna tonnát tonnás", "t"),
        ("hordó hordót", "bbl"),
        ("hektár*", "ha"),
        ("kilométer*", "km"),
        ("méter méteres métert", "m"),
        ("kilogramm* kiló kilót kilós", "kg"),
        ("liter litert", "l"),
        ("megawatt*", "MW"),
    ],
    percent: "százalék*",
    minus: "mínusz",
    before_date: "évi évben",
    ago: "ezelőtt",
    in_after: "múlva",
    national_currencies: &[("svájci", "frank", "CHF"), ("cseh", "koron", "CZK"), ("svéd", "koron", "SEK")],
    half_to: "fél",
    other_days: "másnap másnapra előző_nap",
    numbers: &[
        ("két kettő", 2.0),
        ("három", 3.0),
        ("négy", 4.0),
        ("öt", 5.0),
        ("hat", 6.0),
        ("nyolc", 8.0),
        ("kilenc", 9.0),
        ("tíz", 10.0),
        ("fél", 0.5),
        ("félmillió", 5e5),
        ("félmilliárd", 5e8),
        ("másfél", 1.5),
    ],
    year_month_day: true,
    ..DateWords::NONE
};
