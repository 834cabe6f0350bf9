//! `wiredesk publish`: articles onto the bus, many in flight, each confirmed.

use std::{io::IsTerminal, pin::pin};

use anyhow::Result;
use futures_util::{Stream, StreamExt, stream};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use messages::{ArticleReceived, Event, subjects::Lane};
use runtime::{bus::Publisher, causes::with_causes, settings::ConnectionArgs};
use serde_json::{Value, json};
use tokio::sync::mpsc;

use crate::{
    cli::{Outcome, connect},
    inputs::{Input, InputArgs},
};

/// Confirmations waited for at once.
const IN_FLIGHT: usize = 256;

/// Publish articles to a pipeline.
///
/// Takes the same files as `annotate` and prints the id of each article once the server has stored
/// it. Publishing an article again stores nothing: it is told by its content.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    inputs: InputArgs,
    /// How urgent the articles are: `live` is served first, `backfill` is for archives
    #[arg(long, value_name = "LANE", default_value_t = Lane::Live)]
    lane: Lane,
    /// Print JSON, one object an article
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    connection: ConnectionArgs,
}

/// What became of one article, as printed.
struct Published {
    failed: bool,
    text: String,
    json: Value,
}

pub(crate) async fn run(args: &Args) -> Result<Outcome> {
    let inputs = args.inputs.open()?;
    let bus = connect(&args.connection).await?;
    let publisher = bus.publisher(args.lane).await?;
    let progress = progress_bar();
    let articles = read_along(inputs).map(|input| publish(&publisher, input)).buffered(IN_FLIGHT);
    let mut articles = pin!(articles);
    let mut outcome = Outcome::Done;
    while let Some(article) = articles.next().await {
        progress.inc(1);
        if article.failed {
            outcome = Outcome::SomeFailed;
        }
        progress.suspend(|| show(&article, args.json));
    }
    progress.finish_and_clear();
    Ok(outcome)
}

/// The inputs, read on a thread of their own: a feed that pauses must not hold up what is in flight.
fn read_along(inputs: impl Iterator<Item = Input> + Send + 'static) -> impl Stream<Item = Input> {
    let (sender, receiver) = mpsc::channel(1);
    std::thread::spawn(move || {
        for input in inputs {
            if sender.blocking_send(input).is_err() {
                break;
            }
        }
    });
    stream::unfold(receiver, |mut receiver| async { receiver.recv().await.map(|input| (input, receiver)) })
}

async fn publish(publisher: &Publisher, input: Input) -> Published {
    let payload = match input.payload {
        Ok(payload) => payload,
        Err(error) => return failure(&input.origin, "unreadable", &error.to_string()),
    };
    let event = match ArticleReceived::decode(&payload) {
        Ok(event) => event,
        Err(error) => return failure(&input.origin, error.code(), &error.to_string()),
    };
    match publisher.publish(&event).await {
        Ok(stored) => Published {
            failed: false,
            text: event.article.id.clone(),
            json: json!({
                "id": event.article.id,
                "revision": event.article.revision,
                "sequence": stored.sequence,
                "duplicate": stored.duplicate,
            }),
        },
        Err(error) => failure(&input.origin, "not_published", &with_causes(&error)),
    }
}

fn failure(origin: &str, code: &str, message: &str) -> Published {
    Published {
        failed: true,
        text: format!("error: {origin}: {message}"),
        json: json!({"origin": origin, "error": {"code": code, "message": message}}),
    }
}

fn show(article: &Published, as_json: bool) {
    match (as_json, article.failed) {
        (true, _) => anstream::println!("{}", article.json),
        (false, false) => anstream::println!("{}", article.text),
        (false, true) => anstream::eprintln!("{}", article.text),
    }
}

/// Drawn on a terminal only, and not where the ids scroll by already.
fn progress_bar() -> ProgressBar {
    let shown = std::io::stderr().is_terminal() && !std::io::stdout().is_terminal();
    let target = if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let progress = ProgressBar::with_draw_target(None, target);
    let style = ProgressStyle::with_template("{spinner} {pos} articles published, {per_sec}");
    progress.with_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()))
}
