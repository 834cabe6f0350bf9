//! The claim of one instance on a host. Pure.
//!
//! Several instances with one list share the work by host, because a host gets one connection. An instance claims a
//! host, polls the feeds there that are due, and ends the claim. A claim also ends by itself, because an instance may
//! be killed. The clocks of the instances must agree within some seconds.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use url::Url;

use crate::hash::hash;

/// How long a claim holds. An instance renews it every [`RENEW`].
pub const CLAIM: Duration = Duration::from_secs(20);
/// How often a claim is renewed.
pub const RENEW: Duration = Duration::from_secs(5);

/// The claim of an instance.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// The instance.
    pub by: String,
    /// When the claim ends, in seconds since 1970.
    pub until: u64,
}

/// Returns the key under which the claim on the host of `url` is kept.
pub fn key(url: &Url) -> String {
    format!("host.{}", hash(&url.origin().ascii_serialization(), 32))
}

impl Claim {
    /// Returns the claim that `by` makes or renews at `now`.
    pub fn made(by: &str, now: u64) -> Self {
        Self { by: by.to_owned(), until: now + CLAIM.as_secs() }
    }

    /// Returns the claim that `by` gives up at `now`.
    pub fn ended(by: &str, now: u64) -> Self {
        Self { by: by.to_owned(), until: now }
    }

    /// Returns how long another instance than `by` holds the host from `now` on, or `None` if `by` may claim it.
    pub fn wait(&self, by: &str, now: u64) -> Option<Duration> {
        let wait = self.until.saturating_sub(now);
        (self.by != by && wait > 0).then_some(Duration::from_secs(wait))
    }
}
