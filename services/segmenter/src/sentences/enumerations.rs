//! Lists whose entries were run together in one line: `1) Wash the rice 2) Boil it`.
//!
//! Entries count on from each other in one style and open with a capital. In prose, `first 1) wash, then
//! 2) boil`, they do not.

use text::Span;

/// A label and what it counts.
#[derive(Debug, Clone, Copy)]
struct Label {
    /// With the bullet before it.
    span: Span,
    style: Style,
    value: u32,
}

/// What is written around the number or letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Stop,
    Bracket,
    StopBracket,
    Brackets,
}

/// An entry that stands behind another in the same line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    /// Its label; what stands before it is another sentence.
    pub(super) label: Span,
}

/// The labels of `text` that open entries, in order; none where it holds no list.
pub(super) fn entries(text: &str) -> Vec<Entry> {
    if !may_open(text) {
        return Vec::new();
    }
    let labels = labels(text);
    let mut entries: Vec<Entry> = Vec::new();
    let mut last: Option<Label> = None;
    for label in labels {
        let counts_on = last.is_some_and(|last| last.style == label.style && last.value + 1 == label.value);
        let opens = label.span.start == 0 || (label.value == 1 && label.style != Style::Stop);
        if counts_on {
            let pending = last.filter(|last| entries.last().is_none_or(|entry| entry.label != last.span));
            entries.extend(pending.map(|first| Entry { label: first.span }));
            entries.push(Entry { label: label.span });
            last = Some(label);
        } else if opens {
            last = Some(label);
        }
    }
    entries
}

/// Whether the first entry of a list may stand in `text`: at its head, or behind `1)`, `(a)`. Most texts hold none, and to
/// see that takes one look at each byte.
fn may_open(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or("");
    let is_first = |before: &[u8]| {
        let counter = before.strip_suffix(b".").unwrap_or(before);
        matches!(counter, [.., b'1' | b'a'])
    };
    first.ends_with(['.', ')'])
        || first.starts_with(is_bullet)
        || text.match_indices(')').any(|(at, _)| text.as_bytes().get(..at).is_some_and(is_first))
}

/// What a caption is headed with, before its number.
const CAPTIONED: [&str; 14] = [
    "Figure",
    "Fig.",
    "Table",
    "Photo",
    "Chart",
    "Map",
    "Abbildung",
    "Abb.",
    "Tabelle",
    "Tableau",
    "Figura",
    "Tabla",
    "Tabela",
    "Рисунок",
];

/// Where the label of a caption ends, `Figure 1.6` in `Figure 1.6 The map of …`, in a text that is one.
pub(super) fn caption_label_end(text: &str) -> Option<usize> {
    let mut words = text.split_whitespace();
    words.next().filter(|label| CAPTIONED.contains(label))?;
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
    let (mut bullet, mut is_open) = (None, true);
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
        if is_open
            && has_entry
            && let Some((style, value)) = read(plain)
        {
            let start = bullet.unwrap_or(start);
            let end = word.as_ptr() as usize - text.as_ptr() as usize + word.len();
            labels.push(Label { span: Span::new(start, end), style, value });
        }
        bullet = None;
        is_open = !word.ends_with([',', ';']);
    }
    labels
}

fn is_bullet(character: char) -> bool {
    matches!(character, '•' | '⁃' | '*' | '·' | '-' | '–')
}

/// Style and value of `1.`, `1)`, `1.)`, `(1)`, `a.`
fn read(word: &str) -> Option<(Style, u32)> {
    let (counter, style) = if let Some(inside) = word.strip_prefix('(') {
        (inside.strip_suffix(')')?, Style::Brackets)
    } else if let Some(counter) = word.strip_suffix(".)") {
        (counter, Style::StopBracket)
    } else if let Some(counter) = word.strip_suffix(')') {
        (counter, Style::Bracket)
    } else {
        (word.strip_suffix('.')?, Style::Stop)
    };
    match counter.as_bytes() {
        [letter @ b'a'..=b'z'] => Some((style, u32::from(letter - b'a') + 1)),
        [b'0'..=b'9'] | [b'1'..=b'9', b'0'..=b'9'] => counter.parse().ok().map(|value| (style, value)),
        _ => None,
    }
}
