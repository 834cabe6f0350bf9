//! Who wrote a story, said by a line between headline and lead: names, initials, names in scripts without capitals.

use super::dateline;
use super::line::Line;
use super::signature::{is_agency, is_bare_name, is_signature};

/// The widest such line, in columns.
const WIDEST: usize = 80;

/// Reports whether a line between headline and lead says who wrote the story.
pub(super) fn names_author(line: &Line<'_>) -> bool {
    is_agency(line)
        || is_signature(line)
        || is_bare_name_without_case(line)
        || are_initials(line.text)
        || is_agency_before_name(line)
}

/// Reports whether a line is the initials of a reporter: `M.B.`, `A. K.`
fn are_initials(line: &str) -> bool {
    const MOST_LETTERS: usize = 3;
    let letters = line.chars().filter(|c| c.is_uppercase()).count();
    (2..=MOST_LETTERS).contains(&letters)
        && line.matches('.').count() == letters
        && line.chars().all(|c| c.is_uppercase() || matches!(c, '.' | ' '))
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

/// Reports whether a line is nothing but a name of two words in a script without capitals, perhaps with a place
/// behind a comma, or of three or four ideographs: `נועה לוי`, `अनिल रावत, ऋषिकेश`, `高橋恵`.
fn is_bare_name_without_case(line: &Line<'_>) -> bool {
    const WIDEST_NAME: usize = 30;
    if line.columns > WIDEST_NAME || line.ends_like_sentence || line.text.contains(['\n', '\r']) {
        return false;
    }
    let is_letter = |c: char| {
        (!c.is_ascii() && !c.is_numeric() && !c.is_lowercase() && !c.is_uppercase())
            || matches!(c, ' ' | ',' | '\'')
    };
    if !line.text.chars().all(is_letter) || line.text.contains(is_stop_of_no_case) {
        return false;
    }
    if line.text.starts_with(text::is_without_spaces) {
        let is_ideograph = |c: char| matches!(c, '\u{4e00}'..='\u{9fff}');
        let name: String = line.text.split(['　', ' ']).collect();
        return (3..=4).contains(&name.chars().count()) && name.chars().all(is_ideograph);
    }
    let (name, place) = line.text.split_once(',').unwrap_or((line.text, ""));
    name.split_whitespace().count() == 2 && place.split_whitespace().count() <= 1
}

/// Reports whether a mark separates parts of a line in a script without capitals.
fn is_stop_of_no_case(character: char) -> bool {
    text::is_dash(character)
        || matches!(character, '،' | '、' | '…' | '·' | '：' | '，' | '！' | '？' | '|' | '»' | '«')
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
