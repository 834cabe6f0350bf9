//! The world of one scenario: a server with an empty pipeline, and a publisher.

use std::{
    collections::BTreeSet,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use anyhow::Context;
use futures_util::{StreamExt, stream};
use messages::{ArticleReceived, ArticleSummarized, Event, subjects::Lane};
use pipeline_tests::{NatsServer, admin, articles};
use runtime::bus::{Bus, SetupOptions};
use tokio::{task::JoinHandle, time::sleep};

use crate::{
    account::{Account, SETTLE_DEADLINE, is_settled},
    articles::{ID_PREFIX, numbered},
    fleet::{Crew, Fleet},
    streams::{connect, stored, stored_at},
};

/// How long the server waits for an ack. Production has 10 s; here redeliveries must come before the test
/// gets long.
pub(crate) const ACK_WAIT: Duration = Duration::from_secs(2);
/// Number of publishes that wait for their confirmation at the same time.
const IN_FLIGHT: usize = 64;
/// A pipeline is stalled if it makes no new result for this time.
const STALLED_AFTER: Duration = Duration::from_secs(4);
/// The pause between two looks at the pipeline.
const POLL_INTERVAL: Duration = Duration::from_millis(250);

/// A private server with an empty pipeline.
pub(crate) struct World {
    pub(crate) server: NatsServer,
    pub(crate) bus: Bus,
}

/// A publisher that works in the background.
pub(crate) struct Publishing {
    task: JoinHandle<anyhow::Result<()>>,
    done: Arc<AtomicBool>,
    pub(crate) ids: BTreeSet<String>,
}

impl World {
    /// Sets up the pipeline on `server`, each stream with room for `max_bytes`.
    pub(crate) async fn create(server: NatsServer, max_bytes: u64) -> anyhow::Result<Self> {
        let bus = connect(server.url()).await?;
        let world = Self { server, bus };
        world.set_up(max_bytes).await?;
        Ok(world)
    }

    /// Sets up streams and consumers as `wiredesk setup` does, with a short ack timeout.
    pub(crate) async fn set_up(&self, max_bytes: u64) -> anyhow::Result<()> {
        let options = SetupOptions { max_bytes: Some(max_bytes), ..SetupOptions::default() };
        self.bus.set_up(options, |_| {}).await?;
        self.set_ack_wait(ACK_WAIT).await;
        Ok(())
    }

    /// Changes the ack timeout of all consumers. Only workers that start afterwards know it.
    pub(crate) async fn set_ack_wait(&self, wait: Duration) {
        let consumers: Vec<(String, String)> =
            self.bus.topology().consumers().into_iter().map(|plan| (plan.stream, plan.name)).collect();
        admin::set_ack_wait(&self.admin().await, &consumers, wait).await;
    }

    /// Connects to JetStream as an operator.
    pub(crate) async fn admin(&self) -> admin::Context {
        admin::jetstream(self.server.url()).await
    }

    /// Returns a crew of two healthy workers for each stage.
    pub(crate) fn crew(&self) -> Crew {
        let url = self.server.url().to_owned();
        Crew { url, each: 2, faulty: None, budget: Duration::from_secs(10) }
    }

    /// Publishes `articles` in the background, each `times` times. Retries what the bus refuses.
    pub(crate) fn publish(&self, articles: Vec<ArticleReceived>, times: usize) -> Publishing {
        let bus = self.bus.clone();
        let done = Arc::new(AtomicBool::new(false));
        let finished = Arc::clone(&done);
        let ids = articles.iter().map(|event| event.article.id.clone()).collect();
        let task = tokio::spawn(async move {
            let publisher = retried(|| bus.publisher(Lane::Live)).await;
            let repeated = articles.into_iter().flat_map(|event| std::iter::repeat_n(event, times));
            let confirmed = stream::iter(repeated)
                .map(move |event| {
                    let publisher = publisher.clone();
                    async move { retried(|| publisher.publish(&event)).await }
                })
                .buffer_unordered(IN_FLIGHT);
            confirmed.for_each(|_| async {}).await;
            finished.store(true, Ordering::SeqCst);
            Ok(())
        });
        Publishing { task, done, ids }
    }

    /// Waits until everything is published and every stage is done, and keeps the fleet running meanwhile.
    pub(crate) async fn settle(&self, publishing: Publishing, fleet: &mut Fleet) -> anyhow::Result<Account> {
        publishing.task.await.context("the publisher ends")??;
        let begun = Instant::now();
        // It looks three times in a row, because an article between two streams is in neither for a moment.
        let mut quiet = 0;
        while quiet < 3 {
            anyhow::ensure!(
                begun.elapsed() < SETTLE_DEADLINE,
                "not settled after {SETTLE_DEADLINE:?}: {}",
                self.backlog().await
            );
            fleet.keep_up()?;
            quiet = if is_settled(&self.bus).await { quiet + 1 } else { 0 };
            sleep(POLL_INTERVAL).await;
        }
        Account::take(&self.bus, &publishing.ids).await
    }

    /// Returns the seconds from the first stored article until 99 of 100 results were stored.
    pub(crate) async fn nearly_all_after(&self) -> anyhow::Result<f64> {
        let received = stored_at(&self.bus, ArticleReceived::NAME).await?;
        let first = received.values().min().context("something was received")?;
        let summarized = stored_at(&self.bus, ArticleSummarized::NAME).await?;
        let mut seconds: Vec<f64> = summarized.values().map(|at| (*at - *first).as_seconds_f64()).collect();
        seconds.sort_by(f64::total_cmp);
        seconds.get(seconds.len() * 99 / 100).copied().context("something was summarized")
    }

    /// Waits until the pipeline has made results and then stalls; returns the number of results.
    pub(crate) async fn stalled_after(&self, fleet: &mut Fleet) -> anyhow::Result<u64> {
        let begun = Instant::now();
        let (mut results, mut since) = (0, Instant::now());
        while results == 0 || since.elapsed() < STALLED_AFTER {
            anyhow::ensure!(
                begun.elapsed() < SETTLE_DEADLINE,
                "the pipeline did not stall within {SETTLE_DEADLINE:?}"
            );
            fleet.keep_up()?;
            let now = self.summarized().await;
            if now > results {
                (results, since) = (now, Instant::now());
            }
            sleep(POLL_INTERVAL).await;
        }
        Ok(results)
    }

    /// Describes the backlog of each consumer as `name: pending + in flight`.
    async fn backlog(&self) -> String {
        match self.bus.status().await {
            Ok(status) => status
                .consumers
                .iter()
                .filter(|consumer| consumer.pending + consumer.in_flight as u64 > 0)
                .map(|consumer| format!("{}: {} + {}", consumer.name, consumer.pending, consumer.in_flight))
                .collect::<Vec<_>>()
                .join(", "),
            Err(error) => error.to_string(),
        }
    }

    /// Returns the number of results so far; zero while the server is down.
    pub(crate) async fn summarized(&self) -> u64 {
        let status = self.bus.status().await;
        status.map_or(0, |status| stored(&self.bus, &status, ArticleSummarized::NAME))
    }

    /// Waits for the first result.
    pub(crate) async fn first_result(&self) {
        while self.summarized().await == 0 {
            sleep(Duration::from_millis(20)).await;
        }
    }

    /// Returns the number of articles that some stage has not settled; a very large number while the server
    /// is down.
    pub(crate) async fn unfinished(&self) -> u64 {
        self.bus.status().await.map_or(u64::MAX, |status| status.unfinished())
    }
}

impl Publishing {
    /// Waits until every article is published.
    pub(crate) async fn finished(self) -> anyhow::Result<()> {
        self.task.await.context("the publisher ends")?
    }

    /// Reports whether every article is published.
    pub(crate) fn is_done(&self) -> bool {
        self.done.load(Ordering::SeqCst)
    }
}

/// Repeats `action` until it succeeds.
async fn retried<T, E, F: Future<Output = Result<T, E>>>(mut action: impl FnMut() -> F) -> T {
    loop {
        match action().await {
            Ok(value) => return value,
            Err(_) => sleep(POLL_INTERVAL).await,
        }
    }
}

/// Returns `count` articles; `fault` names the fault that the article with this number causes in a faulty
/// worker.
pub(crate) fn many(
    count: usize,
    fault: impl Fn(usize) -> Option<&'static str>,
) -> anyhow::Result<Vec<ArticleReceived>> {
    numbered(&articles(), count, ID_PREFIX, fault)
}
