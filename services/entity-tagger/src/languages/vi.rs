//! Vietnamese.

use super::dates::DateWords;
use super::profile::Profile;
use super::words::Words;

pub(super) const PROFILE: Profile =
    Profile { tag: "vi", home_countries: &["VN"], words: WORDS, dates: Some(&DATES), ..Profile::BASE };

const WORDS: Words = Words {
    titles: "tịch thống tướng trưởng",
    // "Sở Y tế", "Bộ Tài chính": a department, a ministry, an office, an institute, a committee.
    organisation_first: "sở bộ cục viện ủy uỷ",
    ..Words::NONE
};

const DATES: DateWords = DateWords {
    days: &[("hôm_nay", 0), ("hôm_qua", -1), ("hôm_kia", -2), ("ngày_mai", 1)],
    scales: &[
        ("nghìn ngàn", 1e3),
        ("triệu tr", 1e6),
        ("tỷ tỉ", 1e9),
        ("nghìn_tỷ ngàn_tỷ nghìn_tỉ ngàn_tỉ", 1e12),
        ("trăm", 1e2),
        ("chục", 1e1),
    ],
    currencies: &[
        ("đồng vnđ đ vnd", "VND"),
        ("đô_la đôla usd", "USD"),
        ("euro", "EUR"),
        ("bảng_anh bảng", "GBP"),
        ("yên yen", "JPY"),
        ("nhân_dân_tệ", "CNY"),
        ("won", "KRW"),
        ("rúp", "RUB"),
    ],
    measures: &[
        ("độ độ_c", "°"),
        ("tấn", "t"),
        ("thùng_dầu", "bbl"),
        ("héc_ta hecta ha", "ha"),
        ("cây_số km ki-lô-mét", "km"),
        ("mét m", "m"),
        ("ký kg kilôgam", "kg"),
        ("lít", "l"),
    ],
    percent: "phần_trăm",
    minus: "âm",
    month_word: "tháng",
    year_word: "năm",
    before_date: "năm tháng từ đến trong",
    ago: "trước",
    in_after: "nữa tới",
    range_joints: "đến tới",
    numbers: &[
        ("một", 1.0),
        ("hai", 2.0),
        ("ba", 3.0),
        ("bốn", 4.0),
        ("sáu", 6.0),
        ("bảy", 7.0),
        ("tám", 8.0),
        ("chín", 9.0),
        ("mười", 10.0),
        ("nửa", 0.5),
    ],
    weekdays_of_weeks: true,
    ..DateWords::NONE
};
