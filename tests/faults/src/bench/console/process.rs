//! A console as a process, and how much to measure of it.

use pipeline_tests::{Binaries, Process, start_console};
use ureq::Agent;

/// How much to measure.
#[derive(Debug, Clone, Copy)]
pub struct ConsoleLoad {
    /// Number of articles in the backlog that is read, and in each request.
    pub articles: usize,
    /// Number of rounds; the figures are medians over them.
    pub rounds: usize,
    /// Number of articles in the index.
    pub indexed: usize,
    /// The ceiling of the index, in MiB.
    pub memory: usize,
}

/// A running console.
pub(super) struct Console {
    pub(super) process: Process,
    pub(super) url: String,
    pub(super) agent: Agent,
}

impl Console {
    /// Starts a console on a free port.
    pub(super) fn start(nats: &str, arguments: &[&str]) -> Self {
        let arguments = [&["console", "--listen", "127.0.0.1:0"], arguments].concat();
        let (process, url) = start_console(Binaries::built().wiredesk(nats, &arguments));
        let agent = Agent::config_builder().http_status_as_error(false).build().into();
        Self { process, url, agent }
    }

    /// Returns status and body of an answer.
    pub(super) fn get(&self, path: &str) -> anyhow::Result<(u16, String)> {
        let mut answer = self.agent.get(format!("{}{path}", self.url)).call()?;
        Ok((answer.status().as_u16(), answer.body_mut().read_to_string()?))
    }

    /// Reports whether the console has read all that was stored when it started.
    pub(super) fn is_ready(&self) -> bool {
        self.get("/readyz").is_ok_and(|(status, _)| status == 200)
    }

    /// Returns the value of a metric.
    pub(super) fn metric(&self, name: &str) -> anyhow::Result<f64> {
        let (_, text) = self.get("/metrics")?;
        let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
        Ok(line.unwrap_or_default().parse()?)
    }
}
