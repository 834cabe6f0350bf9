//! The workers of one scenario: real processes. The fleet restarts each one that ends.

use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use messages::StageName;
use pipeline_tests::{Binaries, Process};

use crate::workers;

/// How to start the workers of a scenario.
#[derive(Debug, Clone)]
pub(crate) struct Crew {
    /// Address of the server, or of a proxy in front of it.
    pub(crate) url: String,
    /// Number of workers for each stage.
    pub(crate) each: usize,
    /// Flags of the faulty worker, if the detectors run in one: it fails on the articles that ask it to.
    pub(crate) faulty: Option<Vec<String>>,
    /// Time that a stage may take for one article.
    pub(crate) budget: Duration,
}

/// How a worker ended after SIGTERM.
#[derive(Debug)]
pub(crate) struct Stop {
    /// The time from SIGTERM to its end.
    pub(crate) took: Duration,
    /// The number of deliveries that it could not finish in time, and returned.
    pub(crate) returned: u64,
}

/// The running workers of a scenario, and those that replaced them.
pub(crate) struct Fleet {
    crew: Crew,
    members: Vec<(StageName, Process)>,
    /// Number of workers that ended on their own and were restarted.
    pub(crate) ended: usize,
    /// The last log line of the worker that ended most recently.
    pub(crate) last_line: String,
}

impl Fleet {
    pub(crate) fn start(crew: Crew) -> anyhow::Result<Self> {
        let mut members = Vec::new();
        for _ in 0..crew.each {
            for stage in StageName::ALL {
                members.push((stage, launch(&crew, stage)?));
            }
        }
        Ok(Self { crew, members, ended: 0, last_line: String::new() })
    }

    pub(crate) fn len(&self) -> usize {
        self.members.len()
    }

    pub(crate) fn member(&mut self, number: usize) -> anyhow::Result<&mut Process> {
        let count = self.members.len();
        let member = self.members.get_mut(number % count.max(1));
        Ok(&mut member.context("a fleet has members")?.1)
    }

    /// Kills one worker (SIGKILL) and starts another in its place.
    pub(crate) fn kill(&mut self, number: usize) -> anyhow::Result<()> {
        self.member(number)?.kill();
        self.replace(number)
    }

    /// Stops one worker (SIGTERM), and starts another in its place.
    pub(crate) fn restart(&mut self, number: usize) -> anyhow::Result<Stop> {
        let asked = Instant::now();
        let member = self.member(number)?;
        member.terminate();
        let status = member.wait();
        let took = asked.elapsed();
        if !status.success() {
            bail!("a worker ended with {status} after SIGTERM:\n{}", member.stderr());
        }
        let stop = Stop { took, returned: returned(&member.stderr()) };
        self.replace(number)?;
        Ok(stop)
    }

    /// Restarts every worker that has ended.
    pub(crate) fn keep_up(&mut self) -> anyhow::Result<()> {
        for number in 0..self.len() {
            let member = self.member(number)?;
            if member.ended().is_some() {
                let log = member.stderr();
                log.lines().last().unwrap_or_default().clone_into(&mut self.last_line);
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

    /// Replaces all workers by healthy ones.
    pub(crate) fn heal(&mut self) -> anyhow::Result<()> {
        self.crew.faulty = None;
        (0..self.len()).try_for_each(|number| self.kill(number))
    }
}

/// Reads from the log of a worker how many deliveries it returned when it was stopped.
fn returned(log: &str) -> u64 {
    let line = log.lines().find(|line| line.contains("returning unfinished deliveries"));
    let count = line.and_then(|line| line.split_once("deliveries=")).map(|(_, count)| count);
    count.and_then(|count| count.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}

fn launch(crew: &Crew, stage: StageName) -> anyhow::Result<Process> {
    let mut command = match &crew.faulty {
        Some(flags) if stage == StageName::Detect => workers::command(stage.as_str(), flags)?,
        _ => Binaries::built().worker(stage, &crew.url),
    };
    command.env("NATS_URL", &crew.url);
    command.env("WIREDESK_STAGE_BUDGET", format!("{}ms", crew.budget.as_millis()));
    // One thread each, because there are more workers than cores.
    command.env("WIREDESK_THREADS", "1").env("WIREDESK_LOG", "info,async_nats=error");
    Ok(Process::start(command))
}
