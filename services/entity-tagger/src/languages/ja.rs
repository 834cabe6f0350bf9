//! Japanese.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile {
    tag: "ja",
    home_countries: &["JP"],
    writes_units_in_latin: true,
    dates: Some(&DATES),
    ..Profile::POOLED
};

const DATES: DateWords = DateWords {
    days: &[
        ("今日 本日 きょう", 0),
        ("昨日 きのう", -1),
        ("一昨日 おととい", -2),
        ("明日 あす", 1),
        ("明後日 あさって", 2),
    ],
    weekdays: [
        "月曜日 月曜",
        "火曜日 火曜",
        "水曜日 水曜",
        "木曜日 木曜",
        "金曜日 金曜",
        "土曜日 土曜",
        "日曜日 日曜",
    ],
    scales: &[("百", 1e2), ("千", 1e3), ("万", 1e4), ("億", 1e8), ("兆", 1e12), ("京", 1e16)],
    currencies: &[
        ("円", "JPY"),
        ("ドル 米ドル", "USD"),
        ("ユーロ", "EUR"),
        ("ポンド", "GBP"),
        ("人民元", "CNY"),
        ("元", "CNY"),
        ("ウォン", "KRW"),
        ("ルーブル", "RUB"),
        ("スイスフラン", "CHF"),
        ("豪ドル", "AUD"),
        ("カナダドル", "CAD"),
        ("香港ドル", "HKD"),
        ("台湾ドル", "TWD"),
        ("ルピー", ""),
        ("バーツ", "THB"),
        ("フラン クローナ ペソ", ""),
    ],
    minor_units: &[("銭", "JPY")],
    measures: &[
        ("度", "°"),
        ("キロメートル キロ km", "km"),
        ("メートル", "m"),
        ("センチメートル センチ", "cm"),
        ("ミリメートル ミリ", "mm"),
        ("トン", "t"),
        ("キログラム", "kg"),
        ("グラム", "g"),
        ("ヘクタール", "ha"),
        ("平方キロメートル 平方キロ", "km²"),
        ("平方メートル", "m²"),
        ("立方メートル", "m³"),
        ("リットル", "l"),
        ("バレル", "bbl"),
        ("メガワット", "MW"),
        ("マイル", "mi"),
    ],
    percent: "パーセント",
    minus: "マイナス 氷点下",
    in_after: "後",
    ago: "前",
    range_joints: "から",
    eras: &[
        ("令和", 2018, 99),
        ("平成", 1988, 31),
        ("昭和", 1925, 64),
        ("大正", 1911, 15),
        ("明治", 1867, 45),
    ],
    other_days: "翌日",
    day_parts: &[("午前 未明", 0), ("午後", 12)],
    clock_signs: Some([&["時"], &[], &["分"], &["半"]]),
    weekdays_of_weeks: true,
    ..DateWords::NONE
};
