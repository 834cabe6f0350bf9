//! `wiredesk annotate`: all stages in this process, no broker.

mod output;
mod parallel;
mod progress;

use std::{io, num::NonZeroUsize, panic, sync::Arc, thread};

use anyhow::Result;
use entity_tagger::TierArgs;
use runtime::settings::{Problems, ProcessEnvironment};

use crate::{
    chain::{Chain, ChainArgs},
    cli::Outcome,
    inputs::InputArgs,
    view::Format,
};
use output::Output;
use parallel::Ordered;
use progress::Progress;

const EXAMPLES: &str = "\
Examples:
  wiredesk annotate story.txt
  wiredesk annotate archive/ --threads 4 > enriched.jsonl
  tail -f feed.jsonl | wiredesk annotate --through tag";

/// Annotate articles right here, without a broker.
///
/// Writes one line of JSON for each article, in the order they came in; on a terminal, readable text.
/// An article that cannot be annotated gets a line with its `error`, and the exit status is then 1.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(flatten)]
    inputs: InputArgs,
    #[command(flatten)]
    chain: ChainArgs,
    #[command(flatten)]
    tier: TierArgs,
    /// Articles worked on at once; by default as many as there are processors
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
    /// How to print: `pretty` for people, `jsonl` for programs; by default as standard output suits
    #[arg(long, value_name = "FORMAT")]
    output: Option<Format>,
}

pub(crate) fn run(args: &Args) -> Result<Outcome> {
    let inputs = args.inputs.open()?;
    report_panics_without_text();
    let progress = Progress::new(inputs.total());
    let mut problems = Problems::default();
    let chain = Chain::new(args.chain, || args.tier.tagger(&ProcessEnvironment, &mut problems));
    let chain = Arc::new(problems.or(chain)?);
    let results =
        Ordered::start(inputs, args.threads.unwrap_or_else(processors), move |input| chain.annotate(input))?;
    let outcome = write_all(results, Output::new(args.output), &progress);
    progress.finish();
    match outcome {
        // The reader has seen enough: `| head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Outcome::Done),
        outcome => Ok(outcome?),
    }
}

/// Writes each result when its turn comes, and flushes before it waits for the next.
fn write_all(mut results: Ordered, mut output: Output, progress: &Progress) -> io::Result<Outcome> {
    let mut outcome = Outcome::Done;
    let mut count = 0_u64;
    while let Some(result) = results.next(|| output.flush())? {
        match result {
            Ok(line) => output.article(&line)?,
            Err(failure) => {
                outcome = Outcome::SomeFailed;
                output.failure(&failure)?;
            }
        }
        count += 1;
        progress.advance();
    }
    output.flush()?;
    if count == 0 {
        progress.note("no articles found");
    }
    Ok(outcome)
}

fn processors() -> NonZeroUsize {
    thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}

/// A panic's message may quote the article; its location does not.
fn report_panics_without_text() {
    panic::set_hook(Box::new(|panic| {
        let location = panic.location().map(ToString::to_string).unwrap_or_default();
        anstream::eprintln!("a stage panicked at {location}");
    }));
}
