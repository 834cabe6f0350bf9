//! `wiredesk annotate`: runs all stages in this process, without a broker.

mod parallel;
mod progress;

use std::{io, num::NonZeroUsize, thread};

use anyhow::Result;
use messages::StageName;
use runtime::settings::{Problems, ProcessEnvironment};

use crate::{
    arguments::stage,
    chain::Chain,
    command::{Outcome, report_panics_without_text},
    inputs::InputArgs,
    stages::StageArgs,
    view::{OutputArgs, Sink},
};
use parallel::Ordered;
use progress::Progress;

const EXAMPLES: &str = "\
Examples:
  wiredesk annotate story.txt
  wiredesk annotate archive/ --threads 4 > enriched.jsonl
  wiredesk annotate feed.jsonl --tokens --summary words:60
  wiredesk annotate feed.xml agency/ --output csv > mentions.csv
  wiredesk annotate page.html crawl.warc.gz > enriched.jsonl
  tail -f feed.jsonl | wiredesk annotate --through tag";

/// Annotate articles in this process, without a broker.
///
/// Use it to try Wiredesk out, or to annotate files once. Prints one line of JSON for each article, in the
/// order of the input, and readable text on a terminal. For an article that cannot be annotated, it prints a
/// line with an `error` instead, and the exit status is 1. In the formats of other programs (`--output`) the
/// error goes to standard error.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(flatten)]
    inputs: InputArgs,
    /// The last stage to run
    #[arg(long, value_name = "STAGE", default_value = "summarize", value_parser = stage())]
    through: StageName,
    /// Number of articles processed at once; one per processor if not set
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
    #[command(flatten)]
    output: OutputArgs,
    #[command(flatten)]
    stages: StageArgs,
}

pub(crate) fn run(args: &Args) -> Result<Outcome> {
    let mut problems = Problems::default();
    let inputs = args.inputs.open(&mut problems);
    let chain = Chain::new(args.through, &args.stages, &ProcessEnvironment, &mut problems);
    let sink = args.output.open(&mut problems);
    let (inputs, chain, mut sink) = problems.or((inputs, chain, sink))?;
    report_panics_without_text();
    let progress = Progress::new(inputs.total());
    let results =
        Ordered::start(inputs, args.threads.unwrap_or_else(processors), move |input| chain.annotate(input))?;
    let outcome = write_all(results, &mut *sink, &progress);
    progress.finish();
    match outcome {
        // A reader such as `head` has closed the pipe, because it needs no more.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Outcome::Done),
        outcome => Ok(outcome?),
    }
}

/// Writes each result in its turn. Flushes before it waits for the next one, so that no finished result
/// waits.
fn write_all(mut results: Ordered, sink: &mut dyn Sink, progress: &Progress) -> io::Result<Outcome> {
    let mut outcome = Outcome::Done;
    let mut count = 0_u64;
    while let Some(result) = results.next(|| sink.flush())? {
        match result {
            Ok(line) => outcome = outcome.and(sink.article(&line)?),
            Err(failure) => {
                outcome = Outcome::SomeFailed;
                sink.failure(&failure)?;
            }
        }
        count += 1;
        progress.advance();
    }
    sink.finish()?;
    if count == 0 {
        progress.note("no articles found");
    }
    Ok(outcome)
}

fn processors() -> NonZeroUsize {
    thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}
