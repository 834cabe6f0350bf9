//! Classes of characters that more than one stage asks about.
//!
//! Most text is ASCII, so what is asked of every mark looks there first.

use crate::script::{Script, script_of};

/// Marks that may end a sentence, over the scripts the pipeline reads.
///
/// The Greek question mark is the semicolon and is left to the Greek rules; a full stop may also
/// belong to an abbreviation or a number. Armenian `՜` and `՞` stand inside the word they stress and end
/// nothing. Source: the `STerm` property (Unicode Standard Annex #29).
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

/// Any quotation mark, single or double, opening or closing, of any script.
pub fn is_quotation_mark(character: char) -> bool {
    matches!(
        character,
        '"' | '“'
            | '”'
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

/// The marks used for an apostrophe or a single quotation mark.
pub fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’' | '‘' | '‚' | '‛' | 'ʼ' | '＇' | '′')
}

/// Opening brackets and quotation marks; the straight marks `"` and `'` count as both.
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

/// Closing brackets and quotation marks; the straight marks `"` and `'` count as both.
///
/// German and some Nordic usage closes with `“`, `‘` or `»`, `«` in either direction, so those are here too.
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

/// Hyphens and dashes of any length.
pub fn is_dash(character: char) -> bool {
    matches!(character, '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '－' | '﹣')
}

/// Whether a character belongs to a script that writes without spaces between words.
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
    fn chinese_japanese_and_thai_write_without_spaces_korean_does_not() {
        assert!(['中', 'か', 'カ', 'ก'].into_iter().all(is_without_spaces));
        assert!(!['서', 'a', 'я', 'ا', '。'].into_iter().any(is_without_spaces));
    }
}
