//! The running workers, as they answer discovery (`$SRV.INFO`).

use std::{collections::HashMap, time::Duration};

use async_nats::StatusCode;
use bytes::Bytes;
use futures_util::StreamExt;
use messages::StageName;
use serde::{Deserialize, Serialize};
use tokio::time::timeout;

use super::client::Bus;

/// How long the first worker may take to answer.
const FIRST_ANSWER: Duration = Duration::from_millis(500);
/// The silence after which no further worker is expected to answer.
const NEXT_ANSWER: Duration = Duration::from_millis(200);
/// The subject on which all services say what they are (defined by NATS).
pub(crate) const DISCOVERY: &str = "$SRV.INFO";

/// A running worker.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct RunningWorker {
    /// The first stage that it runs.
    pub first: StageName,
    /// The last stage that it runs: another one for a fused worker.
    pub last: StageName,
    /// The version of the program.
    pub version: String,
    /// The model, or several in the order of the stages.
    pub model: String,
    /// Its id on the bus.
    pub id: String,
}

/// The answer of a service.
#[derive(Deserialize)]
struct Answer {
    id: String,
    version: String,
    #[serde(default)]
    metadata: HashMap<String, String>,
}

impl Bus {
    /// Asks all running workers of this pipeline what they are. A worker that does not answer in time is left
    /// out.
    pub async fn running_workers(&self) -> Vec<RunningWorker> {
        let answers = self.ask_workers(DISCOVERY.to_owned()).await;
        let prefix = self.topology.subjects().prefix();
        let mut running: Vec<_> = answers.iter().filter_map(|answer| worker(answer, prefix)).collect();
        running.sort_unstable();
        running
    }

    /// Asks everybody who listens on `subject`. Returns the answers that come in time.
    pub(super) async fn ask_workers(&self, subject: String) -> Vec<Bytes> {
        let inbox = self.client.new_inbox();
        let Ok(mut answers) = self.client.subscribe(inbox.clone()).await else { return Vec::new() };
        let asked = self.client.publish_with_reply(subject, inbox, Bytes::new()).await;
        let mut said = Vec::new();
        let mut patience = if asked.is_ok() { FIRST_ANSWER } else { Duration::ZERO };
        while let Ok(Some(answer)) = timeout(patience, answers.next()).await {
            if answer.status == Some(StatusCode::NO_RESPONDERS) {
                break;
            }
            said.push(answer.payload);
            patience = NEXT_ANSWER;
        }
        said
    }
}

/// Reads the answer of a service. Returns `None` for one that is not a worker of the pipeline `prefix`.
fn worker(answer: &[u8], prefix: &str) -> Option<RunningWorker> {
    let Answer { id, version, metadata } = serde_json::from_slice(answer).ok()?;
    let said = |name: &str| metadata.get(name).map(String::as_str);
    if said("prefix") != Some(prefix) {
        return None;
    }
    let last: StageName = said("stage")?.parse().ok()?;
    // Workers of version 0.1.0 name only their last stage.
    let first = said("first_stage").and_then(|stage| stage.parse().ok()).unwrap_or(last);
    let model = said("model").unwrap_or_default().to_owned();
    Some(RunningWorker { first, last, version, model, id })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_workers_of_this_pipeline_are_listed() {
        let answer = |metadata: &str| {
            format!(
                r#"{{"name":"segmenter","id":"x","version":"0.1.0","metadata":{metadata},"endpoints":[]}}"#
            )
        };
        let fused = r#"{"prefix":"articles","first_stage":"detect","stage":"tag","model":"m"}"#;
        let found = worker(answer(fused).as_bytes(), "articles").unwrap();
        assert_eq!((found.first, found.last, &*found.model), (StageName::Detect, StageName::Tag, "m"));
        for other in [r#"{"prefix":"wire","stage":"tag"}"#, r#"{"prefix":"articles"}"#, "{}", "[]"] {
            assert_eq!(worker(answer(other).as_bytes(), "articles"), None, "{other}");
        }
    }
}
