//! Datelines in brackets: `(서울=연합뉴스) 김철수 기자 =`, `【東京共同】`, `（新华社北京5月3日电）`.

use text::Span;

use super::components::Dateline;
use super::{agencies, chinese};

/// The longest reporter's name and title between a Korean dateline and its `=`, in bytes.
const LONGEST_REPORTER: usize = 60;

/// Parses the dateline in brackets at the start of `head`. Returns its end in bytes and its components.
pub(super) fn parse(head: &str) -> Option<(usize, Dateline)> {
    let (open, close) = [('(', ')'), ('（', '）'), ('【', '】'), ('[', ']')]
        .into_iter()
        .find(|(open, _)| head.starts_with(*open))?;
    let close_at = head.find(close)?;
    let inside = Span::new(open.len_utf8(), close_at);
    let end = close_at + close.len_utf8();
    if open == '【'
        && let Some(dateline) = place_and_reporter(head, inside)
    {
        return Some((end, dateline));
    }
    if let Some(dateline) = equation(head, inside) {
        return Some((end + reporter_length(head.get(end..).unwrap_or("")), dateline));
    }
    if open == '[' {
        return capitals(head, inside).map(|dateline| (end, dateline));
    }
    let dateline = signed(head, inside).or_else(|| chinese::parse_run(head, inside))?;
    Some((end, dateline))
}

/// Parses place, equals sign and agency: `서울=연합뉴스`.
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

/// Parses a place with or without an agency, and the reporter behind the equals sign: `ロンドン＝山田太郎`,
/// `カイロ共同＝山田太郎`. Japanese papers put the reporter where Korean agencies have their own name.
fn place_and_reporter(head: &str, inside: Span) -> Option<Dateline> {
    let (place, reporter) = inside.of(head).split_once(['=', '＝'])?;
    let place = Span::new(inside.start, inside.start + place.len()).trimmed(head);
    let is_korean = reporter.starts_with(|first| matches!(first, '가'..='힣'));
    if is_korean || !is_name(place.of(head)) || !is_name(reporter) || agencies::is_agency(reporter) {
        return None;
    }
    signed(head, place).or(Some(Dateline { place: Some(place), ..Dateline::default() }))
}

/// Reports whether a text may name a place or an agency. An address with `?id=3` in brackets does not.
fn is_name(text: &str) -> bool {
    let is_in_name = |c: char| {
        c.is_alphanumeric() || c.is_whitespace() || matches!(c, '·' | '・' | ',' | '、' | '/' | '.' | '-')
    };
    text.starts_with(char::is_alphabetic) && text.chars().all(is_in_name)
}

/// Parses place and agency without a mark between them: `東京共同`.
fn signed(head: &str, inside: Span) -> Option<Dateline> {
    let agency = agencies::agency_at_end(inside.of(head))?;
    let source = Span::new(inside.end - agency.len(), inside.end);
    let place = Span::new(inside.start, source.start).trimmed(head);
    // An agency alone in brackets needs a dash after it: `separated` judges that.
    (!place.is_empty()).then_some(Dateline { place: Some(place), date: None, source: Some(source) })
}

/// Parses a place in capitals: `[BERLIN]`.
fn capitals(head: &str, inside: Span) -> Option<Dateline> {
    let place = inside.of(head);
    let letters = place.chars().filter(|character| character.is_alphabetic()).count();
    let is_place = letters > 3 && place.chars().all(|c| c.is_uppercase() || c.is_whitespace() || c == '.');
    is_place.then_some(Dateline { place: Some(inside), ..Dateline::default() })
}

/// Returns the bytes of ` 김철수 기자 =` after the bracket.
fn reporter_length(rest: &str) -> usize {
    let Some(equals) = rest.find(['=', '＝']) else { return 0 };
    let sign = rest.get(equals..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    let is_name = equals <= LONGEST_REPORTER && !rest.get(..equals).unwrap_or("").contains(['.', '。', ',']);
    if is_name { equals + sign } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(head: &str, place: &str, source: Option<&str>) {
        let (_, found) = parse(head).unwrap_or_default();
        let texts = [found.place, found.source].map(|span| span.map(|span| span.of(head)));
        assert_eq!(texts, [Some(place), source], "{head}");
    }

    #[test]
    fn a_japanese_reporter_is_no_source() {
        check("【ロンドン＝山田太郎】英政府は", "ロンドン", None);
        check("【カイロ共同＝山田太郎】政府は", "カイロ", Some("共同"));
        check("【서울=뉴시스】정부는", "서울", Some("뉴시스"));
    }
}
