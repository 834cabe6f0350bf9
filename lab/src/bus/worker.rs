//! `lab worker`: a worker process of an experiment.

use std::{process::ExitCode, sync::Arc, time::Duration};

use clap::{Args, ValueEnum};
use entity_tagger::EntityTagger;
use language_detector::LanguageDetector;
use messages::{Stage, StageName};
use runtime::{
    bus::{Bus, Patience},
    keeper::keep,
    settings::{Problems, WorkerArgs, WorkerSettings},
    worker::{Capacity, Failure, run},
};
use segmenter::Segmenter;
use summarizer::Summarizer;

use super::{
    ack_first::AckFirst,
    faulty::Faulty,
    noop::{self, Noop},
};

/// What one worker of an experiment does.
#[derive(Debug, Args)]
pub struct WorkerArguments {
    /// The stage: detect, segment, tag, summarize, or `all` of them fused
    #[arg(long)]
    stage: Steps,
    /// Do nothing but pass on
    #[arg(long)]
    noop: bool,
    /// Acknowledge before processing: the mistake that loses articles
    #[arg(long)]
    ack_first: bool,
    /// Milliseconds that a slow article takes
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

/// Works until it is asked to stop.
pub fn work(arguments: &WorkerArguments) -> ExitCode {
    keep(&arguments.worker, None, || start(arguments))
}

fn start(arguments: &WorkerArguments) -> Result<(), Failure> {
    let settings = arguments.worker.start(Problems::default())?;
    match (arguments.stage, arguments.noop) {
        (Steps::Detect, false) => begin(arguments, &settings, LanguageDetector::new()),
        (Steps::Segment, false) => begin(arguments, &settings, Segmenter::new()),
        (Steps::Tag, false) => begin(arguments, &settings, EntityTagger::new()),
        (Steps::Summarize, false) => begin(arguments, &settings, Summarizer::default()),
        (Steps::All, false) => {
            let stages = LanguageDetector::new().then(Segmenter::new()).then(EntityTagger::new());
            begin(arguments, &settings, stages.then(Summarizer::default()))
        }
        (Steps::Detect, true) => begin(arguments, &settings, Noop::<noop::Detect>::new(noop::Detect)),
        (Steps::Segment, true) => begin(arguments, &settings, Noop::<noop::Segment>::new(noop::Segment)),
        (Steps::Tag, true) => begin(arguments, &settings, Noop::<noop::Tag>::new(noop::Tag)),
        (Steps::Summarize, true) => {
            begin(arguments, &settings, Noop::<noop::Summarize>::new(noop::Summarize))
        }
        (Steps::All, true) => {
            let stages = Noop::<noop::Detect>::new(noop::Detect)
                .then(Noop::<noop::Segment>::new(noop::Segment))
                .then(Noop::<noop::Tag>::new(noop::Tag));
            begin(arguments, &settings, stages.then(Noop::<noop::Summarize>::new(noop::Summarize)))
        }
    }
}

fn begin<S: Stage>(arguments: &WorkerArguments, settings: &WorkerSettings, stage: S) -> Result<(), Failure> {
    let stage = Faulty { stage, slow: Duration::from_millis(arguments.slow) };
    if arguments.ack_first {
        tokio::runtime::Runtime::new()?.block_on(acknowledge_first(settings, stage))
    } else {
        settings.run(stage, None)
    }
}

async fn acknowledge_first<S: Stage>(settings: &WorkerSettings, stage: S) -> Result<(), Failure> {
    let (first, last): (StageName, StageName) = (stage.first_stage(), stage.identity().stage);
    let bus = Bus::connect(&settings.connection, "ack-first", Patience::Forever).await?;
    let broker = AckFirst(bus.broker(first, last).await?);
    let capacity =
        Capacity { in_flight: settings.in_flight, threads: settings.threads, budget: settings.budget };
    let topology = bus.topology().clone();
    Ok(run(stage, broker, topology, capacity, Arc::default(), std::future::pending()).await?)
}
