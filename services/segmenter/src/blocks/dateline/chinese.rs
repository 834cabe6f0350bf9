//! Datelines that end with 电: `新华社北京5月3日电（记者 …）`.

use std::sync::LazyLock;

use text::Span;

use super::components::Dateline;
use crate::languages::words_of_all;
use crate::word_list::WordList;

/// The longest run before 电, in bytes: agency, reporters, place and date.
const LONGEST_RUN: usize = 90;

/// Places that agencies of Taiwan write after the reporter's name without a mark: `記者林小明台北`.
static PLACES_AFTER_REPORTERS: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(words_of_all(|profile| profile.datelines.places_after_reporters)));

/// Parses the dateline at the start of `head`. Returns its end in bytes and its components.
pub(super) fn parse(head: &str) -> Option<(usize, Dateline)> {
    if head.is_ascii() {
        return None;
    }
    let (wire, sign) = head.match_indices(is_wire_sign).next()?;
    let dateline = parse_run(head, Span::new(0, wire + sign.len()))?;
    let end = wire + sign.len();
    Some((end + reporter_length(head.get(end..).unwrap_or("")), dateline))
}

/// Parses a run that ends with 电: agency, place, date.
pub(super) fn parse_run(head: &str, run: Span) -> Option<Dateline> {
    let text = run.of(head).strip_suffix(is_wire_sign)?;
    // A run has no punctuation. With some it is a sentence that ends with the same character.
    if text.len() > LONGEST_RUN || text.contains(['，', '。', ',', '.', '、', '\n']) {
        return None;
    }
    let agency = text.char_indices().find(|(_, c)| matches!(c, '社' | '网' | '網' | '报' | '報'))?;
    let source = Span::new(0, agency.0 + agency.1.len_utf8());
    let digit = text.find(|character: char| character.is_ascii_digit()).unwrap_or(text.len());
    let place = Span::new(source.end, digit).trimmed(text);
    let date = Span::new(digit, text.len()).trimmed(text);
    let place = without_reporter(text, place);
    let is_place = !place.is_empty();
    let in_head = |span: Span| span.shifted(run.start);
    (!date.is_empty() || is_place).then(|| Dateline {
        place: is_place.then(|| in_head(place)),
        date: (!date.is_empty()).then(|| in_head(date)),
        source: Some(in_head(source)),
    })
}

/// Removes the reporter's name before a place. The result is empty if the two cannot be separated.
fn without_reporter(text: &str, run: Span) -> Span {
    let names = run.of(text);
    if !names.contains("记者") && !names.contains("記者") {
        return run;
    }
    let known = PLACES_AFTER_REPORTERS.iter().find(|place| names.ends_with(place));
    Span::new(run.end - known.map_or(0, str::len), run.end)
}

fn is_wire_sign(character: char) -> bool {
    matches!(character, '电' | '電' | '讯' | '訊')
}

/// Returns the bytes of `（记者 …）` after the run.
fn reporter_length(rest: &str) -> usize {
    let inside = rest.strip_prefix(['（', '(']);
    let names_reporter =
        inside.is_some_and(|inside| inside.starts_with("记者") || inside.starts_with("記者"));
    match rest.find(['）', ')']) {
        Some(close) if names_reporter => {
            close + rest.get(close..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
        }
        _ => 0,
    }
}
