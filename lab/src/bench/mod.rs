//! Measures articles per second on one core: the whole chain as `wiredesk annotate` runs it, and each step.

mod alerts;
mod articles;
mod headlines;
mod linker;
mod rounds;

use std::{path::Path, time::Instant};

use lab_report::{Report, Table, percent};
use messages::StageName;

pub use self::alerts::run as run_alerts;
pub use self::linker::run as linker;
use self::{
    articles::ArticleSet,
    rounds::{Step, Timings},
};
use crate::{corpus::Corpora, eval, pipeline::Pipeline};

/// Measures the test articles in `folder` and, with `data`, English news of about 3 KB. Each set takes
/// `seconds` or a little longer. With `weights` the accurate tier tags.
pub fn run(
    folder: &Path,
    data: Option<&Corpora>,
    weights: Option<&Path>,
    seconds: u64,
) -> anyhow::Result<Report> {
    let started = Instant::now();
    let mut pipeline = Pipeline::new();
    if let Some(file) = weights {
        pipeline.tagger = eval::accurate(file)?;
    }
    let loading = started.elapsed();
    let mut sets = vec![articles::of_the_tests(folder)?];
    if let Some(data) = data {
        sets.push(articles::english_news(data)?);
    }
    let mut report = Report::new("Speed on one core")
        .fact("threads", "one")
        .fact("entity tagger", pipeline.model(StageName::Tag))
        .fact("loading all stages", format!("{:.0} ms", 1000.0 * loading.as_secs_f64()));
    let mut measured = Vec::new();
    for set in &sets {
        measured.push((set, rounds::measure(&pipeline, set, seconds)?));
    }
    report.section("Whole chain", CHAIN_NOTE, chain_table(&measured));
    for (set, timings) in &measured {
        report.section(&format!("Steps: {}", set.name), &steps_note(set, timings), steps_table(set, timings));
    }
    if let Some(data) = data {
        report.section("Headlines", headlines::NOTE, headlines::table(&pipeline, data)?);
    }
    Ok(report)
}

const CHAIN_NOTE: &str = "From one JSON line to the next, as `wiredesk annotate` does it: decode, four stages, encode. \
MB/s counts the text of headline and body. Against words: the time of the chain divided by the time to find the word boundaries of the same text \
(crate unicode-segmentation), measured in the same rounds. It depends less on the machine than the other columns.";

fn steps_note(set: &ArticleSet, timings: &Timings) -> String {
    format!(
        "{} {} rounds. Times are medians over rounds for each article and step, summed over articles. The last rows are for comparison \
and do not belong to the chain.",
        set.description, timings.rounds
    )
}

fn chain_table(measured: &[(&ArticleSet, Timings)]) -> Table {
    let mut table = Table::new(&["set", "articles", "bytes each", "articles/s", "MB/s", "against words"]);
    for (set, timings) in measured {
        let chain = timings.of(Step::Chain);
        table.row([
            set.name.to_owned(),
            set.len().to_string(),
            (set.text_bytes() / set.len().max(1)).to_string(),
            format!("{:.0}", set.len() as f64 / chain),
            megabytes(set, chain),
            format!("{:.1}", chain / timings.of(Step::Words)),
        ]);
    }
    table
}

fn steps_table(set: &ArticleSet, timings: &Timings) -> Table {
    let mut table = Table::new(&["step", "µs/article", "articles/s", "MB/s", "share"]);
    let sum: f64 = Step::IN_CHAIN.iter().map(|&step| timings.of(step)).sum();
    let mut row = |name: &str, seconds: f64, share: Option<f64>| {
        table.row([
            name.to_owned(),
            format!("{:.1}", 1e6 * seconds / set.len().max(1) as f64),
            format!("{:.0}", set.len() as f64 / seconds),
            megabytes(set, seconds),
            share.map_or_else(|| "–".to_owned(), percent),
        ]);
    };
    for step in Step::IN_CHAIN {
        let seconds = timings.of(step);
        row(step.name(), seconds, Some(seconds / sum));
    }
    for step in [Step::Chain, Step::Words, Step::Json] {
        row(step.name(), timings.of(step), None);
    }
    table
}

fn megabytes(set: &ArticleSet, seconds: f64) -> String {
    format!("{:.2}", set.text_bytes() as f64 / 1e6 / seconds)
}
