//! Lines that are a name and nothing else.

use super::dateline;
use super::line::Line;

/// The widest name, in columns.
const WIDEST_NAME: usize = 40;

/// Reports whether a line is nothing but a name of two or three words: `Ruth Calder`, perhaps with a place behind a
/// bar: `Lucía Ferrer | Valencia`.
pub(super) fn is_bare_name(line: &Line<'_>) -> bool {
    if has_surname_in_capitals(line) {
        return true;
    }
    if line.columns > WIDEST_NAME || line.ends_like_sentence {
        return false;
    }
    let mut parts = line.text.split('|').map(str::trim);
    let name = parts.next().unwrap_or_default();
    (2..=3).contains(&name.split_whitespace().count())
        && name.split_whitespace().all(is_name_word)
        && parts.all(|place| place.split_whitespace().all(is_name_word))
}

/// Reports whether a line is one or two first names and a surname in capitals, as French and Turkish papers sign. A
/// stop may follow: `Anne DUPONT.`
pub(super) fn has_surname_in_capitals(line: &Line<'_>) -> bool {
    if line.columns > WIDEST_NAME {
        return false;
    }
    let name = line.text.trim_end_matches('.');
    let Some((first, surname)) = name.rsplit_once(' ') else { return false };
    is_surname_in_capitals(surname)
        && first.split_whitespace().nth(2).is_none()
        && first.split_whitespace().all(is_name_word)
}

/// Reports whether a word may be a surname in capitals.
pub(super) fn is_surname_in_capitals(word: &str) -> bool {
    const FEWEST_LETTERS: usize = 3;
    word.chars().filter(|c| c.is_uppercase()).nth(FEWEST_LETTERS - 1).is_some()
        && word.chars().all(|c| c.is_uppercase() || c == '-' || text::is_apostrophe(c))
        && !dateline::is_agency_name(word)
}

/// Reports whether a word is capitalized like a name. `NAIROBI, Kenya` is a place.
pub(super) fn is_name_word(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
        && word.chars().all(|c| c.is_alphabetic() || c == '-' || c == '.' || text::is_apostrophe(c))
        && (word.chars().any(char::is_lowercase) || word.ends_with('.'))
}

/// Reports whether a line is a name in capitals: `JANE DOE`. One word may be a place or an agency.
pub(super) fn is_in_capitals(line: &str) -> bool {
    let is_word = |word: &str| {
        word.chars().count() > 1 && word.chars().all(|c| c.is_uppercase() || matches!(c, '-' | '\''))
    };
    (2..=3).contains(&line.split_whitespace().count())
        && line.split_whitespace().all(is_word)
        && !dateline::is_city(line)
        && !dateline::is_agency(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_may_have_its_surname_in_capitals_and_a_stop() {
        for line in ["Ruth Calder", "Lucía Ferrer | Valencia", "Anne DUPONT.", "Kemal YILDIRIM"] {
            assert!(is_bare_name(&Line::measure(line)), "{line}");
        }
        for line in ["Ruth Calder wins.", "Radio FM", "Agence AFP", "Storm over Leeds", "Une femme du GIGN."]
        {
            assert!(!is_bare_name(&Line::measure(line)), "{line}");
        }
    }
}
