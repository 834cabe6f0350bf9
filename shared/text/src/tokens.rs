//! Splits a text into words, numbers and marks, at the word boundaries of Unicode Standard Annex #29.

use unicode_segmentation::UnicodeSegmentation;

use crate::{
    Span,
    characters::is_punctuation,
    plain::{PlainTokens, runs},
    token::{Token, TokenKind},
};

/// The pattern of capitals in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// No capital letter: `rain`.
    Lower,
    /// Only the first letter is a capital: `Oslo`, `X`.
    Title,
    /// Two or more letters, all capitals: `NATO`, `U.S`.
    Upper,
    /// Capitals elsewhere: `McDonald`, `iPhone`.
    Mixed,
    /// The script has no capitals, or the word has no letters.
    Caseless,
}

/// Splits `text` into tokens. White space lies between tokens and belongs to none.
///
/// In scripts without spaces each character is a token.
///
/// ```
/// # use wiredesk_text as text;
/// use text::TokenKind::{Number, Punctuation, Word};
///
/// let text = "Rain: 12 mm";
/// let tokens: Vec<_> = text::tokenize(text).map(|token| (token.span.of(text), token.kind)).collect();
/// assert_eq!(tokens, [("Rain", Word), (":", Punctuation), ("12", Number), ("mm", Word)]);
/// ```
pub fn tokenize(text: &str) -> impl Iterator<Item = Token> + '_ {
    let mut runs = runs(text);
    // The rest of the current run. Most runs of most texts are plain, and need no look at the tables of Unicode.
    let (mut plain, mut other) = (None, None);
    std::iter::from_fn(move || {
        loop {
            if let Some(token) = plain.as_mut().and_then(PlainTokens::next) {
                return Some(token);
            }
            if let Some(token) = other.as_mut().and_then(Iterator::next) {
                return Some(token);
            }
            let run = runs.next()?;
            plain = PlainTokens::new(run, text);
            other = if plain.is_none() { Some(annex_tokens(run, text)) } else { None };
        }
    })
}

/// Splits a run of `text` by the rules of the annex.
pub(crate) fn annex_tokens(run: Span, text: &str) -> impl Iterator<Item = Token> + '_ {
    run.of(text)
        .split_word_bound_indices()
        .flat_map(|(start, piece)| parts(start, piece))
        .filter(|(_, piece)| {
            !piece.chars().all(|character| character.is_whitespace() || character.is_control())
        })
        .map(move |(start, piece)| {
            // By rule WB4 a combining mark joins the space before it. The token leaves out that space.
            let token = piece.trim();
            let start = run.start + start + (piece.len() - piece.trim_start().len());
            Token { span: Span::new(start, start + token.len()), kind: kind(token) }
        })
}

/// Cuts a piece at narrow no-break spaces, which the annex puts inside words and numbers: "1 200 €".
fn parts(start: usize, piece: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = start;
    piece.split_inclusive('\u{202f}').map(move |part| {
        at += part.len();
        (at - part.len(), part)
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

/// Returns the pattern of capitals in `word`.
pub fn shape(word: &str) -> Shape {
    // Most words of most texts.
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) && !word.is_empty() {
        return Shape::Lower;
    }
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
    fn words_and_marks_are_separate_tokens() {
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
    fn a_narrow_no_break_space_is_white_space() {
        check("1\u{202f}200\u{202f}euros", &["1", "200", "euros"]);
    }

    #[test]
    fn in_scripts_without_spaces_each_character_is_a_token() {
        check("北京下雨", &["北", "京", "下", "雨"]);
    }

    #[test]
    fn distinguishes_words_numbers_marks_and_symbols() {
        use TokenKind::{Number, Punctuation, Symbol, Word};
        let kinds: Vec<TokenKind> = tokenize("Oslo 42 ! €").map(|token| token.kind).collect();
        assert_eq!(kinds, [Word, Number, Punctuation, Symbol]);
    }

    #[test]
    fn the_shape_is_the_pattern_of_capitals() {
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

    /// Checks that plain runs have the tokens of the annex.
    fn check_annex(text: &str) {
        let expected: Vec<Token> = annex_tokens(Span::whole(text), text).collect();
        assert_eq!(tokenize(text).collect::<Vec<_>>(), expected, "{text:?}");
    }

    #[test]
    fn plain_runs_have_the_tokens_of_the_annex() {
        check_annex(
            "It's 5.3 km, said the U.S. envoy (of 12).  \"Yes\" - no… e-mail 9/11 #tag $5 5% a:b AT&T",
        );
        check_annex("“Zoë’s café”, «Пермь» – ‘Ελλάδα’ — nº 5, Łódź. ʻOkina “…” 3½ µm");
        check_annex(" \u{301}a b \u{301}c\u{b}d\u{1}e\u{7f}\r\n\tf");
    }

    proptest! {
        #[test]
        fn any_text_has_the_tokens_of_the_annex(text in "\\PC{0,80}") {
            check_annex(&text);
        }

        #[test]
        fn text_of_awkward_pieces_has_the_tokens_of_the_annex(
            pieces in prop::collection::vec(prop::sample::select(crate::plain::AWKWARD), 0..24),
        ) {
            check_annex(&pieces.concat());
        }

        #[test]
        fn tokens_are_in_order_and_leave_only_white_space_between_them(text in "\\PC{0,200}") {
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
