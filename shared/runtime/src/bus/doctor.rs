//! Checks of server and pipeline. Each finding names its remedy.

use std::time::Duration;

use serde::Serialize;

use super::{
    client::Bus,
    monitoring::{StorageConfig, storage_config},
    server_version,
    setup::{Change, SetupOptions},
    standing::Standing,
    status::{PartialStatus, Status},
};
use crate::{
    causes::with_causes,
    clock,
    obstacle::Obstacle,
    topology::{ADVISORIES, DEAD},
};

/// The largest acceptable difference between the clocks. A larger one makes times in headers and traces
/// misleading.
const MAX_CLOCK_DIFFERENCE: Duration = Duration::from_secs(2);
/// The fill level above which a stream will soon refuse articles.
const NEARLY_FULL: f64 = 0.8;

/// The result of one check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The subject of the check.
    pub subject: &'static str,
    /// The state of the subject.
    pub state: State,
    /// What the check found.
    pub found: String,
    /// The remedy; empty if all is well.
    pub remedy: String,
}

/// The state of what was checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// As it should be.
    Fine,
    /// It works, but needs attention.
    Doubtful,
    /// It does not work.
    Wrong,
}

impl Finding {
    pub(super) fn fine(subject: &'static str, found: impl Into<String>) -> Self {
        Self { subject, state: State::Fine, found: found.into(), remedy: String::new() }
    }

    pub(super) fn new(subject: &'static str, state: State, found: impl Into<String>, remedy: &str) -> Self {
        Self { subject, state, found: found.into(), remedy: remedy.to_owned() }
    }
}

impl Bus {
    /// Checks server, JetStream, streams, consumers, workers, the programs beside them, clock and disk. `monitoring` is the address of
    /// the server's HTTP monitoring, such as `localhost:8222`.
    pub async fn examine(&self, options: SetupOptions, monitoring: &str) -> Vec<Finding> {
        let mut findings = vec![version(&self.client.server_info().version)];
        findings.push(self.jetstream().await);
        findings.push(self.as_planned(options).await);
        findings.extend(self.check_status().await);
        findings.extend(self.check_beside().await);
        findings.push(self.storing(monitoring).await);
        findings.push(self.clock().await);
        findings.push(power_cuts(storage_config(monitoring).await, monitoring));
        findings
    }

    async fn jetstream(&self) -> Finding {
        match self.context.query_account().await {
            Ok(account) => Finding::fine("JetStream", format!("{} bytes stored", account.storage)),
            Err(error) => Finding::new(
                "JetStream",
                State::Wrong,
                with_causes(&error),
                "start the server with JetStream (`jetstream {}` in its configuration), and connect as a user with access to it",
            ),
        }
    }

    async fn as_planned(&self, options: SetupOptions) -> Finding {
        match self.planned(options).await {
            Ok(changes) => planned(&changes),
            Err(error) => Finding::new(
                "setup",
                State::Wrong,
                with_causes(&error),
                "connect as the operator, and do what the message says",
            ),
        }
    }

    async fn check_status(&self) -> Vec<Finding> {
        let PartialStatus { status, missing } = match self.partial_status().await {
            Ok(survey) => survey,
            Err(error) => {
                let found = with_causes(&error);
                return vec![Finding::new("status", State::Wrong, found, "run `wiredesk setup`")];
            }
        };
        let is_missing = |name: &String| {
            Finding::new("status", State::Wrong, format!("{name} does not exist"), "run `wiredesk setup`")
        };
        let mut findings: Vec<Finding> = missing.iter().map(is_missing).collect();
        findings.extend(fullness(&status));
        findings.extend(self.standing_still(&status).await.iter().map(stands_still));
        if status.given_up > 0 {
            let found = format!("{} deliveries were given up without a dead letter", status.given_up);
            let remedy = format!("run `nats stream view {}`", self.topology.stream(ADVISORIES));
            findings.push(Finding::new("deliveries", State::Doubtful, found, &remedy));
        }
        findings
    }

    async fn clock(&self) -> Finding {
        let Some(server_time) = self.server_time(&self.topology.stream(DEAD)).await else {
            return Finding::new("clock", State::Doubtful, "cannot be compared", "run `wiredesk setup`");
        };
        let difference = (server_time - clock::now()).unsigned_abs();
        if difference > MAX_CLOCK_DIFFERENCE {
            let found = format!("differs by {:.1} s from the server's", difference.as_secs_f64());
            return Finding::new("clock", State::Doubtful, found, "synchronize the clocks (NTP)");
        }
        Finding::fine("clock", "agrees with the server's")
    }
}

