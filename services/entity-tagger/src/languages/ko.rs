//! Korean.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile {
    tag: "ko",
    home_countries: &["KR", "KP"],
    writes_units_in_latin: true,
    full_names_are_one_word: true,
    dates: Some(&DATES),
    ..Profile::POOLED
};

/// Particles that are written onto a word in Hangul, in articles of any language. Longest first.
pub(crate) const PARTICLES: [&str; 32] = [
    "에서부터",
    "으로부터",
    "에서는",
    "에게서",
    "에게는",
    "으로는",
    "에서도",
    "에서의",
    "로부터",
    "에서",
    "에게",
    "에는",
    "에도",
    "으로",
    "부터",
    "까지",
    "이라",
    "이나",
    "와의",
    "과의",
    "보다",
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "의",
    "에",
    "와",
    "과",
    "도",
];

/// The form of address that is written onto a name: "박씨는" is 박, 씨는.
pub(crate) const ADDRESS: &str = "씨";

/// Words that end like the form of address.
pub(crate) const NO_ADDRESSES: [&str; 9] =
    ["날씨", "글씨", "아가씨", "솜씨", "말씨", "불씨", "마음씨", "홀씨", "맵씨"];

/// The forms of address that are written onto an initial: "A군이".
pub(crate) const ADDRESSES_AFTER_LATIN: [&str; 4] = [ADDRESS, "군", "양", "모"];

/// Family names of one syllable. "모" behind one stands for a given name that the paper leaves out: "김모 씨".
pub const SURNAMES: &str = "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제탁국어은편용";

/// Words that are a family name and "모" by their letters only: aunts, grandmothers, a size.
const NO_INITIALS: [&str; 14] = [
    "이모", "고모", "유모", "서모", "주모", "노모", "양모", "장모", "공모", "성모", "전모", "구모", "소모",
    "추모",
];

/// What is written onto a name in Hangul, and is not a part of it: "한국|시각", "시리아|로", "중국|측".
const BEHIND_NAMES: [&str; 5] = ["시각", "시간", "로", "측", "발"];

/// Words of two states by one syllable each, which are two names: "한|미".
const PAIRS_OF_STATES: [&str; 16] = [
    "남북", "북남", "한미", "미한", "북미", "미북", "한일", "일한", "한중", "중한", "미중", "중미", "미일",
    "중일", "북중", "북러",
];

/// Returns the byte offset of what is written onto a name at the end of a Korean word, beside particles.
pub(crate) fn inner_cut(word: &str) -> Option<usize> {
    let syllable = word.chars().next()?.len_utf8();
    if PAIRS_OF_STATES.iter().any(|pair| word.starts_with(pair)) {
        return Some(syllable);
    }
    if word.get(syllable..) == Some("모") && word.starts_with(|first| SURNAMES.contains(first)) {
        return (!NO_INITIALS.contains(&word)).then_some(syllable);
    }
    let stem = BEHIND_NAMES.iter().find_map(|behind| word.strip_suffix(behind))?;
    (stem.chars().count() >= 2).then_some(stem.len())
}

/// A particle that is cut off a word in Latin letters, but not off one in Hangul.
pub(crate) const PARTICLE_AFTER_LATIN: &str = "로";

/// Endings of number words.
pub(crate) const NUMBER_ENDINGS: [char; 3] = ['만', '억', '천'];

const DATES: DateWords = DateWords {
    days: &[("오늘", 0), ("어제", -1), ("그제 그저께", -2), ("내일", 1), ("모레", 2)],
    weekdays: ["월요일", "화요일", "수요일", "목요일", "금요일", "토요일", "일요일"],
    next: "다음",
    last: "지난",
    this: "이번",
    scales: &[
        ("백", 1e2),
        ("천", 1e3),
        ("만", 1e4),
        ("백만", 1e6),
        ("천만", 1e7),
        ("억", 1e8),
        ("백억", 1e10),
        ("천억", 1e11),
        ("조", 1e12),
    ],
    currencies: &[
        ("원", "KRW"),
        ("달러 미국_달러", "USD"),
        ("유로", "EUR"),
        ("파운드", "GBP"),
        ("엔", "JPY"),
        ("위안", "CNY"),
        ("루블", "RUB"),
        ("스위스프랑", "CHF"),
        ("홍콩달러", "HKD"),
        ("캐나다달러", "CAD"),
        ("호주달러", "AUD"),
        ("동", ""),
    ],
    measures: &[
        ("도", "°"),
        ("킬로미터", "km"),
        ("미터", "m"),
        ("센티미터", "cm"),
        ("밀리미터", "mm"),
        ("톤", "t"),
        ("킬로그램", "kg"),
        ("그램", "g"),
        ("헥타르", "ha"),
        ("제곱킬로미터", "km²"),
        ("제곱미터 ㎡", "m²"),
        ("세제곱미터", "m³"),
        ("리터", "l"),
        ("배럴", "bbl"),
        ("메가와트", "MW"),
        ("마일", "mi"),
    ],
    percent: "퍼센트 프로",
    minus: "영하 마이너스",
    ago: "전",
    in_after: "뒤 후",
    range_joints: "에서 부터",
    other_days: "이튿날 다음_날",
    day_parts: &[("오전 새벽", 0), ("오후 저녁", 12)],
    clock_signs: Some([&["시"], &[], &["분"], &["반"]]),
    weekdays_of_weeks: true,
    ..DateWords::NONE
};

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the words of a list in the teacher's Python.
    fn listed(name: &str) -> Vec<&'static str> {
        let python = include_str!("../../../../lab/teacher/korean.py");
        let (_, list) = python.split_once(&format!("\n{name} = ")).unwrap();
        let (list, _) = list.split_once("\n\n").unwrap();
        let (list, _) = list.split_once(" = ").unwrap_or((list, ""));
        let quoted = list.split('"').skip(1).step_by(2);
        quoted.flat_map(str::split_whitespace).collect()
    }

    #[test]
    fn the_teacher_cuts_at_the_same_words() {
        assert_eq!(listed("PARTICLES"), PARTICLES);
        assert_eq!(listed("ADDRESS"), [ADDRESS]);
        assert_eq!(listed("NO_ADDRESSES"), NO_ADDRESSES);
        assert_eq!(listed("SURNAMES").concat(), SURNAMES);
        assert_eq!(listed("NO_INITIALS"), NO_INITIALS);
        assert_eq!(listed("BEHIND_NAMES"), BEHIND_NAMES);
        assert_eq!(listed("PAIRS_OF_STATES"), PAIRS_OF_STATES);
    }
}
