//! A consumer that a follower reads: it pulls, and notices when the consumer must be opened again.

use std::{sync::Arc, time::Duration};

use async_nats::jetstream::{
    Context, Message,
    consumer::{AckPolicy, Consumer, pull},
};
use futures_util::future::BoxFuture;
use tokio::{
    sync::{
        mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel},
        watch,
    },
    time::{Instant, sleep_until},
};

use super::{
    client::{Bus, BusError},
    pulls::Pulls,
};
use crate::causes::Cause;

/// A consumer that is being read.
pub(super) struct Opened {
    pulls: Arc<Pulls>,
    context: Arc<Context>,
    sender: UnboundedSender<Message>,
    arrived: UnboundedReceiver<Message>,
    /// The pull on its way. It ends with whether it got all that it asked for.
    pull: Option<BoxFuture<'static, Result<bool, Cause>>>,
    /// The number of deliveries so far, of a consumer without acknowledgements.
    delivered: u64,
    /// How long events gather before each pull, if they do.
    gather: Option<Duration>,
    /// When the next pull is due.
    due: Option<Instant>,
}

impl Opened {
    /// Reads a consumer. With `gather`, events gather for this time before each pull.
    pub(super) fn new(bus: &Bus, consumer: Consumer<pull::Config>, gather: Option<Duration>) -> Self {
        let pulls = Pulls::new(bus.client.clone(), consumer);
        let pulls = if gather.is_some() { pulls.taking_what_is_there() } else { pulls };
        let (sender, arrived) = unbounded_channel();
        let context = Arc::clone(&bus.context);
        Self { pulls: Arc::new(pulls), context, sender, arrived, pull: None, delivered: 0, gather, due: None }
    }

    /// Reports whether no pull is open and no message is left of the last one.
    pub(super) fn is_idle(&self) -> bool {
        self.pull.is_none() && self.arrived.is_empty()
    }

    /// Reports whether all events up to the sequence `end` are acknowledged.
    ///
    /// It borrows exclusively, because a pull that is on its way is not shared between threads.
    pub(super) async fn reaches(&mut self, end: u64) -> Result<bool, BusError> {
        let mut consumer = self.pulls.consumer.clone();
        let info = consumer.info().await.map_err(BusError::server)?;
        let nothing_left = info.num_pending == 0 && info.num_ack_pending == 0;
        Ok(nothing_left || info.ack_floor.stream_sequence >= end)
    }

    /// Returns the next message, or `None` when a pull ends.
    ///
    /// # Errors
    ///
    /// When the consumer must be opened again: the pull failed, the connection is a new one, or a message got
    /// lost on its way.
    pub(super) async fn next(
        &mut self,
        most: usize,
        wait: Duration,
        connections: &mut watch::Receiver<u64>,
    ) -> Result<Option<Message>, Cause> {
        if self.is_idle() {
            let (pulls, sender) = (Arc::clone(&self.pulls), self.sender.clone());
            let (context, due) = (Arc::clone(&self.context), self.due.take());
            self.pull = Some(Box::pin(async move {
                if let Some(due) = due {
                    sleep_until(due).await;
                }
                let mut left = most;
                let hand_over = |message| {
                    left -= 1;
                    drop(sender.send(Message { message, context: (*context).clone() }));
                };
                pulls.pull(most, wait, hand_over).await?;
                Ok(left == 0)
            }));
        }
        let ended = async {
            match &mut self.pull {
                Some(pull) => pull.await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            biased;
            Some(message) = self.arrived.recv() => self.in_order(message).map(Some),
            _ = connections.changed() => Err("the connection is a new one".into()),
            outcome = ended => {
                self.pull = None;
                // Behind a full pull there may be many more, which have gathered already.
                let is_full = outcome?;
                self.due = self.gather.filter(|_| !is_full).map(|gather| Instant::now() + gather);
                Ok(None)
            }
        }
    }

    /// Returns a message that is here already, without waiting for one.
    pub(super) fn arrived(&mut self) -> Option<Result<Message, Cause>> {
        self.arrived.try_recv().ok().map(|message| self.in_order(message))
    }

    /// Passes on a message unless one before it is missing. Only a consumer without acknowledgements never
    /// delivers a missing one again.
    fn in_order(&mut self, message: Message) -> Result<Message, Cause> {
        let number = message.info().map_err(|error| error as Cause)?.consumer_sequence;
        self.delivered += 1;
        let acknowledges = self.pulls.consumer.cached_info().config.ack_policy == AckPolicy::Explicit;
        if acknowledges || number == self.delivered { Ok(message) } else { Err("a message got lost".into()) }
    }
}

impl std::fmt::Debug for Opened {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Opened").field("pulls", &self.pulls).finish_non_exhaustive()
    }
}
