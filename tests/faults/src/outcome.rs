//! The size of a run, and what one scenario showed.

use std::time::Duration;

use crate::account::Account;

/// How large the suite is.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Number of articles in the scenarios that kill workers or the server.
    pub articles: usize,
    /// Number of articles in the other scenarios.
    pub others: usize,
    /// Least number of workers that a scenario with such kills kills.
    pub worker_kills: usize,
    /// Number of times that a scenario with such kills kills the server.
    pub server_kills: usize,
}

/// What one scenario showed.
#[derive(Debug, Clone, Default)]
pub(crate) struct Outcome {
    pub(crate) account: Account,
    /// What was done to the pipeline, in words.
    pub(crate) faults: String,
    /// The longest time from the server's return to the next result.
    pub(crate) recovery: Option<Duration>,
    /// The expectations that did not hold.
    pub(crate) broken: Vec<String>,
}

impl Outcome {
    /// Makes the outcome of a scenario in which every article must be accounted for exactly once.
    pub(crate) fn sound(account: Account, faults: impl Into<String>) -> Self {
        let is_sound = account.is_sound();
        Self { account, faults: faults.into(), ..Self::default() }
            .expect(is_sound, "published is not summarized + dead, each once")
    }

    /// Makes the outcome of a control, which loses or duplicates articles on purpose.
    pub(crate) fn control(account: Account, faults: impl Into<String>) -> Self {
        Self { account, faults: faults.into(), ..Self::default() }
    }

    /// Records `what` as broken unless it holds.
    pub(crate) fn expect(mut self, holds: bool, what: impl Into<String>) -> Self {
        if !holds {
            self.broken.push(what.into());
        }
        self
    }
}
