//! What is remembered of a feed between two polls. Pure.
//!
//! The memory of a feed is one JSON value, which several instances share. An instance claims a feed before it polls
//! it, so a feed has one poll at a time. The claim ends by itself, because an instance may be killed.

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

/// How long a claim holds. An instance that polls renews it every [`RENEW`].
pub const CLAIM: Duration = Duration::from_secs(20);
/// How often a claim is renewed.
pub const RENEW: Duration = Duration::from_secs(5);
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
    /// Which instance polls it now, and until when.
    pub claim: Option<Claim>,
}

/// The claim of an instance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// The instance.
    pub by: String,
    /// When the claim ends.
    pub until: u64,
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
    hash(feed.url.as_str(), 32)
}

impl Memory {
    /// Returns how long to wait before `by` may poll the feed, or `None` if it may now. An `eager` one polls a feed that
    /// did not fail before its time.
    pub fn wait(&self, by: &str, now: u64, eager: bool) -> Option<Duration> {
        let claimed = self.claim.as_ref().filter(|claim| claim.by != by).map_or(0, |claim| claim.until);
        let next_poll = if eager && self.failures == 0 { 0 } else { self.next_poll };
        let wait = next_poll.max(claimed).saturating_sub(now);
        (wait > 0).then_some(Duration::from_secs(wait))
    }

    /// Notes that `by` polls the feed now.
    pub fn claim(&mut self, feed: &Feed, by: &str, now: u64) {
        self.name.clone_from(&feed.name);
        feed.url.as_str().clone_into(&mut self.url);
        self.claim = Some(Claim { by: by.to_owned(), until: now + CLAIM.as_secs() });
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

    /// Notes how a poll ended, sets the time of the next one and ends the claim.
    pub fn settle(&mut self, feed: &Feed, poll: Poll, now: u64) {
        self.failures = if poll.ending == Ending::Read { 0 } else { self.failures.saturating_add(1) };
        let seed = u64::from_str_radix(&hash(&self.url, 8), 16).unwrap_or_default();
        let wait = next_poll(feed.every, poll.ending, self.failures, poll.retry_after, seed);
        self.polled = now;
        self.next_poll = now + wait.as_secs();
        poll.outcome.clone_into(&mut self.outcome);
        if let Some(validators) = poll.validators {
            self.validators = validators;
        }
        self.claim = None;
    }
}
