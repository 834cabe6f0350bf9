//! Lines under pictures.

use super::cues::{CAPTION_CREDITS, CAPTION_OPENINGS};
use super::line::{Line, MOST_COLUMNS};

/// The longest credit that is read, in characters.
const LONGEST_CREDIT: usize = 80;

/// Reports whether a line opens like a caption, `Photo: …`, or ends with a picture credit. A caption is
/// narrower than the columns that are counted; a wider line is a paragraph.
pub(super) fn is_caption(line: &Line<'_>) -> bool {
    if line.columns >= MOST_COLUMNS {
        return false;
    }
    let inside = line.text.trim_start_matches(['(', '[', '（', '［']);
    CAPTION_OPENINGS.open(inside) || ends_with_credit(line.text)
}

/// Reports whether a line ends with a picture credit in brackets: `(AP Photo/Jane Doe)`, `(Foto: dpa)`.
fn ends_with_credit(line: &str) -> bool {
    let Some(inside) = line.trim_end_matches('.').strip_suffix([')', ']', '）', '］']) else {
        return false;
    };
    let Some(open) = inside.rfind(['(', '[', '（', '［']) else { return false };
    let credit = inside.get(open..).unwrap_or("").trim_start_matches(['(', '[', '（', '［']);
    let credit: String = credit.chars().take(LONGEST_CREDIT).flat_map(char::to_lowercase).collect();
    CAPTION_CREDITS.iter().any(|sign| credit.contains(sign))
}
