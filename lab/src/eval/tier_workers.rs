//! What a tier costs as a worker: from start to ready, and its memory at the most.

use std::{path::Path, time::Instant};

use anyhow::Context as _;
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use messages::{StageName, subjects::Lane};
use pipeline_tests::{Binaries, Process};

use crate::bench::bus::{Load, fresh, many, read, resident, summarized};

/// Articles the worker tags: the tests' own, over and over.
const ARTICLES: usize = 600;

/// Where they are.
const FOLDER: &str = "tests/articles";

/// A worker of entity tagging while it worked.
#[derive(Debug)]
pub(super) struct Measured {
    /// Milliseconds from start to ready.
    pub(super) ready: f64,
    /// Its resident set at the most, in MB.
    pub(super) resident: f64,
}

/// Runs the four workers on a server of their own, entity tagging by the tier named.
pub(super) fn measure(tier: &str, weights: &Path) -> anyhow::Result<Measured> {
    tokio::runtime::Runtime::new()?.block_on(async {
        let (server, bus) = fresh(Load { articles: ARTICLES, rounds: 1, seconds: 1 }).await?;
        let mut measured = Measured { ready: 0.0, resident: 0.0 };
        let mut workers = Vec::new();
        for stage in StageName::ALL {
            let mut command = Binaries::built().worker(stage, server.url());
            if stage == StageName::Tag {
                command.env("WIREDESK_TIER", tier).env("WIREDESK_WEIGHTS", weights);
            }
            let begun = Instant::now();
            let mut worker = Process::start(command);
            worker.wait_for_stderr("ready");
            if stage == StageName::Tag {
                measured.ready = 1e3 * begun.elapsed().as_secs_f64();
            }
            workers.push((stage, worker));
        }
        let publisher = bus.publisher(Lane::Live).await?;
        let articles = many(&read(Path::new(FOLDER))?, ARTICLES)?;
        let confirmed = stream::iter(&articles).map(|event| publisher.publish(event)).buffer_unordered(64);
        confirmed.try_collect::<Vec<_>>().await?;
        summarized(&bus, ARTICLES).await?;
        let tagger = workers.iter().find(|(stage, _)| *stage == StageName::Tag);
        measured.resident = resident(&tagger.context("a worker tags")?.1, "VmHWM:");
        Ok(measured)
    })
}
