//! The loop of a sink: read a batch, write it, settle it.

use std::{mem, pin::pin, sync::Arc, time::Duration};

use messages::DeadReason;
use runtime::{
    backoff::backoff,
    broker::Delivery,
    bus::{Bus, JetStreamDelivery, ReadError, Settler},
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
    meter::{Meter, Outcome},
    reading::{Found, Read, Reading},
    record::Record,
    target::{Answer, Hindrance, Target, Verdict},
};

/// The pause between two restarts of the ack timeouts of deliveries that are not settled.
const RENEW: Duration = Duration::from_secs(ACK_WAIT.as_secs() / 3);
/// How long the last batch may take when the sink is asked to stop. The rest comes again.
const LAST_BATCH: Duration = Duration::from_secs(3);

/// A sink that runs.
pub(crate) struct Sink<T: Target> {
    pub(crate) target: T,
    pub(crate) bus: Bus,
    pub(crate) reading: Reading<T::Event>,
    pub(crate) settler: Settler,
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
struct InHand<E> {
    waiting: Vec<Waiting<E>>,
    dead: Vec<Dead>,
    /// Whether the stream had as many events as there was room for, so that it surely has more.
    is_behind: bool,
    /// The number of turns in a row in which something failed.
    failures: u32,
    /// Whether the target takes nothing.
    hindered: bool,
    renewed: Instant,
}

/// A record that the target does not have.
struct Waiting<E> {
    delivery: JetStreamDelivery,
    record: Box<Record<E>>,
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
        let mut hand = InHand::new();
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
        self.give_back(hand).await;
        Ok(())
    }

    /// Returns what is not settled, so that another process can have it at once.
    async fn give_back(mut self, hand: InHand<T::Event>) {
        let ahead = if self.reading.is_under_way() {
            timeout(LAST_BATCH, self.reading.next(0, Duration::ZERO)).await
        } else {
            Ok(Ok(Vec::new()))
        };
        let of_ahead = ahead.into_iter().flatten().flatten().map(|read| read.delivery);
        let of_waiting = hand.waiting.into_iter().map(|waiting| waiting.delivery);
        let of_dead = hand.dead.into_iter().map(|dead| dead.delivery);
        let left: Vec<_> = of_waiting.chain(of_dead).chain(of_ahead).collect();
        info!(returned = left.len(), "stopped");
        self.settler.give_back(left).await;
    }

    async fn turn(&mut self, hand: &mut InHand<T::Event>) -> Result<(), ReadError> {
        self.heartbeat.beat();
        self.gather(hand).await?;
        if hand.renewed.elapsed() >= RENEW {
            hand.renewed = Instant::now();
            self.settler.renew(hand.deliveries()).await;
        }
        let failed = self.write(hand).await | !self.set_aside(hand).await;
        hand.failures = if failed { hand.failures.saturating_add(1) } else { 0 };
        self.meter.in_hand(hand.len() + self.reading.deliveries().count());
        Ok(())
    }

    /// Reads as many events as there is room for. Waits a little if something failed.
    async fn gather(&mut self, hand: &mut InHand<T::Event>) -> Result<(), ReadError> {
        let room = self.most.saturating_sub(hand.len());
        let wait = match hand.failures {
            0 => self.wait,
            failures => backoff(failures, u64::from(std::process::id())),
        };
        if room == 0 || hand.hindered {
            sleep(wait).await;
            // The sink must renew the deliveries of the batch that it read ahead, so it takes that batch without room, too.
            if !self.reading.has_batch().await {
                return Ok(());
            }
        }
        let read = self.reading.next(room, wait).await?;
        hand.is_behind = read.len() >= room;
        let left_out = hand.take(read);
        self.meter.settled(Outcome::LeftOut, left_out.len());
        self.settler.acknowledge(left_out).await;
        Ok(())
    }

    /// Writes a batch and settles it. Returns whether something failed.
    ///
    /// If the stream has more, the next batch is read meanwhile.
    async fn write(&mut self, hand: &mut InHand<T::Event>) -> bool {
        let begun = Instant::now();
        if hand.is_behind && hand.failures == 0 {
            self.reading.begin(self.most, self.wait);
        }
        let verdicts = {
            let batch = hand.waiting.iter().take(self.most);
            let records: Vec<&Record<T::Event>> = batch.map(|waiting| &*waiting.record).collect();
            let mut writing = pin!(self.target.write(&records));
            let mut ticks = interval(RENEW);
            // The first tick comes at once.
            ticks.tick().await;
            loop {
                select! {
                    verdicts = &mut writing => break verdicts,
                    _ = ticks.tick() => {
                        self.heartbeat.beat();
                        self.reading.has_batch().await;
                        self.settler.renew(hand.deliveries().chain(self.reading.deliveries())).await;
                    }
                }
            }
        };
        let what = self.target.place();
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
    async fn settle(&self, hand: &mut InHand<T::Event>, verdicts: Vec<Verdict>) -> (bool, Option<Hindrance>) {
        let (mut written, mut failed, mut hindrance) = (Vec::new(), false, None);
        let mut of_batch = mem::take(&mut hand.waiting).into_iter();
        for (verdict, waiting) in verdicts.into_iter().zip(of_batch.by_ref()) {
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
        hand.waiting.extend(of_batch);
        self.meter.settled(Outcome::Written, written.len());
        self.settler.acknowledge(written).await;
        (failed, hindrance)
    }

    /// Tells the log, the metrics and the probes whether the target takes articles.
    fn report(&self, hand: &mut InHand<T::Event>, what: &str, hindrance: Option<&Hindrance>) {
        hand.hindered = hindrance.is_some();
        match hindrance {
            Some(hindrance) => self.bus.hindered(hindrance.obstacle, what, &hindrance.cause),
            None => self.bus.goes_on(what),
        }
    }

    /// Stores the dead letters. Returns whether all are stored.
    async fn set_aside(&self, hand: &mut InHand<T::Event>) -> bool {
        let mut stored = Vec::new();
        let mut left = mem::take(&mut hand.dead).into_iter();
        for dead in left.by_ref() {
            let Dead { delivery, reason, answer } = &dead;
            let version = env!("CARGO_PKG_VERSION");
            if let Err(error) =
                self.settler.set_aside(delivery, *reason, &answer.explanation(), version).await
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
        self.settler.acknowledge(stored).await;
        hand.dead.is_empty()
    }
}

impl<E> InHand<E> {
    fn new() -> Self {
        Self {
            waiting: Vec::new(),
            dead: Vec::new(),
            is_behind: false,
            failures: 0,
            hindered: false,
            renewed: Instant::now(),
        }
    }

    /// Takes a batch. Returns the deliveries that the filter leaves out.
    fn take(&mut self, batch: Vec<Read<E>>) -> Vec<JetStreamDelivery> {
        let mut left_out = Vec::new();
        for Read { delivery, found } in batch {
            match found {
                Found::Selected(record) => self.waiting.push(Waiting { delivery, record, attempts: 0 }),
                Found::LeftOut => left_out.push(delivery),
                Found::Unreadable(reason) => {
                    self.dead.push(Dead { delivery, reason, answer: Answer::new(reason.sentence(), "") });
                }
            }
        }
        left_out
    }

    fn len(&self) -> usize {
        self.waiting.len() + self.dead.len()
    }

    fn deliveries(&self) -> impl Iterator<Item = &JetStreamDelivery> {
        let of_waiting = self.waiting.iter().map(|waiting| &waiting.delivery);
        of_waiting.chain(self.dead.iter().map(|dead| &dead.delivery))
    }
}
