//! Words and numbers without punctuation, with a fast path for ASCII text.

use crate::plain::runs;
use crate::{Span, Token, TokenKind, tokenize};

/// Returns the words and numbers of `text` in order: the tokens of [`tokenize`] without punctuation and
/// symbols.
///
/// A space between two ASCII characters always separates words (Unicode Standard Annex #29). So a word of
/// ASCII letters and digits does not need the rules of the annex. Most words of most news are such words.
///
/// ```
/// # use wiredesk_text as text;
/// let text = "It rained 5.3 cm, again.";
/// let words: Vec<&str> = text::words(text).map(|word| word.span.of(text)).collect();
/// assert_eq!(words, ["It", "rained", "5.3", "cm", "again"]);
/// ```
pub fn words(text: &str) -> impl Iterator<Item = Token> + '_ {
    let mut runs = runs(text);
    let mut other = None;
    std::iter::from_fn(move || {
        loop {
            if let Some(token) = other.as_mut().and_then(next_word) {
                return Some(token);
            }
            let run = runs.next()?;
            other = None;
            match plain(run, text) {
                Plain::Word(token) => return Some(token),
                Plain::Marks => {}
                Plain::No => {
                    let tokens = tokenize(run.of(text));
                    other =
                        Some(tokens.map(move |token| Token { span: token.span.shifted(run.start), ..token }));
                }
            }
        }
    })
}

fn next_word(tokens: &mut impl Iterator<Item = Token>) -> Option<Token> {
    tokens.find(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
}

/// The result of the fast path.
enum Plain {
    /// The run is one word or number of ASCII letters and digits, perhaps with marks around it.
    Word(Token),
    /// The run has only ASCII marks.
    Marks,
    /// The run needs the rules of the annex.
    No,
}

fn plain(run: Span, text: &str) -> Plain {
    let bytes = run.of(text).as_bytes();
    // An underscore is part of the words it touches.
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
    let start = run.start + before;
    Plain::Word(Token { span: Span::new(start, start + length), kind })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Checks that `words` returns the same as `tokenize` without marks.
    fn check(text: &str) {
        let is_word = |token: &Token| matches!(token.kind, TokenKind::Word | TokenKind::Number);
        let expected: Vec<Token> = tokenize(text).filter(is_word).collect();
        assert_eq!(words(text).collect::<Vec<_>>(), expected, "{text:?}");
    }

    #[test]
    fn words_are_the_same_as_the_tokenizer_s() {
        check("It's 5.3 km, said the U.S. envoy (of 12).  \"Yes\" - no…");
        check("snake_case _x x_ #tag $5 .5 5% a:b e-mail AT&T\tend\r\n");
        check("“We left”, she said – and Zoë’s café\u{a0}closed.");
        check("北京下雨 today カメラ");
        check("В Перми открыли мост.");
    }

    #[test]
    fn a_combining_mark_after_a_space_does_not_join_two_words() {
        check(" \u{301}a");
        check("a \u{301}b c\u{301} d \u{200d}e");
    }

    proptest! {
        #[test]
        fn any_text_has_the_words_of_the_tokenizer(text in "\\PC{0,80}") {
            check(&text);
        }

        #[test]
        fn text_of_awkward_pieces_has_the_words_of_the_tokenizer(
            pieces in prop::collection::vec(prop::sample::select(crate::plain::AWKWARD), 0..24),
        ) {
            check(&pieces.concat());
        }
    }
}
