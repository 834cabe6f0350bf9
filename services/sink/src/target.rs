//! The interface to a target.

use runtime::{
    bus::{Bus, BusError},
    obstacle::Obstacle,
};

use crate::record::{Content, Record};

/// A place that takes articles.
pub trait Target: Send {
    /// What it reads of an event.
    type Event: Content;

    /// Returns the name of the target for logs, without secrets: `postgres db.example.org/news`.
    fn name(&self) -> String;

    /// Returns what takes the articles, for logs and probes when it takes none.
    fn place(&self) -> String {
        format!("target {}", self.name())
    }

    /// Takes the connection to the bus, before the first batch. Most targets need none.
    ///
    /// # Errors
    ///
    /// When the bus lacks what the target needs.
    fn begin(&mut self, _bus: &Bus) -> impl Future<Output = Result<(), BusError>> + Send {
        std::future::ready(Ok(()))
    }

    /// Describes the metrics of the target, if it has some.
    fn describe_metrics(&self) {}

    /// Writes a batch, and returns a verdict on each of its records, in their order.
    ///
    /// What is `Written` is durable. A record that was written before must change nothing. An empty batch is the
    /// occasion to do what is due: to connect, or to close a file.
    ///
    /// # Errors
    ///
    /// When the target takes nothing at the moment.
    fn write(
        &mut self,
        batch: &[&Record<Self::Event>],
    ) -> impl Future<Output = Result<Vec<Verdict>, Hindrance>> + Send;
}

/// What a target says about a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The target has it.
    Written,
    /// The target never takes it.
    Refused(Answer),
    /// The target failed on it, and may take it later.
    Failed(Answer),
    /// The target has taken others of the batch, and now takes nothing.
    Waits(Hindrance),
}

/// What a target answered about a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What happened, for the log. It has no article text.
    pub(crate) what: String,
    /// What the target said, bounded. It may quote the article, so that only the dead letter has it.
    pub(crate) said: String,
}

/// Why a target takes nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hindrance {
    /// The obstacle: the target is away, or does not accept the sink.
    pub obstacle: Obstacle,
    /// What happened, without article text.
    pub cause: String,
}

impl Hindrance {
    /// The target does not accept the sink.
    pub fn denied(cause: impl Into<String>) -> Self {
        Self { obstacle: Obstacle::TargetDenied, cause: cause.into() }
    }

    /// The target cannot be reached or takes nothing.
    pub fn away(cause: impl Into<String>) -> Self {
        Self { obstacle: Obstacle::TargetAway, cause: cause.into() }
    }
}

/// The most characters of an answer that a dead letter keeps.
const MOST_SAID: usize = 500;

impl Answer {
    /// Creates an answer from what the target said. Keeps the beginning, on one line.
    pub fn new(what: impl Into<String>, said: &str) -> Self {
        let words: Vec<&str> = said.split_whitespace().collect();
        Self { what: what.into(), said: words.join(" ").chars().take(MOST_SAID).collect() }
    }

    /// Returns the explanation for a dead letter.
    pub(crate) fn explanation(&self) -> String {
        if self.said.is_empty() { self.what.clone() } else { format!("{}: {}", self.what, self.said) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_one_bounded_line() {
        let answer = Answer::new("answered 422", "no\r\n  such desk");
        assert_eq!(answer.explanation(), "answered 422: no such desk");
        assert_eq!(Answer::new("answered 410", " \n").explanation(), "answered 410");
        assert_eq!(Answer::new("x", &"é".repeat(10_000)).said.chars().count(), 500);
    }
}
