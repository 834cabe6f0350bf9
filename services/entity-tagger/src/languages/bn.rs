//! Bengali.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "bn", home_countries: &["BD", "IN"], dates: Some(&DATES), ..Profile::POOLED };

const DATES: DateWords = DateWords {
    days: &[("আজ", 0), ("গতকাল", -1), ("আগামীকাল", 1)],
    scales: &[("হাজার", 1e3), ("লাখ লক্ষ", 1e5), ("কোটি", 1e7), ("মিলিয়ন মিলিয়ন", 1e6), ("বিলিয়ন বিলিয়ন", 1e9)],
    currencies: &[
        ("টাকা টাকার টাকায়", "BDT"),
        ("ডলার ডলারের মার্কিন_ডলার", "USD"),
        ("ইউরো", "EUR"),
        ("পাউন্ড", "GBP"),
        ("রুপি", "INR"),
    ],
    before_number: &[("Tk", "BDT")],
    measures: &[
        ("ডিগ্রি", "°"),
        ("কিলোমিটার", "km"),
        ("মিটার", "m"),
        ("টন মেট্রিক_টন", "t"),
        ("কেজি", "kg"),
        ("একর", "acre"),
        ("হেক্টর", "ha"),
        ("মেগাওয়াট মেগাওয়াট", "MW"),
        ("লিটার", "l"),
    ],
    percent: "শতাংশ ভাগ",
    ..DateWords::NONE
};
