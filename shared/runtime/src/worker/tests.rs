//! The loop against a broker in memory.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc,
    },
    time::Duration,
};

use messages::{
    ArticleReceived, Language, LanguageDetected, Provenance, Rejection, Stage, StageIdentity, StageName,
    headers, subjects::Lane,
};
use tokio::sync::oneshot;

use super::{
    Capacity, WorkerError, dead_letter,
    memory::{Happening, MemoryBroker, delivery},
    run,
};
use crate::{
    broker::{Broker, Settlement},
    topology::{ACK_WAIT, LAST_DELIVERY, MAX_BEGINNINGS, SUSPECT_FROM, Topology},
};

/// How long the stage may take.
const BUDGET: Duration = Duration::from_secs(10);

/// Detects nothing, but does what the body says: `panic`, `reject`, `wait`.
struct Script {
    identity: StageIdentity,
    waits: Arc<AtomicBool>,
    go_on: std::sync::Mutex<mpsc::Receiver<()>>,
}

impl Stage for Script {
    type Input = ArticleReceived;
    type Output = LanguageDetected;

    fn identity(&self) -> &StageIdentity {
        &self.identity
    }

    fn process(&self, input: ArticleReceived) -> Result<LanguageDetected, Rejection> {
        match input.article.body.split_whitespace().next() {
            Some("panic") => panic!("as the script says"),
            Some("reject") => return Err(Rejection::new("as the script says")),
            Some("wait") => {
                self.waits.store(true, Ordering::SeqCst);
                let _ = self.go_on.lock().unwrap().recv();
            }
            _ => {}
        }
        let language = Language {
            tag: "en".into(),
            iso639_3: "eng".into(),
            script: "Latn".into(),
            confidence: 1.0,
            reliable: true,
            alternatives: vec![],
            paragraphs: vec![],
        };
        let by = Provenance::ok(&self.identity);
        Ok(input.detected(language, by))
    }
}

/// A worker at work on a broker in memory.
struct Bench {
    broker: MemoryBroker,
    stop: oneshot::Sender<()>,
    outcome: tokio::task::JoinHandle<Result<(), WorkerError>>,
    waits: Arc<AtomicBool>,
    go_on: mpsc::Sender<()>,
}

impl Bench {
    fn start(broker: &MemoryBroker) -> Self {
        Self::with_threads(broker, 2)
    }

    fn with_threads(broker: &MemoryBroker, threads: usize) -> Self {
        let (stop, stopped) = oneshot::channel();
        let (go_on, gone_on) = mpsc::channel();
        let waits = Arc::<AtomicBool>::default();
        let identity = StageIdentity { stage: StageName::Detect, version: "1.0.0", model: "script-1".into() };
        let stage = Script { identity, waits: Arc::clone(&waits), go_on: std::sync::Mutex::new(gone_on) };
        let capacity = Capacity { in_flight: 16, threads, budget: BUDGET };
        let stop_asked = async { drop(stopped.await) };
        let outcome = tokio::spawn(run(
            stage,
            broker.clone(),
            Topology::default(),
            capacity,
            Arc::default(),
            stop_asked,
        ));
        Self { broker: broker.clone(), stop, outcome, waits, go_on }
    }

    /// Resolves once the stage runs and waits. The paused clock stands still meanwhile, so there is no sleeping; it goes
    /// on for as long as suspects gather.
    async fn stage_waits(&self) {
        for _ in 0..20 {
            tokio::task::yield_now().await;
            tokio::time::advance(Duration::from_millis(20)).await;
        }
        while !self.waits.load(Ordering::SeqCst) {
            tokio::task::yield_now().await;
        }
    }

    /// Stops the worker once `count` deliveries are settled for good.
    async fn finish(self, count: usize) -> Vec<Happening> {
        self.broker.until(|log| settled_for_good(log) >= count).await;
        self.stop.send(()).unwrap();
        self.outcome.await.unwrap().unwrap();
        self.broker.log()
    }
}

fn settled_for_good(log: &[Happening]) -> usize {
    log.iter()
        .filter(|happening| {
            matches!(happening, Happening::Settled(_, Settlement::Acknowledge | Settlement::Terminate(_)))
        })
        .count()
}

