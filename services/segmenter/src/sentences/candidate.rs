//! A mark that may end a sentence, with what stands around it.

use text::{is_closing_mark, is_dash, is_opening_mark};

use super::Rules;
use super::closing::closing;
use super::marks::Quotations;

/// Longest word looked at, in characters. Bounds the work for each mark.
const LONGEST_WORD: usize = 32;

/// Most opening marks, dashes and spaces passed over on the way to the next word.
const MOST_OPENERS: usize = 6;

/// A mark that may end a sentence.
#[derive(Debug)]
pub(super) struct Candidate<'t> {
    pub(super) mark: Mark,
    /// One past the marks and what closes with them.
    pub(super) end: usize,
    /// The word before the mark, without its last stop; empty after a bracket or a space.
    pub(super) term: &'t str,
    /// All that stands before the mark in its sentence, the term at its end.
    before: &'t str,
    pub(super) closing: Closing,
    /// Whether white space follows.
    pub(super) has_gap: bool,
    pub(super) next: Next<'t>,
}

/// What closes with a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Closing {
    Nothing,
    /// A bracket, a tag, a note.
    Other,
    /// A quotation.
    Quotation,
}

/// What kind of mark it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// A full stop, which abbreviations and numbers have too.
    Stop,
    /// Two stops or more.
    Ellipsis,
    /// Suspension points in brackets: `[...]`.
    Omission,
    /// An exclamation or question mark, alone or in a row.
    Emphatic,
    /// A mark that only ends sentences: `。`, danda, Arabic marks.
    Full,
    /// A colon or dash that ends a sentence behind certain words alone.
    Credit,
    /// A semicolon, where a list of whole sentences may have them.
    Clause,
}

/// What follows a mark.
#[derive(Debug, Default)]
pub(super) struct Next<'t> {
    /// The next character that is neither white space nor an opening mark; `None` at the end.
    pub(super) first: Option<char>,
    /// The word it begins, if it begins one.
    pub(super) word: &'t str,
    /// The character behind that word.
    pub(super) after_word: Option<char>,
    /// Whether a bracket opens before it.
    pub(super) in_bracket: bool,
    /// Whether a quotation mark opens before it, or a dash stands there.
    pub(super) is_introduced: bool,
    /// All that follows, from the first character on.
    pub(super) rest: &'t str,
}

impl<'t> Candidate<'t> {
    /// Reads around the mark at `position`, in a sentence that began at `sentence_start`.
    pub(super) fn read(
        text: &'t str,
        sentence_start: usize,
        position: usize,
        first: char,
        open: Quotations,
        rules: &Rules,
    ) -> Self {
        let (marks_end, mark) = marks(text, position, first, rules);
        let (end, is_quoted) = closing(text, marks_end, open, rules);
        let before = text.get(sentence_start..position).unwrap_or("");
        let is_omission = mark == Mark::Ellipsis && before.ends_with(['[', '(']);
        let mark = if is_omission { Mark::Omission } else { mark };
        // `U.S . Highway`: text whose marks were set apart from their words.
        let before = if matches!(mark, Mark::Stop | Mark::Credit) {
            before.strip_suffix(' ').unwrap_or(before)
        } else {
            before
        };
        let after = text.get(end..).unwrap_or("");
        Self {
            mark,
            end,
            term: last_word(before),
            before,
            closing: match is_quoted {
                true => Closing::Quotation,
                false if end > marks_end => Closing::Other,
                false => Closing::Nothing,
            },
            has_gap: after.chars().next().is_none_or(char::is_whitespace),
            next: Next::read(after),
        }
    }

    /// The word before the term.
    pub(super) fn before_term(&self) -> &'t str {
        last_word(self.opening().trim_end_matches(' '))
    }

    /// Whether the word before the term ends with a stop.
    pub(super) fn follows_stop(&self) -> bool {
        self.opening().trim_end_matches(' ').ends_with('.')
    }

    /// Whether the term is the first thing in its sentence but for a mark or two: `1.` of a list.
    pub(super) fn opens_sentence(&self) -> bool {
        let opening = self.opening();
        opening.len() <= 8 && !opening.contains(char::is_alphanumeric)
    }

    /// The word that its sentence began with.
    pub(super) fn first_word(&self) -> &'t str {
        let is_before_word = |c: char| c.is_whitespace() || is_opening_mark(c);
        leading_word(self.before.trim_start_matches(is_before_word))
    }

    /// What stands before the term in its sentence.
    fn opening(&self) -> &'t str {
        self.before.get(..self.before.len() - self.term.len()).unwrap_or("")
    }
}

