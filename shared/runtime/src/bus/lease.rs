//! A lease: of several instances of a program one works, and the others wait for it.
//!
//! It needs no clocks that agree. Whoever waits takes the lease when nobody has renewed it for some time by the waiting
//! instance's own clock. So two instances may both believe to have it for a moment, and what they do must bear that.

use std::time::Duration;

use tokio::time::{Instant, sleep};
use tracing::debug;

use super::{
    bucket::{Bucket, Kept},
    client::BusError,
};
use crate::causes::with_causes;

/// How often the holder renews its lease.
const RENEW: Duration = Duration::from_secs(1);
/// How often the others look at it.
const LOOK: Duration = Duration::from_millis(500);
/// After how long without a renewal the lease is free.
const HOLDS: Duration = Duration::from_secs(5);

/// A lease that this instance has.
#[derive(Debug)]
pub struct Lease {
    bucket: Bucket,
    key: String,
    holder: String,
    revision: u64,
}

impl Bucket {
    /// Waits for the lease `key`. `holder` names this instance among all others, for ever.
    ///
    /// While the server does not answer, it waits, too.
    pub async fn lease(&self, key: &str, holder: &str) -> Lease {
        let mut watched = Watched::default();
        loop {
            match self.claimed(key, holder, &mut watched).await {
                Ok(Some(revision)) => {
                    return Lease {
                        bucket: self.clone(),
                        key: key.to_owned(),
                        holder: holder.to_owned(),
                        revision,
                    };
                }
                Ok(None) => {}
                Err(error) => debug!(error = with_causes(&error), "cannot look at the lease, retrying"),
            }
            sleep(LOOK).await;
        }
    }

    /// Takes the lease if it is free. Returns its revision then.
    async fn claimed(&self, key: &str, holder: &str, watched: &mut Watched) -> Result<Option<u64>, BusError> {
        let kept = self.get(key).await?;
        if !watched.is_free(kept.as_ref(), Instant::now()) {
            return Ok(None);
        }
        self.replace(key, holder.into(), kept.map_or(0, |kept| kept.revision)).await
    }
}

impl Lease {
    /// Renews the lease until another instance has it, which ends the wait.
    pub async fn lost(&mut self) {
        loop {
            sleep(RENEW).await;
            // While the server does not answer, no other instance can take the lease.
            match self.renew().await {
                Ok(true) => {}
                Ok(false) => return,
                Err(error) => debug!(error = with_causes(&error), "cannot renew the lease, retrying"),
            }
        }
    }

    /// Gives the lease up, so that another instance need not wait.
    ///
    /// # Errors
    ///
    /// When the server does not answer. The lease is free after a moment, too.
    pub async fn end(self) -> Result<(), BusError> {
        self.bucket.replace(&self.key, Vec::new(), self.revision).await.map(drop)
    }

    /// Returns false if another instance has the lease.
    async fn renew(&mut self) -> Result<bool, BusError> {
        let value = self.holder.clone().into_bytes();
        if let Some(revision) = self.bucket.replace(&self.key, value, self.revision).await? {
            self.revision = revision;
            return Ok(true);
        }
        // The answer to the last renewal may have got lost.
        let kept = self.bucket.get(&self.key).await?;
        let own = kept.filter(|kept| kept.value == self.holder.as_bytes());
        self.revision = own.as_ref().map_or(self.revision, |kept| kept.revision);
        Ok(own.is_some())
    }
}

/// What an instance that waits has seen of a lease.
#[derive(Debug, Default)]
struct Watched {
    /// The last revision, and when it was seen first.
    seen: Option<(u64, Instant)>,
}

impl Watched {
    /// Reports whether the lease is free at `now`: nobody has it, or its holder does not renew it.
    fn is_free(&mut self, kept: Option<&Kept>, now: Instant) -> bool {
        let Some(kept) = kept.filter(|kept| !kept.value.is_empty()) else { return true };
        match self.seen {
            Some((revision, since)) if revision == kept.revision => now - since >= HOLDS,
            _ => {
                self.seen = Some((kept.revision, now));
                false
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lease_is_free_when_nobody_has_it_or_renews_it() {
        let (mut watched, start) = (Watched::default(), Instant::now());
        let kept = |value: &'static str, revision| Kept {
            value: value.into(),
            revision,
            since: time::OffsetDateTime::UNIX_EPOCH,
        };
        let mut is_free = |kept: Option<Kept>, seconds: u64| {
            watched.is_free(kept.as_ref(), start + Duration::from_secs(seconds))
        };
        assert!(is_free(None, 0));
        assert!(is_free(Some(kept("", 3)), 0));
        assert!(!is_free(Some(kept("a", 4)), 0));
        assert!(!is_free(Some(kept("a", 4)), 4));
        assert!(!is_free(Some(kept("a", 5)), 6));
        assert!(!is_free(Some(kept("a", 5)), 10));
        assert!(is_free(Some(kept("a", 5)), 11));
    }
}
