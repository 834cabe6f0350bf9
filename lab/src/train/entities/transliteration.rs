//! Serbian text in the other of its two scripts. The corpus is in Latin letters, most Serbian news in Cyrillic.

use crate::corpus::columns::TaggedDocument;

/// Serbian letters and pairs of letters in both scripts. The letters without a pair in ISO 8859-2 are first.
const LETTERS: [(&str, char); 30] = [
    ("lj", 'љ'),
    ("nj", 'њ'),
    ("dž", 'џ'),
    ("a", 'а'),
    ("b", 'б'),
    ("v", 'в'),
    ("g", 'г'),
    ("d", 'д'),
    ("đ", 'ђ'),
    ("e", 'е'),
    ("ž", 'ж'),
    ("z", 'з'),
    ("i", 'и'),
    ("j", 'ј'),
    ("k", 'к'),
    ("l", 'л'),
    ("m", 'м'),
    ("n", 'н'),
    ("o", 'о'),
    ("p", 'п'),
    ("r", 'р'),
    ("s", 'с'),
    ("t", 'т'),
    ("ć", 'ћ'),
    ("u", 'у'),
    ("f", 'ф'),
    ("h", 'х'),
    ("c", 'ц'),
    ("č", 'ч'),
    ("š", 'ш'),
];

/// Returns the document in Cyrillic letters. Words with letters that Serbian lacks stay as they are, because
/// Cyrillic text has foreign names and Roman numbers in Latin letters, too.
pub(super) fn in_cyrillic(document: &TaggedDocument) -> TaggedDocument {
    let mut document = document.clone();
    for (token, _) in document.iter_mut().flat_map(|sentence| &mut sentence.tokens) {
        if let Some(cyrillic) = cyrillic(token) {
            *token = cyrillic;
        }
    }
    document
}

fn cyrillic(word: &str) -> Option<String> {
    let lower = word.to_lowercase();
    // Roman numbers, and text whose small letters have another length than its capitals.
    if lower.len() != word.len() || word.chars().all(|letter| "IVX".contains(letter)) {
        return None;
    }
    let mut cyrillic = String::new();
    let mut at = 0;
    while let Some(rest) = lower.get(at..).filter(|rest| !rest.is_empty()) {
        let capital = word.get(at..)?.starts_with(char::is_uppercase);
        let listed = LETTERS.iter().find(|(latin, _)| rest.starts_with(latin));
        let (length, letter) = match (listed, rest.chars().next()?) {
            (Some((latin, letter)), _) => (latin.len(), *letter),
            (None, other) if other.is_alphabetic() => return None,
            (None, other) => (other.len_utf8(), other),
        };
        if capital {
            cyrillic.extend(letter.to_uppercase());
        } else {
            cyrillic.push(letter);
        }
        at += length;
    }
    Some(cyrillic)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, expected: Option<&str>) {
        assert_eq!(cyrillic(word).as_deref(), expected, "{word:?}");
    }

    #[test]
    fn pairs_of_letters_become_one() {
        check("Ljubljana", Some("Љубљана"));
        check("NJEGOŠ", Some("ЊЕГОШ"));
        check("Džordž", Some("Џорџ"));
        check("28-godišnji", Some("28-годишњи"));
    }

    #[test]
    fn foreign_words_and_roman_numbers_stay_in_latin_letters() {
        check("Windows", None);
        check("XIV", None);
    }
}
