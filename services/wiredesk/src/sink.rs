//! `wiredesk sink`: writes enriched articles to a target outside of the pipeline, each once.

use std::process::ExitCode;

use ::sink::args::SinkArgs;

const EXAMPLES: &str = "\
Examples:
  wiredesk sink jsonl archive                     # files of an hour or 64 MiB
  wiredesk sink parquet archive                   # tables for DuckDB, pandas and Spark
  wiredesk sink jsonl people --name people --types PER --languages en,de
  wiredesk sink webhook https://example.org/articles --secret-file secret
  wiredesk sink postgres postgres://wiredesk@localhost/news

A sink runs until it is stopped. Start it again with the same --name, and it goes on where it was.";

/// Write enriched articles to JSON Lines or Parquet files, webhooks or PostgreSQL, each once.
///
/// A sink reads the finished articles in batches, and acknowledges them only after the target has them. So none is
/// lost if the sink, the server or the target is killed, and the target recognizes what comes again. If the target
/// is away, the sink waits, and the pipeline goes on. What the target refuses becomes a dead letter with the target's
/// answer: see `wiredesk dead list --stage sink`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(flatten)]
    sink: SinkArgs,
}

impl Args {
    /// Runs until the process is asked to stop. Returns the exit status of the process.
    pub(crate) fn run(&self) -> ExitCode {
        ::sink::run(&self.sink)
    }
}
