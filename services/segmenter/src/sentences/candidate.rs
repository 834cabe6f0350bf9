//! A mark that may end a sentence, with what is around it.

use std::sync::LazyLock;

use text::{is_dash, is_opening_mark};

use super::closing::closing;
use super::forms::is_single_letter;
use super::marks::Quotations;
use super::rules::Rules;
use super::words::{last_word, leading_word};
use crate::languages::words_of_all;
use crate::word_list::WordList;

/// The most opening marks and dashes that are skipped on the way to the next word.
const MOST_OPENERS: usize = 6;

/// A mark that may end a sentence.
#[derive(Debug)]
pub(super) struct Candidate<'t> {
    pub(super) mark: Mark,
    /// The end of the marks and of what closes with them, in bytes.
    pub(super) end: usize,
    /// The word before the mark, without its last stop; empty after a bracket or a space.
    pub(super) term: &'t str,
    /// The sentence up to the mark; the term is its end.
    before: &'t str,
    pub(super) closing: Closing,
    /// Whether white space follows.
    pub(super) has_gap: bool,
    pub(super) next: Next<'t>,
    /// Whether the text ends its sentences with the danda, and the mark is another one.
    pub(super) is_before_danda: bool,
}

/// What closes with a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Closing {
    Nothing,
    /// A bracket, a tag or a note.
    Other,
    /// A quotation.
    Quotation,
}

/// The kinds of marks. Their numbers are features of the model.
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
    /// A colon or hyphen, which ends a sentence after certain words alone.
    Credit,
    /// A semicolon, which may end the sentences of a list.
    Clause,
}

/// What follows a mark.
#[derive(Debug, Default)]
pub(super) struct Next<'t> {
    /// The first character that is neither white space nor an opening mark; `None` at the end of the text.
    pub(super) first: Option<char>,
    /// The word that begins with it; empty if it begins none.
    pub(super) word: &'t str,
    /// The character after that word.
    pub(super) after_word: Option<char>,
    /// Whether a bracket opens before the word.
    pub(super) in_bracket: bool,
    /// Whether a quotation mark or a dash comes before the word.
    pub(super) is_introduced: bool,
    /// The text from `first` on.
    pub(super) rest: &'t str,
}

impl<'t> Candidate<'t> {
    /// Reads what is around the mark `first` at `position`, in a sentence that began at `sentence_start`.
    pub(super) fn at(
        text: &'t str,
        sentence_start: usize,
        position: usize,
        first: char,
        open: Quotations,
        rules: &Rules,
    ) -> Self {
        // The danda itself needs no look at the rest of the text.
        let is_before_danda = first == '.' && rules.has_danda() && has_danda_nearby(text, position);
        let (marks_end, mark) = mark_row(text, position, first, rules);
        let (end, is_quoted) = closing(text, marks_end, open, rules);
        let before = text.get(sentence_start..position).unwrap_or("");
        let is_omission = mark == Mark::Ellipsis && before.ends_with(['[', '(']);
        let mark = if is_omission { Mark::Omission } else { mark };
        // `U.S . Highway`: a tokenizer has put spaces between words and marks.
        let before = if matches!(mark, Mark::Stop | Mark::Credit) {
            before.strip_suffix(' ').unwrap_or(before)
        } else {
            before
        };
        // What cannot be seen may stand on both sides of the mark.
        let is_ascii = before.as_bytes().last().is_none_or(u8::is_ascii);
        let before = if is_ascii { before } else { before.trim_end_matches(text::is_invisible) };
        let (end, after) = without_invisible(text, end);
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
            next: Next::after_mark(after),
            is_before_danda,
        }
    }

    /// Returns the word before the term, with the full mark of another script behind it.
    pub(super) fn word_before_mark(&self) -> &'t str {
        let opening = self.opening().trim_end();
        let start = opening.rfind(char::is_whitespace).map_or(0, |space| space + 1);
        opening.get(start..).unwrap_or("")
    }

    /// Reports whether a quotation closes with the mark.
    pub(super) fn is_quoted(&self) -> bool {
        self.closing == Closing::Quotation
    }

    /// Returns the word before the term.
    pub(super) fn before_term(&self) -> &'t str {
        last_word(self.opening().trim_end_matches(' '))
    }

    /// Returns the words of the sentence before the term, the last one first.
    pub(super) fn words_before(&self) -> impl Iterator<Item = &'t str> {
        self.opening().split_whitespace().rev()
    }

    /// Reports whether the term is the last letter of a Hebrew acronym, which has its quotation mark inside:
    /// `ש"ח`. Its stop is the sentence's.
    pub(super) fn closes_acronym(&self) -> bool {
        let is_hebrew = |c: char| matches!(c, '\u{5d0}'..='\u{5ea}');
        let mut letters = self.term.chars();
        let is_letter = letters.next().is_some_and(is_hebrew) && letters.next().is_none();
        is_letter
            && self
                .opening()
                .strip_suffix(['"', '״', '”', '\''])
                .is_some_and(|before| before.ends_with(is_hebrew))
    }

    /// Reports whether the mark comes directly after a percent sign.
    pub(super) fn follows_percentage(&self) -> bool {
        self.before.ends_with(['%', '‰'])
    }

    /// Reports whether the word before the term ends with a stop.
    pub(super) fn follows_stop(&self) -> bool {
        self.opening().trim_end_matches(' ').ends_with('.')
    }

    /// Reports whether nothing but a mark or two comes before the term in its sentence: `1.` of a list.
    pub(super) fn opens_sentence(&self) -> bool {
        let opening = self.opening();
        opening.len() <= 8 && !opening.contains(char::is_alphanumeric)
    }

    /// Returns the first word of the sentence.
    pub(super) fn first_word(&self) -> &'t str {
        let is_before_word = |c: char| c.is_whitespace() || is_opening_mark(c);
        leading_word(self.before.trim_start_matches(is_before_word))
    }

    /// Returns what comes before the term in its sentence.
    fn opening(&self) -> &'t str {
        self.before.get(..self.before.len() - self.term.len()).unwrap_or("")
    }
}

