//! One scenario's server, streams and articles.

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
use runtime::{
    bus::{Bus, Patience, SetupOptions},
    settings::{ConnectionArgs, Problems},
};
use tokio::{task::JoinHandle, time::sleep};

use super::{
    account::{Account, PATIENCE, settled},
    fleet::{Crew, Fleet},
};
use crate::bus::{faulty::FAULT, stored_at};

/// How long the server waits for an ack here; 10 s in production, where nobody waits for the test to end.
pub(super) const ACK_WAIT: Duration = Duration::from_secs(2);
/// Publishes waiting for their confirmation at once.
const IN_FLIGHT: usize = 64;
/// A pipeline without a new result for so long stands still.
const STANDS_STILL: Duration = Duration::from_secs(4);
/// Between two looks at the pipeline.
const LOOK_EVERY: Duration = Duration::from_millis(250);

/// A server with a pipeline of its own.
pub(super) struct World {
    pub(super) server: NatsServer,
    pub(super) bus: Bus,
}

/// A publisher at work.
pub(super) struct Publishing {
    task: JoinHandle<anyhow::Result<()>>,
    done: Arc<AtomicBool>,
    pub(super) ids: BTreeSet<String>,
}

impl World {
    pub(super) async fn create(server: NatsServer, max_bytes: u64) -> anyhow::Result<Self> {
        let bus = connected(server.url()).await?;
        let world = Self { server, bus };
        world.set_up(max_bytes).await?;
        Ok(world)
    }

    /// Streams and consumers as `wiredesk setup` makes them, and a short ack wait.
    pub(super) async fn set_up(&self, max_bytes: u64) -> anyhow::Result<()> {
        let options = SetupOptions { replicas: 1, max_bytes, force: false, dry_run: false };
        self.bus.set_up(options, |_| {}).await?;
        self.set_ack_wait(ACK_WAIT).await;
        Ok(())
    }

    /// For workers that start afterwards.
    pub(super) async fn set_ack_wait(&self, wait: Duration) {
        let consumers: Vec<(String, String)> =
            self.bus.topology().consumers().into_iter().map(|plan| (plan.stream, plan.name)).collect();
        admin::set_ack_wait(&self.admin().await, &consumers, wait).await;
    }

    pub(super) async fn admin(&self) -> admin::Context {
        admin::jetstream(self.server.url()).await
    }

    /// Two workers of each stage.
    pub(super) fn crew(&self) -> Crew {
        let url = self.server.url().to_owned();
        Crew { url, each: 2, faulty: None, budget: Duration::from_secs(10) }
    }

    /// Publishes `articles` in the background, each `times` times; waits out whatever the bus refuses.
    pub(super) fn publish(&self, articles: Vec<ArticleReceived>, times: usize) -> Publishing {
        let bus = self.bus.clone();
        let done = Arc::new(AtomicBool::new(false));
        let finished = Arc::clone(&done);
        let ids = articles.iter().map(|event| event.article.id.clone()).collect();
        let task = tokio::spawn(async move {
            let publisher = patient(|| bus.publisher(Lane::Live)).await;
            let repeated = articles.into_iter().flat_map(|event| std::iter::repeat_n(event, times));
            let confirmed = stream::iter(repeated)
                .map(move |event| {
                    let publisher = publisher.clone();
                    async move { patient(|| publisher.publish(&event)).await }
                })
                .buffer_unordered(IN_FLIGHT);
            confirmed.for_each(|_| async {}).await;
            finished.store(true, Ordering::SeqCst);
            Ok(())
        });
        Publishing { task, done, ids }
    }

    /// Waits until all is published and every stage is done, keeping the fleet up.
    pub(super) async fn settle(&self, publishing: Publishing, fleet: &mut Fleet) -> anyhow::Result<Account> {
        publishing.task.await.context("the publisher ends")??;
        let begun = Instant::now();
        // Twice in a row: between two streams an article is nowhere for a moment.
        let mut quiet = 0;
        while quiet < 3 {
            anyhow::ensure!(
                begun.elapsed() < PATIENCE,
                "not settled after {PATIENCE:?}: {}",
                self.tells().await
            );
            fleet.keep_up()?;
            quiet = if settled(&self.bus).await { quiet + 1 } else { 0 };
            sleep(LOOK_EVERY).await;
        }
        Account::take(&self.bus, &publishing.ids).await
    }

