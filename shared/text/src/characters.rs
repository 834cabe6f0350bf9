//! Classes of characters that more than one stage uses.
//!
//! Most marks of most texts are ASCII, so the functions for marks test ASCII first.

use crate::script::{Script, script_of};

/// Reports whether a character may end a sentence in a script that the pipeline reads.
///
/// A full stop may also belong to an abbreviation or a number. The Greek question mark is the semicolon,
/// which only the Greek rules of the segmenter treat as an end. Source: the property `STerm` (Unicode
/// Standard Annex #29), with the Armenian `՜` and `՞`.
#[inline]
pub fn is_sentence_terminal(character: char) -> bool {
    match character {
        '\0'..='\x7f' => matches!(character, '.' | '!' | '?'),
        _ => matches!(
            character,
            '…' | '‼'
                | '⁇'
                | '⁈'
                | '⁉'
                | '。'
                | '！'
                | '？'
                | '．'
                | '｡'
                | '؟'
                | '۔'
                | '؝'
                | '؞'
                | '।'
                | '॥'
                | '։'
                | '՜'
                | '՞'
                | '።'
                | '፧'
                | '፨'
                | '။'
                | '၊'
                | '។'
                | '៕'
        ),
    }
}

/// Reports whether a character is a quotation mark: single or double, opening or closing, of any script.
#[inline]
pub fn is_quotation_mark(character: char) -> bool {
    if character.is_ascii() {
        return matches!(character, '"' | '\'');
    }
    matches!(
        character,
        '“' | '”'
            | '„'
            | '‟'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '「'
            | '」'
            | '『'
            | '』'
            | '＂'
            | '〝'
            | '〞'
            | '〟'
    ) || is_apostrophe(character)
}

/// Reports whether a character is used as an apostrophe or a single quotation mark.
#[inline]
pub fn is_apostrophe(character: char) -> bool {
    match character {
        '\0'..='\x7f' => character == '\'',
        _ => matches!(character, '’' | '‘' | '‚' | '‛' | 'ʼ' | '＇' | '′'),
    }
}

/// Reports whether a character is an opening bracket or quotation mark. The straight `"` and `'` open and
/// close.
#[inline]
pub fn is_opening_mark(character: char) -> bool {
    match character {
        '\0'..='\x7f' => matches!(character, '(' | '[' | '{' | '"' | '\''),
        _ => matches!(
            character,
            '“' | '„'
                | '‟'
                | '«'
                | '‹'
                | '‘'
                | '‚'
                | '‛'
                | '「'
                | '『'
                | '（'
                | '【'
                | '《'
                | '〈'
                | '〔'
                | '［'
                | '¿'
                | '¡'
        ),
    }
}

/// Reports whether a character is a closing bracket or quotation mark. The straight `"` and `'` open and
/// close.
///
/// German closes quotations with `“`, `‘` or `«`, and some Nordic texts with `»`, so these are included.
#[inline]
pub fn is_closing_mark(character: char) -> bool {
    match character {
        '\0'..='\x7f' => matches!(character, ')' | ']' | '}' | '"' | '\''),
        _ => matches!(
            character,
            '”' | '“'
                | '»'
                | '«'
                | '›'
                | '‹'
                | '’'
                | '‘'
                | '」'
                | '』'
                | '）'
                | '】'
                | '》'
                | '〉'
                | '〕'
                | '］'
        ),
    }
}

/// Reports whether a character is a hyphen or a dash of any length.
pub fn is_dash(character: char) -> bool {
    matches!(character, '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '－' | '﹣')
}

/// Reports whether a character cannot be seen and belongs to no word: a byte order mark, a zero-width space, a
/// soft hyphen, a mark of direction.
///
/// The zero-width joiners are not among them, because they shape letters: `می\u{200c}شود`.
#[inline]
pub fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}')
}

/// Reports whether a character belongs to a script without spaces between words.
pub fn is_without_spaces(character: char) -> bool {
    !character.is_ascii()
        && matches!(
            script_of(character),
            Script::Han
                | Script::Hiragana
                | Script::Katakana
                | Script::Thai
                | Script::Lao
                | Script::Khmer
                | Script::Myanmar
                | Script::Tibetan
        )
}

/// Returns whether a character is a punctuation mark. Signs of currency and mathematics are none.
pub(crate) fn is_punctuation(character: char) -> bool {
    // ASCII's definition includes signs that Unicode classes as symbols.
    (character.is_ascii_punctuation()
        && !matches!(character, '$' | '+' | '<' | '=' | '>' | '^' | '`' | '|' | '~'))
        || is_sentence_terminal(character)
        || is_quotation_mark(character)
        || is_opening_mark(character)
        || is_closing_mark(character)
        || is_dash(character)
        || matches!(
            character,
            '、' | '，' | '：' | '；' | '・' | '،' | '؛' | '·' | '•' | '§' | '¶' | '†' | '‡' | '‰'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_with_marks_of_many_scripts() {
        assert!(['.', '?', '。', '؟', '।', '።', '։'].into_iter().all(is_sentence_terminal));
        assert!(![',', ':', '،', '、', 'a'].into_iter().any(is_sentence_terminal));
    }

    #[test]
    fn german_closing_quotation_marks_close() {
        assert!(is_opening_mark('„') && is_closing_mark('“'));
    }

    #[test]
    fn chinese_japanese_and_thai_have_no_spaces_and_korean_has() {
        assert!(['中', 'か', 'カ', 'ก'].into_iter().all(is_without_spaces));
        assert!(!['서', 'a', 'я', 'ا', '。'].into_iter().any(is_without_spaces));
    }
}
