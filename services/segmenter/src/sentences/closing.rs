//! What closes with a mark: quotation marks, brackets, tags, notes.

use text::markup::{MarkupKind, scan};
use text::{is_closing_mark, is_quotation_mark};

use super::marks::Quotations;
use super::rules::Rules;
use super::words::leading_word;

/// Returns the end of what closes with the marks, and whether a quotation closes.
pub(super) fn closing(text: &str, marks_end: usize, open: Quotations, rules: &Rules) -> (usize, bool) {
    let (mut end, mut is_quoted) = (marks_end, false);
    // This is the common case, and it needs none of the checks below.
    if opens_word(text.get(end..).unwrap_or("")) {
        return (end, false);
    }
    while let Some(rest) = text.get(end..) {
        let mut characters = rest.chars();
        let Some(first) = characters.next() else { break };
        let second = characters.next();
        if matches!(first, '[' | ' ')
            && let Some(length) = note_length(rest)
        {
            end += length;
        } else if first == '<'
            && let Some(length) = closing_tag_length(rest)
        {
            end += length;
        } else if let Some(length) = spaced_closing_length(rest, open) {
            is_quoted = true;
            end += length;
        } else if (is_closing_mark(first) || first == '`')
            // `"We won."The crowd`: an open quotation closes even if a word follows directly.
            && (!begins_word(first, second) || (first == '"' && open.straight))
        {
            is_quoted |= is_quotation_mark(first);
            end += first.len_utf8();
        } else {
            break;
        }
    }
    let note = text.get(end..).and_then(|rest| bare_note_length(rest, rules));
    (end + note.unwrap_or(0), is_quoted)
}

/// Reports whether a space and a letter follow, as after most marks. Then nothing closes.
fn opens_word(rest: &str) -> bool {
    matches!(rest.as_bytes(), [b' ', letter, ..] if letter.is_ascii_alphabetic())
}

/// Returns the bytes of a footnote number that lost its raised position: ` 4` in `… minority rights. 4 Even
/// though …`.
fn bare_note_length(rest: &str, rules: &Rules) -> Option<usize> {
    let spaced = rest.strip_prefix(' ')?;
    let digits = spaced.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let behind = spaced.get(digits..)?.strip_prefix(' ')?;
    let opens = rules.abbreviations.is_sentence_starter(leading_word(behind));
    (digits > 0 && opens).then_some(1 + digits)
}

/// Returns the bytes of what closes after a space at the start of `rest`: a French quotation mark, a
/// quotation mark that a tokenizer has separated from its word, an omission, an emoticon.
fn spaced_closing_length(rest: &str, open: Quotations) -> Option<usize> {
    let spaced = rest.strip_prefix([' ', '\u{a0}', '\u{202f}'])?;
    let gap = rest.len() - spaced.len();
    let closing = SPACED_CLOSINGS.iter().find(|closing| spaced.starts_with(**closing))?;
    let behind = spaced.get(closing.len()..)?.chars().next();
    let is_closing = match *closing {
        // These marks look the same at both ends, so they close only what is open.
        "\"" if !open.straight => false,
        "''" if !open.paired => false,
        "'" if !open.single => false,
        "»" | "”" | "›" => !behind.is_some_and(char::is_alphanumeric),
        _ => behind.is_none_or(|next| next.is_whitespace() || matches!(next, ',' | '.')),
    };
    is_closing.then_some(gap + closing.len())
}

/// Signs that may close a sentence after a space.
const SPACED_CLOSINGS: [&str; 17] = [
    "»", "”", "›", "''", "\"", "'", "[...]", "[…]", ":-)", ":)", ":-(", ":(", ";-)", ";)", ":D", "=)", ":-D",
];

/// Reports whether a mark that can both open and close is at the start of a word, where it opens.
fn begins_word(mark: char, next: Option<char>) -> bool {
    matches!(mark, '`' | '"' | '\'' | '“' | '‘' | '«' | '‹' | '»' | '›')
        && next.is_some_and(char::is_alphanumeric)
}

/// Returns the bytes of a footnote mark at the start of `rest`: `[12]`, with or without a space before it.
fn note_length(rest: &str) -> Option<usize> {
    if let Some(spaced) = rest.strip_prefix(' ') {
        return note_length(spaced).filter(|_| !spaced.starts_with(' ')).map(|length| length + 1);
    }
    let inside = rest.strip_prefix('[')?;
    let digits = inside.bytes().take(4).take_while(u8::is_ascii_digit).count();
    (digits > 0 && inside.as_bytes().get(digits) == Some(&b']')).then_some(digits + 2)
}

/// Returns the bytes of a closing tag at the start of `rest`: `</em>`.
fn closing_tag_length(rest: &str) -> Option<usize> {
    let markup = scan(rest).at(0)?;
    matches!(markup.kind, MarkupKind::ClosingTag(_)).then(|| markup.span.len())
}
