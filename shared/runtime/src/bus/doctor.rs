//! Is everything as it should be? Each finding names its remedy.

use std::time::Duration;

use bytes::Bytes;
use messages::{StageName, subjects::Lane};
use serde::Serialize;
use time::{OffsetDateTime, format_description::well_known::Rfc3339};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

use super::{Bus, Change, SetupOptions, connect::with_sources};
use crate::topology::DEAD;

/// The oldest server that has all the pipeline needs.
const OLDEST: (u32, u32) = (2, 10);
/// A clock further off than this makes times in headers and traces misleading.
const CLOCK: Duration = Duration::from_secs(2);
/// A stream fuller than this will refuse articles soon.
const NEARLY_FULL: f64 = 0.8;
/// How long the server's monitoring may take to answer.
const MONITORING: Duration = Duration::from_secs(2);

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What was looked at.
    pub subject: &'static str,
    /// How it is.
    pub state: State,
    /// What was found.
    pub found: String,
    /// What to do about it; empty where all is well.
    pub remedy: String,
}

/// How it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// As it should be.
    Fine,
    /// It works, but look at it.
    Doubtful,
    /// It does not work.
    Wrong,
}

impl Finding {
    fn fine(subject: &'static str, found: impl Into<String>) -> Self {
        Self { subject, state: State::Fine, found: found.into(), remedy: String::new() }
    }

    fn new(subject: &'static str, state: State, found: impl Into<String>, remedy: &str) -> Self {
        Self { subject, state, found: found.into(), remedy: remedy.to_owned() }
    }
}

impl Bus {
    /// Looks at server, JetStream, streams, consumers, workers, clock and disk; `monitoring` is the address of the
    /// server's monitoring, such as `localhost:8222`.
    pub async fn examine(&self, options: SetupOptions, monitoring: &str) -> Vec<Finding> {
        let mut findings = vec![version(&self.client.server_info().version)];
        findings.push(self.jetstream().await);
        findings.push(self.as_planned(options).await);
        findings.extend(self.look_at_status().await);
        findings.push(self.clock().await);
        findings.push(sync_interval(monitored(monitoring).await.as_deref(), monitoring));
        findings
    }

    async fn jetstream(&self) -> Finding {
        match self.context.query_account().await {
            Ok(account) => Finding::fine("JetStream", format!("{} bytes stored", account.storage)),
            Err(error) => Finding::new(
                "JetStream",
                State::Wrong,
                with_sources(&error),
                "start the server with JetStream (`jetstream {}` in its configuration), and connect as a user who may use it",
            ),
        }
    }

    async fn as_planned(&self, options: SetupOptions) -> Finding {
        match self.set_up(SetupOptions { dry_run: true, ..options }, |_| {}).await {
            Ok(changes) => planned(&changes),
            Err(error) => Finding::new(
                "setup",
                State::Wrong,
                error.to_string(),
                "connect as the operator, or change it with `wiredesk setup --force`",
            ),
        }
    }

    async fn look_at_status(&self) -> Vec<Finding> {
        let status = match self.status().await {
            Ok(status) => status,
            Err(error) => {
                return vec![Finding::new("status", State::Wrong, error.to_string(), "run `wiredesk setup`")];
            }
        };
        let full = |bytes: u64, most: i64| most > 0 && bytes as f64 > NEARLY_FULL * most as f64;
        let mut findings: Vec<Finding> = status
            .streams
            .iter()
            .filter(|stream| full(stream.bytes, stream.max_bytes))
            .map(|stream| {
                let found = format!("{} holds {} of {} bytes", stream.name, stream.bytes, stream.max_bytes);
                Finding::new("disk", State::Doubtful, found, "give it more with `wiredesk setup --max-bytes`")
            })
            .collect();
        if findings.is_empty() {
            findings.push(Finding::fine("disk", "no stream is nearly full"));
        }
        let idle = |stage: StageName| {
            let of_stage =
                |lane: Lane| status.consumers.iter().find(|it| it.stage == stage && it.lane == lane.as_str());
            of_stage(Lane::Live).is_some_and(|live| live.waiting_pulls == 0 && live.pending > 0)
        };
        for stage in StageName::ALL.into_iter().filter(|stage| idle(*stage)) {
            let found = format!("articles wait for `{stage}` and no worker asks for them");
            let remedy = format!("start `{}`, or a fused `wiredesk worker` in front of it", stage.worker());
            findings.push(Finding::new("workers", State::Doubtful, found, &remedy));
        }
        if status.given_up > 0 {
            let found = format!("{} deliveries were given up without a dead letter", status.given_up);
            findings.push(Finding::new(
                "deliveries",
                State::Doubtful,
                found,
                "look at the advisories' stream",
            ));
        }
        findings
    }

