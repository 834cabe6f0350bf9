//! Who wrote a story, said by a line between headline and lead: names, initials, names in scripts without capitals.

use super::caseless_names::is_bare_name_without_case;
use super::dateline;
use super::line::Line;
use super::name_lines::{is_bare_name, is_name_word};
use super::signature::{is_agency, is_role_word, is_signature};

/// The widest such line, in columns.
const WIDEST: usize = 80;

/// Reports whether a line between headline and lead says who wrote the story.
pub(super) fn names_author(line: &Line<'_>) -> bool {
    is_agency(line)
        || is_signature(line)
        || is_bare_name_without_case(line)
        || are_initials(line.text)
        || are_small_initials(line.text)
        || is_agency_before_name(line)
        || are_agencies(line)
        || is_role_before_name(line)
}

/// Reports whether a line is the initials of a reporter without stops: `AB`, `jaw`, `(jaw)`.
fn are_small_initials(line: &str) -> bool {
    let inside = line.strip_prefix('(').and_then(|line| line.strip_suffix(')')).unwrap_or(line);
    let letters = inside.chars().count();
    (2..=3).contains(&letters)
        && (inside.chars().all(char::is_lowercase) || inside.chars().all(char::is_uppercase))
}

/// Reports whether a line is agencies, or an agency and a place, between slashes: `AFP/dpa`, `EFE / Valencia`.
fn are_agencies(line: &Line<'_>) -> bool {
    const MOST_PARTS: usize = 3;
    let is_place = |part: &str| {
        part.starts_with(char::is_uppercase) && part.split_whitespace().nth(MOST_PARTS).is_none()
    };
    let mut parts = line.text.split('/').map(str::trim);
    line.columns <= WIDEST
        && !line.ends_like_sentence
        && (2..=MOST_PARTS).contains(&parts.clone().count())
        && parts.next().is_some_and(dateline::is_agency_name)
        && parts.all(|part| dateline::is_agency_name(part) || is_place(part))
}

/// Reports whether a line is a role and then a name: `Enviada especial Lucía Ferrer`, `De notre correspondante à Rome,
/// Jeanne Morel`.
fn is_role_before_name(line: &Line<'_>) -> bool {
    const MOST_WORDS: usize = 7;
    const MOST_BEFORE_ROLE: usize = 2;
    // Most lines end with no name, and nothing is collected.
    if line.ends_like_sentence || !line.text.split_whitespace().next_back().is_some_and(is_name_word) {
        return false;
    }
    let words: Vec<&str> = line.text.split_whitespace().take(MOST_WORDS + 1).collect();
    let Some((name, before)) = words.split_last_chunk::<2>().map(|(before, name)| (name, before)) else {
        return false;
    };
    words.len() <= MOST_WORDS
        && name.iter().all(|word| is_name_word(word) && !is_role_word(word))
        && before.iter().take(MOST_BEFORE_ROLE + 1).any(|word| is_role_word(word))
}

/// Reports whether a line is the initials of a reporter: `M.B.`, `A. K.`
fn are_initials(line: &str) -> bool {
    const MOST_LETTERS: usize = 3;
    let letters = || line.chars().filter(|c| c.is_uppercase()).count();
    line.chars().all(|c| c.is_uppercase() || matches!(c, '.' | ' '))
        && (2..=MOST_LETTERS).contains(&letters())
        && line.matches('.').count() == letters()
}

/// Reports whether a line is an agency or a paper in capitals and then a name: `MTI / Kovács Péter`, `ČTK, Lucie
/// Malá`.
fn is_agency_before_name(line: &Line<'_>) -> bool {
    let Some((agency, name)) = line.text.split_once(['/', ',']) else { return false };
    let is_paper = || {
        line.text.contains('/')
            && agency.trim().chars().count() > 1
            && agency.trim().chars().all(char::is_uppercase)
    };
    line.columns <= WIDEST
        && (dateline::is_agency_name(agency.trim()) || is_paper())
        && (is_bare_name(&Line::measure(name.trim())) || are_initials(name.trim()))
}

/// Reports whether a line is a name of three to five ideographs in brackets: `【高橋恵】`, `（田中健一）`.
pub(super) fn is_bracketed_name(line: &Line<'_>) -> bool {
    let inside = line.text.strip_prefix(['【', '（']).and_then(|inside| inside.strip_suffix(['】', '）']));
    inside.is_some_and(|name| {
        (3..=5).contains(&name.chars().count()) && name.chars().all(|c| matches!(c, '\u{4e00}'..='\u{9fff}'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_agencies_and_names_without_capitals_say_who_wrote_the_story() {
        for line in [
            "M.B.",
            "A. K.",
            "AFP",
            "MTI / Kovács Péter",
            "STA/M. K.",
            "נועה לוי",
            "अनिल रावत, ऋषिकेश",
            "高橋恵",
        ] {
            assert!(names_author(&Line::measure(line)), "{line}");
        }
        for line in
            ["U.S. troops", "NAIROBI, Kenya", "AFP said", "港口电车提前开通", "מה קרה הלילה", "The end"]
        {
            assert!(!names_author(&Line::measure(line)), "{line}");
        }
    }
}
