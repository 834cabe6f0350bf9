//! The storm: workers and the server killed while articles flow.

use std::time::{Duration, Instant};

use tokio::time::sleep;

use super::{
    fleet::Fleet,
    world::{Publishing, World},
};

/// Between two kills of workers.
const KILL_EVERY: Duration = Duration::from_millis(200);
/// Between two kills of the server, at least.
const SERVER_EVERY: Duration = Duration::from_millis(2_500);
/// Kills end once no more steps than this are left to do; then the pipeline settles.
const NEARLY_DONE: u64 = 100;
/// A storm that has gone on for so long ends all the same.
const LONGEST: Duration = Duration::from_mins(40);

/// Kills that a storm makes: of workers at least, of the server exactly. (A large stream takes the server a while to come
/// back with; killed for ever at this pace, it does little else.)
#[derive(Debug, Clone, Copy)]
pub(super) struct Kills {
    pub(super) workers: usize,
    pub(super) server: usize,
}

/// What a storm did.
#[derive(Debug, Clone, Default)]
pub(super) struct Storm {
    pub(super) workers: usize,
    pub(super) servers: usize,
    pub(super) recovery: Option<Duration>,
}

/// Kills until all is published and nearly done, and the kills asked for are made.
pub(super) async fn storm(
    world: &mut World,
    fleet: &mut Fleet,
    publishing: &Publishing,
    kills: Kills,
) -> anyhow::Result<Storm> {
    let mut storm = Storm::default();
    let begun = Instant::now();
    let mut last_server = Instant::now();
    let mut dice = Dice(0x5EED);
    while begun.elapsed() < LONGEST {
        sleep(KILL_EVERY).await;
        fleet.keep_up()?;
        if kills.workers > 0 {
            fleet.kill(dice.roll())?;
            storm.workers += 1;
        }
        if storm.servers < kills.server && last_server.elapsed() >= SERVER_EVERY {
            world.server.restart();
            storm.servers += 1;
            // Only while there is something to come back to.
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

/// How long the next result takes.
async fn first_result(world: &World, fleet: &mut Fleet) -> anyhow::Result<Option<Duration>> {
    let begun = Instant::now();
    let before = world.summarized().await;
    while begun.elapsed() < Duration::from_secs(30) {
        if world.summarized().await > before {
            return Ok(Some(begun.elapsed()));
        }
        // One that was started while the server was away may have given up.
        fleet.keep_up()?;
        sleep(Duration::from_millis(10)).await;
    }
    Ok(Some(begun.elapsed()))
}

/// Whom to kill: the same order every time (xorshift64, Marsaglia 2003).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 33) as usize
    }
}