    async fn clock(&self) -> Finding {
        let Some(servers) = self.server_time().await else {
            return Finding::new("clock", State::Doubtful, "cannot be compared", "run `wiredesk setup`");
        };
        let off = (servers - OffsetDateTime::now_utc()).unsigned_abs();
        if off > CLOCK {
            let found = format!("{:.1} s off the server's", off.as_secs_f64());
            return Finding::new("clock", State::Doubtful, found, "synchronize the clocks (NTP)");
        }
        Finding::fine("clock", "agrees with the server's")
    }
}

impl Bus {
    /// The server says its time with every look at a stream.
    async fn server_time(&self) -> Option<OffsetDateTime> {
        let subject = format!("$JS.API.STREAM.INFO.{}", self.topology.stream(DEAD));
        let answer = self.client.request(subject, Bytes::new()).await.ok()?;
        let answer: serde_json::Value = serde_json::from_slice(&answer.payload).ok()?;
        OffsetDateTime::parse(answer.get("ts")?.as_str()?, &Rfc3339).ok()
    }
}

fn version(version: &str) -> Finding {
    let mut numbers = version.split('.').map(|number| number.parse().unwrap_or(0));
    let found = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    if found < OLDEST {
        let remedy = format!("upgrade the server to {}.{} or later", OLDEST.0, OLDEST.1);
        return Finding::new("server", State::Wrong, format!("nats-server {version}"), &remedy);
    }
    Finding::fine("server", format!("nats-server {version}"))
}

fn planned(changes: &[Change]) -> Finding {
    let differing: Vec<String> = changes
        .iter()
        .filter_map(|change| match change {
            Change::Unchanged { .. } => None,
            Change::Created { what } => Some(format!("{what} is missing")),
            Change::Updated { what, differences } => Some(format!("{what}: {}", differences.join(", "))),
        })
        .collect();
    if differing.is_empty() {
        return Finding::fine("setup", "streams and consumers are as planned");
    }
    Finding::new("setup", State::Wrong, differing.join("; "), "run `wiredesk setup`")
}

/// What the server's monitoring says of its configuration, where it can be asked.
async fn monitored(address: &str) -> Option<String> {
    let asked = async {
        let mut stream = TcpStream::connect(address).await.ok()?;
        stream.write_all(b"GET /jsz HTTP/1.0\r\n\r\n").await.ok()?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.ok()?;
        Some(answer)
    };
    timeout(MONITORING, asked).await.ok()?
}

/// `sync_interval` stands in the monitoring's answer in nanoseconds, or `sync_always`.
fn sync_interval(answer: Option<&str>, address: &str) -> Finding {
    let Some(answer) = answer.filter(|answer| answer.contains("\"config\"")) else {
        let found = format!("sync_interval: not readable, no monitoring at {address}");
        return Finding::fine("power cuts", found);
    };
    if answer.contains("\"sync_always\": true") {
        return Finding::fine("power cuts", "every confirmed event is on disk");
    }
    let remedy = "set `sync_interval: always` in the server's jetstream block, unless speed matters more";
    Finding::new("power cuts", State::Doubtful, "confirmed events may be lost in a power cut", remedy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_server_is_wrong() {
        for (shown, state) in [("2.9.25", State::Wrong), ("2.10.0", State::Fine), ("2.15.1", State::Fine)] {
            assert_eq!(version(shown).state, state, "{shown}");
        }
    }

    #[test]
    fn what_differs_from_the_plan_is_named_with_its_remedy() {
        let unchanged = Change::Unchanged { what: "stream A".into() };
        assert_eq!(planned(std::slice::from_ref(&unchanged)).state, State::Fine);
        let finding = planned(&[unchanged, Change::Created { what: "consumer b of A".into() }]);
        assert_eq!((finding.state, finding.found.as_str()), (State::Wrong, "consumer b of A is missing"));
        assert!(finding.remedy.contains("wiredesk setup"));
    }

    #[test]
    fn the_sync_interval_is_judged_only_where_it_can_be_read() {
        for (answer, state) in [
            (None, State::Fine),
            (Some("HTTP/1.0 200 OK {\"config\": {\"sync_always\": true}}"), State::Fine),
            (Some("HTTP/1.0 200 OK {\"config\": {\"sync_interval\": 120000000000}}"), State::Doubtful),
        ] {
            assert_eq!(sync_interval(answer, "localhost:8222").state, state, "{answer:?}");
        }
    }
}
