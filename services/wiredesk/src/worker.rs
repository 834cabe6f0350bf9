//! `wiredesk worker`: neighbouring stages in one process, with the guarantees of the separate workers.

use std::{process::ExitCode, str::FromStr};

use entity_tagger::TierArgs;
use language_detector::{LanguageChoice, LanguageDetector};
use messages::{
    Stage,
    StageName::{self, Detect, Segment, Summarize, Tag},
};
use runtime::{
    settings::{Problems, ProcessEnvironment, Setting, WorkerArgs},
    supervisor::supervise,
    worker::{Command, Failure},
};
use segmenter::Segmenter;
use summarizer::{Budget, Summarizer};

/// Run one stage, or several neighbours without a bus between them.
///
/// All four stages in one process do on one hop what four workers do on four: several times the articles a
/// core. The results are the same, and so are the guarantees; nothing is published for the stages in
/// between. Separate workers can run beside it or take over: the stage that is first decides which
/// events it takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The stages, neighbours in order: detect, segment, tag, summarize [env: WIREDESK_STAGES] [default: all four]
    #[arg(long, value_name = "STAGE,…")]
    stages: Option<String>,
    /// Languages that may be named: `all`, `only:en,de` or `not:nn,gl` [env: WIREDESK_LANGUAGES] [default: all]
    #[arg(long, value_name = "CHOICE")]
    languages: Option<String>,
    /// Publish tokens, too [env: WIREDESK_TOKENS=true]
    #[arg(long)]
    tokens: bool,
    /// Length of the summary: `3`, `sentences:3`, `words:60`, `characters:400` or `ratio:0.2` [env: WIREDESK_SUMMARY] [default: 3]
    #[arg(long, value_name = "BUDGET")]
    summary: Option<String>,
    #[command(flatten)]
    tier: TierArgs,
    #[command(flatten)]
    worker: WorkerArgs,
    #[command(subcommand)]
    command: Option<Command>,
}

/// Neighbouring stages: the first and the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stages(StageName, StageName);

impl FromStr for Stages {
    type Err = String;

    fn from_str(list: &str) -> Result<Self, Self::Err> {
        let named = |name: &str| StageName::ALL.into_iter().find(|stage| stage.as_str() == name.trim());
        let stages: Option<Vec<StageName>> = list.split(',').map(named).collect();
        let runs_on = |stages: &[StageName]| StageName::ALL.windows(stages.len()).any(|run| run == stages);
        match stages.as_deref() {
            Some(stages @ ([first, .., last] | [first @ last])) if runs_on(stages) => Ok(Self(*first, *last)),
            _ => Err(format!("`{list}` is no run of neighbours of detect,segment,tag,summarize")),
        }
    }
}

/// Runs until it is asked to stop.
pub(crate) fn run(args: &Args) -> ExitCode {
    supervise(&args.worker, args.command, || start(args))
}

fn start(args: &Args) -> Result<(), Failure> {
    let mut problems = Problems::default();
    let all = Stages(Detect, Summarize);
    let environment = &ProcessEnvironment;
    let stages = Setting::new("--stages", "WIREDESK_STAGES", args.stages.as_deref());
    let stages = stages.parse(environment, all, &mut problems);
    let tokens = Setting::new("--tokens", "WIREDESK_TOKENS", args.tokens.then_some("true"));
    let tokens = tokens.parse(environment, false, &mut problems);
    let budget = Setting::new("--summary", "WIREDESK_SUMMARY", args.summary.as_deref());
    let budget = budget.parse(environment, Budget::default(), &mut problems);
    let choice = Setting::new("--languages", "WIREDESK_LANGUAGES", args.languages.as_deref());
    let choice = choice.parse(environment, LanguageChoice::default(), &mut problems);
    let tags = (stages.0..=stages.1).contains(&Tag);
    let tagger = tags.then(|| args.tier.tagger(environment, &mut problems));
    let settings = args.worker.start(problems)?;

    let detect = || LanguageDetector::new().choosing(choice);
    let segment = || Segmenter::with_tokens(tokens);
    let tag = || tagger.unwrap_or_default();
    let summarize = || Summarizer::new(budget);
    // Each run is a type of its own: an event of one stage cannot reach another by mistake.
    let command = args.command;
    match (stages.0, stages.1) {
        (Detect, Detect) => settings.run(detect(), command),
        (Detect, Segment) => settings.run(detect().then(segment()), command),
        (Detect, Tag) => settings.run(detect().then(segment()).then(tag()), command),
        (Segment, Segment) => settings.run(segment(), command),
        (Segment, Tag) => settings.run(segment().then(tag()), command),
        (Segment, Summarize) => settings.run(segment().then(tag()).then(summarize()), command),
        (Tag, Tag) => settings.run(tag(), command),
        (Tag, Summarize) => settings.run(tag().then(summarize()), command),
        (Summarize, Summarize) => settings.run(summarize(), command),
        // `Stages` is in order, so what is left is the whole chain.
        _ => settings.run(detect().then(segment()).then(tag()).then(summarize()), command),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(list: &str, expected: Option<(&str, &str)>) {
        let found = list.parse().ok().map(|Stages(first, last)| (first.as_str(), last.as_str()));
        assert_eq!(found, expected, "{list}");
    }

    #[test]
    fn neighbours_in_order_are_a_run() {
        check("detect,segment,tag,summarize", Some(("detect", "summarize")));
        check("segment, tag", Some(("segment", "tag")));
        check("tag", Some(("tag", "tag")));
    }

    #[test]
    fn what_is_not_is_refused() {
        for list in
            ["", "detect,tag", "tag,segment", "tag,tag", "translate", "detect,segment,tag,summarize,detect"]
        {
            check(list, None);
        }
    }
}