/// The bytes after a stop in which a danda is looked for.
const DANDA_DISTANCE: usize = 600;

/// Reports whether a danda follows a stop within a sentence or two, or comes before it.
fn has_danda_nearby(text: &str, position: usize) -> bool {
    let from = text.floor_char_boundary(position.saturating_sub(DANDA_DISTANCE));
    let to = text.ceil_char_boundary((position + DANDA_DISTANCE).min(text.len()));
    text.get(from..to).is_some_and(|near| near.contains('।'))
}

/// Moves `end` behind what cannot be seen there, and returns the text from there on.
fn without_invisible(text: &str, end: usize) -> (usize, &str) {
    let after = text.get(end..).unwrap_or("");
    // Nothing in ASCII is invisible.
    if after.as_bytes().first().is_none_or(u8::is_ascii) {
        return (end, after);
    }
    let visible = after.trim_start_matches(text::is_invisible);
    (end + after.len() - visible.len(), visible)
}

impl<'t> Next<'t> {
    fn after_mark(after: &'t str) -> Self {
        let mut next = Self::default();
        let mut rest = without_elision(after.trim_start());
        if rest.as_bytes().first().is_some_and(|first| !first.is_ascii()) {
            rest = rest.trim_start_matches(|c: char| text::is_invisible(c) || c.is_whitespace());
        }
        for _ in 0..MOST_OPENERS {
            if rest.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric) {
                break;
            }
            // Two commas open a quotation where the keyboard has no low quotation marks.
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

    /// Reports whether the next word is the initial of a name: `A.`
    pub(super) fn is_initial(&self) -> bool {
        is_single_letter(self.word) && self.after_word == Some('.')
    }

    /// Reports whether a single stop follows, which ends the sentence that quotes this one.
    pub(super) fn is_stop(&self) -> bool {
        self.rest.starts_with('.') && !self.rest.starts_with("..")
    }
}

/// The letters left of elided words.
static ELISIONS: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(words_of_all(|profile| profile.words.elisions)));

/// Skips an elided word whose neighbour has its capital: `'s Avonds`, `'t Is`. The neighbour opens the
/// sentence.
fn without_elision(rest: &str) -> &str {
    let after_elision = || {
        let elided = rest.strip_prefix(['\'', '’', '‘'])?;
        let (letter, gap) = elided.split_at_checked(elided.chars().next()?.len_utf8())?;
        let word = gap.strip_prefix(' ')?;
        (word.starts_with(char::is_uppercase) && ELISIONS.contains(letter)).then_some(word)
    };
    after_elision().unwrap_or(rest)
}

/// Returns the end of a row of marks, and what the row is. The stops of `. . .` are one row.
fn mark_row(text: &str, position: usize, first: char, rules: &Rules) -> (usize, Mark) {
    // Most marks have a space and a word behind them.
    if matches!(text.as_bytes().get(position..), Some([b'.', b' ', letter, ..]) if letter.is_ascii_alphabetic())
    {
        return (position + 1, Mark::Stop);
    }
    let (mut end, mut count, mut is_emphatic) = (position, 0_usize, false);
    while let Some(length) = text.get(end..).and_then(|rest| mark_length(rest, count > 0, is_emphatic)) {
        let mark = text.get(end..end + length).and_then(|found| found.chars().last());
        is_emphatic |= matches!(mark, Some('!' | '?'));
        end += length;
        count += 1;
    }
    // A mark that only its own language knows is not among the terminals that the loop counts.
    let end = end.max(position + first.len_utf8());
    let mark = match first {
        '.' | '…' if is_emphatic => Mark::Emphatic,
        '.' if count < 2 => Mark::Stop,
        '.' | '…' => Mark::Ellipsis,
        ';' if rules.has_clause_marks() => Mark::Clause,
        ':' | '-' if rules.has_credits() => Mark::Credit,
        '!' | '?' | '‼' | '⁇' | '⁈' | '⁉' | ';' | ':' | '\u{37e}' => Mark::Emphatic,
        _ => Mark::Full,
    };
    (end, mark)
}

/// Returns the bytes of the mark that `rest` begins with. Where a row goes on, a space before the mark is
/// included.
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
        // `. .5` and `. .NET` begin words, and `. ...` begins an ellipsis.
        && !third.is_some_and(|third| third.is_alphanumeric() || (third == '.' && !is_emphatic));
    spaced.then(|| first.len_utf8() + second.len_utf8())
}
