//! Why setup stopped. Each error names the stream or consumer, the cause and the remedy.

use async_nats::jetstream::stream::Config;
use thiserror::Error;

use super::{super::api::ApiError, super::refusals, change::Change};
use crate::causes::Cause;

/// The reason why setup stopped.
#[derive(Debug, Error)]
pub enum SetupError {
    /// Changes could lose stored articles, copies of them, or subscribers.
    #[error(
        "these changes can lose articles or copies of them: {0}; leave out the option that asks for them, or make them with `wiredesk setup --force`"
    )]
    NeedsForce(String),
    /// Something on the server is in the way, and `--force` does not remove it.
    #[error("cannot set up {what}: {cause}; {remedy}")]
    Obstacle {
        /// The stream, the consumer or the pipeline.
        what: String,
        /// What was found.
        cause: String,
        /// What to do.
        remedy: String,
    },
    /// The server refused a request, for a reason with a known remedy.
    #[error("cannot set up {what}: {cause}; {remedy}")]
    Refused {
        /// The stream or consumer.
        what: String,
        /// What the refusal means.
        cause: &'static str,
        /// What to do.
        remedy: &'static str,
        /// The refusal in the server's words.
        source: Cause,
    },
    /// The server refused a request for another reason, or did not answer.
    #[error("cannot set up {what}")]
    Server {
        /// The stream or consumer.
        what: String,
        /// The error of the server or of the connection.
        source: Cause,
    },
}

impl SetupError {
    /// Explains an error of the server about `what`.
    pub(super) fn server(what: &str, error: ApiError) -> Self {
        let what = what.to_owned();
        let explanation = match &error {
            ApiError::Refused(refusal) => refusals::explain(refusal.error_code()),
            ApiError::NoJetStream(_) => Some(refusals::NO_JETSTREAM),
            ApiError::Unanswered(_) => None,
        };
        match explanation {
            Some(refusals::Explanation { cause, remedy }) => {
                Self::Refused { what, cause, remedy, source: error.into() }
            }
            None => Self::Server { what, source: error.into() },
        }
    }

    fn obstacle(what: impl Into<String>, cause: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self::Obstacle { what: what.into(), cause: cause.into(), remedy: remedy.into() }
    }

    /// The changes that only `--force` makes, if there are any.
    pub(super) fn unforced(changes: &[Change]) -> Option<Self> {
        let named = |change: &Change| {
            let Change::Updated { what, .. } = change else { return None };
            let differences: Vec<String> = change.guarded().map(ToString::to_string).collect();
            (!differences.is_empty()).then(|| format!("{what}: {}", differences.join(", ")))
        };
        let guarded: Vec<String> = changes.iter().filter_map(named).collect();
        (!guarded.is_empty()).then(|| Self::NeedsForce(guarded.join("; ")))
    }

    /// A stream has the name of ours, but none of the subjects. Names of streams are in capitals, so the
    /// prefixes `Wire` and `wire` have the same ones.
    pub(super) fn foreign(stored: &Config, prefix: &str) -> Self {
        let cause = format!(
            "a stream of this name belongs to somebody else: it takes {} instead of the subjects of the prefix `{prefix}`",
            listed(&stored.subjects)
        );
        let remedy = "choose a `--prefix` (WIREDESK_PREFIX) that differs by more than upper and lower case";
        Self::obstacle(format!("stream {}", stored.name), cause, remedy)
    }

    /// Another stream takes a subject that is needed.
    pub(super) fn overlap(stream: &str, subject: &str, other: &Config) -> Self {
        let cause = format!(
            "stream {} already takes {}, which overlaps `{subject}`",
            other.name,
            listed(&other.subjects)
        );
        let remedy = format!(
            "change the subjects of {} with `nats stream edit`, or choose another `--prefix` (WIREDESK_PREFIX)",
            other.name
        );
        Self::obstacle(format!("stream {stream}"), cause, remedy)
    }

    /// A stream is kept in memory, which no server can change.
    pub(super) fn in_memory(stream: &str) -> Self {
        let cause = "it is kept in memory and lost when the server stops, and no server can change that";
        let remedy =
            format!("empty it, delete it with `nats stream rm {stream}`, and run `wiredesk setup` again");
        Self::obstacle(format!("stream {stream}"), cause, remedy)
    }

    /// A consumer under our name is of a kind that workers cannot use.
    pub(super) fn unusable_consumer(stream: &str, name: &str, kind: &str) -> Self {
        let cause = format!("it is {kind}, which loses what a worker holds when it dies");
        let remedy =
            format!("delete it with `nats consumer rm {stream} {name}`, and run `wiredesk setup` again");
        Self::obstacle(format!("consumer {name} of {stream}"), cause, remedy)
    }

    /// The server accepts only messages that are too small for articles.
    pub(super) fn small_payload(max_payload: usize, least: usize) -> Self {
        let cause = format!(
            "the server's max_payload is {max_payload} bytes, and articles with their layers take more"
        );
        let remedy =
            format!("set `max_payload` in the server's configuration to at least {least}, better to 1MB");
        Self::obstacle("the pipeline", cause, remedy)
    }

    /// The account's limits leave too little room.
    pub(super) fn no_room(cause: String, remedy: &str) -> Self {
        Self::obstacle("the pipeline", cause, remedy)
    }
}

/// Lists subjects for a sentence.
fn listed(subjects: &[String]) -> String {
    if subjects.is_empty() {
        return "no subject".to_owned();
    }
    subjects.iter().map(|subject| format!("`{subject}`")).collect::<Vec<_>>().join(", ")
}
