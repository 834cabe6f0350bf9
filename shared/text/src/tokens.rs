//! Words, numbers and marks (word boundaries of Unicode Standard Annex #29).

use unicode_segmentation::UnicodeSegmentation;

use crate::Span;

/// One word, number, punctuation mark or symbol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the tokenized text.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Has a letter.
    Word,
    /// Has a digit and no letter.
    Number,
    /// Punctuation: neither letter, digit nor symbol.
    Punctuation,
    /// A currency, mathematical or pictorial sign.
    Symbol,
}

/// How a word uses capitals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// No capital letter: `rain`.
    Lower,
    /// A capital first and none after: `Oslo`, `X`.
    Title,
    /// Two or more letters, all capitals: `NATO`, `U.S`.
    Upper,
    /// Capitals elsewhere: `McDonald`, `iPhone`.
    Mixed,
    /// A script without capitals, or no letter at all.
    Caseless,
}

/// The tokens of `text` in order; white space lies between them and belongs to none.
///
/// In scripts written without spaces each character is a token of its own.
pub fn tokenize(text: &str) -> impl Iterator<Item = Token> + '_ {
    text.split_word_bound_indices()
        .filter(|(_, piece)| {
            !piece.chars().all(|character| character.is_whitespace() || character.is_control())
        })
        .map(|(start, piece)| {
            // A combining mark keeps the space before it in its piece (rule WB4); the space is no part of the token.
            let token = piece.trim();
            let start = start + (piece.len() - piece.trim_start().len());
            Token { span: Span::new(start, start + token.len()), kind: kind(token) }
        })
}

fn kind(piece: &str) -> TokenKind {
    if piece.chars().any(char::is_alphabetic) {
        TokenKind::Word
    } else if piece.chars().any(char::is_numeric) {
        TokenKind::Number
    } else if piece.chars().any(is_punctuation) {
        TokenKind::Punctuation
    } else {
        TokenKind::Symbol
    }
}

fn is_punctuation(character: char) -> bool {
    (character.is_ascii_punctuation()
        && !matches!(character, '$' | '+' | '<' | '=' | '>' | '^' | '`' | '|' | '~'))
        || crate::is_sentence_terminal(character)
        || crate::is_quotation_mark(character)
        || crate::is_opening_mark(character)
        || crate::is_closing_mark(character)
        || crate::is_dash(character)
        || matches!(
            character,
            '、' | '，' | '：' | '；' | '・' | '،' | '؛' | '·' | '•' | '§' | '¶' | '†' | '‡' | '‰'
        )
}

/// How `word` uses capitals.
pub fn shape(word: &str) -> Shape {
    let mut letters = word.chars().filter(|character| character.is_alphabetic());
    let Some(first) = letters.next() else { return Shape::Caseless };
    let (mut upper, mut lower) = (usize::from(first.is_uppercase()), usize::from(first.is_lowercase()));
    for letter in letters {
        upper += usize::from(letter.is_uppercase());
        lower += usize::from(letter.is_lowercase());
    }
    match (upper, lower) {
        (0, 0) => Shape::Caseless,
        (0, _) => Shape::Lower,
        (1, _) if first.is_uppercase() => Shape::Title,
        (_, 0) => Shape::Upper,
        _ => Shape::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = tokenize(text).map(|token| token.span.of(text)).collect();
        assert_eq!(found, expected, "tokens of {text:?}");
    }

    #[test]
    fn a_space_before_a_combining_mark_belongs_to_no_token() {
        check("Mr. \u{301}A", &["Mr", ".", "\u{301}", "A"]);
    }

    #[test]
    fn words_and_marks_are_tokens_of_their_own() {
        check("Rain, again.", &["Rain", ",", "again", "."]);
    }

    #[test]
    fn an_apostrophe_inside_a_word_stays_in_it() {
        check("it’s l'eau", &["it’s", "l'eau"]);
    }

    #[test]
    fn decimals_and_thousands_stay_whole() {
        check("$3.5 and 1,200", &["$", "3.5", "and", "1,200"]);
    }

    #[test]
    fn scripts_without_spaces_give_a_token_a_character() {
        check("北京下雨", &["北", "京", "下", "雨"]);
    }

    #[test]
    fn kinds_tell_words_numbers_marks_and_symbols() {
        use TokenKind::{Number, Punctuation, Symbol, Word};
        let kinds: Vec<TokenKind> = tokenize("Oslo 42 ! €").map(|token| token.kind).collect();
        assert_eq!(kinds, [Word, Number, Punctuation, Symbol]);
    }

    #[test]
    fn shapes_tell_how_a_word_uses_capitals() {
        use Shape::{Caseless, Lower, Mixed, Title, Upper};
        for (word, expected) in [
            ("rain", Lower),
            ("Oslo", Title),
            ("X", Title),
            ("NATO", Upper),
            ("U.S", Upper),
            ("McDonald", Mixed),
        ] {
            assert_eq!(shape(word), expected, "{word}");
        }
        for word in ["北京", "42", "القاهرة", ""] {
            assert_eq!(shape(word), Caseless, "{word}");
        }
    }

    proptest! {
        #[test]
        fn tokens_are_ordered_apart_and_leave_only_white_space(text in "\\PC{0,200}") {
            let mut end = 0;
            for token in tokenize(&text) {
                prop_assert!(token.span.start >= end && token.span.end > token.span.start);
                let between = Span::new(end, token.span.start).of(&text);
                prop_assert!(between.chars().all(|c| c.is_whitespace() || c.is_control()));
                end = token.span.end;
            }
        }
    }
}
