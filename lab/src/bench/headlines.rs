//! Language detection of headlines: the shortest texts, where the cost of one call shows.

use std::{hint::black_box, time::Instant};

use lab_report::Table;

use crate::{
    corpus::{Corpora, ntrex},
    pipeline::Pipeline,
};

/// Passes over all headlines; the fastest counts.
const PASSES: usize = 3;

pub(super) const NOTE: &str = "Every headline of NTREX-128 (development half, 118 languages) as an article of its own: \
the fastest of three passes. Beside the stage: whatlang on the same strings.";

/// Headlines a second, of the stage and of whatlang.
pub(super) fn table(pipeline: &Pipeline, data: &Corpora) -> anyhow::Result<Table> {
    let documents = ntrex::read(&data.text("language/ntrex_dev.tsv")?)?;
    let headlines: Vec<&str> =
        documents.iter().flat_map(|document| &document.headlines).map(String::as_str).collect();
    let mut table = Table::new(&["system", "headlines", "headlines/s"]);
    let mut row = |name: &str, seconds: f64| {
        let rate = format!("{:.0}", headlines.len() as f64 / seconds);
        table.row([name.to_owned(), headlines.len().to_string(), rate]);
    };
    row("detect", fastest(&headlines, |headline| pipeline.detect(headline)));
    row("whatlang", fastest(&headlines, whatlang::detect));
    Ok(table)
}

fn fastest<T>(headlines: &[&str], work: impl Fn(&str) -> T) -> f64 {
    let passes = (0..PASSES).map(|_| {
        let started = Instant::now();
        for headline in headlines {
            black_box(work(headline));
        }
        started.elapsed().as_secs_f64()
    });
    passes.fold(f64::INFINITY, f64::min)
}