impl<'t> Next<'t> {
    fn read(after: &'t str) -> Self {
        let mut next = Self::default();
        let mut rest = without_elision(after.trim_start());
        for _ in 0..MOST_OPENERS {
            if rest.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric) {
                break;
            }
            // Two commas open a quotation where the keyboard has no low marks.
            if let Some(quoted) = rest.strip_prefix(",,") {
                next.is_introduced = true;
                rest = quoted.trim_start();
                continue;
            }
            let Some(character) = rest.chars().next() else { return next };
            if !(is_opening_mark(character) || is_dash(character) || matches!(character, '•' | '*' | '·'))
            {
                break;
            }
            if matches!(character, '(' | '[' | '{' | '（') {
                next.in_bracket = true;
            } else {
                next.is_introduced = true;
            }
            rest = rest.get(character.len_utf8()..).unwrap_or("").trim_start();
        }
        next.first = rest.chars().next();
        next.rest = rest;
        next.word = leading_word(rest);
        next.after_word = rest.get(next.word.len()..).and_then(|rest| rest.chars().next());
        next
    }
}

/// `'s Avonds`, `'t Is`: behind an elided word the Dutch capitalise the next, which opens the sentence.
fn without_elision(rest: &str) -> &str {
    let behind = rest
        .strip_prefix(['\'', '’', '‘'])
        .and_then(|elided| elided.strip_prefix(['s', 't', 'k', 'n', 'm', 'r']))
        .and_then(|gap| gap.strip_prefix(' '));
    behind.filter(|word| word.starts_with(char::is_uppercase)).unwrap_or(rest)
}

/// The end of a row of marks, and what the row is. The stops of `. . .` make one row.
fn marks(text: &str, position: usize, first: char, rules: &Rules) -> (usize, Mark) {
    let (mut end, mut count, mut emphatic) = (position, 0_usize, false);
    while let Some(length) = text.get(end..).and_then(|rest| mark_length(rest, count > 0, emphatic)) {
        let mark = text.get(end..end + length).and_then(|found| found.chars().last());
        emphatic |= matches!(mark, Some('!' | '?'));
        end += length;
        count += 1;
    }
    // The first mark counts even where its own language alone knows it for one.
    let end = end.max(position + first.len_utf8());
    let mark = match first {
        '.' | '…' | '!' | '?' | '‼' | '⁇' | '⁈' | '⁉' if emphatic || !matches!(first, '.' | '…') => {
            Mark::Emphatic
        }
        '.' if count < 2 => Mark::Stop,
        '.' | '…' => Mark::Ellipsis,
        ';' if rules.has_clause_marks() => Mark::Clause,
        ':' | '-' if rules.has_credits() => Mark::Credit,
        ';' | ':' | '\u{37e}' => Mark::Emphatic,
        _ => Mark::Full,
    };
    (end, mark)
}

/// Bytes of the mark that `rest` begins with, a space before it included where a row goes on.
fn mark_length(rest: &str, goes_on: bool, is_emphatic: bool) -> Option<usize> {
    let mut characters = rest.chars();
    let first = characters.next()?;
    if text::is_sentence_terminal(first) {
        return Some(first.len_utf8());
    }
    if !goes_on || !matches!(first, ' ' | '\u{a0}') {
        return None;
    }
    let (second, third) = (characters.next()?, characters.next());
    let spaced = matches!(second, '.' | '!' | '?')
        // `. .5` and `. .NET` begin words, `. ...` suspension points of their own.
        && !third.is_some_and(|third| third.is_alphanumeric() || (third == '.' && !is_emphatic));
    spaced.then(|| first.len_utf8() + second.len_utf8())
}

/// The word that `text` ends with; empty where it ends with a space or a mark other than a stop.
fn last_word(text: &str) -> &str {
    let bytes = text.as_bytes();
    let plain = bytes.iter().rev().take(LONGEST_WORD).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let before = text.len().checked_sub(plain + 1).and_then(|at| bytes.get(at));
    // Most words are letters and digits of ASCII behind a space.
    let length = if plain == LONGEST_WORD || before.is_none_or(|byte| *byte == b' ') {
        plain
    } else {
        let characters = text.chars().rev().take(LONGEST_WORD);
        characters.take_while(|character| !parts_words(*character)).map(char::len_utf8).sum()
    };
    text.get(text.len() - length..).unwrap_or("")
}

fn parts_words(character: char) -> bool {
    if character.is_ascii_alphanumeric() {
        return false;
    }
    character.is_whitespace()
        || matches!(character, ',' | ';' | ':' | '!' | '?' | '–' | '—' | '…' | '•')
        || is_opening_mark(character)
        || is_closing_mark(character)
        || (!character.is_ascii() && text::is_sentence_terminal(character))
}

/// The word that `text` begins with.
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
