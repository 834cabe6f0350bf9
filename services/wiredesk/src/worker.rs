//! `wiredesk worker`: runs consecutive stages in one process, with the guarantees of separate workers.

use std::{process::ExitCode, str::FromStr};

use messages::{
    Stage,
    StageName::{self, Detect, Segment, Summarize, Tag},
};
use runtime::{
    settings::{Problems, ProcessEnvironment, Setting, WorkerArgs},
    supervisor::supervise,
    worker::{Command, Failure},
};

use crate::stages::StageArgs;

const STAGES: Setting = Setting::new(
    "stages",
    "WIREDESK_STAGES",
    "Stages to run, contiguous and in order, such as `tag` or `segment,tag`",
)
.with_default("detect,segment,tag,summarize");

const EXAMPLES: &str = "\
Examples:
  wiredesk worker                          # all four stages
  wiredesk worker --stages tag             # the same as the program `entity-tagger`
  wiredesk worker --stages segment,tag --threads 4 --http 9090
  wiredesk worker health                   # exit status 0 if this worker could run, else 1";

/// Run one stage or several consecutive ones as a worker of the pipeline.
///
/// A worker reads events from NATS, processes them and publishes the results. Run `wiredesk setup` once
/// before the first worker. You can start several workers; they share the articles.
///
/// Use one process with all four stages unless you want to scale the stages separately: it processes about
/// 1.8 times as many articles per core as four separate workers, NATS included. Results and guarantees are
/// the same, but nothing is published between the stages. Both kinds of worker can run at the same time.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[arg(long = STAGES.flag, help = STAGES.help(), value_name = "STAGE,…")]
    stages: Option<String>,
    #[command(flatten)]
    settings: StageArgs,
    #[command(flatten)]
    worker: WorkerArgs,
    #[command(subcommand)]
    command: Option<Command>,
}

/// Consecutive stages: the first and the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stages(StageName, StageName);

impl Default for Stages {
    fn default() -> Self {
        Self(Detect, Summarize)
    }
}

impl FromStr for Stages {
    type Err = String;

    fn from_str(names: &str) -> Result<Self, Self::Err> {
        let stages = names.split(',').map(|name| name.trim().parse()).collect::<Result<Vec<StageName>, _>>();
        let stages = stages.map_err(|error| error.to_string())?;
        let is_contiguous = StageName::ALL.windows(stages.len()).any(|run| run == stages);
        match stages.as_slice() {
            [first, .., last] | [first @ last] if is_contiguous => Ok(Self(*first, *last)),
            _ => Err(format!("`{names}`: stages must be contiguous and in order, e.g. `segment,tag`")),
        }
    }
}

/// Runs the worker until it is asked to stop. Returns the exit status of the process.
pub(crate) fn run(args: &Args) -> ExitCode {
    supervise(&args.worker, args.command, || start(args))
}

/// Builds the stages that `--stages` names, and runs them as one.
///
/// The type of each chain ensures that an event reaches only the stage that takes it, hence one arm per
/// chain.
fn start(args: &Args) -> Result<(), Failure> {
    let problems = &mut Problems::default();
    let stages = STAGES.parse(args.stages.as_deref(), &ProcessEnvironment, problems);
    let detect = |problems: &mut Problems| args.settings.detector.stage(&ProcessEnvironment, problems);
    let segment = |problems: &mut Problems| args.settings.segmenter.stage(&ProcessEnvironment, problems);
    let tag = |problems: &mut Problems| args.settings.tagger.stage(&ProcessEnvironment, problems);
    let summarize = |problems: &mut Problems| args.settings.summarizer.stage(&ProcessEnvironment, problems);
    match stages {
        Stages(Detect, Detect) => work(args, detect(problems), problems),
        Stages(Detect, Segment) => work(args, detect(problems).then(segment(problems)), problems),
        Stages(Detect, Tag) => {
            work(args, detect(problems).then(segment(problems)).then(tag(problems)), problems)
        }
        Stages(Segment, Segment) => work(args, segment(problems), problems),
        Stages(Segment, Tag) => work(args, segment(problems).then(tag(problems)), problems),
        Stages(Segment, Summarize) => {
            work(args, segment(problems).then(tag(problems)).then(summarize(problems)), problems)
        }
        Stages(Tag, Tag) => work(args, tag(problems), problems),
        Stages(Tag, Summarize) => work(args, tag(problems).then(summarize(problems)), problems),
        Stages(Summarize, Summarize) => work(args, summarize(problems), problems),
        // `Stages` is in order, so only the whole chain is left.
        _ => {
            let (first, last) =
                (detect(problems).then(segment(problems)), tag(problems).then(summarize(problems)));
            work(args, first.then(last), problems)
        }
    }
}

/// Runs `stage`, or checks its health, unless there are problems with the settings.
fn work(args: &Args, stage: impl Stage, problems: &Problems) -> Result<(), Failure> {
    args.worker.start(problems.clone())?.run(stage, args.command)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(list: &str, expected: Result<(&str, &str), &str>) {
        let found = list.parse().map(|Stages(first, last)| (first.as_str(), last.as_str()));
        assert_eq!(found, expected.map_err(str::to_owned), "{list}");
    }

    #[test]
    fn takes_one_stage_or_consecutive_stages_in_order() {
        check("detect,segment,tag,summarize", Ok(("detect", "summarize")));
        check("segment, tag", Ok(("segment", "tag")));
        check("tag", Ok(("tag", "tag")));
    }

    #[test]
    fn rejects_stages_that_are_not_contiguous_and_in_order() {
        for list in ["detect,tag", "tag,segment", "tag,tag", "detect,segment,tag,summarize,detect"] {
            let error = format!("`{list}`: stages must be contiguous and in order, e.g. `segment,tag`");
            check(list, Err(&error));
        }
    }

    #[test]
    fn rejects_an_unknown_stage() {
        check("translate", Err("`translate` is not a stage: use `detect`, `segment`, `tag` or `summarize`"));
    }

    #[test]
    fn the_default_of_the_flag_is_the_whole_chain() {
        let mut problems = Problems::default();
        let nothing = std::collections::HashMap::new();
        assert_eq!(STAGES.parse::<Stages>(None, &nothing, &mut problems), Stages::default());
        assert_eq!(problems, Problems::default());
    }
}
