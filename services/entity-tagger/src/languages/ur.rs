//! Urdu.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile {
    tag: "ur",
    home_countries: &["PK", "IN"],
    dates: Some(&DATES),
    fast_share: 0.4,
    ..Profile::POOLED
};

const DATES: DateWords = DateWords {
    days: &[("آج", 0)],
    scales: &[
        ("ہزار", 1e3),
        ("لاکھ", 1e5),
        ("کروڑ", 1e7),
        ("ارب", 1e9),
        ("کھرب", 1e11),
        ("ملین", 1e6),
        ("بلین", 1e9),
    ],
    currencies: &[
        ("روپے روپیہ روپئے", ""),
        ("ڈالر ڈالرز امریکی_ڈالر", "USD"),
        ("یورو", "EUR"),
        ("پاؤنڈ", "GBP"),
        ("ین", "JPY"),
        ("یوآن", "CNY"),
        ("ریال درہم", ""),
    ],
    national_currencies: &[("پاکستانی", "روپے", "PKR"), ("بھارتی", "روپے", "INR")],
    measures: &[
        ("ڈگری", "°"),
        ("کلومیٹر کلو_میٹر", "km"),
        ("میٹر", "m"),
        ("ٹن", "t"),
        ("کلوگرام کلو", "kg"),
        ("ایکڑ", "acre"),
        ("بیرل", "bbl"),
        ("میگاواٹ", "MW"),
        ("میل", "mi"),
        ("فٹ", "ft"),
    ],
    percent: "فیصد فی_صد",
    minus: "منفی",
    before_date: "سال",
    range_joints: "سے تا",
    ..DateWords::NONE
};
