//! The command line of the fault suite.

use std::{path::PathBuf, process::ExitCode};

use clap::{Args, Parser, Subcommand};
use lab_report::{OutputArguments, print};

use crate::{
    bench,
    outcome::Size,
    suite,
    workers::{self, WorkerArguments},
};

/// Proves that no article is lost or stored twice: kills, poison, full disks, cut networks.
///
/// Starts its own nats-server and the real workers, and writes lab/results/faults.md. The exit status is 1 if
/// anything does not hold. The environment variable WIREDESK_NATS_SERVER names another nats-server to test.
///
/// Examples:
///   cargo faults                                          2,000 articles, every scenario
///   cargo faults --scenario poison --scenario worker-kills
///   cargo faults --articles 100000 --worker-kills 200 --server-kills 20
///   WIREDESK_NATS_SERVER=./nats-server-2.10.26 cargo faults --out lab/results/nats-2.10.26
///   cargo faults bench bus
///   cargo faults bench console
#[derive(Debug, Parser)]
#[command(name = "faults", bin_name = "cargo faults", max_term_width = 100, verbatim_doc_comment)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    suite: SuiteArguments,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Measures workers on a nats-server.
    #[command(subcommand)]
    Bench(Bench),
    /// Runs one worker of an experiment.
    #[command(hide = true)]
    Worker(Box<WorkerArguments>),
}

#[derive(Debug, Subcommand)]
enum Bench {
    /// Compares the workers with the shortest pipeline that loses nothing; writes lab/results/bus.md.
    Bus(BusArguments),
    /// Measures what the console and its readers cost, and how fast it answers; writes lab/results/console.md.
    Console(ConsoleArguments),
    /// Compares the sinks with a bare COPY into PostgreSQL; writes lab/results/sinks.md.
    Sinks(SinksArguments),
    /// Measures start-up time and memory of the entity tagger's worker in both tiers; writes
    /// lab/results/tier-workers.md.
    Tiers(TiersArguments),
}

#[derive(Debug, Args)]
struct SuiteArguments {
    /// Number of articles in the scenarios that kill workers or the server.
    #[arg(long, value_name = "N", default_value_t = 2_000)]
    articles: usize,
    /// Number of articles in the other scenarios.
    #[arg(long, value_name = "N", default_value_t = 2_000)]
    others: usize,
    /// Least number of workers to kill, in the scenarios that kill workers.
    #[arg(long, value_name = "N", default_value_t = 20)]
    worker_kills: usize,
    /// Number of times to kill the server, in the scenarios that kill it.
    #[arg(long, value_name = "N", default_value_t = 3)]
    server_kills: usize,
    /// Runs only this scenario, and writes no file; may be given more than once.
    #[arg(long, value_name = "NAME")]
    scenario: Vec<String>,
    /// Writes no file.
    #[arg(long)]
    check: bool,
    #[command(flatten)]
    output: OutputArguments,
}

#[derive(Debug, Args)]
struct BusArguments {
    /// Number of articles in the backlog.
    #[arg(long, value_name = "N", default_value_t = 10_000)]
    articles: usize,
    /// Number of rounds; the figures are medians over them.
    #[arg(long, value_name = "N", default_value_t = 3)]
    rounds: usize,
    /// Seconds of publishing at each rate.
    #[arg(long, value_name = "SECONDS", default_value_t = 5)]
    seconds: u64,
    /// Folder of the articles, one JSON article per file.
    #[arg(long, value_name = "DIR", default_value = "tests/articles")]
    from: PathBuf,
    #[command(flatten)]
    output: OutputArguments,
}

#[derive(Debug, Args)]
struct ConsoleArguments {
    /// Number of articles in the backlog that is read, and in each request.
    #[arg(long, value_name = "N", default_value_t = 10_000)]
    articles: usize,
    /// Number of rounds; the figures are medians over them.
    #[arg(long, value_name = "N", default_value_t = 3)]
    rounds: usize,
    /// Number of articles in the index.
    #[arg(long, value_name = "N", default_value_t = 300_000)]
    indexed: usize,
    /// The ceiling of the index, in MiB. It is too small for all of them.
    #[arg(long, value_name = "MIB", default_value_t = 128)]
    memory: usize,
    /// Folder of the articles, one JSON article per file.
    #[arg(long, value_name = "DIR", default_value = "tests/articles")]
    from: PathBuf,
    #[command(flatten)]
    output: OutputArguments,
}

