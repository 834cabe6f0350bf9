//! The memory of the entity tagger's worker as articles in more and more languages arrive.

use std::collections::BTreeSet;

use anyhow::Context as _;
use lab_report::Table;
use messages::{ArticleReceived, StageName, subjects::Lane};
use pipeline_tests::{Binaries, Process, articles};

use super::server::{fresh, resident, summarized};

/// The numbers of languages after which the memory is read.
const STEPS: [usize; 4] = [0, 1, 5, 10];

pub(super) const NOTE: &str = "The entity tagger's worker of the fast tier, in a pipeline of four on this machine: its two processes together, the one \
that tags and its supervisor, after one article in each of so many languages. Their own memory is what they have allocated; the rest is what they have \
read of the program's file, which the system can take back.";

/// Measures the fast tier's worker.
pub(super) async fn table() -> anyhow::Result<Table> {
    let (server, bus) = fresh(articles().len()).await?;
    let mut workers =
        StageName::ALL.map(|stage| (stage, Process::start(Binaries::built().worker(stage, server.url()))));
    let tagger = workers.iter_mut().find(|(stage, _)| *stage == StageName::Tag);
    let (_, tagger) = tagger.context("one worker tags")?;
    tagger.wait_for_stderr("ready");
    let publisher = bus.publisher(Lane::Live).await?;
    let mut table = Table::new(&["languages", "resident", "of it its own"]);
    let (one_each, mut done) = (one_each(&articles()), 0);
    for languages in STEPS.into_iter().chain([one_each.len()]) {
        for event in one_each.iter().take(languages).skip(done) {
            publisher.publish(event).await?;
            done += 1;
            summarized(&bus, done).await?;
        }
        table.row([
            done.to_string(),
            megabytes(resident(tagger, "VmRSS:")),
            megabytes(resident(tagger, "RssAnon:")),
        ]);
    }
    Ok(table)
}

/// Returns the first article of each language, by the start of its id: "de-windpark".
fn one_each(articles: &[ArticleReceived]) -> Vec<ArticleReceived> {
    let mut seen = BTreeSet::new();
    let language =
        |event: &ArticleReceived| event.article.id.split('-').next().unwrap_or_default().to_owned();
    articles.iter().filter(|event| seen.insert(language(event))).cloned().collect()
}

fn megabytes(size: f64) -> String {
    format!("{size:.0} MB")
}
