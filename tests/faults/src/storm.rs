//! The storm: kills workers and the server while articles flow.

use std::time::{Duration, Instant};

use tokio::time::sleep;

use crate::{
    fleet::Fleet,
    world::{Publishing, World},
};

/// The pause between two kills of workers.
const KILL_EVERY: Duration = Duration::from_millis(200);
/// The least pause between two kills of the server.
const SERVER_EVERY: Duration = Duration::from_millis(2_500);
/// The kills end once the stages have at most this many articles left, so that the pipeline can settle.
const NEARLY_DONE: u64 = 100;
/// A storm ends after this time in any case.
const LONGEST: Duration = Duration::from_mins(40);

/// The kills that a storm makes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Kills {
    /// Least number of workers to kill.
    pub(crate) workers: usize,
    /// Exact number of times to kill the server. With a large stream the server takes a while to restart:
    /// killed without limit at this pace, it would do little else.
    pub(crate) server: usize,
}

/// What a storm did.
#[derive(Debug, Clone, Default)]
pub(crate) struct Storm {
    /// Number of workers killed.
    pub(crate) workers: usize,
    /// Number of times that the server was killed.
    pub(crate) servers: usize,
    /// The longest time from the server's return to the next result.
    pub(crate) recovery: Option<Duration>,
}

/// Kills until everything is published and nearly done, and the storm has made its kills.
pub(crate) async fn storm(
    world: &mut World,
    fleet: &mut Fleet,
    publishing: &Publishing,
    kills: Kills,
) -> anyhow::Result<Storm> {
    let mut storm = Storm::default();
    let begun = Instant::now();
    let mut last_server = Instant::now();
    while begun.elapsed() < LONGEST {
        sleep(KILL_EVERY).await;
        fleet.keep_up()?;
        if kills.workers > 0 {
            // Steps of three through the eight workers reach each of them, and mix the stages.
            fleet.kill(3 * storm.workers)?;
            storm.workers += 1;
        }
        if storm.servers < kills.server && last_server.elapsed() >= SERVER_EVERY {
            world.server.restart();
            storm.servers += 1;
            // Near the end there may be no further result to wait for.
            if world.unfinished().await > NEARLY_DONE {
                storm.recovery = storm.recovery.max(first_result(world, fleet).await?);
            }
            last_server = Instant::now();
        }
        let enough = storm.workers >= kills.workers && storm.servers >= kills.server;
        if publishing.is_done() && enough && world.unfinished().await <= NEARLY_DONE {
            break;
        }
    }
    Ok(storm)
}

/// Measures how long the next result takes, up to 30 s.
async fn first_result(world: &World, fleet: &mut Fleet) -> anyhow::Result<Option<Duration>> {
    let begun = Instant::now();
    let before = world.summarized().await;
    while begun.elapsed() < Duration::from_secs(30) {
        if world.summarized().await > before {
            return Ok(Some(begun.elapsed()));
        }
        // A worker that started while the server was down may have given up.
        fleet.keep_up()?;
        sleep(Duration::from_millis(10)).await;
    }
    Ok(Some(begun.elapsed()))
}
