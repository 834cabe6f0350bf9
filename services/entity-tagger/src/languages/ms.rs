//! Malay.

use super::dates::{DateWords, MIDDAY, NIGHT};
use super::id;
use super::profile::Profile;
use super::words::Words;

pub(super) const PROFILE: Profile =
    Profile { tag: "ms", home_countries: &["MY"], words: WORDS, dates: Some(&DATES), ..Profile::BASE };

const WORDS: Words = Words { titles: "gabenor perdana menteri presiden", ..Words::NONE };

const DATES: DateWords = DateWords {
    days: &[("hari_ini", 0), ("kemarin semalam", -1), ("kelmarin", -2), ("besok esok", 1), ("lusa", 2)],
    next: "depan hadapan mendatang",
    last: "lalu lepas",
    this: "ini",
    units: ["hari", "pekan minggu", "bulan", "tahun"],
    scales: &[("ribu rb", 1e3), ("juta jt", 1e6), ("miliar milyar bilion", 1e9), ("triliun trilion", 1e12)],
    currencies: &[
        ("ringgit", "MYR"),
        ("rupiah", "IDR"),
        ("dolar", "USD"),
        ("euro", "EUR"),
        ("pound poundsterling", "GBP"),
        ("yen", "JPY"),
        ("yuan", "CNY"),
    ],
    before_number: &[("Rp", "IDR"), ("RM", "MYR"), ("US$", "USD")],
    minor_units: &[("sen", "MYR")],
    measures: &[
        ("derajat darjah", "°"),
        ("ton tan", "t"),
        ("barel tong", "bbl"),
        ("hektar", "ha"),
        ("ekar", "acre"),
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
    clock_before: "pukul",
    day_parts: &[("pagi subuh", 0), ("tengah_hari", MIDDAY), ("petang", 12), ("malam", NIGHT)],
    numbers: &id::NUMBERS,
    ..DateWords::NONE
};
