//! Measures the time for web pages that nest, leave open and repeat what a careless reader looks at again and
//! again.

use std::time::{Duration, Instant};

use intake::PageHints;
use lab_report::Table;

pub(super) const NOTE: &str = "Pages that nest, leave open or repeat elements (shared/intake/src/tests/hostile_pages.tsv). Each figure is the time to read the page divided by that for \
an ordinary page of the same size, the fastest of three readings in turn. Where reading takes linear time, the figure does not grow with the size.";

/// The pages, as the tests of the reader describe them.
const PAGES: &str = include_str!("../../../shared/intake/src/tests/hostile_pages.tsv");

/// Sizes of the pages in bytes, with their names.
const SIZES: [(usize, &str); 4] =
    [(10_000, "10 kB"), (100_000, "100 kB"), (1_000_000, "1 MB"), (2_000_000, "2 MB")];

/// Number of readings. The fastest counts.
const ROUNDS: usize = 3;

/// Returns a row for each page, with the time relative to the first page, which is an ordinary one.
pub(super) fn table() -> Table {
    let head = SIZES.map(|(_, name)| name);
    let mut table = Table::new(&["page"].into_iter().chain(head).collect::<Vec<_>>());
    let times: Vec<(&str, Vec<f64>)> = PAGES
        .lines()
        .map(|line| {
            let name = line.split('\t').next().unwrap_or_default();
            (name, SIZES.map(|(size, _)| fastest(&page(line, size)).as_secs_f64()).to_vec())
        })
        .collect();
    let ordinary = times.first().map(|(_, times)| times.clone()).unwrap_or_default();
    for (name, times) in times {
        let ratios = times.iter().zip(&ordinary).map(|(time, ordinary)| format!("{:.1}", time / ordinary));
        table.row([name.to_owned()].into_iter().chain(ratios));
    }
    table
}

/// Makes a page of its name and its parts: how often each is repeated (`*`: as often as the size allows), and its
/// text.
fn page(line: &str, size: usize) -> String {
    let parts: Vec<(&str, String)> = line
        .split('\t')
        .skip(1)
        .filter_map(|part| part.split_once('×'))
        .map(|(count, text)| (count, text.replace("LONG", &"a".repeat(4000))))
        .collect();
    let fills = parts.iter().filter(|(count, _)| *count == "*").count().max(1);
    parts
        .iter()
        .map(|(count, text)| text.repeat(count.parse().unwrap_or(size / fills / text.len())))
        .collect()
}

fn fastest(page: &str) -> Duration {
    let read = |_| {
        let started = Instant::now();
        std::hint::black_box(intake::page(page.as_bytes(), PageHints::default(), "html").is_ok());
        started.elapsed()
    };
    (0..ROUNDS).map(read).min().unwrap_or_default()
}
