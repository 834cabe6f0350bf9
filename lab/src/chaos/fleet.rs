//! The workers of one scenario: real processes, each started again when it ends.

use std::{
    process::Command,
    time::{Duration, Instant},
};

use anyhow::{Context, bail};
use messages::StageName;
use pipeline_tests::{Binaries, Process};

/// How a scenario's workers are started.
#[derive(Debug, Clone)]
pub(super) struct Crew {
    /// The server, or a proxy in front of it.
    pub(super) url: String,
    /// Workers of each stage.
    pub(super) each: usize,
    /// Whether the detector runs in the lab's worker, which fails on articles that say so; and with what flags.
    pub(super) faulty: Option<Vec<String>>,
    /// Time budget of the stages.
    pub(super) budget: Duration,
}

/// The workers.
pub(super) struct Fleet {
    crew: Crew,
    members: Vec<(StageName, Process)>,
    /// Workers that ended by themselves, and were started again.
    pub(super) ended: usize,
    /// What those that ended last said.
    pub(super) last_words: String,
}

impl Fleet {
    pub(super) fn start(crew: Crew) -> anyhow::Result<Self> {
        let mut members = Vec::new();
        for _ in 0..crew.each {
            for stage in StageName::ALL {
                members.push((stage, launch(&crew, stage)?));
            }
        }
        Ok(Self { crew, members, ended: 0, last_words: String::new() })
    }

    pub(super) fn len(&self) -> usize {
        self.members.len()
    }

    pub(super) fn member(&mut self, number: usize) -> anyhow::Result<&mut Process> {
        let count = self.members.len();
        let member = self.members.get_mut(number % count.max(1));
        Ok(&mut member.context("a fleet has members")?.1)
    }

    /// Kills one worker (SIGKILL) and starts another in its place.
    pub(super) fn kill(&mut self, number: usize) -> anyhow::Result<()> {
        self.member(number)?.kill();
        self.replace(number)
    }

    /// Asks one worker to end (SIGTERM), waits for it, and starts another in its place: how long it took.
    pub(super) fn roll(&mut self, number: usize) -> anyhow::Result<Duration> {
        let asked = Instant::now();
        let member = self.member(number)?;
        member.terminate();
        let status = member.wait();
        let took = asked.elapsed();
        if !status.success() {
            bail!("a worker asked to end did so with {status}:\n{}", member.stderr());
        }
        self.replace(number)?;
        Ok(took)
    }

    /// Starts again who has ended.
    pub(super) fn keep_up(&mut self) -> anyhow::Result<()> {
        for number in 0..self.len() {
            let member = self.member(number)?;
            if member.ended().is_some() {
                let said = member.stderr();
                said.lines().last().unwrap_or_default().clone_into(&mut self.last_words);
                self.ended += 1;
                self.replace(number)?;
            }
        }
        Ok(())
    }

    fn replace(&mut self, number: usize) -> anyhow::Result<()> {
        let count = self.members.len().max(1);
        let member = self.members.get_mut(number % count).context("a fleet has members")?;
        member.1 = launch(&self.crew, member.0)?;
        Ok(())
    }

    /// Replaces everybody by healthy workers.
    pub(super) fn heal(&mut self) -> anyhow::Result<()> {
        self.crew.faulty = None;
        (0..self.len()).try_for_each(|number| self.kill(number))
    }
}

fn launch(crew: &Crew, stage: StageName) -> anyhow::Result<Process> {
    let mut command = match &crew.faulty {
        Some(flags) if stage == StageName::Detect => lab_worker(stage.as_str(), flags)?,
        _ => Binaries::built().worker(stage, &crew.url),
    };
    command.env("NATS_URL", &crew.url);
    command.env("WIREDESK_STAGE_BUDGET", format!("{}ms", crew.budget.as_millis()));
    // One thread each: there are more workers than cores.
    command.env("WIREDESK_THREADS", "1").env("WIREDESK_LOG", "info,async_nats=error");
    Ok(Process::start(command))
}

/// A worker of the lab: this program itself.
pub(crate) fn lab_worker(stage: &str, flags: &[String]) -> anyhow::Result<Command> {
    let mut command = Command::new(std::env::current_exe().context("the lab has a path")?);
    command.env_clear().args(["worker", "--stage", stage]).args(flags);
    Ok(command)
}
