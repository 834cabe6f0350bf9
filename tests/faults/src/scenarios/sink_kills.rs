//! A sink that writes to PostgreSQL while it, the server and the database are killed.

use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use messages::{ArticleSummarized, Event};
use pipeline_tests::{Binaries, NatsServer, PostgresServer, Process, admin, articles};
use tokio::time::sleep;
use tokio_postgres::{Client, NoTls};

use super::start::stream_size;
use crate::{
    account::{Account, SETTLE_DEADLINE},
    finished::{Storing, finished},
    outcome::{Outcome, Size},
    world::{ACK_WAIT, World},
};

/// The name of the sink, and of its consumer.
const SINK: &str = "sink-postgres";
/// The pause between two kills. The sink needs a moment to be in the middle of its work again.
const KILL_EVERY: Duration = Duration::from_millis(400);

/// Kills the sink, the server and the database in turn (`kill -9`) while finished articles flow to the database.
pub(super) async fn sink_kills(size: Size) -> anyhow::Result<Outcome> {
    let mut database = PostgresServer::start();
    let mut world = World::create(NatsServer::start(), stream_size(size)).await?;
    let events = finished(articles(), size.articles)?;
    let mentions: usize = events.iter().map(|event| mentions_in(event)).sum();
    let mut sink = start(&world, &database);
    let place = [(world.bus.topology().stream(ArticleSummarized::NAME), SINK.to_owned())];
    admin::set_ack_wait(&world.admin().await, &place, ACK_WAIT).await;
    let storing = Storing::start(world.admin().await, events);
    let mut kills = [0; 3];
    while !storing.is_done() || kills.iter().sum::<usize>() < size.worker_kills {
        sleep(KILL_EVERY).await;
        let victim = kills.iter().sum::<usize>() % kills.len();
        match victim {
            0 => {
                sink.kill();
                sink = start(&world, &database);
            }
            1 => world.server.restart(),
            _ => {
                database.kill();
                database.restart();
            }
        }
        if let Some(count) = kills.get_mut(victim) {
            *count += 1;
        }
    }
    storing.finished().await?;
    let written = wait_until_written(&world, &database, &mut sink).await?;
    let account = Account {
        published: size.articles,
        summarized: written.articles,
        lost: size.articles.saturating_sub(written.articles),
        ..Account::default()
    };
    let [sinks, servers, databases] = kills;
    let faults = format!("{sinks} sinks, {servers} servers and {databases} databases killed");
    let dead = world.bus.dead_letters(&runtime::bus::DeadFilter::default()).await?.len();
    Ok(Outcome::sound(account, faults)
        .expect(written.mentions == mentions, format!("{} mentions are {mentions}", written.mentions))
        .expect(dead == 0, format!("{dead} dead letters")))
}

fn start(world: &World, database: &PostgresServer) -> Process {
    let arguments = ["sink", "postgres", &database.url(), "--batch-time", "100ms"];
    let mut command = Binaries::built().wiredesk(world.server.url(), &arguments);
    command.env("WIREDESK_LOG", "info,async_nats=error");
    let mut sink = Process::start(command);
    sink.wait_for_stderr("ready");
    sink
}

fn mentions_in(event: &str) -> usize {
    let event: serde_json::Value = serde_json::from_str(event).unwrap_or_default();
    event.pointer("/entities/mentions").and_then(serde_json::Value::as_array).map_or(0, Vec::len)
}

/// What the database holds.
struct Written {
    articles: usize,
    mentions: usize,
}

/// Waits until the sink has nothing left, and counts what the database holds.
async fn wait_until_written(
    world: &World,
    database: &PostgresServer,
    sink: &mut Process,
) -> anyhow::Result<Written> {
    let begun = Instant::now();
    let stream = world.bus.topology().stream(ArticleSummarized::NAME);
    while admin::unsettled(&world.admin().await, &stream, SINK).await > 0 {
        ensure!(begun.elapsed() < SETTLE_DEADLINE, "not written after {SETTLE_DEADLINE:?}");
        ensure!(sink.is_running(), "the sink ended:\n{}", sink.stderr());
        sleep(KILL_EVERY).await;
    }
    let (client, connection) = tokio_postgres::connect(&database.url(), NoTls).await?;
    tokio::spawn(connection);
    Ok(Written { articles: count(&client, "articles").await?, mentions: count(&client, "mentions").await? })
}

async fn count(client: &Client, table: &str) -> anyhow::Result<usize> {
    let row = client.query_one(&format!("SELECT count(*) FROM {table}"), &[]).await?;
    usize::try_from(row.get::<_, i64>(0)).context("a count")
}
