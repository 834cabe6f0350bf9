//! Finished articles, as the last stage publishes them, for what reads results.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use anyhow::Context as _;
use futures_util::{StreamExt, stream};
use messages::{ArticleReceived, Event as _};
use pipeline_tests::{Annotated, admin};
use serde_json::Value;
use tokio::{task::JoinHandle, time::sleep};

use crate::articles::ID_PREFIX;

/// The subject of finished articles.
const SUBJECT: &str = "articles.v1.summarized.live.en";
/// Number of publishes that wait for their confirmation at the same time.
const IN_FLIGHT: usize = 256;
/// The pause before a publish that was not confirmed is repeated.
const AGAIN: Duration = Duration::from_millis(250);

/// Returns `count` events of the last stage, made of `articles` taken in turn, each with an id of its own.
pub(crate) fn finished(articles: Vec<ArticleReceived>, count: usize) -> anyhow::Result<Vec<String>> {
    let events: Vec<Value> = articles
        .into_iter()
        .map(|article| Ok(serde_json::from_slice(&Annotated::new(article).summarized.encode())?))
        .collect::<anyhow::Result<_>>()?;
    let copies = events.iter().cycle().enumerate().take(count);
    copies
        .map(|(number, event)| {
            let mut event = event.clone();
            *event.pointer_mut("/article/id").context("an event has an article with an id")? =
                format!("{ID_PREFIX}-{number}").into();
            Ok(event.to_string())
        })
        .collect()
}

/// Events that are being published in the background.
pub(crate) struct Storing {
    task: JoinHandle<()>,
    done: Arc<AtomicBool>,
}

impl Storing {
    /// Publishes `events`. Repeats what is not confirmed, so the stream may store an event twice.
    pub(crate) fn start(jetstream: admin::Context, events: Vec<String>) -> Self {
        let done = Arc::new(AtomicBool::new(false));
        let finished = Arc::clone(&done);
        let task = tokio::spawn(async move {
            let stored = stream::iter(events).map(|event| store(&jetstream, event));
            stored.buffer_unordered(IN_FLIGHT).for_each(|()| async {}).await;
            finished.store(true, Ordering::SeqCst);
        });
        Self { task, done }
    }

    /// Reports whether every event is stored.
    pub(crate) fn is_done(&self) -> bool {
        self.done.load(Ordering::SeqCst)
    }

    /// Waits until every event is stored.
    pub(crate) async fn finished(self) -> anyhow::Result<()> {
        self.task.await.context("the publisher ends")
    }
}

async fn store(jetstream: &admin::Context, event: String) {
    loop {
        let stored = async {
            let confirmation = jetstream.publish(SUBJECT, event.clone().into()).await.ok()?;
            confirmation.await.ok()
        };
        if stored.await.is_some() {
            return;
        }
        sleep(AGAIN).await;
    }
}