fn article(body: &str) -> String {
    serde_json::json!({"id": body, "body": body}).to_string()
}

fn stored(subject: &str) -> Happening {
    Happening::Stored(subject.into())
}

#[tokio::test(start_paused = true)]
async fn the_next_event_is_stored_before_the_delivery_is_acknowledged() {
    let broker = MemoryBroker::default();
    broker.put(Lane::Live, 1, article("rain"));
    let log = Bench::start(&broker).finish(1).await;
    assert_eq!(log, [stored("articles.v1.detected.live.en"), Happening::Settled(1, Settlement::Acknowledge)]);
}

#[tokio::test(start_paused = true)]
async fn an_event_goes_out_on_the_lane_its_article_came_on() {
    let broker = MemoryBroker::default();
    broker.put(Lane::Backfill, 1, article("rain"));
    let log = Bench::start(&broker).finish(1).await;
    assert_eq!(log[0], stored("articles.v1.detected.backfill.en"));
}

#[tokio::test(start_paused = true)]
async fn a_refused_publish_is_tried_until_it_works_and_costs_no_delivery() {
    let broker = MemoryBroker::default();
    broker.refuse_publishes(30);
    broker.put(Lane::Live, 1, article("rain"));
    let log = Bench::start(&broker).finish(1).await;
    let settlements = log.iter().filter(|happening| matches!(happening, Happening::Settled(..))).count();
    assert_eq!(settlements, 1, "{log:?}");
    assert!(log.contains(&Happening::InProgress(1)), "a long wait asks for more time: {log:?}");
}

#[tokio::test(start_paused = true)]
async fn a_slow_broker_costs_nothing_but_time() {
    let broker = MemoryBroker::default();
    broker.confirm_after(3 * ACK_WAIT);
    for sequence in 1..=40 {
        broker.put(Lane::Live, sequence, article(&format!("rain {sequence}")));
    }
    let log = Bench::start(&broker).finish(40).await;
    let asked =
        |sequence| log.iter().filter(|happening| **happening == Happening::InProgress(sequence)).count();
    assert!((1..=40).all(|sequence| asked(sequence) >= 8), "each asks for time while it waits: {log:?}");
    let settled =
        log.iter().filter(|happening| matches!(happening, Happening::Settled(_, Settlement::Acknowledge)));
    assert_eq!((settled.count(), broker.stored().len()), (40, 40));
    assert!(broker.most_unsettled(Lane::Live) <= 16, "it pulls no more than it has room for");
}

