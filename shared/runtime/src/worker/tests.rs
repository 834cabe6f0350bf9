//! Tests of the worker loop against a broker in memory.

mod waiting;

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
    error::WorkerError,
    memory::{Action, MemoryBroker, delivery},
    run::run,
    start_notes,
    state::Capacity,
};
use crate::{
    broker::{Broker, Settlement},
    topology::{ACK_WAIT, LAST_DELIVERY, MAX_STARTS, SUSPECT_FROM, Topology},
};

/// How long the stage may take.
const BUDGET: Duration = Duration::from_secs(10);

/// A stage that obeys the first word of the body: `panic`, `reject`, `wait`.
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
            Some("panic") => panic!("on purpose"),
            Some("reject") => return Err(Rejection::new("on purpose")),
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

/// A worker that runs on a broker in memory.
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
            Arc::new(stage),
            broker.clone(),
            Topology::default(),
            capacity,
            Arc::default(),
            Arc::default(),
            stop_asked,
        ));
        Self { broker: broker.clone(), stop, outcome, waits, go_on }
    }

    /// Resolves when the stage runs and waits. The paused clock does not move while it does, so this advances
    /// the clock, which also lets suspects gather.
    async fn stage_waits(&self) {
        for _ in 0..20 {
            tokio::task::yield_now().await;
            tokio::time::advance(Duration::from_millis(20)).await;
        }
        while !self.waits.load(Ordering::SeqCst) {
            tokio::task::yield_now().await;
        }
    }

    /// Stops the worker when `count` deliveries are acknowledged or terminated. Returns the log.
    async fn finish(self, count: usize) -> Vec<Action> {
        self.broker.until(|log| settled_for_good(log) >= count).await;
        self.stop.send(()).unwrap();
        self.outcome.await.unwrap().unwrap();
        self.broker.log()
    }
}

fn settled_for_good(log: &[Action]) -> usize {
    log.iter()
        .filter(|action| {
            matches!(action, Action::Settled(_, Settlement::Acknowledge | Settlement::Terminate(_)))
        })
        .count()
}

fn article(body: &str) -> String {
    serde_json::json!({"id": body, "body": body}).to_string()
}

fn stored(subject: &str) -> Action {
    Action::Stored(subject.into())
}

#[tokio::test(start_paused = true)]
async fn the_next_event_is_stored_before_the_delivery_is_acknowledged() {
    let broker = MemoryBroker::default();
    broker.put(Lane::Live, 1, article("rain"));
    let log = Bench::start(&broker).finish(1).await;
    assert_eq!(log, [stored("articles.v1.detected.live.en"), Action::Settled(1, Settlement::Acknowledge)]);
}

#[tokio::test(start_paused = true)]
async fn a_message_with_unreadable_headers_becomes_a_dead_letter_that_keeps_them() {
    let broker = MemoryBroker::default();
    broker.put_unreadable(1, b"NATS/1.0\r\nX Author: x\r\n\r\n", article("rain"));
    let log = Bench::start(&broker).finish(1).await;
    let reason = "unreadable_headers";
    let letter = stored(&format!("articles.v1.dead.detect.{reason}"));
    assert_eq!(log, [letter, Action::Settled(1, Settlement::Terminate(reason.into()))]);
    let letter = broker.stored().swap_remove(0);
    assert_eq!(letter.payload, article("rain"));
    let kept = letter.headers.iter().find(|(name, _)| *name == headers::DEAD_HEADERS);
    assert_eq!(kept.map(|(_, block)| block.as_str()), Some("TkFUUy8xLjANClggQXV0aG9yOiB4DQoNCg=="));
}

#[tokio::test(start_paused = true)]
async fn a_dead_letter_that_does_not_fit_points_to_its_payload() {
    let broker = MemoryBroker::default();
    broker.limit_payloads(10);
    broker.put(Lane::Live, 1, article("rain"));
    let log = Bench::start(&broker).finish(1).await;
    let letter = stored("articles.v1.dead.detect.too_large");
    assert_eq!(log, [letter, Action::Settled(1, Settlement::Terminate("too_large".into()))]);
    let letter = broker.stored().swap_remove(0);
    let header =
        |wanted| letter.headers.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.as_str());
    assert!(letter.payload.is_empty());
    assert_eq!(header(headers::DEAD_PAYLOAD), Some(headers::IN_STREAM));
    assert_eq!(header(headers::DEAD_SEQUENCE), Some("1"));
}

#[tokio::test(start_paused = true)]
async fn an_event_is_published_on_the_lane_of_its_article() {
    let broker = MemoryBroker::default();
    broker.put(Lane::Backfill, 1, article("rain"));
    let log = Bench::start(&broker).finish(1).await;
    assert_eq!(log[0], stored("articles.v1.detected.backfill.en"));
}

#[tokio::test(start_paused = true)]
async fn a_refused_publish_is_retried_and_uses_up_no_delivery() {
    let broker = MemoryBroker::default();
    broker.refuse_publishes(30);
    broker.put(Lane::Live, 1, article("rain"));
    let log = Bench::start(&broker).finish(1).await;
    let settlements = log.iter().filter(|action| matches!(action, Action::Settled(..))).count();
    assert_eq!(settlements, 1, "{log:?}");
    assert!(log.contains(&Action::InProgress(1)), "a long wait renews the ack timeout: {log:?}");
}

