//! Scenarios that delete a consumer or a stream while its workers run.

use std::time::Duration;

use pipeline_tests::admin;
use tokio::time::sleep;

use super::start::{start, stream_size};
use crate::{
    fleet::Fleet,
    outcome::{Outcome, Size},
    world::{World, many},
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
    Ok(Outcome::sound(account, "segmenter-live deleted; set up again, it begins from the first event")
        .expect(named_remedy, NO_REMEDY))
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