#[derive(Debug, Args)]
struct SinksArguments {
    /// Number of articles.
    #[arg(long, value_name = "N", default_value_t = 20_000)]
    articles: usize,
    /// Number of rounds; the figures are medians over them.
    #[arg(long, value_name = "N", default_value_t = 3)]
    rounds: usize,
    #[command(flatten)]
    output: OutputArguments,
}

#[derive(Debug, Args)]
struct TiersArguments {
    /// Folder of the accurate tier's model.
    #[arg(long, value_name = "DIR")]
    weights: PathBuf,
    #[command(flatten)]
    output: OutputArguments,
}

/// Carries out the command line.
///
/// # Errors
///
/// When a scenario or a benchmark cannot be run at all.
pub fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    match &arguments.command {
        None => run_suite(&arguments.suite),
        Some(Command::Bench(Bench::Bus(bus))) => run_bus(bus),
        Some(Command::Bench(Bench::Console(console))) => run_console(console),
        Some(Command::Bench(Bench::Sinks(sinks))) => run_sinks(sinks),
        Some(Command::Bench(Bench::Tiers(tiers))) => run_tiers(tiers),
        Some(Command::Worker(worker)) => Ok(workers::run(worker)),
    }
}

fn run_suite(arguments: &SuiteArguments) -> anyhow::Result<ExitCode> {
    let size = Size {
        articles: arguments.articles,
        others: arguments.others,
        worker_kills: arguments.worker_kills,
        server_kills: arguments.server_kills,
    };
    let (report, all_hold) = suite::run(size, &arguments.scenario)?;
    let command = format!(
        "cargo faults --articles {} --others {} --worker-kills {} --server-kills {}",
        size.articles, size.others, size.worker_kills, size.server_kills
    );
    let text = report.markdown(&arguments.output.stamp(command));
    print(&text)?;
    if arguments.scenario.is_empty() && !arguments.check {
        arguments.output.write("faults", &text)?;
    }
    Ok(if all_hold { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn run_bus(arguments: &BusArguments) -> anyhow::Result<ExitCode> {
    let BusArguments { articles, rounds, seconds, from, output } = arguments;
    let load = bench::Load { articles: *articles, rounds: *rounds, seconds: *seconds };
    let report = bench::bus(load, from)?;
    let command =
        format!("cargo faults bench bus --articles {articles} --rounds {rounds} --seconds {seconds}");
    output.publish("bus", &report, command)?;
    Ok(ExitCode::SUCCESS)
}

fn run_console(arguments: &ConsoleArguments) -> anyhow::Result<ExitCode> {
    let ConsoleArguments { articles, rounds, indexed, memory, from, output } = arguments;
    let load =
        bench::ConsoleLoad { articles: *articles, rounds: *rounds, indexed: *indexed, memory: *memory };
    let report = bench::console(load, from)?;
    let command = format!(
        "cargo faults bench console --articles {articles} --rounds {rounds} --indexed {indexed} --memory {memory}"
    );
    output.publish("console", &report, command)?;
    Ok(ExitCode::SUCCESS)
}

fn run_sinks(arguments: &SinksArguments) -> anyhow::Result<ExitCode> {
    let SinksArguments { articles, rounds, output } = arguments;
    let report = bench::sinks(*articles, *rounds)?;
    let command = format!("cargo faults bench sinks --articles {articles} --rounds {rounds}");
    output.publish("sinks", &report, command)?;
    Ok(ExitCode::SUCCESS)
}

fn run_tiers(arguments: &TiersArguments) -> anyhow::Result<ExitCode> {
    let report = bench::tiers(&arguments.weights)?;
    let command = format!("cargo faults bench tiers --weights {}", arguments.weights.display());
    arguments.output.publish("tier-workers", &report, command)?;
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn without_a_command_it_runs_the_suite() {
        let arguments = Arguments::try_parse_from(["faults", "--articles", "7"]).unwrap();
        assert!(arguments.command.is_none());
        assert_eq!(arguments.suite.articles, 7);
    }

    #[test]
    fn rejects_an_unknown_scenario_and_lists_those_there_are() {
        let arguments = Arguments::try_parse_from(["faults", "--scenario", "earthquake"]).unwrap();
        let error = run(&arguments).unwrap_err().to_string();
        assert!(error.contains("`earthquake`") && error.contains("worker-kills"), "{error}");
    }
}
