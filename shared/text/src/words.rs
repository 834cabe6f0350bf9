//! Words and numbers without the marks between them, fast where the text is ASCII.

use crate::{Span, Token, TokenKind, tokenize};

/// The words and numbers of `text` in order: what [`tokenize`] gives, without punctuation and symbols.
///
/// Between two ASCII characters a space always parts words (Unicode Standard Annex #29), so a word that
/// is nothing but ASCII letters and digits needs no look at the rules. Most words of most news are such.
pub fn words(text: &str) -> impl Iterator<Item = Token> + '_ {
    stretches(text).flat_map(move |stretch| {
        let (plain, other) = match plain(stretch, text) {
            Plain::Word(token) => (Some(token), None),
            Plain::Marks => (None, None),
            Plain::No => (None, Some(stretch)),
        };
        let other = other.into_iter().flat_map(move |stretch| {
            let tokens = tokenize(stretch.of(text));
            tokens.map(move |token| Token { span: token.span.shifted(stretch.start), ..token })
        });
        let is_word = |token: &Token| matches!(token.kind, TokenKind::Word | TokenKind::Number);
        plain.into_iter().chain(other.filter(is_word))
    })
}

/// What a stretch is made of.
enum Plain {
    /// One word or number of ASCII letters and digits, with marks around it or without.
    Word(Token),
    /// Nothing but ASCII marks.
    Marks,
    /// Something else.
    No,
}

/// Stretches of `text` that no word reaches beyond, without the space between them.
fn stretches(text: &str) -> impl Iterator<Item = Span> + '_ {
    let bytes = text.as_bytes();
    let end_of = |at: usize, is_in: fn(&u8) -> bool| {
        at + bytes.get(at..).unwrap_or_default().iter().take_while(|byte| is_in(byte)).count()
    };
    let end_of_space = move |at| end_of(at, u8::is_ascii_whitespace);
    let end_of_piece = move |at| end_of(at, |byte| !byte.is_ascii_whitespace());
    // What follows a space may be a mark that joins it, unless it is ASCII.
    let parts = |after_space: usize| bytes.get(after_space).is_none_or(u8::is_ascii);
    let mut at = 0;
    std::iter::from_fn(move || {
        let after = end_of_space(at);
        let start = if parts(after) { after } else { at };
        let mut end = end_of_piece(after);
        at = end_of_space(end);
        while !parts(at) {
            end = end_of_piece(at);
            at = end_of_space(end);
        }
        at = end;
        (start < end).then(|| Span::new(start, end))
    })
}

fn plain(stretch: Span, text: &str) -> Plain {
    let bytes = stretch.of(text).as_bytes();
    // An underscore joins what it touches.
    let is_mark = |byte: &&u8| byte.is_ascii() && !byte.is_ascii_alphanumeric() && **byte != b'_';
    let before = bytes.iter().take_while(is_mark).count();
    let word = bytes.get(before..).unwrap_or_default();
    let length = word.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let after = word.get(length..).unwrap_or_default();
    if !after.iter().all(|byte| is_mark(&byte)) {
        return Plain::No;
    }
    let word = word.get(..length).unwrap_or_default();
    if word.is_empty() {
        return Plain::Marks;
    }
    let has_letter = word.iter().any(u8::is_ascii_alphabetic);
    let kind = if has_letter { TokenKind::Word } else { TokenKind::Number };
    let start = stretch.start + before;
    Plain::Word(Token { span: Span::new(start, start + length), kind })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// By definition the same as `tokenize` without marks.
    fn check(text: &str) {
        let is_word = |token: &Token| matches!(token.kind, TokenKind::Word | TokenKind::Number);
        let expected: Vec<Token> = tokenize(text).filter(is_word).collect();
        assert_eq!(words(text).collect::<Vec<_>>(), expected, "{text:?}");
    }

    #[test]
    fn words_are_those_of_the_tokenizer() {
        check("It's 5.3 km, said the U.S. envoy (of 12).  \"Yes\" - no…");
        check("snake_case _x x_ #tag $5 .5 5% a:b e-mail AT&T\tend\r\n");
        check("“We left”, she said – and Zoë’s café\u{a0}closed.");
        check("北京下雨 today カメラ");
        check("В Перми открыли мост.");
    }

    #[test]
    fn a_mark_after_a_space_joins_nothing_to_the_word_before() {
        check(" \u{301}a");
        check("a \u{301}b c\u{301} d \u{200d}e");
    }

    proptest! {
        #[test]
        fn any_text_has_the_words_of_the_tokenizer(text in "\\PC{0,80}") {
            check(&text);
        }

        #[test]
        fn so_has_text_of_awkward_pieces(pieces in prop::collection::vec(prop::sample::select(vec![
            "a", "B2", "7", "1.5", "_", "'", "’", ".", ":", ",", " ", "  ", "\n", "\r\n", "\t", "\u{301}", "\u{200d}", "é", "“",
            "\u{a0}", "🌧", "北", "カ", "א", "\"", "\u{1}", "\u{1e}", "\u{b}", "\u{c}", "-",
        ]), 0..24)) {
            check(&pieces.concat());
        }
    }
}
