//! A sink that writes while it, the server and its database are killed.

mod target;

use std::time::{Duration, Instant};

use anyhow::ensure;
use messages::{ArticleSummarized, Event};
use pipeline_tests::{Binaries, NatsServer, Process, admin, articles};
use tokio::time::sleep;

pub(super) use self::target::Target;
use self::target::{Written, mentions_in};
use super::start::stream_size;
use crate::{
    account::{Account, SETTLE_DEADLINE},
    finished::{Storing, finished},
    outcome::{Outcome, Size},
    world::{ACK_WAIT, World},
};

/// The pause between two kills. The sink needs a moment to be in the middle of its work again.
const KILL_EVERY: Duration = Duration::from_millis(400);

/// Kills the sink, the server and the database, if there is one, in turn (`kill -9`) while finished articles flow to the
/// target.
pub(super) async fn sink_kills(size: Size, mut target: Target) -> anyhow::Result<Outcome> {
    let mut world = World::create(NatsServer::start(), stream_size(size)).await?;
    let events = finished(articles(), size.articles)?;
    let mentions: usize = events.iter().map(|event| mentions_in(event)).sum();
    let mut sink = start(&world, &target);
    let place = [(world.bus.topology().stream(ArticleSummarized::NAME), target.sink().to_owned())];
    admin::set_ack_wait(&world.admin().await, &place, ACK_WAIT).await;
    let storing = Storing::start(world.admin().await, events);
    let (mut kills, victims) = ([0; 3], if target.has_server() { 3 } else { 2 });
    while !storing.is_done() || kills.iter().sum::<usize>() < size.worker_kills {
        sleep(KILL_EVERY).await;
        let victim = kills.iter().sum::<usize>() % victims;
        match victim {
            0 => {
                sink.kill();
                sink = start(&world, &target);
            }
            1 => world.server.restart(),
            _ => target.kill_server(),
        }
        if let Some(count) = kills.get_mut(victim) {
            *count += 1;
        }
    }
    storing.finished().await?;
    let written = wait_until_written(&world, &target, &mut sink).await?;
    let account = Account {
        published: size.articles,
        summarized: written.articles,
        lost: size.articles.saturating_sub(written.articles),
        duplicates: written.rows - written.articles,
        ..Account::default()
    };
    let dead = world.bus.dead_letters(&runtime::bus::DeadFilter::default()).await?.len();
    Ok(Outcome::sound(account, faults(kills, &target))
        .expect(written.mentions == mentions, format!("{} mentions are {mentions}", written.mentions))
        .expect(dead == 0, format!("{dead} dead letters")))
}

fn faults([sinks, servers, databases]: [usize; 3], target: &Target) -> String {
    let killed = format!("{}: {sinks} sinks", target.kind());
    if target.has_server() {
        format!("{killed}, {servers} servers and {databases} databases killed")
    } else {
        format!("{killed} and {servers} servers killed")
    }
}

fn start(world: &World, target: &Target) -> Process {
    let arguments = target.arguments();
    let arguments: Vec<&str> = ["sink", target.kind()]
        .into_iter()
        .chain(arguments.iter().map(String::as_str))
        .chain(["--batch-time", "100ms"])
        .collect();
    let mut command = Binaries::built().wiredesk(world.server.url(), &arguments);
    command.env("WIREDESK_LOG", "info,async_nats=error");
    let mut sink = Process::start(command);
    sink.wait_for_stderr("ready");
    sink
}

/// Waits until the sink has nothing left, and counts what the target holds.
async fn wait_until_written(world: &World, target: &Target, sink: &mut Process) -> anyhow::Result<Written> {
    let begun = Instant::now();
    let stream = world.bus.topology().stream(ArticleSummarized::NAME);
    while admin::unsettled(&world.admin().await, &stream, target.sink()).await > 0 || !target.is_done() {
        ensure!(begun.elapsed() < SETTLE_DEADLINE, "not written after {SETTLE_DEADLINE:?}");
        ensure!(sink.is_running(), "the sink ended:\n{}", sink.stderr());
        sleep(KILL_EVERY).await;
    }
    target.written().await
}
