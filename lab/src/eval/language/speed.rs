//! Measures the speed of the detector and its peers in the same run.

use std::{hint::black_box, time::Instant};

use lab_report::Table;

use super::systems::System;
use crate::corpus::{
    Corpora,
    news::NewsDocument,
    ntrex::{Document, Length},
};

/// Number of passes over all texts. The fastest counts.
const PASSES: usize = 3;

/// Length of a news article in bytes.
const ARTICLE: usize = 3_000;

pub(super) const NOTE: &str = "On one core, the fastest of three passes: the held-out headlines, and English news (news/en.jsonl) cut at the character that \
reaches 3,000 bytes. lingua reads one text in twenty. Load on the machine slows all systems alike, so compare the ratio to \
whatlang.";

pub(super) fn table(
    corpora: &Corpora,
    documents: &[Document],
    systems: &[System<'_>],
) -> anyhow::Result<Table> {
    let headlines: Vec<String> =
        documents.iter().flat_map(|document| document.texts(Length::Headline)).collect();
    let articles: Vec<String> = corpora
        .json_lines::<NewsDocument>("news/en.jsonl")?
        .into_iter()
        .filter(|article| article.body.len() >= ARTICLE)
        .map(|article| {
            article.body.get(..article.body.ceil_char_boundary(ARTICLE)).unwrap_or_default().to_owned()
        })
        .take(300)
        .collect();
    let mut table = Table::new(&["system", "headlines/s", "to whatlang", "articles/s", "to whatlang"]);
    let rates =
        systems.iter().map(|system| (rate(system, &headlines), rate(system, &articles))).collect::<Vec<_>>();
    let whatlang = systems.iter().position(|system| matches!(system, System::Whatlang));
    let (of_headlines, of_articles) = whatlang.and_then(|at| rates.get(at).copied()).unwrap_or((1.0, 1.0));
    for (system, (headlines, articles)) in systems.iter().zip(&rates) {
        table.row([
            system.name().to_owned(),
            format!("{headlines:.0}"),
            format!("{:.2}", headlines / of_headlines),
            format!("{articles:.0}"),
            format!("{:.2}", articles / of_articles),
        ]);
    }
    Ok(table)
}

/// Returns the texts per second of a system.
fn rate(system: &System<'_>, texts: &[String]) -> f64 {
    let mut best = f64::INFINITY;
    let texts: Vec<&String> = texts.iter().step_by(system.stride()).collect();
    for _ in 0..PASSES {
        let started = Instant::now();
        for text in &texts {
            black_box(system.answer(text, ""));
        }
        best = best.min(started.elapsed().as_secs_f64());
    }
    texts.len() as f64 / best
}
