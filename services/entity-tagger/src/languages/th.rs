//! Thai.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile {
    tag: "th",
    stops_end_sentences: false,
    home_countries: &["TH"],
    dates: Some(&DATES),
    fast_share: 0.65,
    ..Profile::POOLED
};

const DATES: DateWords = DateWords {
    days: &[("วันนี้", 0), ("เมื่อวาน เมื่อวานนี้", -1), ("พรุ่งนี้ วันพรุ่งนี้", 1)],
    scales: &[("ร้อย", 1e2), ("พัน", 1e3), ("หมื่น", 1e4), ("แสน", 1e5), ("ล้าน", 1e6)],
    currencies: &[
        ("บาท", "THB"),
        ("ดอลลาร์ ดอลลาร์สหรัฐ ดอลลาร์สหรัฐฯ เหรียญสหรัฐ", "USD"),
        ("ยูโร", "EUR"),
        ("ปอนด์", "GBP"),
        ("เยน", "JPY"),
        ("หยวน", "CNY"),
        ("วอน", "KRW"),
    ],
    minor_units: &[("สตางค์", "THB")],
    measures: &[
        ("องศา องศาเซลเซียส", "°"),
        ("ตัน", "t"),
        ("บาร์เรล", "bbl"),
        ("ไร่", ""),
        ("กิโลเมตร กม", "km"),
        ("เมตร", "m"),
        ("กิโลกรัม", "kg"),
        ("ลิตร", "l"),
        ("เมกะวัตต์", "MW"),
    ],
    percent: "เปอร์เซ็นต์ เปอร์เซนต์",
    percent_before: "ร้อยละ",
    minus: "ลบ",
    buddhist_years: true,
    clock_before: "เวลา",
    range_joints: "ถึง",
    ..DateWords::NONE
};
