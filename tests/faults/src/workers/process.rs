//! `faults worker`: one worker process of an experiment.

use std::{
    process::{Command, ExitCode},
    time::Duration,
};

use anyhow::Context;
use clap::{Args, ValueEnum};
use entity_tagger::EntityTagger;
use language_detector::LanguageDetector;
use messages::Stage;
use runtime::{
    settings::{Problems, WorkerArgs, WorkerSettings},
    supervisor::supervise,
    worker::Failure,
};
use segmenter::Segmenter;
use summarizer::Summarizer;

use super::{
    faulty::Faulty,
    noop::{self, Noop},
};

/// What one worker of an experiment does.
#[derive(Debug, Args)]
pub struct WorkerArguments {
    /// The stage: detect, segment, tag, summarize, or `all` of them fused.
    #[arg(long)]
    stage: Steps,
    /// Adds empty layers.
    #[arg(long)]
    noop: bool,
    /// Milliseconds that a slow article takes.
    #[arg(long, default_value_t = 10)]
    slow: u64,
    #[command(flatten)]
    worker: WorkerArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Steps {
    Detect,
    Segment,
    Tag,
    Summarize,
    All,
}

/// Returns a command that runs this program as a worker of `stage`, without any environment.
pub(crate) fn command(stage: &str, flags: &[String]) -> anyhow::Result<Command> {
    let mut command = Command::new(std::env::current_exe().context("this program has a path")?);
    command.env_clear().args(["worker", "--stage", stage]).args(flags);
    Ok(command)
}

/// Works until SIGTERM or SIGINT.
pub fn run(arguments: &WorkerArguments) -> ExitCode {
    supervise(&arguments.worker, None, || start(arguments))
}

fn start(arguments: &WorkerArguments) -> Result<(), Failure> {
    let settings = arguments.worker.start(Problems::default())?;
    match (arguments.stage, arguments.noop) {
        (Steps::Detect, false) => work(arguments, &settings, LanguageDetector::new()),
        (Steps::Segment, false) => work(arguments, &settings, Segmenter::new()),
        (Steps::Tag, false) => work(arguments, &settings, EntityTagger::new()),
        (Steps::Summarize, false) => work(arguments, &settings, Summarizer::default()),
        (Steps::All, false) => {
            let stages = LanguageDetector::new().then(Segmenter::new()).then(EntityTagger::new());
            work(arguments, &settings, stages.then(Summarizer::default()))
        }
        (Steps::Detect, true) => work(arguments, &settings, Noop::<noop::Detect>::new(noop::Detect)),
        (Steps::Segment, true) => work(arguments, &settings, Noop::<noop::Segment>::new(noop::Segment)),
        (Steps::Tag, true) => work(arguments, &settings, Noop::<noop::Tag>::new(noop::Tag)),
        (Steps::Summarize, true) => work(arguments, &settings, Noop::<noop::Summarize>::new(noop::Summarize)),
        (Steps::All, true) => {
            let stages = Noop::<noop::Detect>::new(noop::Detect)
                .then(Noop::<noop::Segment>::new(noop::Segment))
                .then(Noop::<noop::Tag>::new(noop::Tag));
            work(arguments, &settings, stages.then(Noop::<noop::Summarize>::new(noop::Summarize)))
        }
    }
}

fn work<S: Stage>(arguments: &WorkerArguments, settings: &WorkerSettings, stage: S) -> Result<(), Failure> {
    settings.run(Faulty { stage, slow: Duration::from_millis(arguments.slow) }, None)
}
