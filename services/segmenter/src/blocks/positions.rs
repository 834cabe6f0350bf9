//! Lines under pictures that say where somebody stands.

use super::cues::CAPTION_POSITIONS;
use super::folding::{fold, without_marks};
use super::line::Line;

/// The widest line that a position makes a caption, in columns.
const WIDEST: usize = 120;

/// The widest position in brackets, in columns: `(second from left)`.
const WIDEST_POSITION: usize = 24;

/// Reports whether a short line says in brackets where somebody stands: `Jane Doe (left) and John Roe`.
pub(super) fn says_position(line: &Line<'_>) -> bool {
    if line.columns > WIDEST || !(line.text.contains('(') || line.text.contains('（')) {
        return false;
    }
    let inside = line.text.split(['(', '（']).skip(1);
    inside.filter_map(|inside| inside.split_once([')', '）'])).any(|(inside, _)| is_position(inside))
}

fn is_position(inside: &str) -> bool {
    let folded = fold(inside, WIDEST_POSITION + 1);
    // `(R)` is the party of a senator.
    let is_small = || inside.trim().len() > 1 || inside.trim().starts_with(char::is_lowercase);
    is_small()
        && folded.chars().nth(WIDEST_POSITION).is_none()
        && CAPTION_POSITIONS.contains(without_marks(&folded))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_in_brackets_makes_a_caption() {
        for line in [
            "Jane Doe (left) and John Roe",
            "Капитан Олег Тимин (слева) и механик Юрий Савин",
            "Gerrit Velten (r) en zijn vrouw Dinie bij het nest.",
            "林小明（左）と山田太郎",
        ] {
            assert!(says_position(&Line::measure(line)), "{line}");
        }
        for line in [
            "Die Kandidatin (Linke) gewann.",
            "Senator Jane Doe (R) of Ohio",
            "He turned (left at the mill) and ran.",
            "Left (2019)",
        ] {
            assert!(!says_position(&Line::measure(line)), "{line}");
        }
    }
}
