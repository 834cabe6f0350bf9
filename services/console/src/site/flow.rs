//! `GET /`: the chain of stages.

use std::{sync::Arc, time::Duration};

use axum::{Extension, extract::State};

use super::frame::{Page, frame, shown};
use crate::{
    api,
    figures::{Flow, LaneFlow, StageFlow},
    pages::flow as page,
    security::Caller,
    state::Shared,
};

pub(crate) async fn flow(State(shared): State<Arc<Shared>>, Extension(caller): Extension<Caller>) -> Page {
    let flow = api::figures(&shared).map(view);
    shown(page::page(&frame(&shared, &caller), flow.as_ref()))
}

fn view(flow: Flow) -> page::Flow {
    let worker = |worker: runtime::bus::RunningWorker| page::Worker {
        id: worker.id,
        first: worker.first,
        last: worker.last,
        version: worker.version,
        model: worker.model,
    };
    page::Flow {
        stages: flow.stages.iter().map(stage).collect(),
        workers: flow.workers.into_iter().map(worker).collect(),
        obstacles: flow.obstacles,
        given_up: flow.given_up,
    }
}

fn stage(stage: &StageFlow) -> page::Stage {
    let (live, backfill) = (queue(&stage.live), queue(&stage.backfill));
    page::Stage { stage: stage.stage, live, backfill, dead: stage.dead }
}

fn queue(lane: &LaneFlow) -> page::Queue {
    let sample =
        |sample: &crate::figures::Sample| page::Sample { rate: sample.rate, pending: sample.pending };
    page::Queue {
        samples: lane.samples.iter().map(sample).collect(),
        in_flight: lane.in_flight,
        oldest: lane.oldest_seconds.and_then(duration),
        p50: lane.p50_seconds.and_then(duration),
        p99: lane.p99_seconds.and_then(duration),
    }
}

fn duration(seconds: f64) -> Option<Duration> {
    Duration::try_from_secs_f64(seconds).ok()
}
