//! Words as white space parts them, with the marks around them.

use std::borrow::Cow;

use text::Span;

use super::core::{Core, Shape, hash_marks};

/// The most characters of a word or of its marks that are looked at.
const MOST_CHARACTERS: usize = 24;

/// Most characters before a mark that may be a word's.
const MOST_WORD: usize = 40;

/// Most marks at the end of a word.
const MOST_MARKS: usize = 8;

/// What stands between two stretches of white space.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Word {
    pub(super) span: Span,
    /// The letters and digits at its core, in small letters, digits all alike; 0 for none.
    pub(super) core: u32,
    /// The end of its core, as endings go.
    pub(super) ending: u32,
    pub(super) shape: Shape,
    /// The marks before its core.
    pub(super) opening: u32,
    /// The marks behind it.
    pub(super) closing: u32,
    /// What kind the last of these is.
    pub(super) kind: MarkKind,
    /// Characters of its core, counted up to a limit.
    pub(super) length: u8,
    /// Whether a line break stands before it.
    pub(super) opens_line: bool,
}

/// What kind of mark stands last behind a word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum MarkKind {
    #[default]
    None = 0,
    Terminal = 1,
    Colon = 2,
    Semicolon = 3,
    Comma = 4,
    Dash = 5,
    Bracket = 6,
    Quotation = 7,
    Other = 8,
}

/// The words of `text`.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::with_capacity(text.len() / 6 + 1);
    let mut pieces = text::pieces(text);
    let mut from = 0;
    loop {
        let start = pieces.start();
        let bytes = text.as_bytes();
        let opens_line =
            bytes.get(from..start).is_some_and(|gap| gap.iter().any(|byte| matches!(byte, b'\n' | b'\r')));
        // Most words have nothing around them.
        let plain = bytes.get(start..).and_then(|rest| Core::plain(rest, MOST_CHARACTERS));
        let word = if let Some(core) = plain {
            from = start + usize::from(core.length);
            pieces.pass(from);
            Word::of(Span { start, end: from }, core)
        } else {
            let Some(span) = pieces.next() else { return words };
            from = span.end;
            Word::read(text, span)
        };
        words.push(Word { opens_line, ..word });
    }
}

impl Word {
    #[inline]
    fn of(span: Span, core: Core) -> Self {
        let Core { hash, ending, length, shape } = core;
        Self { span, core: hash, ending, shape, length, ..Self::default() }
    }

    fn read(text: &str, span: Span) -> Self {
        let piece = span.of(text);
        let Some((before, core, after)) = parts(piece) else {
            return Self { span, closing: hash_marks(piece), kind: mark_kind(piece), ..Self::default() };
        };
        let (closing, kind) = (hash_marks(after), mark_kind(after));
        if is_address(core) {
            return Self { span, core: 3, shape: Shape::Address, closing, kind, ..Self::default() };
        }
        let opening = hash_marks(before);
        Self { opening, closing, kind, ..Self::of(span, Core::read(core, MOST_CHARACTERS)) }
    }

    /// The word in front of a mark that starts at `start` and ends, with what closes with it, at `end`.
    ///
    /// A note behind the mark, `end.[3]`, is no part of the word.
    pub(super) fn before_mark(text: &str, start: usize, end: usize) -> Self {
        let before = without_notes(text.get(..start).unwrap_or(""));
        let start_of_marks = start;
        let start = before.len();
        let from = before.char_indices().rev().take(MOST_WORD).find(|(_, c)| c.is_whitespace());
        let from = from.map_or_else(|| start.saturating_sub(MOST_WORD), |(at, c)| at + c.len_utf8());
        let from = text.floor_char_boundary(from);
        let word = Self::read(text, Span::new(from, start));
        let marks = without_space(text.get(start_of_marks..end).unwrap_or(""));
        let marks = marks.split('[').next().unwrap_or_default();
        let closing = word.closing.rotate_left(7) ^ hash_marks(marks);
        Self { span: Span::new(from, end), closing, kind: mark_kind(marks), ..word }
    }

    /// The word that begins at `at` in it, behind the end of a sentence; no longer than a word may be, for
    /// a script without spaces is one word from end to end.
    pub(super) fn behind(&self, text: &str, at: usize) -> Self {
        let end = text.ceil_char_boundary(self.span.end.min(at + MOST_WORD));
        Self::read(text, Span::new(at, end))
    }

    pub(super) fn has_marks(&self) -> bool {
        self.closing != 0
    }

    pub(super) fn is_number(&self) -> bool {
        self.shape == Shape::Digits && self.opening == 0
    }

    pub(super) fn is_small(&self) -> bool {
        self.shape == Shape::Small && self.opening == 0
    }
}

/// The marks before the core of a piece, the core, and the marks behind it; `None` where it has no letter or digit.
fn parts(piece: &str) -> Option<(&str, &str, &str)> {
    let is_plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    let bytes = piece.as_bytes();
    let start = if is_plain(bytes.first()) { 0 } else { piece.find(char::is_alphanumeric)? };
    let end = if is_plain(bytes.last()) {
        piece.len()
    } else {
        piece.trim_end_matches(|c: char| !c.is_alphanumeric()).len()
    };
    Some((piece.get(..start)?, piece.get(start..end)?, piece.get(end..)?))
}

fn is_address(core: &str) -> bool {
    core.len() > 6
        && core.bytes().any(|byte| matches!(byte, b':' | b'.'))
        && (core.contains("://")
            || core.starts_with("www.")
            || core.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.')))
}

/// The first marks of a row, without the white space between them.
fn without_space(marks: &str) -> Cow<'_, str> {
    if marks.len() <= MOST_MARKS && !marks.contains(char::is_whitespace) {
        return Cow::Borrowed(marks);
    }
    marks.chars().take(MOST_MARKS).filter(|mark| !mark.is_whitespace()).collect()
}

/// `before` without the notes in brackets that it ends with: `[3]`, `[7], [9]`.
fn without_notes(before: &str) -> &str {
    let mut rest = before;
    for _ in 0..4 {
        let shorter = rest.strip_suffix(']').and_then(|inside| {
            let open = inside.len().checked_sub(6).map_or(0, |from| inside.ceil_char_boundary(from));
            let at = open + inside.get(open..)?.rfind('[')?;
            let is_note = inside.get(at + 1..)?.bytes().all(|byte| byte.is_ascii_digit());
            is_note.then(|| before.get(..at))?
        });
        let Some(shorter) = shorter else { break };
        let trimmed = shorter.trim_end_matches([' ', ',', '–', '-']);
        if trimmed.is_empty() {
            break;
        }
        rest = trimmed;
    }
    rest
}

fn mark_kind(marks: &str) -> MarkKind {
    let Some(last) = marks.chars().next_back() else { return MarkKind::None };
    match last {
        ':' => MarkKind::Colon,
        ';' => MarkKind::Semicolon,
        ',' => MarkKind::Comma,
        ')' | ']' | '}' => MarkKind::Bracket,
        mark if text::is_sentence_terminal(mark) => MarkKind::Terminal,
        mark if text::is_dash(mark) => MarkKind::Dash,
        mark if text::is_quotation_mark(mark) => MarkKind::Quotation,
        _ => MarkKind::Other,
    }
}
