//! The process of the alerter.

use std::process::ExitCode;

use messages::{ArticleLinked, ArticleSummarized, StageName};
use runtime::{
    process,
    settings::{Problems, ProcessEnvironment},
};
use sink::SinkSettings;

use crate::{settings::AlerterArgs, target::Alerts};

/// Runs until the process is asked to stop. Returns the exit status of the process.
pub fn run(args: &AlerterArgs) -> ExitCode {
    let mut problems = Problems::default();
    let settings = args.resolve(&ProcessEnvironment, &mut problems);
    let outcome = problems.or(()).map(|()| {
        let sink = SinkSettings::of_alerter(settings.name, settings.input, settings.service);
        if settings.input == StageName::Link {
            sink::run_target(&sink, || Alerts::<ArticleLinked>::open(settings.rules, settings.input))
        } else {
            sink::run_target(&sink, || Alerts::<ArticleSummarized>::open(settings.rules, settings.input))
        }
    });
    process::exit_code(outcome)
}
