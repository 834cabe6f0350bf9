//! The words next to a mark.

use text::{is_closing_mark, is_opening_mark};

/// The longest word that is read, in characters. It bounds the work for each mark.
const LONGEST_WORD: usize = 32;

/// Returns the word that `text` ends with; it is empty if `text` ends with a space or a mark other than a
/// stop.
pub(super) fn last_word(text: &str) -> &str {
    let bytes = text.as_bytes();
    let plain = bytes.iter().rev().take(LONGEST_WORD).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let before = text.len().checked_sub(plain + 1).and_then(|at| bytes.get(at));
    // Most words are letters and digits of ASCII after a space.
    let length = if plain == LONGEST_WORD || before.is_none_or(|byte| *byte == b' ') {
        plain
    } else {
        let characters = text.chars().rev().take(LONGEST_WORD);
        characters.take_while(|character| !separates_words(*character)).map(char::len_utf8).sum()
    };
    text.get(text.len() - length..).unwrap_or("")
}

fn separates_words(character: char) -> bool {
    if character.is_ascii_alphanumeric() {
        return false;
    }
    character.is_whitespace()
        || matches!(character, ',' | ';' | ':' | '!' | '?' | '–' | '—' | '…' | '•')
        || is_opening_mark(character)
        || is_closing_mark(character)
        || (!character.is_ascii() && text::is_sentence_terminal(character))
}

/// Returns the letters and digits that `text` begins with.
pub(super) fn leading_word(text: &str) -> &str {
    let bytes = text.as_bytes();
    let plain = bytes.iter().take(LONGEST_WORD).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let length = if plain == LONGEST_WORD || bytes.get(plain).is_none_or(u8::is_ascii) {
        plain
    } else {
        let characters = text.chars().take(LONGEST_WORD);
        characters.take_while(|character| character.is_alphanumeric()).map(char::len_utf8).sum()
    };
    text.get(..length).unwrap_or("")
}
