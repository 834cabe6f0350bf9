//! The forms in which names are compared.

use std::borrow::Cow;

use text::is_apostrophe;
use unicode_normalization::char::decompose_canonical;

/// The ampersand as markup writes it.
pub(crate) const AMPERSANDS: [&str; 2] = ["&amp;", "&#38;"];

/// Returns a token without stops and with the straight apostrophe: the form of names in the gazetteer.
pub(crate) fn normalised(token: &str) -> Cow<'_, str> {
    // Most tokens of most texts.
    if token.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return Cow::Borrowed(token);
    }
    let is_odd = |character: char| character == '.' || (character != '\'' && is_apostrophe(character));
    if AMPERSANDS.contains(&token) {
        return Cow::Borrowed("&");
    }
    if !token.contains(is_odd) {
        return Cow::Borrowed(token);
    }
    let plain = token.chars().filter(|character| *character != '.');
    Cow::Owned(plain.map(|character| if is_apostrophe(character) { '\'' } else { character }).collect())
}

/// Returns a name in lower case with plain Latin letters, so that "São Tomé" equals "Sao Tome".
///
/// Marks on letters of other scripts stay, because there they make another letter: "й" is not "и".
pub(crate) fn folded(name: &str) -> String {
    if name.is_ascii() {
        return name.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(name.len());
    for letter in name.chars().flat_map(char::to_lowercase) {
        match plain_letter(letter) {
            Plain::Letter(plain) => folded.push(plain),
            Plain::Letters(plain) => folded.push_str(plain),
        }
    }
    folded
}

/// A letter without marks.
enum Plain {
    /// One letter.
    Letter(char),
    /// Any number of letters, such as "ae" for "æ".
    Letters(&'static str),
}

/// Returns the plain form of a letter. The table has the Latin letters that Unicode does not decompose into
/// an ASCII letter and marks.
fn plain_letter(letter: char) -> Plain {
    Plain::Letters(match letter {
        'đ' | 'ð' => "d",
        'ə' => "e",
        'ħ' => "h",
        'ı' => "i",
        'ł' | 'ŀ' => "l",
        'ŋ' => "n",
        'ø' => "o",
        'ŧ' => "t",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'þ' => "th",
        'ĳ' => "ij",
        'ǆ' => "dz",
        // The dot that is left when the Turkish capital İ becomes small.
        '\u{307}' => "",
        _ => return Plain::Letter(base_letter(letter)),
    })
}

/// Returns the ASCII letter under the marks of `letter`, or `letter` itself where there is none.
fn base_letter(letter: char) -> char {
    if letter.is_ascii() {
        return letter;
    }
    let mut base = None;
    decompose_canonical(letter, |part| {
        base.get_or_insert(part);
    });
    base.filter(char::is_ascii_alphabetic).unwrap_or(letter)
}

/// Returns a name with only the first letter of each word left as it is and all others in lower case: "KIM
/// JONG-UN" becomes "Kim Jong-un". Only spaces divide words.
pub(crate) fn title_case(name: &str) -> String {
    let mut is_first = true;
    let mut cased = String::with_capacity(name.len());
    for character in name.chars() {
        if is_first {
            cased.push(character);
        } else {
            cased.extend(character.to_lowercase());
        }
        is_first = character == ' ';
    }
    cased
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_marks_on_latin_letters() {
        for (name, plain) in [
            ("São Tomé", "sao tome"),
            ("Łódź", "lodz"),
            ("Nguyễn", "nguyen"),
            ("Ødegaard", "odegaard"),
            ("İstanbul", "istanbul"),
            ("Straße", "strasse"),
        ] {
            assert_eq!(folded(name), plain);
        }
    }

    #[test]
    fn keeps_marks_on_letters_of_other_scripts() {
        for name in ["москвай", "αθήνα", "서울", "القاهرة"] {
            assert_eq!(folded(name), name);
        }
    }

    #[test]
    fn folds_every_letter_of_latin_alphabets_with_marks() {
        for (marked, plain) in [
            ("àáâãäåāăąǎạảấầẩẫậắằẳẵặ", 'a'),
            ("çćĉċč", 'c'),
            ("ďđð", 'd'),
            ("èéêëēĕėęěẹẻẽếềểễệə", 'e'),
            ("ĝğġģǧ", 'g'),
            ("ĥħ", 'h'),
            ("ìíîïĩīĭįıỉị", 'i'),
            ("ĵ", 'j'),
            ("ķ", 'k'),
            ("ĺļľłŀ", 'l'),
            ("ñńņňŋ", 'n'),
            ("òóôõöøōŏőơọỏốồổỗộớờởỡợ", 'o'),
            ("ŕŗř", 'r'),
            ("śŝşšș", 's'),
            ("ţťțŧ", 't'),
            ("ùúûüũūŭůűųưụủứừửữự", 'u'),
            ("ŵ", 'w'),
            ("ýÿŷỳỵỷỹ", 'y'),
            ("źżž", 'z'),
        ] {
            assert!(folded(marked).chars().all(|letter| letter == plain), "{}", folded(marked));
        }
    }

    #[test]
    fn keeps_the_first_letter_of_each_word() {
        assert_eq!(title_case("KIM JONG-UN"), "Kim Jong-un");
        assert_eq!(title_case("SÃO TOMÉ"), "São Tomé");
        assert_eq!(title_case("de WIT"), "de Wit");
    }
}
