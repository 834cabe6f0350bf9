//! Indonesian.

use super::dates::{DateWords, MIDDAY, NIGHT};
use super::profile::Profile;
use super::words::Words;

pub(super) const PROFILE: Profile =
    Profile { tag: "id", home_countries: &["ID"], words: WORDS, dates: Some(&DATES), ..Profile::POOLED };

const WORDS: Words = Words {
    titles: "presiden menteri gubernur bupati",
    function: "dan yang di ke dari dengan untuk pada adalah itu ini tidak",
    ..Words::NONE
};

const DATES: DateWords = DateWords {
    days: &[("hari_ini", 0), ("kemarin semalam", -1), ("kelmarin", -2), ("besok esok", 1), ("lusa", 2)],
    next: "depan hadapan mendatang",
    last: "lalu lepas",
    this: "ini",
    units: ["hari", "pekan minggu", "bulan", "tahun"],
    scales: &[("ribu rb", 1e3), ("juta jt", 1e6), ("miliar milyar M", 1e9), ("triliun T", 1e12)],
    currencies: &[
        ("rupiah", "IDR"),
        ("ringgit", "MYR"),
        ("dolar", "USD"),
        ("euro", "EUR"),
        ("pound poundsterling", "GBP"),
        ("yen", "JPY"),
        ("yuan", "CNY"),
    ],
    before_number: &[("Rp", "IDR"), ("RM", "MYR"), ("US$", "USD")],
    measures: &[
        ("derajat darjah", "°"),
        ("ton tan", "t"),
        ("barel tong", "bbl"),
        ("hektar hektare", "ha"),
        ("kilometer", "km"),
        ("meter", "m"),
        ("kilogram kilo", "kg"),
        ("liter", "l"),
        ("megawatt", "MW"),
    ],
    percent: "persen peratus",
    minus: "minus",
    before_date: "pada tahun bulan sejak hingga sampai pertengahan awal akhir",
    ago: "lalu lepas",
    in_after: "lagi",
    range_joints: "hingga sampai sehingga",
    numbers: &NUMBERS,
    clock_before: "pukul",
    day_parts: &[("pagi subuh dini_hari", 0), ("siang", MIDDAY), ("sore petang", 12), ("malam", NIGHT)],
    ..DateWords::NONE
};

/// The number words, as Malay has them, too.
pub(super) const NUMBERS: [(&str, f64); 11] = [
    ("satu", 1.0),
    ("dua", 2.0),
    ("tiga", 3.0),
    ("empat", 4.0),
    ("lima", 5.0),
    ("enam", 6.0),
    ("tujuh", 7.0),
    ("delapan lapan", 8.0),
    ("sembilan", 9.0),
    ("sepuluh", 10.0),
    ("setengah", 0.5),
];
