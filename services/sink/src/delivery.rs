//! The loop of a sink: read a batch, write it, settle it.

use std::{mem, pin::pin, sync::Arc, time::Duration};

use messages::DeadReason;
use runtime::{
    backoff::backoff,
    broker::Delivery,
    bus::{Batches, Bus, JetStreamDelivery, ReadError},
    causes::with_causes,
    heartbeat::Heartbeat,
    topology::ACK_WAIT,
};
use tokio::{
    select,
    time::{Instant, interval, sleep, timeout},
};
use tracing::{info, warn};

use crate::{
    decision::{Decision, decide},
    filter::Filter,
    meter::{Meter, Outcome},
    record::Record,
    target::{Answer, Hindrance, Target, Verdict},
};

/// The pause between two restarts of the ack timeouts of deliveries that are not settled.
const RENEW: Duration = Duration::from_secs(ACK_WAIT.as_secs() / 3);
/// How long the last batch may take when the sink is asked to stop. The rest comes again.
const LAST_BATCH: Duration = Duration::from_secs(3);

/// A sink that runs.
pub(crate) struct Sink<T> {
    pub(crate) target: T,
    pub(crate) bus: Bus,
    pub(crate) batches: Batches,
    pub(crate) filter: Filter,
    /// The most articles of a batch.
    pub(crate) most: usize,
    /// How often the target may fail on an article.
    pub(crate) attempts: u32,
    /// How long a batch waits for more articles.
    pub(crate) wait: Duration,
    pub(crate) meter: Meter,
    pub(crate) heartbeat: Arc<Heartbeat>,
}

/// What is neither written nor set aside.
struct InHand {
    waiting: Vec<Waiting>,
    dead: Vec<Dead>,
    /// The number of turns in a row in which something failed.
    failures: u32,
    /// Whether the target takes nothing.
    hindered: bool,
    renewed: Instant,
}

/// A record that the target does not have.
struct Waiting {
    delivery: JetStreamDelivery,
    record: Record,
    /// How often the target has failed on it.
    attempts: u32,
}

/// A delivery whose dead letter is not stored yet.
struct Dead {
    delivery: JetStreamDelivery,
    reason: DeadReason,
    answer: Answer,
}

impl<T: Target> Sink<T> {
    /// Runs until `stop` resolves. Deliveries that are not settled then come again.
    ///
    /// # Errors
    ///
    /// When the stream no longer exists or the sink's place belongs to another program.
    pub(crate) async fn run(mut self, stop: impl Future<Output = ()>) -> Result<(), ReadError> {
        let mut stop = pin!(stop);
        let renewed = Instant::now();
        let mut hand = InHand { waiting: vec![], dead: vec![], failures: 0, hindered: false, renewed };
        let mut stopped = false;
        while !stopped {
            let mut turn = pin!(self.turn(&mut hand));
            select! {
                biased;
                outcome = &mut turn => outcome?,
                () = &mut stop => {
                    stopped = true;
                    // A batch that does not end in time is as one that failed.
                    drop(timeout(LAST_BATCH, turn).await);
                }
            }
        }
        let of_waiting = hand.waiting.into_iter().map(|waiting| waiting.delivery);
        let left: Vec<_> = of_waiting.chain(hand.dead.into_iter().map(|dead| dead.delivery)).collect();
        info!(returned = left.len(), "stopped");
        self.batches.give_back(left).await;
        Ok(())
    }

    async fn turn(&mut self, hand: &mut InHand) -> Result<(), ReadError> {
        self.heartbeat.beat();
        self.gather(hand).await?;
        if hand.renewed.elapsed() >= RENEW {
            hand.renewed = Instant::now();
            self.batches.renew(hand.deliveries()).await;
        }
        let failed = self.write(hand).await | !self.set_aside(hand).await;
        hand.failures = if failed { hand.failures.saturating_add(1) } else { 0 };
        self.meter.in_hand(hand.len());
        Ok(())
    }

    /// Reads as many events as there is room for. Waits a little if something failed.
    async fn gather(&mut self, hand: &mut InHand) -> Result<(), ReadError> {
        let room = self.most.saturating_sub(hand.len());
        let wait = match hand.failures {
            0 => self.wait,
            failures => backoff(failures, u64::from(std::process::id())),
        };
        if room == 0 || hand.hindered {
            sleep(wait).await;
            return Ok(());
        }
        let mut left_out = Vec::new();
        for delivery in self.batches.next(room, wait).await? {
            match Record::read(&delivery) {
                Ok(record) if self.filter.selects(&record.event) => {
                    hand.waiting.push(Waiting { delivery, record, attempts: 0 });
                }
                Ok(_) => left_out.push(delivery),
                Err(reason) => {
                    hand.dead.push(Dead { delivery, reason, answer: Answer::new(reason.sentence(), "") });
                }
            }
        }
        self.meter.settled(Outcome::LeftOut, left_out.len());
        self.batches.acknowledge(left_out).await;
        Ok(())
    }

