//! Runs of a text that the rules of Unicode Standard Annex #29 split as anybody would: at each mark.
//!
//! A space between two ASCII characters always separates words. Between spaces, a run of common letters, digits and
//! marks needs the rules of the annex only where a mark is inside a word or number: "it's", "3.5". Most runs of most
//! news need none.

use crate::{
    Span,
    characters::is_punctuation,
    token::{Token, TokenKind},
};

/// What the rules need to know of a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    /// A mark that always is a token of its own.
    Mark,
    /// A mark that may join the letters or digits on both sides.
    Joint,
    /// Not visible, and no part of a word.
    Control,
    /// Anything else.
    Other,
}

#[inline]
fn class(character: char) -> Class {
    match character {
        // Letters of ASCII, and those of Latin, Greek and Cyrillic that stand for themselves.
        'a'..='z'
        | 'A'..='Z'
        | 'À'..='Ö'
        | 'Ø'..='ö'
        | 'ø'..='ƺ'
        | 'Α'..='Ρ'
        | 'Σ'..='ώ'
        | 'Ѐ'..='ҁ'
        | 'Ҋ'..='ԯ' => Class::Letter,
        '0'..='9' => Class::Digit,
        '\'' | '.' | ',' | ';' | ':' | '’' | '‘' => Class::Joint,
        '!'..='^' | '`'..='~' | '«' | '»' | '–' | '—' | '“' | '”' | '„' | '…' => Class::Mark,
        '\0'..='^' | '`'..='\x7f' => Class::Control,
        // An underscore joins the words that it touches.
        _ => Class::Other,
    }
}

/// Returns the runs of `text` between spaces at which no word can go on.
pub(crate) fn runs(text: &str) -> impl Iterator<Item = Span> + '_ {
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

/// The tokens of a run that needs no rules of the annex.
pub(crate) struct PlainTokens<'t> {
    /// What is left of the run, and where it begins in the text.
    rest: &'t str,
    start: usize,
}

impl<'t> PlainTokens<'t> {
    /// Returns the tokens of a run of `text`; `None` if it needs the rules of the annex.
    pub(crate) fn new(run: Span, text: &'t str) -> Option<Self> {
        let rest = run.of(text);
        is_plain(rest).then_some(Self { rest, start: run.start })
    }

    /// Returns the next token.
    pub(crate) fn next(&mut self) -> Option<Token> {
        loop {
            let (length, class) = first_piece(self.rest)?;
            let (piece, rest) = self.rest.split_at_checked(length)?;
            let span = Span::new(self.start, self.start + length);
            (self.start, self.rest) = (span.end, rest);
            let kind = match class {
                Class::Control => continue,
                Class::Letter => TokenKind::Word,
                Class::Digit => TokenKind::Number,
                _ if piece.chars().all(is_punctuation) => TokenKind::Punctuation,
                _ => TokenKind::Symbol,
            };
            return Some(Token { span, kind });
        }
    }
}

/// Reports whether a run has common characters only, and no mark between two of a word's.
fn is_plain(run: &str) -> bool {
    let is_of_word = |class: Class| matches!(class, Class::Letter | Class::Digit);
    let (mut before, mut last) = (Class::Mark, Class::Mark);
    run.chars().all(|character| {
        let class = class(character);
        let joins = last == Class::Joint && is_of_word(before) && is_of_word(class);
        (before, last) = (last, class);
        class != Class::Other && !joins
    })
}

/// Returns the length in bytes and the class of the first word, number or mark of a plain run. A word has a letter.
fn first_piece(run: &str) -> Option<(usize, Class)> {
    let mut characters = run.chars();
    let first = characters.next()?;
    let (mut length, mut kind) = (first.len_utf8(), class(first));
    if matches!(kind, Class::Letter | Class::Digit) {
        for character in characters {
            match class(character) {
                Class::Letter => kind = Class::Letter,
                Class::Digit => {}
                _ => break,
            }
            length += character.len_utf8();
        }
    }
    Some((length, kind))
}

/// Pieces that the rules of the annex treat in many ways.
#[cfg(test)]
pub(crate) const AWKWARD: &[&str] = &[
    "a", "B2", "7", "1.5", "_", "'", "’", "‘", ".", ":", ",", ";", " ", "  ", "\n", "\r\n", "\t", "\u{301}",
    "\u{200d}", "é", "ж", "Ω", "ß", "“", "»", "…", "–", "·", "\u{a0}", "\u{202f}", "🌧", "北", "カ", "א", "ª",
    "\"", "\u{1}", "\u{1e}", "\u{b}", "\u{c}", "\u{7f}", "-", "&", "$",
];

#[cfg(test)]
mod tests {
    use unicode_segmentation::UnicodeSegmentation as _;

    use super::*;

    #[test]
    fn the_classes_agree_with_the_annex() {
        for character in '\0'..=char::MAX {
            let between = |first: char, last: char| {
                let text = format!("{first}{character}{last}");
                text.split_word_bounds().count()
            };
            let is_word = between('a', 'a') == 1 && between('1', '1') == 1;
            match class(character) {
                Class::Letter => assert!(is_word && character.is_alphabetic(), "{character:?}"),
                Class::Digit => assert!(is_word && character.is_ascii_digit(), "{character:?}"),
                Class::Mark | Class::Control => {
                    assert_eq!((between('a', 'a'), between('1', '1')), (3, 3), "{character:?}");
                }
                Class::Joint => assert_eq!((between('a', '1'), between('1', 'a')), (3, 3), "{character:?}"),
                Class::Other => {}
            }
        }
    }
}
