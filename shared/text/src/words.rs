//! Words and numbers without punctuation, with a fast path for ASCII text.

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
    runs(text).flat_map(move |run| {
        let (plain, other) = match plain(run, text) {
            Plain::Word(token) => (Some(token), None),
            Plain::Marks => (None, None),
            Plain::No => (None, Some(run)),
        };
        let other = other.into_iter().flat_map(move |run| {
            let tokens = tokenize(run.of(text));
            tokens.map(move |token| Token { span: token.span.shifted(run.start), ..token })
        });
        let is_word = |token: &Token| matches!(token.kind, TokenKind::Word | TokenKind::Number);
        plain.into_iter().chain(other.filter(is_word))
    })
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

/// Returns the runs of `text` between spaces at which no word can go on.
fn runs(text: &str) -> impl Iterator<Item = Span> + '_ {
    let bytes = text.as_bytes();
    let end_of = |at: usize, is_in: fn(&u8) -> bool| {
        at + bytes.get(at..).unwrap_or_default().iter().take_while(|byte| is_in(byte)).count()
    };
    let end_of_space = move |at| end_of(at, u8::is_ascii_whitespace);
    let end_of_run = move |at| end_of(at, |byte| !byte.is_ascii_whitespace());
    // After a space a combining mark may follow that joins it to the word, but only outside ASCII.
    let separates = |after_space: usize| bytes.get(after_space).is_none_or(u8::is_ascii);
    let mut at = 0;
    std::iter::from_fn(move || {
        let after = end_of_space(at);
        let start = if separates(after) { after } else { at };
        let mut end = end_of_run(after);
        at = end_of_space(end);
        // A combining mark after the space joins the next run to this one.
        while !separates(at) {
            end = end_of_run(at);
            at = end_of_space(end);
        }
        at = end;
        (start < end).then(|| Span::new(start, end))
    })
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
        fn text_of_awkward_pieces_has_the_words_of_the_tokenizer(pieces in prop::collection::vec(prop::sample::select(vec![
            "a", "B2", "7", "1.5", "_", "'", "’", ".", ":", ",", " ", "  ", "\n", "\r\n", "\t", "\u{301}", "\u{200d}", "é", "“",
            "\u{a0}", "🌧", "北", "カ", "א", "\"", "\u{1}", "\u{1e}", "\u{b}", "\u{c}", "-",
        ]), 0..24)) {
            check(&pieces.concat());
        }
    }
}
