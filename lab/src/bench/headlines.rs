//! Speed of language detection on headlines. They are the shortest texts, so the cost of a call matters most.

use std::{hint::black_box, time::Instant};

use lab_report::Table;

use crate::{
    corpus::{Corpora, ntrex},
    pipeline::Pipeline,
};

/// Number of passes over all headlines. The fastest counts.
const PASSES: usize = 3;

pub(super) const NOTE: &str = "Every headline of NTREX-128 (development half, 118 languages) as a separate article: the fastest of three passes. For \
comparison: whatlang on the same strings.";

/// Returns the headlines per second of the stage and of whatlang.
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

/// Returns the seconds of the fastest pass.
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