#[tokio::test(start_paused = true)]
async fn a_lost_confirmation_leads_to_a_duplicate_that_is_recognized() {
    let broker = MemoryBroker::default();
    broker.lose_confirmations(1);
    broker.put(Lane::Live, 1, article("rain"));
    let log = Bench::start(&broker).finish(1).await;
    let subject = "articles.v1.detected.live.en".to_owned();
    assert_eq!(
        log,
        [
            Happening::Stored(subject.clone()),
            Happening::Duplicate(subject),
            Happening::Settled(1, Settlement::Acknowledge)
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn a_lost_acknowledgement_leads_to_a_redelivery_that_stores_nothing_twice() {
    let broker = MemoryBroker::default();
    broker.put(Lane::Live, 1, article("rain"));
    let bench = Bench::start(&broker);
    broker.until(|log| settled_for_good(log) == 1).await;
    // The server did not hear it.
    broker.put_attempt(1, 2, article("rain"));
    let log = bench.finish(2).await;
    let subject = "articles.v1.detected.live.en".to_owned();
    let again = [Happening::Duplicate(subject), Happening::Settled(1, Settlement::Acknowledge)];
    assert!(log.ends_with(&again), "{log:?}");
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_read_is_set_aside_with_its_payload_and_story() {
    let broker = MemoryBroker::default();
    broker.put(Lane::Live, 7, "{\"body\"");
    let log = Bench::start(&broker).finish(1).await;
    let terminated = Happening::Settled(7, Settlement::Terminate("invalid_json".into()));
    assert_eq!(log, [stored("articles.v1.dead.detect.invalid_json"), terminated]);
    let letter = broker.stored().remove(0);
    assert_eq!(&letter.payload[..], b"{\"body\"");
    let header =
        |name| letter.headers.iter().find(|(other, _)| *other == name).map(|(_, value)| value.as_str());
    assert_eq!(header(headers::DEAD_SEQUENCE), Some("7"));
    assert_eq!(header(headers::DEAD_SUBJECT), Some("articles.v1.received.live"));
    assert_eq!(header(headers::VERSION), Some("1.0.0"));
    assert!(header("traceparent").is_some());
}

#[tokio::test(start_paused = true)]
async fn a_rejected_article_is_set_aside_and_the_others_go_on() {
    let broker = MemoryBroker::default();
    broker.put(Lane::Live, 1, article("reject"));
    broker.put(Lane::Live, 2, article("rain"));
    let log = Bench::start(&broker).finish(2).await;
    assert!(log.contains(&stored("articles.v1.dead.detect.rejected")), "{log:?}");
    assert!(log.contains(&Happening::Settled(2, Settlement::Acknowledge)), "{log:?}");
}

#[tokio::test(start_paused = true)]
async fn a_panic_costs_one_article_and_not_the_worker() {
    let broker = MemoryBroker::default();
    broker.put(Lane::Live, 1, article("panic"));
    broker.put(Lane::Live, 2, article("rain"));
    let log = Bench::start(&broker).finish(2).await;
    let settled = |wanted: &dyn Fn(&Settlement) -> bool| {
        log.iter()
            .any(|happening| matches!(happening, Happening::Settled(1, settlement) if wanted(settlement)))
    };
    assert!(settled(&|settlement| matches!(settlement, Settlement::Retry(_))), "tried once more: {log:?}");
    assert!(settled(&|settlement| *settlement == Settlement::Terminate("panicked".into())), "{log:?}");
    assert!(log.contains(&Happening::Settled(2, Settlement::Acknowledge)), "{log:?}");
}

#[tokio::test(start_paused = true)]
async fn an_article_that_hangs_ends_the_worker_and_is_set_aside_the_second_time() {
    for (attempt, settled) in [(1, None), (2, Some("timed_out"))] {
        let broker = MemoryBroker::default();
        broker.put_attempt(1, attempt, article("wait"));
        let bench = Bench::start(&broker);
        bench.stage_waits().await;
        // The paused clock does not move on by itself while a stage runs.
        while !bench.outcome.is_finished() {
            tokio::time::advance(BUDGET / 100).await;
            tokio::task::yield_now().await;
        }
        let outcome = bench.outcome.await.unwrap();
        let error = WorkerError::TimedOut {
            article: "wait".into(),
            subject: "articles.v1.received.live".into(),
            sequence: 1,
        };
        assert_eq!(outcome, Err(error));
        let last = broker.log().pop().unwrap();
        match settled {
            None => assert!(matches!(last, Happening::Settled(1, Settlement::Retry(_))), "{last:?}"),
            Some(reason) => assert_eq!(last, Happening::Settled(1, Settlement::Terminate(reason.into()))),
        }
        bench.go_on.send(()).unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn where_the_only_thread_hangs_everything_else_is_handed_back_at_once() {
    let broker = MemoryBroker::default();
    broker.put(Lane::Live, 1, article("wait"));
    broker.put(Lane::Live, 2, article("rain"));
    let bench = Bench::with_threads(&broker, 1);
    bench.stage_waits().await;
    let begun = tokio::time::Instant::now();
    while !bench.outcome.is_finished() {
        tokio::time::advance(BUDGET / 100).await;
        tokio::task::yield_now().await;
    }
    assert!(begun.elapsed() < BUDGET + Duration::from_secs(1), "{:?}", begun.elapsed());
    let handed_back =
        |happening: &Happening| matches!(happening, Happening::Settled(2, Settlement::Retry(_)));
    assert!(broker.log().iter().any(handed_back), "{:?}", broker.log());
    bench.go_on.send(()).unwrap();
}

#[tokio::test(start_paused = true)]
async fn suspects_go_one_at_a_time_and_hold_up_nobody_else() {
    let broker = MemoryBroker::default();
    for sequence in [3, 1, 2] {
        broker.put_attempt(sequence, SUSPECT_FROM, article(&format!("suspect {sequence}")));
    }
    broker.put(Lane::Live, 9, article("rain"));
    let log = Bench::start(&broker).finish(4).await;
    let acknowledged = |happening: &Happening| match happening {
        Happening::Settled(sequence, Settlement::Acknowledge) => Some(*sequence),
        _ => None,
    };
    assert_eq!(log.iter().filter_map(acknowledged).collect::<Vec<_>>(), [9, 1, 2, 3], "{log:?}");
    let one_by_one = |steps: &[Happening]| matches!(steps, [noted, Happening::Stored(_), Happening::Settled(..)] if *noted == stored("articles.v1.suspects.detect"));
    assert!(log[2..].chunks(3).all(one_by_one), "{log:?}");
}

/// What becomes of a suspect that began `before` times and did not end.
async fn after_beginnings(before: u64) -> Happening {
    let broker = MemoryBroker::default();
    let suspect = delivery(Lane::Live, 5);
    for number in 1..=before {
        let note = dead_letter::beginning(&suspect, number, StageName::Detect, &Topology::default());
        broker.publish(&note).await.unwrap();
    }
    broker.put_attempt(5, 1 + before + 1, article("rain"));
    Bench::start(&broker).finish(1).await.pop().unwrap()
}

#[tokio::test(start_paused = true)]
async fn what_began_too_often_is_set_aside_and_what_began_once_less_is_not() {
    let crash_loop = Happening::Settled(5, Settlement::Terminate("crash_loop".into()));
    assert_eq!(after_beginnings(MAX_BEGINNINGS).await, crash_loop);
    for before in 0..MAX_BEGINNINGS {
        assert_eq!(
            after_beginnings(before).await,
            Happening::Settled(5, Settlement::Acknowledge),
            "{before}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn the_last_delivery_is_set_aside_without_processing() {
    let broker = MemoryBroker::default();
    broker.put_attempt(1, LAST_DELIVERY, article("rain"));
    let log = Bench::start(&broker).finish(1).await;
    assert_eq!(log[0], stored("articles.v1.dead.detect.crash_loop"));
}

#[tokio::test(start_paused = true)]
async fn no_more_is_in_flight_than_allowed_and_all_of_it_is_settled_once() {
    let broker = MemoryBroker::default();
    for sequence in 1..=200 {
        broker.put(Lane::Live, sequence, article(&format!("rain {sequence}")));
        broker.put(Lane::Backfill, 1_000 + sequence, article(&format!("snow {sequence}")));
    }
    let log = Bench::start(&broker).finish(400).await;
    assert!(broker.most_unsettled(Lane::Live) <= 16, "{}", broker.most_unsettled(Lane::Live));
    assert!(broker.most_unsettled(Lane::Backfill) <= 8, "{}", broker.most_unsettled(Lane::Backfill));
    assert_eq!(broker.stored().len(), 400);
    assert_eq!(log.len(), 800, "stored and settled once each");
}

#[tokio::test(start_paused = true)]
async fn asked_to_stop_a_worker_finishes_what_is_in_flight() {
    let broker = MemoryBroker::default();
    broker.put(Lane::Live, 1, article("wait"));
    let bench = Bench::start(&broker);
    bench.stage_waits().await;
    bench.stop.send(()).unwrap();
    bench.go_on.send(()).unwrap();
    bench.outcome.await.unwrap().unwrap();
    assert!(broker.log().contains(&Happening::Settled(1, Settlement::Acknowledge)), "{:?}", broker.log());
}

#[tokio::test(start_paused = true)]
async fn what_does_not_finish_in_time_is_handed_back() {
    let broker = MemoryBroker::default();
    broker.refuse_publishes(usize::MAX);
    broker.put(Lane::Live, 1, article("rain"));
    let bench = Bench::start(&broker);
    tokio::time::sleep(ACK_WAIT).await;
    bench.stop.send(()).unwrap();
    bench.outcome.await.unwrap().unwrap();
    let last = broker.log().pop().unwrap();
    assert!(matches!(last, Happening::Settled(1, Settlement::Retry(_))), "{last:?}");
}
