//! What the paragraphs of a story are: text, sub-headings, entries of lists, captions, pull quotes.
//!
//! Each kind needs a sign of its own; without one a paragraph is a paragraph.

use messages::BlockKind;
use text::Span;

use super::cues::{CAPTION_CREDITS, CAPTION_OPENINGS};
use super::headline::reads_like_headline;
use super::{byline, columns, dateline, ends_like_sentence, markup, opens_with};

/// The widest sub-heading, in columns.
const WIDEST_SUBHEADING: usize = 90;

/// A paragraph at least this wide tells a story under a sub-heading.
const NARROWEST_TEXT: usize = 50;

/// The widest caption, in columns (the count stops at 400).
const WIDEST_CAPTION: usize = 399;

/// The widest entry of a list: what is longer is a numbered paragraph, and so are its neighbours.
const WIDEST_ENTRY: usize = 120;

/// The widest pull quote, in columns.
const WIDEST_QUOTE: usize = 240;

/// The widest line that says whose words a pull quote has.
const WIDEST_SPEAKER: usize = 80;

/// Most quotations that are looked for in the rest of the text; bounds the work.
const MOST_REPETITIONS: usize = 6;

/// The kind of each paragraph of `story`.
pub(super) fn kinds(body: &str, story: &[Span]) -> Vec<BlockKind> {
    let lines: Vec<&str> = story.iter().map(|span| markup::without_tags(span.of(body))).collect();
    let mut kinds = vec![BlockKind::Paragraph; story.len()];
    mark(&mut kinds, BlockKind::Caption, |index| lines.get(index).is_some_and(|line| is_caption(line)));
    mark_entries(&lines, &mut kinds);
    mark_quotes(body, &lines, &mut kinds);
    for index in 0..lines.len() {
        let is_dateline =
            || story.get(index).is_some_and(|paragraph| dateline::dateline(body, *paragraph).is_some());
        if is_subheading(&lines, &kinds, index) && !is_dateline() {
            kinds.splice(index..=index, [BlockKind::Subheading]);
        }
    }
    kinds
}

fn mark(kinds: &mut [BlockKind], kind: BlockKind, holds: impl Fn(usize) -> bool) {
    for (index, slot) in kinds.iter_mut().enumerate() {
        if *slot == BlockKind::Paragraph && holds(index) {
            *slot = kind;
        }
    }
}

/// `Photo: …`, or a line that ends with whose picture it is.
pub(super) fn is_caption(line: &str) -> bool {
    if columns(line) > WIDEST_CAPTION {
        return false;
    }
    let inside = line.trim_start_matches(['(', '[', '（', '［']);
    opens_with(inside, CAPTION_OPENINGS) || ends_with_credit(line)
}

/// `(AP Photo/Jane Doe)`, `(Foto: dpa)` at the end.
fn ends_with_credit(line: &str) -> bool {
    let Some(inside) = line.trim_end_matches('.').strip_suffix([')', ']', '）', '］']) else {
        return false;
    };
    let Some(open) = inside.rfind(['(', '[', '（', '［']) else { return false };
    let credit = inside.get(open..).unwrap_or("").trim_start_matches(['(', '[', '（', '［']);
    let credit: String = credit.chars().take(80).flat_map(char::to_lowercase).collect();
    CAPTION_CREDITS.iter().any(|sign| credit.contains(sign))
}

/// Two entries in a row at least, in a story that has more than a list.
fn mark_entries(lines: &[&str], kinds: &mut [BlockKind]) {
    let entries: Vec<bool> = lines.iter().map(|line| opens_with_label(line)).collect();
    let labelled = || lines.iter().zip(&entries).filter(|(_, entry)| **entry);
    let count = labelled().count();
    let are_paragraphs = labelled().any(|(line, _)| columns(line) > WIDEST_ENTRY);
    if count < 2 || count * 4 > lines.len() * 3 || are_paragraphs {
        return;
    }
    mark(kinds, BlockKind::Item, |index| {
        let at = |index: Option<usize>| index.and_then(|index| entries.get(index)).copied().unwrap_or(false);
        at(Some(index)) && (at(index.checked_sub(1)) || at(Some(index + 1)))
    });
}

