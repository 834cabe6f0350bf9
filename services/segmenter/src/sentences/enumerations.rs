//! Lists whose entries run together in one line: `1) Wash the rice 2) Boil it`.
//!
//! The entries of a list count on in one style and open with a capital. In prose, as in `first 1) wash, then
//! 2) boil`, they do not.

use std::sync::LazyLock;

use text::Span;

use crate::languages::words_of_all;
use crate::word_list::WordList;

/// The label of an entry.
#[derive(Debug, Clone, Copy)]
struct Label {
    /// The label, with the bullet before it.
    span: Span,
    style: LabelStyle,
    /// The number, or the position of the letter in the alphabet from 1.
    value: u32,
}

/// The marks around the number or letter of a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LabelStyle {
    /// `1.`
    Stop,
    /// `1)`
    Bracket,
    /// `1.)`
    StopBracket,
    /// `(1)`
    Brackets,
}

/// Returns the labels of `text` that open entries, in order; none if it holds no list.
///
/// A sentence ends before each of them.
pub(super) fn entry_labels(text: &str) -> Vec<Span> {
    if !may_hold_list(text) {
        return Vec::new();
    }
    let mut entries: Vec<Span> = Vec::new();
    let mut last: Option<Label> = None;
    for label in labels(text) {
        let counts_on = last.is_some_and(|last| last.style == label.style && last.value + 1 == label.value);
        let opens = label.span.start == 0 || (label.value == 1 && label.style != LabelStyle::Stop);
        if counts_on {
            // The first entry counts only now that a second follows.
            let first = last.map(|first| first.span).filter(|first| entries.last() != Some(first));
            entries.extend(first);
            entries.push(label.span);
            last = Some(label);
        } else if opens {
            last = Some(label);
        }
    }
    entries
}

/// Reports whether the first entry of a list may be in `text`: at its start, or after `1)`, `(a)`.
///
/// Most texts hold no list, and this needs one pass over the bytes to see that.
fn may_hold_list(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or("");
    let is_first = |before: &[u8]| {
        let counter = before.strip_suffix(b".").unwrap_or(before);
        // `(2001)` is a year and not a label.
        matches!(counter, [before @ .., b'1' | b'a'] if before.last().is_none_or(|last| !last.is_ascii_alphanumeric()))
    };
    first.ends_with(['.', ')'])
        || first.starts_with(is_bullet)
        || (holds_closing_bracket(text.as_bytes())
            && text.match_indices(')').any(|(at, _)| text.as_bytes().get(..at).is_some_and(is_first)))
}

/// Reports whether a bracket closes in `bytes`; most texts have none. The loop has no early exit, so that the compiler
/// vectorizes it.
fn holds_closing_bracket(bytes: &[u8]) -> bool {
    bytes.iter().fold(false, |found, byte| found | matches!(byte, b')'))
}

/// Words before the number of a figure or table.
static FIGURE_LABELS: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(words_of_all(|profile| profile.words.figure_labels)));

/// Returns the end of the label of a caption in bytes, `Figure 1.6` in `Figure 1.6 The map of …`, if `text`
/// is one.
pub(super) fn caption_label_end(text: &str) -> Option<usize> {
    let mut words = text.split_whitespace();
    words.next().filter(|label| FIGURE_LABELS.contains(label))?;
    let (number, next) = (words.next()?, words.next()?);
    let is_number = number.starts_with(|c: char| c.is_ascii_digit())
        && number.ends_with(|c: char| c.is_ascii_digit())
        && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    // `number` lies in `text`.
    let end = number.as_ptr() as usize - text.as_ptr() as usize + number.len();
    (is_number && next.starts_with(char::is_uppercase)).then_some(end)
}

fn labels(text: &str) -> Vec<Label> {
    let mut labels = Vec::new();
    let (mut bullet, mut may_label) = (None, true);
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        // `word` lies in `text`.
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let plain = word.trim_start_matches(is_bullet);
        if plain.is_empty() {
            bullet = Some(start);
            continue;
        }
        let has_entry = words.peek().is_some_and(|next| !next.starts_with(char::is_lowercase));
        if may_label
            && has_entry
            && let Some((style, value)) = parse_label(plain)
        {
            let start = bullet.unwrap_or(start);
            let end = word.as_ptr() as usize - text.as_ptr() as usize + word.len();
            labels.push(Label { span: Span::new(start, end), style, value });
        }
        bullet = None;
        // After a comma or semicolon a number belongs to the prose.
        may_label = !word.ends_with([',', ';']);
    }
    labels
}

fn is_bullet(character: char) -> bool {
    matches!(character, '•' | '⁃' | '*' | '·' | '-' | '–')
}

/// Returns the style and value of a label: `1.`, `1)`, `1.)`, `(1)`, `a.`
fn parse_label(word: &str) -> Option<(LabelStyle, u32)> {
    let (counter, style) = if let Some(inside) = word.strip_prefix('(') {
        (inside.strip_suffix(')')?, LabelStyle::Brackets)
    } else if let Some(counter) = word.strip_suffix(".)") {
        (counter, LabelStyle::StopBracket)
    } else if let Some(counter) = word.strip_suffix(')') {
        (counter, LabelStyle::Bracket)
    } else {
        (word.strip_suffix('.')?, LabelStyle::Stop)
    };
    match counter.as_bytes() {
        [letter @ b'a'..=b'z'] => Some((style, u32::from(letter - b'a') + 1)),
        [b'0'..=b'9'] | [b'1'..=b'9', b'0'..=b'9'] => counter.parse().ok().map(|value| (style, value)),
        _ => None,
    }
}
