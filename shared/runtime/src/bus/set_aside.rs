//! Dead letters of a program that reads events as they are stored, without acknowledgements.

use bytes::Bytes;
use messages::{DeadReason, StageName};
use time::OffsetDateTime;

use super::{client::Bus, reader::StoredEvent};
use crate::{
    broker::{Delivery, PublishError, Settlement},
    clock,
    dead_letter::{Maker, dead_letter, shortened},
    worker::decision::Reason,
};

impl Bus {
    /// Stores the dead letter of a stored event. Storing it again within the duplicate window stores nothing.
    ///
    /// `explanation` is for people and has no article text. `version` is that of the program.
    ///
    /// # Errors
    ///
    /// When the bus does not store the letter. It may be tried again.
    pub async fn set_aside(
        &self,
        event: &StoredEvent,
        stage: StageName,
        code: DeadReason,
        explanation: &str,
        version: &str,
    ) -> Result<(), PublishError> {
        let reason = Reason { code, message: explanation.to_owned() };
        let now = clock::now_rfc3339();
        let letter =
            dead_letter(&Read(event.clone()), &reason, &Maker::Stage(stage), version, self.topology(), &now);
        match self.store(&letter).await {
            Err(PublishError::TooLarge(error)) => match shortened(&letter) {
                Some(shortened) => self.store(&shortened).await.map(drop),
                None => Err(PublishError::TooLarge(error)),
            },
            outcome => outcome.map(drop),
        }
    }
}

/// A stored event as the delivery that it is read in. There is nothing to settle.
struct Read(StoredEvent);

impl Delivery for Read {
    fn payload(&self) -> &Bytes {
        &self.0.payload
    }

    fn subject(&self) -> &str {
        &self.0.subject
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.0.header(name)
    }

    fn unreadable_headers(&self) -> Option<&Bytes> {
        None
    }

    fn attempt(&self) -> u64 {
        1
    }

    fn sequence(&self) -> u64 {
        self.0.sequence
    }

    fn stored_at(&self) -> OffsetDateTime {
        self.0.stored_at
    }

    async fn in_progress(&self) {}

    async fn settle(self, _settlement: Settlement) {}
}
