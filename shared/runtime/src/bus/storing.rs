//! Whether the server stores what is published.
//!
//! A server whose disk is full answers all questions and has streams with room, but it confirms no message.

use messages::headers;

use super::{
    client::Bus,
    doctor::{Finding, State},
    monitoring,
};
use crate::{
    broker::{Outgoing, PublishError},
    causes::with_causes,
    clock,
    obstacle::Obstacle,
    topology::SUSPECTS,
};

/// The phrase with which operating systems report a full disk.
const NO_SPACE: &str = "no space left";

impl Bus {
    /// Checks that the server stores a message, and asks its HTTP monitoring at `address` for the reason if it
    /// does not.
    pub(super) async fn storing(&self, address: &str) -> Finding {
        let stored = self.store_a_note().await;
        judge(stored.err(), monitoring::trouble(address).await)
    }

    /// Publishes a note that nobody reads, in the stream that drops its oldest notes.
    async fn store_a_note(&self) -> Result<(), (Obstacle, String)> {
        let note = Outgoing {
            stream: self.topology.stream(SUSPECTS),
            subject: self.topology.subjects().all_of(SUSPECTS).replace('>', "doctor"),
            headers: vec![(headers::MESSAGE_ID, format!("doctor:{}", clock::now_rfc3339()))],
            payload: bytes::Bytes::new(),
        };
        match self.store(&note).await {
            Ok(_) => Ok(()),
            Err(PublishError::Unavailable(obstacle, cause)) => Err((obstacle, with_causes(&*cause))),
            Err(error @ PublishError::TooLarge(_)) => Err((Obstacle::Unconfirmed, with_causes(&error))),
        }
    }
}

/// Judges whether the server stores messages. `refusal` is why it did not store one, and `trouble` what its
/// monitoring reports.
fn judge(refusal: Option<(Obstacle, String)>, trouble: Option<String>) -> Finding {
    let finding = |obstacle: Obstacle, said: &str| {
        let found = format!("{}: {said}", obstacle.sentence());
        Finding::new(obstacle.code(), State::Wrong, found, obstacle.remedy())
    };
    match (refusal, trouble) {
        (_, Some(trouble)) if trouble.contains(NO_SPACE) => finding(Obstacle::DiskFull, &trouble),
        // The check of the setup names a missing stream, with its name.
        (Some((obstacle, said)), trouble) => finding(obstacle, &trouble.unwrap_or(said)),
        (None, Some(trouble)) => {
            Finding::new("server", State::Doubtful, trouble, "read the server's log, and check its disk")
        }
        (None, None) => Finding::fine("storing", "the server stores what is published"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(refusal: Option<Obstacle>, trouble: Option<&str>, expected: (&str, State)) {
        let refusal = refusal.map(|obstacle| (obstacle, "timed out".to_owned()));
        let finding = judge(refusal, trouble.map(str::to_owned));
        assert_eq!((finding.subject, finding.state), expected, "{finding:?}");
    }

    #[test]
    fn a_full_disk_is_told_from_other_troubles() {
        let full = Some("stream A write error: write 1.blk: no space left on device");
        check(None, None, ("storing", State::Fine));
        check(Some(Obstacle::Unconfirmed), full, ("disk_full", State::Wrong));
        check(None, full, ("disk_full", State::Wrong));
        check(Some(Obstacle::Unconfirmed), None, ("unconfirmed", State::Wrong));
        check(Some(Obstacle::NoJetstream), Some("JetStream is disabled"), ("no_jetstream", State::Wrong));
        check(None, Some("a consumer is not current"), ("server", State::Doubtful));
    }
}
