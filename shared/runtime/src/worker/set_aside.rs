//! Suspects and dead letters: the notes about a suspect's starts, and the letter of a delivery that cannot succeed.

use super::{decision::Reason, start_notes, state::Worker};
use crate::{
    broker::{Broker, Delivery, Outgoing, PublishError, Settlement, Stored},
    causes::with_causes,
    clock,
    dead_letter::{Maker, dead_letter, shortened},
    topology::{ACK_WAIT, LAST_DELIVERY, MAX_STARTS},
};

/// How a delivery leaves its task.
pub(super) enum Ended {
    /// It can be settled.
    Settled(Settlement),
    /// The bus does not take its dead letter, so it waits.
    Waits(Reason, Outgoing),
}

/// A start of a suspect.
#[derive(Debug, Clone, Copy)]
pub(super) struct Start {
    /// Its number, counted from 1.
    number: u64,
    /// How often it started before without an end.
    pub(super) unfinished: u64,
}

/// A message that does not fit through the bus, with the explanation.
pub(super) struct TooLarge(pub(super) String);

impl<B: Broker> Worker<B> {
    /// Records that processing of a suspect starts, and counts its earlier starts.
    ///
    /// Each start is a note in a stream, and nobody reads the notes. The message id of a note contains its
    /// number, so the stream reports a number that it already has as a duplicate.
    pub(super) async fn record_start(&self, delivery: &B::Delivery) -> Start {
        let (stage, seed) = (self.stage.first_stage(), delivery.sequence());
        for earlier in 0..LAST_DELIVERY {
            let note = start_notes::start_note(delivery, earlier + 1, stage, &self.topology);
            let Ok(stored) = self.store(&note, seed).await else {
                return Start { number: earlier + 1, unfinished: 0 };
            };
            if !stored.duplicate {
                let has_ended = earlier >= MAX_STARTS && {
                    // Only this delivery asks for the end of that start, so it does not matter that the stream
                    // stores the question.
                    let note = start_notes::end_note(delivery, earlier, stage, &self.topology);
                    self.store(&note, seed).await.is_ok_and(|stored| stored.duplicate)
                };
                return Start { number: earlier + 1, unfinished: if has_ended { 0 } else { earlier } };
            }
        }
        Start { number: LAST_DELIVERY, unfinished: MAX_STARTS }
    }

    /// Publishes the payload as a dead letter. Only then may the delivery be terminated. If the bus does not
    /// take the letter, the delivery waits.
    pub(super) async fn set_aside(
        &self,
        delivery: &B::Delivery,
        reason: Reason,
        start: Option<Start>,
    ) -> Ended {
        let mut letter = dead_letter(
            delivery,
            &reason,
            &Maker::Stage(self.stage.first_stage()),
            self.stage.identity().version,
            &self.topology,
            &clock::now_rfc3339(),
        );
        // While other letters wait, the bus refuses this one most likely, too.
        let first = if self.waiting.is_empty() { Some(self.publish_letter(&mut letter).await) } else { None };
        let stored = match first {
            Some(Ok(_)) => {
                self.stored(&letter);
                Ok(())
            }
            Some(Err(error @ PublishError::TooLarge(_))) => Err(TooLarge(with_causes(&error))),
            refused => {
                if let Some(Err(error)) = refused {
                    self.refused(&error, &letter);
                }
                if self.waiting.reserve(delivery) {
                    self.record_end(delivery, start).await;
                    return Ended::Waits(reason, letter);
                }
                self.store_letter(letter, delivery.sequence()).await
            }
        };
        Ended::Settled(match stored {
            Ok(()) => {
                self.count_dead(delivery, &reason);
                Settlement::Terminate(reason.code.to_string())
            }
            // Not even a few headers fit. `wiredesk setup` refuses such a limit.
            Err(TooLarge(_)) => Settlement::Retry(ACK_WAIT),
        })
    }

    /// Publishes a dead letter once. Shortens it if it does not fit through the bus.
    pub(super) async fn publish_letter(&self, letter: &mut Outgoing) -> Result<Stored, PublishError> {
        let outcome = self.broker.publish(letter).await;
        if let Err(PublishError::TooLarge(_)) = &outcome
            && let Some(shortened) = shortened(letter)
        {
            *letter = shortened;
            return self.broker.publish(letter).await;
        }
        outcome
    }

    /// Publishes a dead letter until the bus confirms it. Shortens it if it does not fit.
    async fn store_letter(&self, letter: Outgoing, seed: u64) -> Result<(), TooLarge> {
        let outcome = self.store(&letter, seed).await;
        match shortened(&letter) {
            Some(shortened) if outcome.is_err() => self.store(&shortened, seed).await.map(drop),
            _ => outcome.map(drop),
        }
    }

    /// Records that the last start that is left to a suspect has ended with a result. A server that is killed may
    /// forget its acknowledgement, and that is not the article's fault.
    pub(super) async fn record_last_end(&self, delivery: &B::Delivery, start: Option<Start>) {
        self.record_end(delivery, start.filter(|start| start.number >= MAX_STARTS)).await;
    }

    /// Records that processing of a suspect has ended although its delivery is not settled. Otherwise, the
    /// worker's later restarts would look like crashes that the article causes.
    async fn record_end(&self, delivery: &B::Delivery, start: Option<Start>) {
        let Some(Start { number, .. }) = start else { return };
        let note = start_notes::end_note(delivery, number, self.stage.first_stage(), &self.topology);
        // Without the note, the article may become a dead letter under another code after three restarts.
        drop(self.broker.publish(&note).await);
    }
}