    /// Writes the deliveries of the batch and settles them. Returns whether something failed.
    async fn write(&mut self, hand: &mut InHand) -> bool {
        let begun = Instant::now();
        let verdicts = {
            let records: Vec<&Record> = hand.waiting.iter().map(|waiting| &waiting.record).collect();
            let mut writing = pin!(self.target.write(&records));
            let mut ticks = interval(RENEW);
            // The first tick comes at once.
            ticks.tick().await;
            loop {
                select! {
                    verdicts = &mut writing => break verdicts,
                    _ = ticks.tick() => {
                        self.heartbeat.beat();
                        self.batches.renew(hand.deliveries()).await;
                    }
                }
            }
        };
        let what = format!("target {}", self.target.name());
        match verdicts {
            Ok(verdicts) => {
                if !verdicts.is_empty() {
                    self.meter.wrote(begun.elapsed());
                }
                let (failed, hindrance) = self.settle(hand, verdicts).await;
                self.report(hand, &what, hindrance.as_ref());
                failed
            }
            Err(hindrance) => {
                self.report(hand, &what, Some(&hindrance));
                true
            }
        }
    }

    /// Does what follows from the verdicts. Returns whether something failed, and why the target takes nothing.
    async fn settle(&self, hand: &mut InHand, verdicts: Vec<Verdict>) -> (bool, Option<Hindrance>) {
        let (mut written, mut failed, mut hindrance) = (Vec::new(), false, None);
        for (waiting, verdict) in mem::take(&mut hand.waiting).into_iter().zip(verdicts) {
            match &verdict {
                Verdict::Failed(_) => self.meter.failed(),
                Verdict::Waits(why) => hindrance = Some(why.clone()),
                Verdict::Written | Verdict::Refused(_) => {}
            }
            match decide(verdict, waiting.attempts, self.attempts) {
                Decision::Acknowledge => written.push(waiting.delivery),
                Decision::SetAside(answer) => {
                    let reason = DeadReason::Refused;
                    hand.dead.push(Dead { delivery: waiting.delivery, reason, answer });
                }
                Decision::Again { attempts } => {
                    failed = true;
                    hand.waiting.push(Waiting { attempts, ..waiting });
                }
            }
        }
        self.meter.settled(Outcome::Written, written.len());
        self.batches.acknowledge(written).await;
        (failed, hindrance)
    }

    /// Tells the log, the metrics and the probes whether the target takes articles.
    fn report(&self, hand: &mut InHand, what: &str, hindrance: Option<&Hindrance>) {
        hand.hindered = hindrance.is_some();
        match hindrance {
            Some(hindrance) => self.bus.hindered(hindrance.obstacle, what, &hindrance.cause),
            None => self.bus.goes_on(what),
        }
    }

    /// Stores the dead letters. Returns whether all are stored.
    async fn set_aside(&self, hand: &mut InHand) -> bool {
        let mut stored = Vec::new();
        let mut left = mem::take(&mut hand.dead).into_iter();
        for dead in left.by_ref() {
            let Dead { delivery, reason, answer } = &dead;
            let version = env!("CARGO_PKG_VERSION");
            if let Err(error) =
                self.batches.set_aside(delivery, *reason, &answer.explanation(), version).await
            {
                let error = with_causes(&error);
                tracing::debug!(error, "cannot store a dead letter, trying again");
                hand.dead.push(dead);
                break;
            }
            let (sequence, reason) = (delivery.sequence(), reason.code());
            warn!(sequence, reason, error = answer.what, "article set aside");
            stored.push(dead.delivery);
        }
        hand.dead.extend(left);
        self.meter.settled(Outcome::Dead, stored.len());
        self.batches.acknowledge(stored).await;
        hand.dead.is_empty()
    }
}

impl InHand {
    fn len(&self) -> usize {
        self.waiting.len() + self.dead.len()
    }

    fn deliveries(&self) -> impl Iterator<Item = &JetStreamDelivery> {
        let of_waiting = self.waiting.iter().map(|waiting| &waiting.delivery);
        of_waiting.chain(self.dead.iter().map(|dead| &dead.delivery))
    }
}
