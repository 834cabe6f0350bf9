//! The watch: looks again and again at what hinders the worker, and measures how old its articles are.

use std::{sync::Arc, time::Duration};

use messages::{StageName, subjects::Lane};
use metrics_exporter_prometheus::PrometheusHandle;

use crate::{
    bus::{Bus, SEEN_BY_LOOKING},
    causes::with_causes,
    meter::Meter,
    obstacle::Obstacle,
    standstill::Standstills,
};

/// How often the worker looks at its streams and consumers. An obstacle is logged this much after it begins,
/// if no publish or pull meets it earlier.
const LOOK_EVERY: Duration = Duration::from_secs(5);

/// Looks at the server until the process ends. With `recorded`, it also measures the age of the oldest
/// pending article, and moves samples into the histogram buckets.
pub(super) async fn watch(bus: Bus, first: StageName, last: StageName, recorded: Option<PrometheusHandle>) {
    loop {
        look(&bus, first, last).await;
        if let Some(recorded) = &recorded {
            measure_oldest(&bus, first).await;
            recorded.run_upkeep();
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}

/// Records what hinders the worker, and what does so no longer. Reading the current state logs what is
/// over.
async fn look(bus: &Bus, first: StageName, last: StageName) {
    let standstills: &Arc<Standstills> = &bus.standstills;
    match bus.look(first, last).await {
        Ok(found) => {
            standstills.clear(|known| SEEN_BY_LOOKING.contains(&known.reason) && !found.contains(known));
            for standstill in found {
                standstills.report(standstill.reason, standstill.what, "");
            }
        }
        Err(error) => tracing::debug!(error = with_causes(&*error), "cannot look at streams and consumers"),
    }
    drop(standstills.current());
}

/// Measures the age of the oldest article that waits for the stage. While it is unknown, it is not a number,
/// so that no comparison in an alert holds.
async fn measure_oldest(bus: &Bus, first: StageName) {
    let meter = Meter::new(first);
    let is_away = bus.standstills.current().iter().any(|known| known.reason == Obstacle::Disconnected);
    for lane in Lane::ALL {
        let age = if is_away { None } else { bus.oldest_pending(first, lane).await.ok() };
        meter.oldest_pending(lane, age);
    }
}
