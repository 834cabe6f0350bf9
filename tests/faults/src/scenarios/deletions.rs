//! Scenarios that delete a consumer or a stream while its workers run.

use std::time::Duration;

use pipeline_tests::admin;
use runtime::bus::{Change, SetupOptions};
use tokio::time::sleep;

use super::start::{start, stream_size};
use crate::{
    fleet::Fleet,
    outcome::{Outcome, Size},
    world::{ACK_WAIT, World, many},
};

const NO_REMEDY: &str = "no worker ended with an error that names `wiredesk setup`";

pub(super) async fn consumer_deleted(size: Size) -> anyhow::Result<Outcome> {
    let (world, mut fleet) = start(size, World::crew).await?;
    let publishing = world.publish(many(size.others, |_| None)?, 1);
    world.first_result().await;
    admin::delete_consumer(&world.admin().await, "ARTICLES_DETECTED", "segmenter-live").await;
    let named_remedy = worker_named_remedy(&mut fleet).await?;
    world.set_up(stream_size(size)).await?;
    let mut account = world.settle(publishing, &mut fleet).await?;
    account.redeliveries = None;
    Ok(Outcome::sound(account, "segmenter-live deleted; set up again, it starts after what has a result")
        .expect(named_remedy, NO_REMEDY))
}

/// Deletes a consumer, kills the workers that hold its deliveries, and sets up again after the next stream has
/// forgotten the ids of its results: whatever is processed twice is stored twice.
pub(super) async fn consumer_deleted_late(size: Size) -> anyhow::Result<Outcome> {
    let (world, mut fleet) = start(size, World::crew).await?;
    let window = Duration::from_millis(100);
    admin::set_duplicate_window(&world.admin().await, "ARTICLES_SEGMENTED", window).await;
    let publishing = world.publish(many(size.others, |_| None)?, 1);
    world.first_result().await;
    // The segmenters are the second members of the fleet's two halves. While the other one goes on, what the
    // killed one held stays behind.
    fleet.kill(1)?;
    sleep(5 * window).await;
    admin::delete_consumer(&world.admin().await, "ARTICLES_DETECTED", "segmenter-live").await;
    for number in [1, 5] {
        fleet.kill(number)?;
    }
    sleep(10 * window).await;
    let options = SetupOptions { max_bytes: Some(stream_size(size)), ..SetupOptions::default() };
    let changes = world.bus.set_up(options, |_| {}).await?;
    let note = changes.iter().find_map(|change| match change {
        Change::Created { what, note } if what.contains("segmenter-live") => note.clone(),
        _ => None,
    });
    world.set_ack_wait(ACK_WAIT).await;
    let mut account = world.settle(publishing, &mut fleet).await?;
    account.redeliveries = None;
    let results = usize::try_from(world.summarized().await)?;
    let each_once = results == account.summarized;
    let note = note.unwrap_or_default();
    let skipped = note.starts_with("starts at sequence");
    let words = format!("segmenter-live deleted, window 0.1 s, segmenters killed, set up again: {note}");
    Ok(Outcome::sound(account, words)
        .expect(skipped, "setup did not look for results")
        .expect(each_once, format!("{results} results are stored, more than articles")))
}

/// Deletes a stream once all its events are processed, because they are deleted with it.
pub(super) async fn stream_deleted(size: Size) -> anyhow::Result<Outcome> {
    let (world, mut fleet) = start(size, World::crew).await?;
    let mut articles = many(size.others, |_| None)?;
    let second_half = articles.split_off(size.others / 2);
    let publishing = world.publish(articles, 1);
    let first = world.settle(publishing, &mut fleet).await?;
    admin::delete_stream(&world.admin().await, "ARTICLES_DETECTED").await;
    let named_remedy = worker_named_remedy(&mut fleet).await?;
    world.set_up(stream_size(size)).await?;
    let publishing = world.publish(second_half, 1);
    let mut account = world.settle(publishing, &mut fleet).await?;
    account.published += first.published;
    account.summarized += first.summarized;
    account.dead += first.dead;
    account.lost += first.lost;
    // The new stream counts from one, so earlier deliveries cannot be compared.
    account.redeliveries = None;
    Ok(Outcome::sound(account, "ARTICLES_DETECTED deleted and set up again between two halves")
        .expect(named_remedy, NO_REMEDY))
}

/// Waits up to 10 s until a worker ends, and reports whether its last log line names the remedy.
async fn worker_named_remedy(fleet: &mut Fleet) -> anyhow::Result<bool> {
    let before = fleet.ended;
    for _ in 0..200 {
        fleet.keep_up()?;
        if fleet.ended > before {
            return Ok(fleet.last_line.contains("wiredesk setup"));
        }
        sleep(Duration::from_millis(50)).await;
    }
    Ok(false)
}
