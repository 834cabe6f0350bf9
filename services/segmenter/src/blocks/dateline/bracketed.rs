//! Datelines in brackets: `(서울=연합뉴스) 김철수 기자 =`, `【東京共同】`, `（新华社北京5月3日电）`.

use text::Span;

use super::{Dateline, agencies, chinese};

/// The longest reporter's name and title between a Korean dateline and its `=`, in bytes.
const LONGEST_REPORTER: usize = 60;

/// The dateline at the head of `head`: where it ends, and its parts.
pub(super) fn read(head: &str) -> Option<(usize, Dateline)> {
    let (open, close) = [('(', ')'), ('（', '）'), ('【', '】'), ('[', ']')]
        .into_iter()
        .find(|(open, _)| head.starts_with(*open))?;
    let close_at = head.find(close)?;
    let inside = Span::new(open.len_utf8(), close_at);
    let end = close_at + close.len_utf8();
    if let Some(parts) = equation(head, inside) {
        return Some((end + reporter_length(head.get(end..).unwrap_or("")), parts));
    }
    if open == '[' {
        return capitals(head, inside).map(|parts| (end, parts));
    }
    let parts = signed(head, inside).or_else(|| chinese::parts(head, inside))?;
    Some((end, parts))
}

/// `서울=연합뉴스`: place, equals sign, agency.
fn equation(head: &str, inside: Span) -> Option<Dateline> {
    let (place, source) = inside.of(head).split_once(['=', '＝'])?;
    let place = Span::new(inside.start, inside.start + place.len()).trimmed(head);
    let source = Span::new(inside.end - source.len(), inside.end).trimmed(head);
    (is_name(place.of(head)) && is_name(source.of(head))).then_some(Dateline {
        place: Some(place),
        date: None,
        source: Some(source),
    })
}

/// Whether a text may name a place or an agency; an address with `?id=3` in brackets names none.
fn is_name(text: &str) -> bool {
    let is_in_name = |c: char| {
        c.is_alphanumeric() || c.is_whitespace() || matches!(c, '·' | '・' | ',' | '、' | '/' | '.' | '-')
    };
    text.starts_with(char::is_alphabetic) && text.chars().all(is_in_name)
}

/// `東京共同`: place and agency run together.
fn signed(head: &str, inside: Span) -> Option<Dateline> {
    let agency = agencies::agency_at_end(inside.of(head))?;
    let source = Span::new(inside.end - agency.len(), inside.end);
    let place = Span::new(inside.start, source.start).trimmed(head);
    // An agency alone in brackets is left to the reader that asks for a dash behind it.
    (!place.is_empty()).then_some(Dateline { place: Some(place), date: None, source: Some(source) })
}

/// `[BERLIN]`: a place in capitals.
fn capitals(head: &str, inside: Span) -> Option<Dateline> {
    let place = inside.of(head);
    let letters = place.chars().filter(|character| character.is_alphabetic()).count();
    let is_place = letters > 3 && place.chars().all(|c| c.is_uppercase() || c.is_whitespace() || c == '.');
    is_place.then_some(Dateline { place: Some(inside), ..Dateline::default() })
}

/// Bytes of ` 김철수 기자 =` behind the bracket.
fn reporter_length(rest: &str) -> usize {
    let Some(equals) = rest.find(['=', '＝']) else { return 0 };
    let sign = rest.get(equals..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    let is_name = equals <= LONGEST_REPORTER && !rest.get(..equals).unwrap_or("").contains(['.', '。', ',']);
    if is_name { equals + sign } else { 0 }
}
