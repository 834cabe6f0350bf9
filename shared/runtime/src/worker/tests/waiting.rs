//! Dead letters that the bus does not take.

use messages::{DeadReason, headers, subjects::Lane};

use super::{ACK_WAIT, Action, Bench, MemoryBroker, Settlement, article, settled_for_good, stored};
use crate::topology::{MAX_STARTS, SUSPECT_FROM, Topology};

const DEAD: &str = "ARTICLES_DEAD";

/// Returns how the article with this sequence was settled, in order.
fn settlements(log: &[Action], sequence: u64) -> Vec<&Settlement> {
    let of_article = |action| match action {
        &Action::Settled(other, ref settlement) if other == sequence => Some(settlement),
        _ => None,
    };
    log.iter().filter_map(of_article).collect()
}

#[tokio::test(start_paused = true)]
async fn sound_articles_go_on_while_more_bad_ones_than_permits_wait() {
    let broker = MemoryBroker::default();
    broker.set_full(DEAD, true);
    for sequence in 1..=100 {
        broker.put(Lane::Live, sequence, article(&format!("reject {sequence}")));
        broker.put(Lane::Live, 1_000 + sequence, article(&format!("rain {sequence}")));
    }
    let bench = Bench::start(&broker);
    broker.until(|log| settled_for_good(log) == 100).await;
    tokio::time::sleep(10 * ACK_WAIT).await;
    let log = broker.log();
    assert!((1..=100).all(|sequence| settlements(&log, sequence).is_empty()), "bad articles wait: {log:?}");
    let renewed = |sequence| log.iter().filter(|action| **action == Action::InProgress(sequence)).count();
    assert!((1..=100).all(|sequence| renewed(sequence) >= 30), "they renew their ack timeouts: {log:?}");

    broker.set_full(DEAD, false);
    let log = bench.finish(200).await;
    let dead = Settlement::Terminate("rejected".to_owned());
    assert!((1..=100).all(|sequence| settlements(&log, sequence) == [&dead]), "{log:?}");
    let letters = log.iter().filter(|action| **action == stored("articles.v1.dead.detect.rejected"));
    assert_eq!(letters.count(), 100);
}

#[tokio::test(start_paused = true)]
async fn a_stopping_worker_returns_the_deliveries_that_wait() {
    let broker = MemoryBroker::default();
    broker.set_full(DEAD, true);
    broker.put(Lane::Live, 1, article("reject"));
    let bench = Bench::start(&broker);
    broker.until(|log| log.contains(&Action::InProgress(1))).await;
    bench.stop.send(()).unwrap();
    bench.outcome.await.unwrap().unwrap();
    let log = broker.log();
    assert!(matches!(settlements(&log, 1)[..], [Settlement::Retry(_)]), "{log:?}");
}

#[tokio::test(start_paused = true)]
async fn restarts_while_a_dead_letter_waits_do_not_make_a_crash_loop() {
    let broker = MemoryBroker::default();
    broker.set_full(DEAD, true);
    broker.put(Lane::Live, 1, article("reject"));
    for delivery in 1..SUSPECT_FROM + 2 * MAX_STARTS {
        let bench = Bench::start(&broker);
        let waits = |log: &[Action]| {
            // A delivery that begins to wait renews its ack timeout at once.
            settlements(log, 1).len() as u64 == delivery - 1 && log.last() == Some(&Action::InProgress(1))
        };
        broker.until(waits).await;
        bench.stop.send(()).unwrap();
        bench.outcome.await.unwrap().unwrap();
    }
    broker.set_full(DEAD, false);
    let log = Bench::start(&broker).finish(1).await;
    assert!(log.contains(&stored("articles.v1.dead.detect.rejected")), "{log:?}");
    let letter = broker.stored().into_iter().find(|message| message.stream == DEAD).unwrap();
    let reason = letter.headers.iter().find(|(name, _)| *name == headers::DEAD_REASON);
    assert_eq!(reason.map(|(_, reason)| reason.as_str()), Some("rejected"));
    assert_eq!(letter.subject, Topology::default().subjects().dead("detect", DeadReason::Rejected));
}
