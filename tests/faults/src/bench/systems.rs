//! The systems that the benchmark of the bus compares.

use std::process::Command;

use anyhow::bail;
use messages::{ArticleSummarized, Event, LanguageDetected, StageName, subjects::Lane};
use pipeline_tests::Binaries;
use runtime::bus::Bus;

use crate::workers;

/// One way to run the pipeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum System {
    Reference,
    Noop,
    NoopFused,
    Real,
    RealFused,
}

impl System {
    pub(super) const ALL: [Self; 5] =
        [Self::Reference, Self::Noop, Self::NoopFused, Self::Real, Self::RealFused];

    /// Returns the name in the tables.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Reference => "reference: four no-op processes on the client library",
            Self::Noop => "runtime, four no-op workers",
            Self::NoopFused => "runtime, one no-op worker for all stages",
            Self::Real => "four workers",
            Self::RealFused => "one worker for all stages",
        }
    }

    /// Returns the event that the first worker makes.
    pub(super) fn first_output(self) -> &'static str {
        match self {
            Self::NoopFused | Self::RealFused => ArticleSummarized::NAME,
            _ => LanguageDetected::NAME,
        }
    }

    /// Returns the commands that start the workers.
    pub(super) fn commands(self, url: &str, bus: &Bus) -> anyhow::Result<Vec<Command>> {
        let stages: Vec<Option<StageName>> = match self {
            Self::NoopFused | Self::RealFused => vec![None],
            _ => StageName::ALL.map(Some).into(),
        };
        let with_url = |mut command: Command| {
            command.env("NATS_URL", url);
            command
        };
        stages.into_iter().map(|stage| self.command(stage, url, bus).map(with_url)).collect()
    }

    /// Returns the command of one stage, or of all stages fused.
    fn command(self, stage: Option<StageName>, url: &str, bus: &Bus) -> anyhow::Result<Command> {
        Ok(match (self, stage) {
            (Self::Reference, Some(stage)) => reference(stage, url, bus),
            (Self::Noop | Self::NoopFused, stage) => {
                workers::command(stage.map_or("all", StageName::as_str), &["--noop".to_owned()])?
            }
            (Self::Real, Some(stage)) => Binaries::built().worker(stage, url),
            (Self::RealFused, None) => Binaries::built().wiredesk(url, &["worker"]),
            _ => bail!("{self:?} does not run {stage:?}"),
        })
    }
}

fn reference(stage: StageName, url: &str, bus: &Bus) -> Command {
    let topology = bus.topology();
    let input = topology.consumer(stage, Lane::Live);
    let subject = topology.subjects().lane_filter(stage.output(), Lane::Live).replace('*', "en");
    let mut command = Binaries::built().command("bus-reference");
    command.args([url, &topology.stream(stage.input()), &input.name, &subject]);
    command
}
