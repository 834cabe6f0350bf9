//! Spellings of one phrase made equal: capitals, numbers, spaces, vowel marks and invisible characters.

/// Returns up to `most` characters of `text` in the form in which phrases are compared.
///
/// Letters are small, a number is `#`, white space is one space, and marks that some writers leave out are
/// gone: `4 Min Read` → `# min read`.
pub(super) fn fold(text: &str, most: usize) -> String {
    if text.is_ascii() {
        return fold_ascii(text.get(..most).unwrap_or(text));
    }
    let mut folded = String::with_capacity(text.len().min(most.saturating_mul(2)));
    let mut last = ' ';
    for character in text.chars().take(most) {
        let mut push = |character: char| {
            // A number is one sign, and so is a run of white space.
            if !matches!(character, '#' | ' ') || last != character {
                folded.push(character);
            }
            last = character;
        };
        match character {
            // Most characters of most texts.
            'a'..='z' => {
                folded.push(character);
                last = character;
            }
            ' ' => push(character),
            'A'..='Z' => push(character.to_ascii_lowercase()),
            '0'..='9' => push('#'),
            _ if stays_as_it_is(character) => push(character),
            _ if character.is_whitespace() => push(' '),
            '`' => push('\''),
            '!'..='~' => push(character),
            _ if is_left_out(character) => {}
            _ if character.is_numeric() => push('#'),
            _ => character.to_lowercase().map(plain).filter(|c| !is_left_out(*c)).for_each(&mut push),
        }
    }
    folded
}

/// Reports whether folding does not change a character: the common letters of scripts without capitals, and
/// small letters of Latin and Cyrillic. The Unicode tables would say the same, but take several times as long.
fn stays_as_it_is(character: char) -> bool {
    matches!(character, 'à'..='ö' | 'ø'..='ÿ' | 'а'..='џ' | 'ऄ'..='ॣ' | 'ก'..='\u{e4e}' | 'ぁ'..='ヿ'
        | '一'..='鿿' | '가'..='힣')
}

/// Folds a text of ASCII, as most lines of most texts are.
fn fold_ascii(text: &str) -> String {
    if only_becomes_small(text.as_bytes()) {
        return text.to_ascii_lowercase();
    }
    // Bytes are pushed in half the time of characters.
    let mut folded = Vec::with_capacity(text.len());
    let mut last = b' ';
    for byte in text.bytes() {
        let plain = match byte {
            b'0'..=b'9' => b'#',
            b'\t'..=b'\r' => b' ',
            b'`' => b'\'',
            _ => byte.to_ascii_lowercase(),
        };
        if !(matches!(plain, b'#' | b' ') && plain == last) && plain >= b' ' {
            folded.push(plain);
        }
        last = plain;
    }
    String::from_utf8(folded).unwrap_or_default()
}

/// Reports whether folding only makes the letters of a text of ASCII small, as in most lines. The loop has no early
/// exit, so that the compiler vectorizes it.
fn only_becomes_small(text: &[u8]) -> bool {
    let changes = |byte: &u8| matches!(byte, b'0'..=b'9' | 0..=0x1f | b'`');
    let spaces =
        text.iter().zip(text.iter().skip(1)).fold(false, |found, pair| found | matches!(pair, (b' ', b' ')));
    !spaces && text.first() != Some(&b' ') && !text.iter().fold(false, |found, byte| found | changes(byte))
}

/// Returns the usual form of a letter or mark that has several.
fn plain(character: char) -> char {
    match character {
        '’' | '‘' | 'ʼ' | '＇' | '`' => '\'',
        '：' => ':',
        '（' => '(',
        '）' => ')',
        '＝' => '=',
        'ς' => 'σ',
        // Greek capitals have no accents.
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'أ' | 'إ' | 'آ' => 'ا',
        'ى' | 'ي' => 'ی',
        'ك' => 'ک',
        _ => character,
    }
}

/// Reports whether a character cannot be seen, or is a vowel mark that most writers leave out: the dot of the
/// Turkish `İ` in lower case, Arabic and Hebrew vowels, tatweel.
fn is_left_out(character: char) -> bool {
    text::is_invisible(character)
        || matches!(character, '\u{307}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'..='\u{5c7}' | '\u{64b}'..='\u{652}'
            | '\u{640}' | '\u{200c}' | '\u{200d}' | '\u{fe0e}' | '\u{fe0f}')
}

/// Removes everything but letters, digits and the marks of letters from both ends of a folded text.
pub(super) fn without_marks(folded: &str) -> &str {
    folded.trim_matches(|c: char| !c.is_alphanumeric() && c != '#' && !is_mark_of_letter(c))
}

/// Reports whether a character is a vowel sign or another mark on a letter.
fn is_mark_of_letter(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{610}'..='\u{65f}' | '\u{e31}'..='\u{e4e}'
        | '\u{eb1}'..='\u{ece}' | '\u{102b}'..='\u{103e}' | '\u{17b6}'..='\u{17d3}')
        || (matches!(character, '\u{900}'..='\u{dff}') && !matches!(character, '\u{964}' | '\u{965}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_phrase_are_equal() {
        let check = |text: &str, expected: &str| assert_eq!(fold(text, 99), expected, "{text:?}");
        check("4\u{a0} Min  Read", "# min read");
        check("Updated 10:42, 1,400 comments", "updated #:#, #,# comments");
        check("EDITOR’S NOTE", "editor's note");
        check("İZLE", "izle");
        check("٣ دقائق للقِراءة", "# دقائق للقراءة");
        check("Lese\u{ad}zeit：３分", "lesezeit:#分");
        assert_eq!(fold("abcdef", 3), "abc");
    }

    #[test]
    fn the_shortcut_for_common_letters_changes_nothing() {
        for character in ('\0'..=char::MAX).filter(|character| stays_as_it_is(*character)) {
            let folded: String = character.to_lowercase().map(plain).filter(|c| !is_left_out(*c)).collect();
            assert_eq!(folded, character.to_string());
            assert!(!character.is_whitespace() && !character.is_numeric() && !is_left_out(character));
        }
    }

    #[test]
    fn marks_at_the_ends_fall_away_but_not_those_of_letters() {
        assert_eq!(without_marks("+++ anzeige +++"), "anzeige");
        assert_eq!(without_marks("▶ विज्ञापन ।"), "विज्ञापन");
        assert_eq!(without_marks("(# min read)"), "# min read");
    }
}