/// A bullet or a number: `• `, `- `, `3. `, `b) `, `④`.
fn opens_with_label(line: &str) -> bool {
    let mut characters = line.chars();
    let first = characters.next().unwrap_or(' ');
    let behind = characters.as_str();
    match first {
        '•' | '▪' | '■' | '●' | '◦' | '‣' | '▶' | '・' | '➤' | '✔' | '①'..='⑳' => true,
        'A'..='Z' => false,
        '-' | '–' | '—' | '*' | '·' => behind.starts_with(char::is_whitespace),
        _ => {
            let label = line.split_whitespace().next().unwrap_or("");
            let counter = label.trim_start_matches('(').trim_end_matches(['.', ')', '、', '）']);
            let is_counter = counter.len() <= 2
                && !counter.is_empty()
                && (counter.bytes().all(|b| b.is_ascii_digit())
                    || (counter.len() == 1 && counter.bytes().all(|b| b.is_ascii_lowercase())));
            is_counter && label.len() > counter.len() && line.len() > label.len()
        }
    }
}

/// A quotation that stands alone and says again what the text says, or is signed in the next line.
fn mark_quotes(body: &str, lines: &[&str], kinds: &mut [BlockKind]) {
    let mut tries = 0;
    for (index, line) in lines.iter().enumerate().skip(1) {
        let Some(words) = whole_quotation(line) else { continue };
        let speaker = lines.get(index + 1).is_some_and(|next| is_speaker(next));
        let is_repeated = tries < MOST_REPETITIONS && {
            tries += 1;
            words.len() > 20 && body.matches(words).nth(1).is_some()
        };
        if speaker || is_repeated {
            let taken = index + usize::from(speaker);
            for slot in kinds.iter_mut().take(taken + 1).skip(index) {
                *slot = BlockKind::Pullquote;
            }
        }
    }
}

/// The words of a line that is one quotation from end to end.
fn whole_quotation(line: &str) -> Option<&str> {
    let opens = |c: char| matches!(c, '“' | '"' | '«' | '„' | '»' | '「' | '”');
    let closes = |c: char| matches!(c, '”' | '"' | '»' | '“' | '«' | '」');
    let inside = line.strip_prefix(opens)?.strip_suffix(closes)?.trim();
    let is_one = !inside.contains(['“', '”', '"', '«', '»', '„', '「', '」']);
    (is_one && columns(line) <= WIDEST_QUOTE)
        .then(|| inside.trim_end_matches(['.', '!', '?', '…', ',', '。']))
}

/// `— Ola Reid, union leader`
fn is_speaker(line: &str) -> bool {
    let name = line.trim_start_matches(|c: char| text::is_dash(c) || c.is_whitespace());
    line.starts_with(text::is_dash)
        && name.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
        && columns(line) <= WIDEST_SPEAKER
        && !ends_like_sentence(line)
}

/// A short line without a stop between text and text.
fn is_subheading(lines: &[&str], kinds: &[BlockKind], index: usize) -> bool {
    let at = |index: usize| Some((*lines.get(index)?, *kinds.get(index)?));
    let Some((line, BlockKind::Paragraph)) = at(index) else { return false };
    let Some((next, below)) = at(index + 1) else { return false };
    let stands_free = || {
        index.checked_sub(1).and_then(at).is_none_or(|(above, kind)| {
            kind != BlockKind::Paragraph || ends_like_sentence(above) || ends_with_notice(above)
        })
    };
    let has_text_below = || match below {
        BlockKind::Paragraph => {
            columns(next) >= NARROWEST_TEXT && columns(next) > columns(line) && ends_like_sentence(next)
        }
        BlockKind::Item => true,
        _ => false,
    };
    columns(line) <= WIDEST_SUBHEADING
        && line.starts_with(|c: char| !c.is_lowercase() && (c.is_alphanumeric() || text::is_opening_mark(c)))
        && reads_like_headline(line)
        && stands_free()
        && has_text_below()
        && !byline::is_byline(line, None)
}

/// A bracket closes the text above.
fn ends_with_notice(line: &str) -> bool {
    line.ends_with([')', '）', ':', '：'])
}
