//! What is remembered of a feed between two polls. Pure.
//!
//! The memory of a feed is one JSON value, which several instances share. Only the one that claimed the feed's host
//! changes it.

use std::{
    collections::{BTreeSet, VecDeque},
    time::Duration,
};

use serde::{Deserialize, Serialize};

use crate::{
    fetch::Validators,
    hash::hash,
    items::Item,
    list::Feed,
    schedule::{Ending, next_poll},
};

/// What the keys of memories begin with.
pub const KEYS: &str = "feed.";
/// How many keys of items are remembered that a feed no longer has. Some feeds drop an item for a while.
const MOST_GONE: usize = 1_000;

/// What is remembered of one feed. Times are whole seconds since 1970.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Memory {
    /// The name of the feed, for `wiredesk feeds status`.
    pub name: String,
    /// Its address.
    pub url: String,
    /// What the server said to recognize an unchanged document.
    #[serde(flatten)]
    pub validators: Validators,
    /// When it is polled next.
    pub next_poll: u64,
    /// When it was polled last.
    pub polled: u64,
    /// How the last poll ended: `read`, `unchanged`, or the code of an error.
    pub outcome: String,
    /// The failed polls in a row.
    pub failures: u32,
    /// How many articles were published from it.
    pub published: u64,
    /// The keys of the items that were published, oldest first.
    pub seen: VecDeque<String>,
}

/// How a poll ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Poll {
    /// `read`, `unchanged`, or the code of an error.
    pub outcome: &'static str,
    /// How it ended, for the schedule.
    pub ending: Ending,
    /// What the server asked for in `Retry-After`.
    pub retry_after: Option<Duration>,
    /// What the server said to recognize the document, if it sent one.
    pub validators: Option<Validators>,
}

/// Returns the key under which the memory of a feed is kept.
pub fn key(feed: &Feed) -> String {
    format!("{KEYS}{}", hash(feed.url.as_str(), 32))
}

impl Memory {
    /// Returns how long to wait before the feed is polled, or `None` if it is due. An `eager` caller polls a feed that
    /// did not fail before its time.
    pub fn wait(&self, feed: &Feed, now: u64, eager: bool) -> Option<Duration> {
        let next_poll = match self.failures {
            0 if eager => 0,
            // The list may have another interval since.
            0 => self.next_poll.min(self.polled + usual_wait(feed).as_secs()),
            _ => self.next_poll,
        };
        let wait = next_poll.saturating_sub(now);
        (wait > 0).then_some(Duration::from_secs(wait))
    }

    /// Returns the items that were not seen, in their order.
    pub fn unseen(&self, items: Vec<Item>) -> Vec<Item> {
        let seen: BTreeSet<&str> = self.seen.iter().map(String::as_str).collect();
        items.into_iter().filter(|item| !seen.contains(item.key.as_str())).collect()
    }

    /// Notes that an item was published.
    pub fn note(&mut self, key: String) {
        self.published += 1;
        self.seen.push_back(key);
    }

    /// Notes that an item cannot be published, so that it is not tried again.
    pub fn leave_out(&mut self, key: String) {
        self.seen.push_back(key);
    }

    /// Forgets the oldest keys of items that are not in the document, `current` are the keys of those that are.
    pub fn forget(&mut self, current: &BTreeSet<String>) {
        let mut excess =
            self.seen.iter().filter(|key| !current.contains(*key)).count().saturating_sub(MOST_GONE);
        self.seen.retain(|key| {
            let goes = excess > 0 && !current.contains(key);
            excess -= usize::from(goes);
            !goes
        });
    }

    /// Notes how a poll ended, and sets the time of the next one.
    pub fn settle(&mut self, feed: &Feed, poll: Poll, now: u64) {
        self.name.clone_from(&feed.name);
        feed.url.as_str().clone_into(&mut self.url);
        self.failures = if poll.ending == Ending::Read { 0 } else { self.failures.saturating_add(1) };
        let wait = next_poll(feed.every, poll.ending, self.failures, poll.retry_after, seed(feed));
        self.polled = now;
        self.next_poll = now + wait.as_secs();
        poll.outcome.clone_into(&mut self.outcome);
        if let Some(validators) = poll.validators {
            self.validators = validators;
        }
    }
}

/// Returns the wait after a feed was read.
fn usual_wait(feed: &Feed) -> Duration {
    next_poll(feed.every, Ending::Read, 0, None, seed(feed))
}

/// Returns a number that is always the same for a feed.
fn seed(feed: &Feed) -> u64 {
    u64::from_str_radix(&hash(feed.url.as_str(), 8), 16).unwrap_or_default()
}