/// Judges how full the streams are.
fn fullness(status: &Status) -> Vec<Finding> {
    let full = |bytes: u64, most: i64| most > 0 && bytes as f64 > NEARLY_FULL * most as f64;
    let streams = status.streams.iter().filter(|stream| full(stream.bytes, stream.max_bytes));
    let findings: Vec<Finding> = streams
        .map(|stream| {
            let found = format!("{} holds {} of {} bytes", stream.name, stream.bytes, stream.max_bytes);
            Finding::new("disk", State::Doubtful, found, "raise the limit with `wiredesk setup --max-bytes`")
        })
        .collect();
    if findings.is_empty() { vec![Finding::fine("disk", "no stream is nearly full")] } else { findings }
}

fn version(version: &str) -> Finding {
    match server_version::fault(version) {
        Some(fault) => Finding::new("server", State::Wrong, fault, server_version::REMEDY),
        None => Finding::fine("server", format!("nats-server {version}")),
    }
}

/// Judges a stage that stands still. Workers that are not started yet are no fault.
fn stands_still(standing: &Standing) -> Finding {
    let reason = standing.standstill.reason;
    let state = if reason == Obstacle::NoWorker { State::Doubtful } else { State::Wrong };
    let of_stage = standing.stage.map(|stage| format!("`{stage}`: ")).unwrap_or_default();
    let start = standing.stage.filter(|_| reason == Obstacle::NoWorker);
    let remedy = start.map_or_else(
        || reason.remedy().to_owned(),
        |stage| format!("start `{}`, or a `wiredesk worker` that runs this stage", stage.worker()),
    );
    Finding::new(reason.code(), state, format!("{of_stage}{}", standing.standstill), &remedy)
}

fn planned(changes: &[Change]) -> Finding {
    let differing: Vec<String> = changes
        .iter()
        .filter_map(|change| match change {
            Change::Unchanged { .. } => None,
            Change::Created { what, .. } => Some(format!("{what} is missing")),
            Change::Updated { what, differences } => {
                let shown: Vec<String> = differences.iter().map(ToString::to_string).collect();
                Some(format!("{what}: {}", shown.join(", ")))
            }
        })
        .collect();
    if differing.is_empty() {
        return Finding::fine("setup", "streams and consumers are as planned");
    }
    let needs_force = changes.iter().any(|change| change.guarded().next().is_some());
    let remedy = if needs_force {
        "look at it with `nats stream info`; then run `wiredesk setup --force`, which can lose articles"
    } else {
        "run `wiredesk setup`"
    };
    Finding::new("setup", State::Wrong, differing.join("; "), remedy)
}

/// Judges whether confirmed events survive a power cut. `None` means that the monitoring cannot be read.
fn power_cuts(config: Option<StorageConfig>, address: &str) -> Finding {
    match config {
        None => {
            let found = format!("sync_interval: not readable, no monitoring at {address}");
            Finding::fine("power cuts", found)
        }
        Some(StorageConfig { sync_always: true }) => {
            Finding::fine("power cuts", "every confirmed event is on disk")
        }
        Some(StorageConfig { sync_always: false }) => {
            let found = "confirmed events may be lost in a power cut";
            let remedy =
                "set `sync_interval: always` in the server's jetstream block, unless speed matters more";
            Finding::new("power cuts", State::Doubtful, found, remedy)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::setup::Difference, *};

    #[test]
    fn rejects_a_server_that_loses_messages() {
        for (shown, state) in [
            ("2.9.25", State::Wrong),
            ("2.10.25", State::Wrong),
            ("2.10.26", State::Fine),
            ("2.15.1", State::Fine),
        ] {
            assert_eq!(version(shown).state, state, "{shown}");
        }
    }

    #[test]
    fn a_difference_from_the_plan_has_a_remedy() {
        let unchanged = Change::Unchanged { what: "stream A".into() };
        assert_eq!(planned(std::slice::from_ref(&unchanged)).state, State::Fine);
        let finding = planned(&[unchanged, Change::Created { what: "consumer b of A".into(), note: None }]);
        assert_eq!((finding.state, finding.found.as_str()), (State::Wrong, "consumer b of A is missing"));
        assert_eq!(finding.remedy, "run `wiredesk setup`");
        let risky =
            Difference { setting: "num_replicas", from: "3".into(), to: "1".into(), needs_force: true };
        let finding = planned(&[Change::Updated { what: "stream A".into(), differences: vec![risky] }]);
        assert_eq!(finding.found, "stream A: num_replicas: 3 → 1");
        assert!(finding.remedy.contains("wiredesk setup --force"), "{}", finding.remedy);
    }

    #[test]
    fn warns_of_power_cuts_only_if_the_configuration_is_readable() {
        for (config, state) in [
            (None, State::Fine),
            (Some(StorageConfig { sync_always: true }), State::Fine),
            (Some(StorageConfig { sync_always: false }), State::Doubtful),
        ] {
            assert_eq!(power_cuts(config, "localhost:8222").state, state, "{config:?}");
        }
    }
}
