//! Picture credits behind the sign of a copyright.

use super::dateline;
use super::line::ends_like_sentence;

/// The most words of a credit without brackets: a label, a name and its agencies.
pub(super) const MOST_CREDIT_WORDS: usize = 9;

/// Reports whether the words behind a sign that opens a line are who took or owns the picture, and no rights: `Jane
/// Doe`, `dpa/Jane Doe`, `Архив пресс-службы`.
pub(super) fn are_behind_sign(names: &[&str]) -> bool {
    const MOST_WORDS: usize = 5;
    let is_agency = || matches!(names, [agency] if dateline::is_agency_name(agency));
    let opens_name =
        names.first().is_some_and(|name| name.starts_with(char::is_uppercase) || is_behind_agency(name));
    is_agency()
        || ((2..=MOST_WORDS).contains(&names.len())
            && opens_name
            && !names.iter().any(|name| has_year(name) || name.eq_ignore_ascii_case("copyright")))
}

/// Reports whether a line is the sign of a copyright and who owns the picture: `© Архив пресс-службы`.
pub(super) fn is_opened_by_sign(line: &str) -> bool {
    line.strip_prefix(['©', 'ⓒ']).is_some_and(|names| {
        are_behind_sign(&names.split_whitespace().take(MOST_CREDIT_WORDS).collect::<Vec<_>>())
    }) && !ends_like_sentence(line)
}

/// Reports whether a word is an agency, a slash and a name: `dpa/Karl`.
pub(super) fn is_behind_agency(word: &str) -> bool {
    word.split_once('/').is_some_and(|(agency, name)| {
        dateline::is_agency_name(agency) && name.starts_with(char::is_uppercase)
    })
}

/// Reports whether a word has the digits of a year.
pub(super) fn has_year(word: &str) -> bool {
    word.bytes().filter(u8::is_ascii_digit).count() == 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_opens_a_credit_and_no_rights() {
        for line in ["© Jane Doe", "© dpa/Jane Doe", "© Архив пресс-службы переправы", "© AFP"]
        {
            assert!(is_opened_by_sign(line), "{line}");
        }
        for line in [
            "© 2026 Harbour News",
            "© Jane Doe 2026",
            "© all rights reserved",
            "Jane Doe",
            "© Copyright Post",
        ] {
            assert!(!is_opened_by_sign(line), "{line}");
        }
    }
}
