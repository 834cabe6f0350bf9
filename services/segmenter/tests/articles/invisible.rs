//! Characters that cannot be seen.

use super::{check_blocks, check_dateline};

#[test]
fn a_dateline_is_read_through_what_cannot_be_seen() {
    for mark in ["\u{feff}", "\u{200b}", "\u{200e}", "\u{2060}", "\u{ad}"] {
        let lead = format!("{mark}LI{mark}MA, Ma{mark}y 3 (Reu{mark}ters) - Snow fell all day.");
        let dateline = format!("{mark}LI{mark}MA, Ma{mark}y 3 (Reu{mark}ters) -");
        let expected = format!("{dateline} | LI{mark}MA | Ma{mark}y 3 | Reu{mark}ters");
        check_dateline(&lead, Some(&expected));
    }
}

#[test]
fn bylines_and_sentence_ends_are_read_through_what_cannot_be_seen() {
    check_blocks(
        "en",
        "Snow closes mountain passes\n\n\u{200b}By Jane Doe\n\nSnow fell in the hills for three days, and the passes were closed on Friday.",
        &[
            "headline: Snow closes mountain passes",
            "byline: \u{200b}By Jane Doe",
            "paragraph: Snow fell in the hills for three days, and the passes were closed on Friday.",
        ],
    );
}