#[tokio::test(start_paused = true)]
async fn a_slow_broker_only_delays_articles() {
    let broker = MemoryBroker::default();
    broker.confirm_after(3 * ACK_WAIT);
    for sequence in 1..=40 {
        broker.put(Lane::Live, sequence, article(&format!("rain {sequence}")));
    }
    let log = Bench::start(&broker).finish(40).await;
    let renewals = |sequence| log.iter().filter(|action| **action == Action::InProgress(sequence)).count();
    assert!((1..=40).all(|sequence| renewals(sequence) >= 8), "each renews its ack timeout: {log:?}");
    let settled = log.iter().filter(|action| matches!(action, Action::Settled(_, Settlement::Acknowledge)));
    assert_eq!((settled.count(), broker.stored().len()), (40, 40));
    assert!(broker.most_unsettled(Lane::Live) <= 16, "it pulls no more than its capacity");
}

#[tokio::test(start_paused = true)]
async fn a_publish_whose_confirmation_is_lost_is_recognized_as_a_duplicate() {
    let broker = MemoryBroker::default();
    broker.lose_confirmations(1);
    broker.put(Lane::Live, 1, article("rain"));
    let log = Bench::start(&broker).finish(1).await;
    let subject = "articles.v1.detected.live.en".to_owned();
    assert_eq!(
        log,
        [
            Action::Stored(subject.clone()),
            Action::Duplicate(subject),
            Action::Settled(1, Settlement::Acknowledge)
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn a_redelivery_after_a_lost_acknowledgement_stores_nothing_twice() {
    let broker = MemoryBroker::default();
    broker.put(Lane::Live, 1, article("rain"));
    let bench = Bench::start(&broker);
    broker.until(|log| settled_for_good(log) == 1).await;
    // The acknowledgement did not reach the server.
    broker.put_attempt(1, 2, article("rain"));
    let log = bench.finish(2).await;
    let subject = "articles.v1.detected.live.en".to_owned();
    let again = [Action::Duplicate(subject), Action::Settled(1, Settlement::Acknowledge)];
    assert!(log.ends_with(&again), "{log:?}");
}

#[tokio::test(start_paused = true)]
async fn an_unreadable_payload_is_set_aside_with_its_history() {
    let broker = MemoryBroker::default();
    broker.put(Lane::Live, 7, "{\"body\"");
    let log = Bench::start(&broker).finish(1).await;
    let terminated = Action::Settled(7, Settlement::Terminate("invalid_json".into()));
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
async fn a_rejected_article_is_set_aside_and_the_others_continue() {
    let broker = MemoryBroker::default();
    broker.put(Lane::Live, 1, article("reject"));
    broker.put(Lane::Live, 2, article("rain"));
    let log = Bench::start(&broker).finish(2).await;
    assert!(log.contains(&stored("articles.v1.dead.detect.rejected")), "{log:?}");
    assert!(log.contains(&Action::Settled(2, Settlement::Acknowledge)), "{log:?}");
}

#[tokio::test(start_paused = true)]
async fn a_panic_affects_one_article_and_not_the_worker() {
    let broker = MemoryBroker::default();
    broker.put(Lane::Live, 1, article("panic"));
    broker.put(Lane::Live, 2, article("rain"));
    let log = Bench::start(&broker).finish(2).await;
    let settled = |expected: &dyn Fn(&Settlement) -> bool| {
        log.iter().any(|action| matches!(action, Action::Settled(1, settlement) if expected(settlement)))
    };
    assert!(settled(&|settlement| matches!(settlement, Settlement::Retry(_))), "retried: {log:?}");
    assert!(settled(&|settlement| *settlement == Settlement::Terminate("panicked".into())), "{log:?}");
    assert!(log.contains(&Action::Settled(2, Settlement::Acknowledge)), "{log:?}");
}

#[tokio::test(start_paused = true)]
async fn an_article_that_hangs_stops_the_worker_and_is_set_aside_the_second_time() {
    for (attempt, settled) in [(1, None), (2, Some("timed_out"))] {
        let broker = MemoryBroker::default();
        broker.put_attempt(1, attempt, article("wait"));
        let bench = Bench::start(&broker);
        bench.stage_waits().await;
        // The paused clock does not move while a stage runs, so the test moves it.
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
            None => assert!(matches!(last, Action::Settled(1, Settlement::Retry(_))), "{last:?}"),
            Some(reason) => assert_eq!(last, Action::Settled(1, Settlement::Terminate(reason.into()))),
        }
        bench.go_on.send(()).unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn other_deliveries_are_returned_at_once_if_the_only_thread_hangs() {
    let broker = MemoryBroker::default();
    broker.put(Lane::Live, 1, article("wait"));
    broker.put(Lane::Live, 2, article("rain"));
    let bench = Bench::with_threads(&broker, 1);
    bench.stage_waits().await;
    let start = tokio::time::Instant::now();
    while !bench.outcome.is_finished() {
        tokio::time::advance(BUDGET / 100).await;
        tokio::task::yield_now().await;
    }
    assert!(start.elapsed() < BUDGET + Duration::from_secs(1), "{:?}", start.elapsed());
    let returned = |action: &Action| matches!(action, Action::Settled(2, Settlement::Retry(_)));
    assert!(broker.log().iter().any(returned), "{:?}", broker.log());
    bench.go_on.send(()).unwrap();
}

#[tokio::test(start_paused = true)]
async fn suspects_are_processed_one_at_a_time_and_block_no_other_article() {
    let broker = MemoryBroker::default();
    for sequence in [3, 1, 2] {
        broker.put_attempt(sequence, SUSPECT_FROM, article(&format!("suspect {sequence}")));
    }
    broker.put(Lane::Live, 9, article("rain"));
    let log = Bench::start(&broker).finish(4).await;
    let acknowledged = |action: &Action| match action {
        Action::Settled(sequence, Settlement::Acknowledge) => Some(*sequence),
        _ => None,
    };
    assert_eq!(log.iter().filter_map(acknowledged).collect::<Vec<_>>(), [9, 1, 2, 3], "{log:?}");
    let one_by_one = |steps: &[Action]| matches!(steps, [noted, Action::Stored(_), Action::Settled(..)] if *noted == stored("articles.v1.suspects.detect"));
    assert!(log[2..].chunks(3).all(one_by_one), "{log:?}");
}

/// Returns the settlement of a suspect that started `before` times without an end.
async fn after_starts(before: u64) -> Action {
    let broker = MemoryBroker::default();
    let suspect = delivery(Lane::Live, 5);
    for number in 1..=before {
        let note = start_notes::start_note(&suspect, number, StageName::Detect, &Topology::default());
        broker.publish(&note).await.unwrap();
    }
    broker.put_attempt(5, 1 + before + 1, article("rain"));
    Bench::start(&broker).finish(1).await.pop().unwrap()
}

#[tokio::test(start_paused = true)]
async fn a_suspect_is_set_aside_only_after_the_maximum_of_starts() {
    let crash_loop = Action::Settled(5, Settlement::Terminate("crash_loop".into()));
    assert_eq!(after_starts(MAX_STARTS).await, crash_loop);
    for before in 0..MAX_STARTS {
        assert_eq!(after_starts(before).await, Action::Settled(5, Settlement::Acknowledge), "{before}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_suspect_that_had_results_is_not_set_aside_if_the_server_forgets_its_acknowledgements() {
    let broker = MemoryBroker::default();
    for delivered in 1..=MAX_STARTS + 2 {
        broker.put_attempt(5, delivered + 1, article("rain"));
        let log = Bench::start(&broker).finish(delivered as usize).await;
        assert_eq!(log.last(), Some(&Action::Settled(5, Settlement::Acknowledge)), "{log:?}");
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
async fn respects_the_capacity_and_settles_every_delivery_once() {
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
async fn a_stopping_worker_finishes_its_deliveries_in_flight() {
    let broker = MemoryBroker::default();
    broker.put(Lane::Live, 1, article("wait"));
    let bench = Bench::start(&broker);
    bench.stage_waits().await;
    bench.stop.send(()).unwrap();
    bench.go_on.send(()).unwrap();
    bench.outcome.await.unwrap().unwrap();
    assert!(broker.log().contains(&Action::Settled(1, Settlement::Acknowledge)), "{:?}", broker.log());
}

#[tokio::test(start_paused = true)]
async fn a_worker_that_does_nothing_with_its_articles_ends_and_returns_them() {
    let broker = MemoryBroker::default();
    broker.confirm_after(Duration::from_hours(1));
    for sequence in 1..=3 {
        broker.put(Lane::Live, sequence, article(&format!("rain {sequence}")));
    }
    let start = tokio::time::Instant::now();
    let outcome = Bench::start(&broker).outcome.await.unwrap();
    assert!(matches!(outcome, Err(WorkerError::Stuck { deliveries: 3, .. })), "{outcome:?}");
    assert!(start.elapsed() < BUDGET + Duration::from_mins(1), "{:?}", start.elapsed());
    let log = broker.log();
    let returned = log.iter().filter(|action| matches!(action, Action::Settled(_, Settlement::Retry(_))));
    assert_eq!(returned.count(), 3, "{log:?}");
}

#[tokio::test(start_paused = true)]
async fn a_stopping_worker_returns_what_does_not_finish_in_time() {
    let broker = MemoryBroker::default();
    broker.refuse_publishes(usize::MAX);
    broker.put(Lane::Live, 1, article("rain"));
    let bench = Bench::start(&broker);
    tokio::time::sleep(ACK_WAIT).await;
    bench.stop.send(()).unwrap();
    bench.outcome.await.unwrap().unwrap();
    let last = broker.log().pop().unwrap();
    assert!(matches!(last, Action::Settled(1, Settlement::Retry(_))), "{last:?}");
}
