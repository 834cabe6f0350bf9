//! Chinese.

use super::dates::{DateWords, MIDDAY, NIGHT};
use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile {
    tag: "zh",
    home_countries: &["CN", "TW"],
    writes_units_in_latin: true,
    dates: Some(&DATES),
    fast_share: 0.4,
    ..Profile::POOLED
};

pub(super) const DATES: DateWords = DateWords {
    days: &[("今天 今日", 0), ("昨天 昨日", -1), ("前天", -2), ("明天 明日", 1), ("后天 後天", 2)],
    weekdays: [
        "星期一 周一 週一",
        "星期二 周二 週二",
        "星期三 周三 週三",
        "星期四 周四 週四",
        "星期五 周五 週五",
        "星期六 周六 週六",
        "星期日 星期天 周日 週日",
    ],
    numbers: &[("半", 0.5)],
    scales: &[("百", 1e2), ("千", 1e3), ("万 萬", 1e4), ("亿 億", 1e8)],
    currencies: &[
        ("元 块 塊", ""),
        ("人民币 元人民币 人民幣 元人民幣", "CNY"),
        ("美元 美金", "USD"),
        ("欧元 歐元", "EUR"),
        ("英镑 英鎊", "GBP"),
        ("日元 日圆 日圓", "JPY"),
        ("港元 港币 港幣", "HKD"),
        ("新台币 新台幣 台币 台幣 元新台币 元新台幣", "TWD"),
        ("韩元 韓元 韩圆", "KRW"),
        ("卢布 盧布", "RUB"),
        ("瑞士法郎", "CHF"),
        ("澳元 澳币 澳幣", "AUD"),
        ("加元 加币 加幣", "CAD"),
        ("卢比 盧比", ""),
        ("泰铢 泰銖", "THB"),
        ("新元 新加坡元", "SGD"),
    ],
    simplified_yuan: true,
    measures: &[
        ("度 摄氏度 攝氏度", "°"),
        ("公里 千米", "km"),
        ("米 公尺", "m"),
        ("厘米 公分", "cm"),
        ("毫米", "mm"),
        ("吨 噸 公吨 公噸", "t"),
        ("公斤 千克", "kg"),
        ("克", "g"),
        ("公顷 公頃", "ha"),
        ("平方公里", "km²"),
        ("平方米", "m²"),
        ("立方米", "m³"),
        ("升 公升", "l"),
        ("桶", "bbl"),
        ("兆瓦", "MW"),
        ("千瓦时 千瓦時 度电", "kWh"),
        ("英里", "mi"),
        ("亩 畝", ""),
    ],
    percent_before: "百分之",
    minus: "零下 负 負",
    range_joints: "至 到",
    eras: &[("民國 民国 中華民國", 1911, 200)],
    other_days: "次日 翌日 隔天",
    day_parts: &[("上午 凌晨 早上 清晨", 0), ("中午", MIDDAY), ("下午 傍晚", 12), ("晚上", NIGHT)],
    clock_signs: Some([&["时", "時"], &["点", "點"], &["分"], &["半"]]),
    weekdays_of_weeks: true,
    ..DateWords::NONE
};
