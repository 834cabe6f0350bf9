//! Feeds the index: follows each stream from its newest events on, for as long as the process lives.

mod sampler;
mod stream;

use std::{sync::Arc, time::Duration};

use runtime::{
    bus::{Bus, Patience},
    settings::ConnectionSettings,
};
use tokio::time::{interval, sleep};
use tracing::{error, info};

use crate::{index::Kind, state::Shared};

/// The wait before another attempt to connect, if the server refuses.
const REFUSED: Duration = Duration::from_secs(10);
/// The time between two messages about the progress.
const PROGRESS: Duration = Duration::from_secs(2);

/// Connects, and follows all streams. `newest` is how many articles are kept.
pub(crate) async fn feed(shared: Arc<Shared>, settings: ConnectionSettings, newest: u64) {
    let bus = loop {
        match Bus::connect(&settings, "console", Patience::Forever).await {
            Ok(bus) => break bus,
            Err(refusal) => {
                let why = refusal.to_string();
                error!(error = why, "cannot connect to NATS, trying again");
                shared.lost(why);
                sleep(REFUSED).await;
            }
        }
    };
    shared.connected(bus.clone());
    for kind in Kind::STREAMS {
        tokio::spawn(stream::follow(Arc::clone(&shared), bus.clone(), kind, newest));
    }
    tokio::spawn(sampler::sample(Arc::clone(&shared)));
    report(&shared).await;
}

/// Logs how far reading is, until everything of before is read.
async fn report(shared: &Shared) {
    let mut ticks = interval(PROGRESS);
    ticks.tick().await;
    while !shared.progress.is_ready() {
        ticks.tick().await;
        let (done, total) = shared.progress.counts();
        let percent = done.saturating_mul(100).checked_div(total).unwrap_or(100);
        info!(done, total, percent, "reading the streams");
    }
    info!(articles = shared.index().len(), "ready");
}
