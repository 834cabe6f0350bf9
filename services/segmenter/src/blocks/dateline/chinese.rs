//! Datelines ended by 电: `新华社北京5月3日电（记者 …）`.

use text::Span;

use super::Dateline;

/// The longest run before 电, in bytes: agency, reporters, place and date.
const LONGEST_RUN: usize = 90;

/// Places that agencies of Taiwan file from. They set the reporter's name before the place without a
/// mark, `記者林小明台北`, so the place is told from the name by knowing it.
#[rustfmt::skip] // Rows of words, not one word a line.
const PLACES_BEHIND_NAMES: &[&str] = &[
    "台北", "臺北", "新北", "桃園", "台中", "臺中", "台南", "臺南", "高雄", "基隆", "新竹", "苗栗", "彰化", "南投", "雲林", "嘉義",
    "屏東", "宜蘭", "花蓮", "台東", "臺東", "澎湖", "金門", "馬祖", "連江", "東京", "首爾", "北京", "上海", "香港", "曼谷", "華盛頓", "紐約",
    "洛杉磯", "舊金山", "倫敦", "巴黎", "柏林", "布魯塞爾", "日內瓦", "新加坡", "吉隆坡", "雅加達", "馬尼拉", "雪梨", "多倫多", "莫斯科",
];

/// The dateline at the head of `head`: where it ends, and its parts.
pub(super) fn read(head: &str) -> Option<(usize, Dateline)> {
    if head.is_ascii() {
        return None;
    }
    let (wire, sign) = head.match_indices(is_wire_sign).next()?;
    let parts = parts(head, Span::new(0, wire + sign.len()))?;
    let end = wire + sign.len();
    Some((end + reporter_length(head.get(end..).unwrap_or("")), parts))
}

/// The parts of a run that ends with 电: agency, place, date.
pub(super) fn parts(head: &str, run: Span) -> Option<Dateline> {
    let text = run.of(head).strip_suffix(is_wire_sign)?;
    if text.len() > LONGEST_RUN || text.contains(['，', '。', ',', '.', '、', '\n']) {
        return None;
    }
    let agency = text.char_indices().find(|(_, c)| matches!(c, '社' | '网' | '網' | '报' | '報'))?;
    let source = Span::new(0, agency.0 + agency.1.len_utf8());
    let digit = text.find(|character: char| character.is_ascii_digit()).unwrap_or(text.len());
    let place = Span::new(source.end, digit).trimmed(text);
    let date = Span::new(digit, text.len()).trimmed(text);
    let place = behind_reporter(text, place);
    let is_place = !place.is_empty();
    let part = |span: Span| span.shifted(run.start);
    (!date.is_empty() || is_place).then(|| Dateline {
        place: is_place.then(|| part(place)),
        date: (!date.is_empty()).then(|| part(date)),
        source: Some(part(source)),
    })
}

/// The place without the reporter's name before it; empty where the two cannot be told apart.
fn behind_reporter(text: &str, run: Span) -> Span {
    let names = run.of(text);
    if !names.contains("记者") && !names.contains("記者") {
        return run;
    }
    let known = PLACES_BEHIND_NAMES.iter().find(|place| names.ends_with(**place));
    Span::new(run.end - known.map_or(0, |place| place.len()), run.end)
}

fn is_wire_sign(character: char) -> bool {
    matches!(character, '电' | '電' | '讯' | '訊')
}

/// Bytes of `（记者 …）` behind the run.
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
