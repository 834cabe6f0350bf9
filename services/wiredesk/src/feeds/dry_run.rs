//! `wiredesk feeds --dry-run`: the articles of all feeds, without a server.

use std::{
    io::{self, Write},
    sync::Arc,
};

use anyhow::Result;
use feeds::{fetch::Validators, list::Feed};
use futures_util::{StreamExt, stream};
use messages::Event;

use super::{
    article::{Made, Maker},
    host::Hosts,
};
use crate::command::Outcome;

/// Prints the articles of all feeds as JSON Lines.
pub(super) async fn run(feeds: &[Feed], allow_private: bool) -> Result<Outcome> {
    let hosts = Arc::new(Hosts::new(allow_private));
    let reads = stream::iter(feeds).map(|feed| {
        let hosts = &hosts;
        async move { (feed, articles(hosts, feed).await) }
    });
    let mut reads = std::pin::pin!(reads.buffer_unordered(feeds.len().max(1)));
    let mut outcome = Outcome::Done;
    while let Some((feed, articles)) = reads.next().await {
        match articles {
            Ok(articles) => io::stdout().lock().write_all(&articles)?,
            Err(error) => {
                outcome = Outcome::SomeFailed;
                anstream::eprintln!("error: {}: {error}", feed.name);
            }
        }
    }
    Ok(outcome)
}

/// Returns the articles of a feed as JSON Lines.
async fn articles(hosts: &Arc<Hosts>, feed: &Feed) -> Result<Vec<u8>, String> {
    let found = hosts.feed(feed, &Validators::default()).await.map_err(|error| error.to_string())?;
    let (items, _) = found.unwrap_or_default();
    let mut maker = Maker::new(hosts, feed);
    let mut lines = Vec::new();
    for item in items.items {
        if let Made::Article(_, article) = maker.article(item).await {
            lines.extend(article.encode());
            lines.push(b'\n');
        }
    }
    Ok(lines)
}