    /// Seconds from the first article stored to the result by which 99 of 100 of those chosen that have one had it.
    pub(super) async fn nearly_all_after(&self, chosen: impl Fn(&str) -> bool) -> anyhow::Result<f64> {
        let received = stored_at(&self.bus, ArticleReceived::NAME).await?;
        let first = received.values().min().context("something was received")?;
        let summarized = stored_at(&self.bus, ArticleSummarized::NAME).await?;
        let mut seconds: Vec<f64> = summarized
            .iter()
            .filter(|(id, _)| chosen(id.as_str()))
            .map(|(_, at)| (*at - *first).as_seconds_f64())
            .collect();
        seconds.sort_by(f64::total_cmp);
        seconds.get(seconds.len() * 99 / 100).copied().context("something was summarized")
    }

    /// Waits until results have come and come no more: how many there are.
    pub(super) async fn stands_still(&self, fleet: &mut Fleet) -> anyhow::Result<u64> {
        let begun = Instant::now();
        let (mut results, mut since) = (0, Instant::now());
        while results == 0 || since.elapsed() < STANDS_STILL {
            anyhow::ensure!(begun.elapsed() < PATIENCE, "nothing stood still after {PATIENCE:?}");
            fleet.keep_up()?;
            let now = self.summarized().await;
            if now > results {
                (results, since) = (now, Instant::now());
            }
            sleep(LOOK_EVERY).await;
        }
        Ok(results)
    }

    /// What waits where.
    async fn tells(&self) -> String {
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

    /// Articles summarized so far; zero while the server is away.
    pub(super) async fn summarized(&self) -> u64 {
        let status = self.bus.status().await;
        status.ok().and_then(|status| Some(status.streams.get(4)?.messages)).unwrap_or_default()
    }

    /// Steps that are still to be done; many while the server is away.
    pub(super) async fn unfinished(&self) -> u64 {
        self.bus.status().await.map_or(u64::MAX, |status| status.unfinished())
    }
}

impl Publishing {
    pub(super) fn is_done(&self) -> bool {
        self.done.load(Ordering::SeqCst)
    }
}

/// Tries until it works.
async fn patient<T, E, F: Future<Output = Result<T, E>>>(mut action: impl FnMut() -> F) -> T {
    loop {
        match action().await {
            Ok(value) => return value,
            Err(_) => sleep(LOOK_EVERY).await,
        }
    }
}

/// A connection to the server at `url`, and to nothing that the environment names.
pub(crate) async fn connected(url: &str) -> anyhow::Result<Bus> {
    let mut problems = Problems::default();
    let arguments = ConnectionArgs { nats_url: Some(url.to_owned()), ..ConnectionArgs::default() };
    let nothing = std::collections::HashMap::<&str, &str>::new();
    let settings = arguments.resolve(&nothing, &mut problems);
    Ok(Bus::connect(&problems.or(settings)?, "lab", Patience::Once).await?)
}

/// `count` articles with ids of their own, made of the test articles; `fault` names what each number does.
pub(super) fn many(
    count: usize,
    fault: impl Fn(usize) -> Option<&'static str>,
) -> anyhow::Result<Vec<ArticleReceived>> {
    let numbered = articles().into_iter().cycle().enumerate().take(count);
    numbered
        .map(|(number, received)| {
            let mut article = serde_json::to_value(&received)?;
            let members = article.as_object_mut().context("an article is an object")?;
            members.insert("id".into(), format!("chaos-{number}").into());
            if let Some(fault) = fault(number) {
                members.insert(FAULT.into(), fault.into());
            }
            Ok(ArticleReceived::decode(article.to_string().as_bytes())?)
        })
        .collect()
}
