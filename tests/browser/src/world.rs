//! A whole pipeline with its console: a private server, a worker for all stages, the console.

use std::{
    fs,
    io::{Read, Write},
    net::TcpStream,
    path::Path,
    process::Command,
};

use anyhow::{Context, Result, ensure};
use pipeline_tests::{Binaries, NatsServer, Process, RawPublisher, start_console, wait_until};
use tempfile::TempDir;

/// A running pipeline with its console.
pub(crate) struct World {
    pub(crate) server: NatsServer,
    pub(crate) worker: Option<Process>,
    console: Process,
    address: String,
    /// The linker of stories, and the alerter with the folder of its rules.
    optional: Option<([Process; 2], TempDir)>,
}

/// Rules that articles of the checks and the pictures match.
const RULES: &str = r#"
[[rule]]
name = "ferries"
query = 'ferry OR "ferry line" OR færge'

[[rule]]
name = "money"
query = 'euros OR "per cent" OR percent OR million*'
"#;

impl World {
    /// Starts everything, and waits until the console answers.
    pub(crate) fn start() -> Result<Self> {
        let server = NatsServer::start();
        let binaries = Binaries::built();
        let (status, _, errors) = Process::run(binaries.wiredesk(server.url(), &["setup"]));
        ensure!(status.success(), "wiredesk setup failed: {errors}");
        let (console, address) = console(&server, &["--listen", "127.0.0.1:0"]);
        let mut world = Self { server, worker: None, console, address, optional: None };
        world.start_worker();
        Ok(world)
    }

    /// Ends the console, and starts one in its place that wants `tokens`, a file.
    pub(crate) fn guard_console(&mut self, tokens: &Path) -> Result<()> {
        self.console.terminate();
        ensure!(self.console.wait().success(), "the console ends");
        let tokens = tokens.to_str().context("a path in UTF-8")?;
        let listen = self.address.trim_start_matches("http://").to_owned();
        (self.console, self.address) = console(&self.server, &["--listen", &listen, "--tokens", tokens]);
        Ok(())
    }

    /// Starts the worker that runs all stages.
    pub(crate) fn start_worker(&mut self) {
        self.worker = Some(Process::start(self.command(&["worker"])));
    }

    /// Adds stories and alerts to the pipeline, with the programs that make them.
    pub(crate) fn add_stories_and_alerts(&mut self) -> Result<()> {
        let (status, _, errors) = Process::run(self.command(&["setup", "--stories", "--alerts"]));
        ensure!(status.success(), "wiredesk setup failed: {errors}");
        let rules = tempfile::tempdir()?;
        fs::write(rules.path().join("rules.toml"), RULES)?;
        let folder = rules.path().to_str().context("a path in UTF-8")?;
        let started = [&["story-linker"][..], &["alerts", "run", folder]]
            .map(|arguments| Process::start(self.command(arguments)));
        self.optional = Some((started, rules));
        Ok(())
    }

    /// Returns the address of a page.
    pub(crate) fn at(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// Publishes a payload as a foreign program may: nobody checks it before the first stage.
    pub(crate) fn publish_raw(&self, payload: &str) {
        let mut publisher = RawPublisher::connect(self.server.url());
        publisher.publish("articles.v1.received.live", b"NATS/1.0\r\n\r\n", payload.as_bytes());
        publisher.flush();
    }

    /// Publishes the lines of a file of JSON Lines.
    pub(crate) fn publish(&self, lines: &str) -> Result<()> {
        let mut file = tempfile::Builder::new().suffix(".jsonl").tempfile()?;
        file.write_all(lines.as_bytes())?;
        let path = file.path().to_str().context("a path in UTF-8")?;
        let (status, _, errors) = Process::run(self.command(&["publish", path]));
        ensure!(status.success(), "wiredesk publish failed: {errors}");
        Ok(())
    }

    /// Waits until the console knows an article with all layers.
    pub(crate) fn wait_for(&self, id: &str) {
        let address = format!("/api/articles/{id}?stage=summarize");
        wait_until(&format!("the article {id}"), || self.answers(&address).then_some(()));
    }

    /// Waits until the console knows an article at all.
    pub(crate) fn wait_until_known(&self, id: &str) {
        let address = format!("/api/articles/{id}/timeline");
        wait_until(&format!("the console to know {id}"), || self.answers(&address).then_some(()));
    }

    /// Reports whether the console answers a request with 200.
    fn answers(&self, path: &str) -> bool {
        let host = self.address.trim_start_matches("http://");
        let Ok(mut connection) = TcpStream::connect(host) else { return false };
        let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        let mut start = [0; 12];
        let answered =
            connection.write_all(request.as_bytes()).and_then(|()| connection.read_exact(&mut start));
        answered.is_ok() && start.ends_with(b"200")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        Binaries::built().wiredesk(self.server.url(), arguments)
    }

    /// Reports whether the console still runs.
    pub(crate) fn console_runs(&mut self) -> bool {
        self.console.is_running()
    }
}

/// Starts a console, and waits until it listens. Returns its address, too.
fn console(server: &NatsServer, arguments: &[&str]) -> (Process, String) {
    let arguments: Vec<&str> = ["console"].iter().chain(arguments).copied().collect();
    start_console(Binaries::built().wiredesk(server.url(), &arguments))
}
