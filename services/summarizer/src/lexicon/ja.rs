//! Japanese. Closed-class words, reporting verbs and page phrases, chosen by hand.

use super::Language;

pub(super) const LANGUAGE: Language = Language {
    stop_words: "\
        年 月 日 時 分 人 者 的 中 上 下 後 前 事 物 方 言 第 約 同 一",
    orphan_openings: &[
        "彼",
        "彼女",
        "彼ら",
        "これ",
        "それ",
        "この",
        "その",
        "そこで",
        "しかし",
        "だが",
        "ただ",
        "ただし",
        "また",
        "さらに",
        "一方",
        "なお",
        "そして",
        "同社",
        "同氏",
        "同省",
        "両氏",
        "このため",
        "そのため",
        "こうした",
        "ところが",
        "だから",
    ],
    boilerplate: &[
        "続きを読む",
        "無断転載",
        "著作権",
        "関連記事",
        "写真：",
        "会員登録",
        "こちらをクリック",
        "有料会員",
    ],
};
