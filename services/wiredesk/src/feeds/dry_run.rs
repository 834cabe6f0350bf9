//! `wiredesk feeds --dry-run`: the articles of all feeds, without a server.

use std::io::{self, Write};

use anyhow::Result;
use feeds::{
    fetch::{Answer, Validators},
    items,
    list::Feed,
};
use futures_util::{StreamExt, stream};
use messages::Event;

use super::host::Hosts;
use crate::command::Outcome;

/// Prints the articles of all feeds as JSON Lines.
pub(super) async fn run(feeds: &[Feed], allow_private: bool) -> Result<Outcome> {
    let hosts = Hosts::new(allow_private);
    let documents = stream::iter(feeds).map(|feed| {
        let hosts = &hosts;
        async move { (feed, hosts.document(feed, &Validators::default()).await) }
    });
    let mut documents = std::pin::pin!(documents.buffer_unordered(feeds.len().max(1)));
    let mut outcome = Outcome::Done;
    while let Some((feed, document)) = documents.next().await {
        let read = match document {
            Ok(Answer::Document { text, .. }) => items::read(feed, &text),
            Ok(Answer::Unchanged | Answer::Moved(_)) => continue,
            Err(error) => Err(error.to_string()),
        };
        match read {
            Ok(document) => {
                let mut out = io::stdout().lock();
                for item in document.items {
                    out.write_all(&item.article.encode())?;
                    out.write_all(b"\n")?;
                }
            }
            Err(error) => {
                outcome = Outcome::SomeFailed;
                anstream::eprintln!("error: {}: {error}", feed.name);
            }
        }
    }
    Ok(outcome)
}
