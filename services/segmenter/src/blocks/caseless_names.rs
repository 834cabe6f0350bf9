//! Names in scripts without capitals.

use super::cues::ROLES;
use super::line::Line;

/// Reports whether a line is nothing but a name of two words in a script without capitals, perhaps with a place
/// behind a comma, or of three to five ideographs: `נועה לוי`, `अनिल रावत, ऋषिकेश`, `高橋恵`.
pub(super) fn is_bare_name_without_case(line: &Line<'_>) -> bool {
    const WIDEST_NAME: usize = 30;
    if line.columns > WIDEST_NAME || line.ends_like_sentence || line.text.contains(['\n', '\r']) {
        return false;
    }
    let is_letter = |c: char| {
        (!c.is_ascii() && !c.is_numeric() && !c.is_lowercase() && !c.is_uppercase())
            || matches!(c, ' ' | ',' | '\'')
    };
    if !line.text.chars().all(is_letter) || line.text.contains(is_stop_of_no_case) {
        return false;
    }
    if line.text.starts_with(text::is_without_spaces) {
        let is_ideograph = |c: char| matches!(c, '\u{4e00}'..='\u{9fff}' | '々');
        let name: String = line.text.split(['　', ' ']).collect();
        return (3..=5).contains(&name.chars().count()) && name.chars().all(is_ideograph);
    }
    let (name, place) = line.text.split_once(',').unwrap_or((line.text, ""));
    name.split_whitespace().count() == 2 && place.split_whitespace().count() <= 1
}

/// Reports whether a mark separates parts of a line in a script without capitals.
fn is_stop_of_no_case(character: char) -> bool {
    text::is_dash(character)
        || matches!(character, '،' | '、' | '…' | '·' | '：' | '，' | '！' | '？' | '|' | '»' | '«')
}

/// Reports whether a line is a name and a place in a script without capitals: `أحمد علي – دبي`, `ロンドン＝山田太郎`,
/// `【山田太郎】`.
pub(super) fn is_signature_without_case(line: &str) -> bool {
    const MOST_CHARACTERS: usize = 30;
    const MOST_IDEOGRAPHS: usize = 8;
    if line.chars().any(|c| c.is_lowercase() || c.is_uppercase() || c.is_numeric())
        || line.chars().count() > MOST_CHARACTERS
    {
        return false;
    }
    if line.starts_with(text::is_without_spaces) || line.starts_with('【') {
        let inside = line.strip_prefix('【').and_then(|inside| inside.strip_suffix('】'));
        let is_signed = |name: &str| {
            (3..=MOST_IDEOGRAPHS).contains(&name.chars().count())
                && name.chars().all(|c| text::is_without_spaces(c) || matches!(c, '、' | '・' | '　'))
        };
        let placed = line.split_once(['＝', '=']).filter(|(place, _)| !place.is_empty());
        return inside.is_some_and(is_signed)
            || placed.is_some_and(|(_, name)| is_signed(name))
            || names_bureau(line, is_signed);
    }
    let mut parts = line.split([' ']).filter(|word| matches!(*word, "–" | "—" | "-" | "|" | "/"));
    let (Some(mark), None) = (parts.next(), parts.next()) else { return false };
    let Some((name, place)) = line.split_once(mark) else { return false };
    let (name, place) = (name.split_whitespace().count(), place.split_whitespace().count());
    ((2..=3).contains(&name) && (1..=2).contains(&place)) || (name == 1 && (2..=3).contains(&place))
}

/// Reports whether a line in a script without spaces is a name and an office of its paper: `山田太郎（ロンドン支局）`,
/// `ロンドン支局　山田太郎`.
fn names_bureau(line: &str, is_signed: impl Fn(&str) -> bool) -> bool {
    let is_office = |part: &str| ROLES.iter().any(|role| !role.is_ascii() && part.ends_with(role));
    let parts = line.trim_end_matches(['）', ')']).split_once(['（', '(', '　', ' ', '＝']);
    parts.is_some_and(|(one, other)| {
        (is_signed(one) && is_office(other)) || (is_office(one) && is_signed(other))
    })
}
