//! Measures inputs that are designed to be slow. Time must grow linearly with the text.

use std::time::{Duration, Instant};

use lab_report::Table;
use segmenter::{Languages, segment_body};

pub(super) const NOTE: &str = "Milliseconds for blocks and sentences of a text that repeats one piece, English (with the scorer), one thread, best of two. \
Growth: the time for 10 MB divided by that for 1 MB. 10 is linear, 100 would be quadratic.";

/// Names and texts of the repeated pieces.
const PIECES: [(&str, &str); 14] = [
    ("stops", "."),
    ("question marks", "?"),
    ("quotation marks", "\""),
    ("opening brackets", "("),
    ("brackets", "[1]"),
    ("abbreviations", "U.S. "),
    ("titles", "Mr. "),
    ("initials", "a."),
    ("newlines", "\n"),
    ("short lines", "a\n"),
    ("list labels", "1) A "),
    ("sentences without spaces", "東京。"),
    ("missing spaces", "end.The"),
    ("one endless line", "The ferry sailed at dawn with two hundred people on board "),
];

const MEGABYTE: usize = 1_000_000;

pub(super) fn table() -> Table {
    let mut table = Table::new(&["text of", "1 MB, ms", "10 MB, ms", "growth"]);
    for (name, piece) in PIECES {
        let [small, large] = [1, 10].map(|megabytes| time(&piece.repeat(megabytes * MEGABYTE / piece.len())));
        let growth = large.as_secs_f64() / small.as_secs_f64().max(1e-6);
        let figures = [small, large].map(|time| format!("{:.0}", time.as_secs_f64() * 1e3));
        table.row([name.to_owned()].into_iter().chain(figures).chain([format!("{growth:.1}")]));
    }
    table
}

/// Returns the shorter of two times.
fn time(text: &str) -> Duration {
    let languages = Languages::only("en");
    let once = || {
        let start = Instant::now();
        std::hint::black_box(segment_body(text, None, None, &languages));
        start.elapsed()
    };
    // The shorter of two runs, because other work on the machine only lengthens a run.
    once().min(once())
}
