//! Accented letters written as HTML character references or with combining marks.

/// Accents: their name in a character reference, their combining mark, and the letters they make,
/// each after its base letter.
const ACCENTS: [(&str, char, &str); 9] = [
    ("acute", '\u{301}', "aáeéiíoóuúyýcćnńsśzźAÁEÉIÍOÓUÚYÝ"),
    ("grave", '\u{300}', "aàeèiìoòuùAÀEÈIÌOÒUÙ"),
    ("circ", '\u{302}', "aâeêiîoôuûcĉgĝhĥjĵsŝAÂEÊIÎOÔUÛ"),
    ("uml", '\u{308}', "aäeëiïoöuüyÿAÄEËIÏOÖUÜиїеё"),
    ("tilde", '\u{303}', "aãnñoõAÃNÑOÕ"),
    ("ring", '\u{30a}', "aåuůAÅ"),
    ("cedil", '\u{327}', "cçsştţCÇSŞ"),
    ("caron", '\u{30c}', "cčsšzžeěrřnňdďCČSŠZŽ"),
    ("breve", '\u{306}', "aăgğuŭийуў"),
];

/// Other named references that are letters.
const LETTERS: [(&str, char); 9] = [
    ("szlig", 'ß'),
    ("aelig", 'æ'),
    ("AElig", 'Æ'),
    ("oslash", 'ø'),
    ("Oslash", 'Ø'),
    ("oelig", 'œ'),
    ("eth", 'ð'),
    ("thorn", 'þ'),
    ("shy", '\u{ad}'),
];

/// Longest character reference, in bytes: `&thetasym;` and the like.
const LONGEST: usize = 12;

/// The character that the reference at the start of `text` stands for, and the reference's length.
///
/// A reference that is no letter reads as a space.
pub(crate) fn decoded(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let name = text.get(1..end)?;
    if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#') {
        return None;
    }
    Some((numbered(name).or_else(|| named(name)).unwrap_or(' '), end + 1))
}

/// `base` and a combining `mark` as one letter.
pub(crate) fn composed(base: char, mark: char) -> Option<char> {
    ACCENTS.iter().find(|(_, accent, _)| *accent == mark).and_then(|(_, _, letters)| made(letters, base))
}

fn numbered(name: &str) -> Option<char> {
    let number = name.strip_prefix('#')?;
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code)
}

fn named(name: &str) -> Option<char> {
    if let Some((_, letter)) = LETTERS.iter().find(|(known, _)| *known == name) {
        return Some(*letter);
    }
    let mut characters = name.chars();
    let base = characters.next()?;
    let accent = characters.as_str();
    ACCENTS.iter().find(|(known, _, _)| *known == accent).and_then(|(_, _, letters)| made(letters, base))
}

fn made(letters: &str, base: char) -> Option<char> {
    let bases = letters.chars().step_by(2);
    bases.zip(letters.chars().skip(1).step_by(2)).find(|(letter, _)| *letter == base).map(|(_, made)| made)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(reference: &str, expected: Option<char>) {
        assert_eq!(decoded(reference).map(|(character, _)| character), expected, "{reference}");
    }

    #[test]
    fn letters_are_read_by_name_and_by_number() {
        check("&eacute;", Some('é'));
        check("&Ouml;l", Some('Ö'));
        check("&szlig;", Some('ß'));
        check("&#1071;", Some('Я'));
        check("&#x42F;", Some('Я'));
    }

    #[test]
    fn what_is_no_letter_reads_as_a_space() {
        check("&nbsp;", Some(' '));
        check("&#xFFFFFFF;", Some(' '));
    }

    #[test]
    fn an_ampersand_alone_is_no_reference() {
        check("& co;", None);
        check("&;", None);
        check("&", None);
    }

    #[test]
    fn an_accent_joins_its_letter() {
        assert_eq!(composed('e', '\u{301}'), Some('é'));
        assert_eq!(composed('и', '\u{306}'), Some('й'));
        assert_eq!(composed('x', '\u{301}'), None);
    }
}
