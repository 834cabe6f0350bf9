//! `wiredesk publish`: sends articles to a pipeline, many in flight, each confirmed.

use std::{
    io::{self, IsTerminal},
    pin::pin,
};

use anyhow::Result;
use futures_util::{Stream, StreamExt, stream};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use messages::{ArticleReceived, Event, subjects::Lane};
use runtime::{
    bus::Publisher,
    causes::with_causes,
    settings::{ConnectionArgs, Problems},
};
use serde_json::{Value, json};
use tokio::sync::mpsc;

use crate::{
    command::{Outcome, connect, print_json, report_panics_without_text},
    inputs::{Input, InputArgs},
};

/// The number of articles whose confirmation is awaited at once.
const IN_FLIGHT: usize = 256;

const EXAMPLES: &str = "\
Examples:
  wiredesk publish story.txt
  wiredesk publish archive/ --lane backfill
  tail -f feed.jsonl | wiredesk publish --json";

/// Send articles to a pipeline.
///
/// Takes the same files as `annotate`. Prints the id of each article as soon as the server has stored it. You
/// can repeat a command that was interrupted: an article with the same id and content is stored only once. If
/// an article cannot be sent, the exit status is 1.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(flatten)]
    inputs: InputArgs,
    /// Priority: workers process `live` articles first; use `backfill` for archives
    #[arg(long, value_name = "LANE", default_value_t = Lane::Live)]
    lane: Lane,
    /// Print JSON, one object per article
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    connection: ConnectionArgs,
}

/// The result of one article, as it is printed.
struct Published {
    failed: bool,
    text: String,
    json: Value,
}

pub(crate) async fn run(args: &Args) -> Result<Outcome> {
    report_panics_without_text();
    let mut problems = Problems::default();
    let inputs = args.inputs.open(&mut problems);
    let bus = connect(&args.connection, problems).await?;
    let publisher = bus.publisher(args.lane).await?;
    let progress = progress_bar();
    let articles = on_a_thread(inputs).map(|input| publish(&publisher, input)).buffered(IN_FLIGHT);
    let mut articles = pin!(articles);
    let mut outcome = Outcome::Done;
    while let Some(article) = articles.next().await {
        progress.inc(1);
        if article.failed {
            outcome = Outcome::SomeFailed;
        }
        progress.suspend(|| show(&article, args.json))?;
    }
    progress.finish_and_clear();
    Ok(outcome)
}

/// Reads the inputs on a separate thread, so that a feed that pauses does not delay the articles in flight.
fn on_a_thread(inputs: impl Iterator<Item = Input> + Send + 'static) -> impl Stream<Item = Input> {
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
        Err(error) => return failure(&input.origin, error.code(), &error.to_string()),
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

fn show(article: &Published, as_json: bool) -> io::Result<()> {
    match (as_json, article.failed) {
        (true, _) => print_json(&article.json)?,
        (false, false) => anstream::println!("{}", article.text),
        (false, true) => anstream::eprintln!("{}", article.text),
    }
    Ok(())
}

/// Returns a progress bar. It is hidden if there is no terminal, or if the ids are printed on it.
fn progress_bar() -> ProgressBar {
    let shown = std::io::stderr().is_terminal() && !std::io::stdout().is_terminal();
    let target = if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let progress = ProgressBar::with_draw_target(None, target);
    let style = ProgressStyle::with_template("{spinner} {pos} articles published, {per_sec}");
    progress.with_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()))
}
