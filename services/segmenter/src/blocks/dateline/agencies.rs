//! Names of news agencies as they stand in datelines.

use crate::words::WordList;

/// Agencies and broadcasters, in small letters; the first word of longer names.
#[rustfmt::skip] // Rows of words, not one word a line.
static AGENCIES: WordList = WordList::of(&[
    "ap", "reuters", "afp", "dpa", "upi", "efe", "ansa", "lusa", "apa", "sda", "ats", "anp", "belga", "ntb", "tt", "ritzau",
    "stt", "pap", "ctk", "čtk", "tasr", "mti", "agerpres", "bta", "tanjug", "hina", "sta", "fena", "mina",
    "amna", "αμπε", "απε-μπε", "aa", "dha", "iha", "anka", "tass", "тасс", "риа", "ria", "интерфакс", "interfax",
    "интерфакс-украина", "укринформ", "укрінформ", "уніан", "унн", "белта", "xinhua", "yonhap", "kyodo", "jiji", "cna",
    "bernama", "antara", "vna", "ttxvn", "tna", "pti", "ani", "ians", "uni", "app", "bss", "unb", "irna", "mehr", "fars",
    "isna", "wam", "spa", "kuna", "qna", "mena", "sana", "petra", "anadolu", "cnn", "bbc", "bloomberg", "npr", "voa",
    "rfe/rl", "epd", "kna", "sid", "ots", "ddp", "ann", "cp", "ips",
]);

/// Agencies in scripts that do not set words apart or take no capitals.
#[rustfmt::skip] // Rows of words, not one word a line.
const AGENCIES_ELSEWHERE: &[&str] = &[
    "رويترز", "أ ف ب", "ا ف ب", "أ.ف.ب", "فرانس برس", "د ب أ", "د.ب.أ", "وكالات", "وام", "واس", "سانا", "بترا", "شينخوا", "الأناضول", "ایرنا", "ایسنا",
    "연합뉴스", "뉴시스", "뉴스1", "로이터", "共同", "時事", "ロイター", "新华社", "新華社", "中新社", "中央社", "法新社", "路透社", "美联社", "美聯社",
    "भाषा", "वार्ता", "पीटीआई", "एएनआई",
];

/// Whether `name` is an agency's, or names one among others: `Reuters`, `dpa/lno`, `CNN Business`.
pub(super) fn is_agency(name: &str) -> bool {
    let name = name.trim();
    let mut words = name.split(|c: char| c.is_whitespace() || matches!(c, '/' | ',')).take(8);
    words.any(|word| AGENCIES.holds(word)) || is_agency_name(name)
}

/// Whether `name` is an agency's and no more.
pub(crate) fn is_agency_name(name: &str) -> bool {
    AGENCIES.holds(name) || (!name.is_ascii() && AGENCIES_ELSEWHERE.contains(&name))
}

/// The agency of another script that `text` ends with.
pub(super) fn agency_at_end(text: &str) -> Option<&'static str> {
    AGENCIES_ELSEWHERE.iter().copied().find(|agency| text.ends_with(agency))
}
