//! The words between white space, with the marks around them.

use std::borrow::Cow;

use text::Span;

use super::core::{Core, WordShape, hash_marks};

/// The most characters of a word that are read.
const MOST_CHARACTERS: usize = 24;

/// The longest word before a mark, in characters.
const LONGEST_WORD: usize = 40;

/// The most marks at the end of a word that are read.
const MOST_MARKS: usize = 8;

/// What the model sees of a word: what is between two stretches of white space.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct WordFeatures {
    pub(super) span: Span,
    /// The hash of its core, from its first to its last letter or digit; 0 for none.
    pub(super) core: u32,
    /// The hash of the last three characters of its core.
    pub(super) ending: u32,
    pub(super) shape: WordShape,
    /// The hash of the marks before its core.
    pub(super) opening: u32,
    /// The hash of the marks after its core.
    pub(super) closing: u32,
    /// The kind of the last of these marks.
    pub(super) kind: MarkKind,
    /// The characters of its core, at most [`MOST_CHARACTERS`].
    pub(super) length: u8,
    /// Whether a line break comes before the word.
    pub(super) opens_line: bool,
}

/// The kind of the last mark after a word. The numbers are features of the model.
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

/// Splits `text` into words.
pub(super) fn words(text: &str) -> Vec<WordFeatures> {
    let mut words: Vec<WordFeatures> = Vec::with_capacity(text.len() / 6 + 1);
    let mut pieces = text::pieces(text);
    let mut from = 0;
    loop {
        let start = pieces.start();
        let bytes = text.as_bytes();
        let opens_line =
            bytes.get(from..start).is_some_and(|gap| gap.iter().any(|byte| matches!(byte, b'\n' | b'\r')));
        // Most words have no marks around them.
        let plain = bytes.get(start..).and_then(|rest| Core::of_plain_word(rest, MOST_CHARACTERS));
        let word = if let Some(core) = plain {
            from = start + usize::from(core.length);
            pieces.pass(from);
            WordFeatures::of_core(Span { start, end: from }, core)
        } else {
            let Some(span) = pieces.next() else { return words };
            from = span.end;
            WordFeatures::of_piece(text, span)
        };
        words.push(WordFeatures { opens_line, ..word });
    }
}

impl WordFeatures {
    #[inline]
    fn of_core(span: Span, core: Core) -> Self {
        let Core { hash, ending, length, shape } = core;
        Self { span, core: hash, ending, shape, length, ..Self::default() }
    }

    fn of_piece(text: &str, span: Span) -> Self {
        let piece = span.of(text);
        let Some((before, core, after)) = around_core(piece) else {
            return Self { span, closing: hash_marks(piece), kind: mark_kind(piece), ..Self::default() };
        };
        let (closing, kind) = (hash_marks(after), mark_kind(after));
        // All addresses share one core: the letters of one say nothing about another.
        if is_address(core) {
            return Self { span, core: 3, shape: WordShape::Address, closing, kind, ..Self::default() };
        }
        let opening = hash_marks(before);
        Self { opening, closing, kind, ..Self::of_core(span, Core::of_word(core, MOST_CHARACTERS)) }
    }

    /// Reads the word in front of a mark that starts at `start` and ends, with what closes with it, at `end`.
    ///
    /// A note after the mark, as in `end.[3]`, does not belong to the word.
    pub(super) fn before_mark(text: &str, start: usize, end: usize) -> Self {
        let before = without_notes(text.get(..start).unwrap_or(""));
        let start_of_marks = start;
        let start = before.len();
        let from = before.char_indices().rev().take(LONGEST_WORD).find(|(_, c)| c.is_whitespace());
        let from = from.map_or_else(|| start.saturating_sub(LONGEST_WORD), |(at, c)| at + c.len_utf8());
        let from = text.floor_char_boundary(from);
        let word = Self::of_piece(text, Span::new(from, start));
        let marks = without_space(text.get(start_of_marks..end).unwrap_or(""));
        let marks = marks.split('[').next().unwrap_or_default();
        let closing = word.closing.rotate_left(7) ^ hash_marks(marks);
        Self { span: Span::new(from, end), closing, kind: mark_kind(marks), ..word }
    }

    /// Reads what is left of this word from byte `at` on, where a sentence may end inside it.
    ///
    /// It reads no more than [`LONGEST_WORD`] bytes, because text without spaces is one word from end to end.
    pub(super) fn rest_from(&self, text: &str, at: usize) -> Self {
        let end = text.ceil_char_boundary(self.span.end.min(at + LONGEST_WORD));
        Self::of_piece(text, Span::new(at, end))
    }

    /// Reports whether marks come after the word.
    pub(super) fn has_marks(&self) -> bool {
        self.closing != 0
    }

    /// Reports whether the word is digits with nothing before them.
    pub(super) fn is_number(&self) -> bool {
        self.shape == WordShape::Digits && self.opening == 0
    }

    /// Reports whether the word is in lower case with nothing before them.
    pub(super) fn is_small(&self) -> bool {
        self.shape == WordShape::Small && self.opening == 0
    }
}

/// Splits a piece into the marks before its core, the core, and the marks after it; `None` if it has no
/// letter or digit.
fn around_core(piece: &str) -> Option<(&str, &str, &str)> {
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

/// Reports whether a core is a web or mail address.
fn is_address(core: &str) -> bool {
    core.len() > 6
        && core.bytes().any(|byte| matches!(byte, b':' | b'.'))
        && (core.contains("://")
            || core.starts_with("www.")
            || core.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.')))
}

/// Returns the first [`MOST_MARKS`] marks of a row, without the white space between them.
fn without_space(marks: &str) -> Cow<'_, str> {
    if marks.len() <= MOST_MARKS && !marks.contains(char::is_whitespace) {
        return Cow::Borrowed(marks);
    }
    marks.chars().take(MOST_MARKS).filter(|mark| !mark.is_whitespace()).collect()
}

/// Removes the notes in brackets that `before` ends with: `[3]`, `[7], [9]`.
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

/// Returns the kind of the last of these marks.
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
