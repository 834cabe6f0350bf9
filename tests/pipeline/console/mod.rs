//! The console on a real pipeline: its API, its index across restarts, and the commands that ask it.

mod api;
pub(crate) mod client;
mod events;
mod letters;
mod restarts;
mod stories;

use serde_json::{Value, json};

use self::client::Console;
use crate::running::Pipeline;

/// A pipeline with all workers, and a console that is ready.
async fn running() -> (Pipeline, [pipeline_tests::Process; 4], Console) {
    let pipeline = Pipeline::set_up().await;
    let workers = pipeline.workers();
    let console = Console::start(pipeline.server.url());
    console.wait_until_ready();
    (pipeline, workers, console)
}

/// Returns an article with this id.
fn article(id: &str) -> Value {
    json!({"id": id, "source": "Wire", "headline": format!("Ferry {id} reaches Oslo"),
        "body": "The ferry reached Oslo on Friday. Mayor Anna Berg of Oslo welcomed it. It will sail again on Monday."})
}
