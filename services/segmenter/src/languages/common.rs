//! Entries that belong to no language, and the abbreviations of a language that has none of its own.

use super::abbreviations::AbbreviationLists;
use super::furniture_words::FurnitureWords;
use super::profile::{Cues, Profile, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    words: SharedWords {
        units: &["m", "km", "cm", "mm", "kg", "ha", "GB", "MB"],
        ..SharedWords::NONE
    },
    cues: Cues {
        notice_openings: &[
            "©", "&copy;", "ⓒ", "(c) ", "(c)2",
        ],
        end_marks: &[
            "###", "# # #", "-30-", "– 30 –", "***END***", "■", "□", "◼", "∎", "(ends)", "###END###",
        ],
        caption_openings: &[
            "▲", "△", "▼", "📷", "📸",
        ],
        picture_agencies: &[
            "epa", "getty images",
        ],
        ..Cues::NONE
    },
    furniture: FurnitureWords {
        lines: &[
            "# / #", "# of #", "+", "ad", "ads", "pdf", "→",
            "#/#",
        ],
        clock_words: &[
            "a.m", "am", "bst", "cest", "cet", "edt", "er", "est", "et", "gmt", "h", "hrs", "hs", "ist",
            "min", "msk", "nd", "p.m", "pdt", "pm", "pst", "pt", "rd", "st", "t", "th", "utc", "z",
        ],
        platforms: &[
            "bluesky", "bookmark", "e-mail", "email", "facebook", "flipboard", "google", "instagram", "line",
            "linkedin", "mail", "mastodon", "messenger", "pinterest", "pocket", "reddit", "rss", "signal",
            "skype", "sms", "snapchat", "telegram", "threads", "tiktok", "tumblr", "tweet", "twitter",
            "viber", "vk", "wechat", "weibo", "whatsapp", "wordpress", "x", "xing", "youtube",
        ],
        ..FurnitureWords::NONE
    },
    ..Profile::NONE
};

/// Abbreviations that most languages of Europe share, for a language that has none of its own here.
#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const ABBREVIATIONS: AbbreviationLists = AbbreviationLists {
    // "Gng" is the Filipino "Mrs".
    never_final: &["cf", "dr", "e.g", "gen", "gng", "i.e", "mr", "mrs", "ms", "mt", "prof", "st", "vs"],
    final_before_starter: &["co", "corp", "etc", "inc", "jr", "ltd", "sr", "u.s", "u.s.a"],
    final_by_shape: &["no", "nr", "p", "vol"],
    ..AbbreviationLists::NONE
};

/// Titles and firms of other languages, for a language that does not abbreviate its own words with a stop.
#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const FOREIGN_ABBREVIATIONS: AbbreviationLists = AbbreviationLists {
    never_final: &["dr", "mr", "mrs", "ms", "no", "prof", "st", "vs"],
    final_before_starter: &["co", "corp", "inc", "jr", "ltd"],
    ..AbbreviationLists::NONE
};
