//! The task that looks at the pipeline every few seconds.

use std::{
    sync::{Arc, PoisonError},
    time::{Duration, Instant},
};

use messages::{StageName, subjects::Lane};
use runtime::{
    bus::{Bus, BusError, Status},
    causes::with_causes,
};
use tokio::time::{MissedTickBehavior, interval};

use crate::{figures::STEP, state::Shared};

/// Takes samples for ever.
pub(super) async fn sample(shared: Arc<Shared>) {
    let started = Instant::now();
    let mut ticks = interval(Duration::from_secs(STEP));
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        let Ok(bus) = shared.bus() else {
            shared.lost("the connection is lost");
            continue;
        };
        match look(bus).await {
            Ok((status, oldest)) => {
                shared.found();
                let (workers, obstacles) = tokio::join!(bus.running_workers(), bus.standing_still(&status));
                let mut figures = shared.figures.write().unwrap_or_else(PoisonError::into_inner);
                figures.looked(started.elapsed().as_secs_f64(), &status, &oldest);
                figures.heard(workers, obstacles);
            }
            Err(error) => shared.lost(with_causes(&error)),
        }
    }
}

type Oldest = Vec<(StageName, Lane, Option<f64>)>;

async fn look(bus: &Bus) -> Result<(Status, Oldest), BusError> {
    let status = bus.status().await?;
    let mut oldest = Vec::new();
    for stage in StageName::ALL {
        for lane in Lane::ALL {
            let waits = |it: &&runtime::bus::ConsumerStatus| it.stage == stage && it.lane == lane.as_str();
            let consumer = status.consumers.iter().find(waits);
            let is_idle = consumer.is_none_or(|consumer| consumer.pending == 0 && consumer.in_flight == 0);
            let age = if is_idle { None } else { Some(bus.oldest_pending(stage, lane).await?.as_secs_f64()) };
            oldest.push((stage, lane, age));
        }
    }
    Ok((status, oldest))
}
