//! `wiredesk trace`: traces one article through a pipeline.

use anyhow::{Context, Result, bail};
use runtime::{
    bus::Step,
    settings::{ConnectionArgs, Problems},
};
use serde::Deserialize;
use serde_json::json;

use crate::{
    command::{Outcome, connect, print_json},
    console::{Client, ClientArgs},
};

const EXAMPLES: &str = "\
Examples:
  wiredesk trace a-1
  wiredesk trace a-1 --console http://localhost:8080
  wiredesk trace a-1 --json | jq '.steps[] | {what, latency_ms}'";

/// Trace one article through a pipeline.
///
/// Prints one line for each stored event of the article, in the order of time: when it was received, when
/// each stage finished and how long that took, failed deliveries, dead letters and replays. Use it when an
/// article is missing or late. Exit status 1 means that no stream holds the article; streams delete events
/// after some time.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// The article's id
    #[arg(value_name = "ID")]
    id: String,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    console: ClientArgs,
    #[command(flatten)]
    connection: ConnectionArgs,
}

pub(crate) async fn run(args: &Args) -> Result<Outcome> {
    let console = args.console.client();
    let steps = match &console {
        Some(console) => timeline(console, &args.id)?,
        None => connect(&args.connection, Problems::default()).await?.trace(&args.id).await?,
    };
    if steps.is_empty() && console.is_some() {
        bail!(
            "the index of the console has no article with the id {}; leave out --console to read the streams",
            args.id
        );
    }
    if steps.is_empty() {
        bail!("no stream holds an article with the id {}", args.id);
    }
    if args.json {
        print_json(json!({"article": args.id, "steps": steps}))?;
    } else {
        for step in &steps {
            anstream::println!("{}", line(step));
        }
    }
    Ok(Outcome::Done)
}

/// Asks a console for the steps of an article.
fn timeline(console: &Client, id: &str) -> Result<Vec<Step>> {
    #[derive(Deserialize)]
    struct Timeline {
        steps: Vec<Step>,
    }
    let Some(answer) = console.article(id, "/timeline")? else { return Ok(Vec::new()) };
    Ok(serde_json::from_slice::<Timeline>(&answer).context("the answer is not that of a console")?.steps)
}

/// Returns an event as one line of the timeline.
fn line(step: &Step) -> String {
    let at = step.at.replace('T', " ");
    // Cut after the milliseconds.
    let at = at.get(..23).unwrap_or(at.trim_end_matches('Z'));
    let mut parts = vec![format!("{at:<23}  {:<10}", step.what)];
    parts.extend(step.reason.as_ref().map(|reason| format!("{reason}:")));
    parts.extend(step.error.clone());
    parts.extend(step.latency_ms.map(|milliseconds| format!("after {milliseconds:.1} ms")));
    parts.extend(step.deliveries.filter(|count| *count > 1).map(|count| format!("on delivery {count}")));
    parts.extend(step.version.as_ref().map(|version| format!("by version {version}")));
    parts.extend(step.replay.map(|replay| format!("(r{replay})")));
    parts.push(format!("[{} number {}]", step.subject, step.sequence));
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_shows_time_latency_delivery_and_version() {
        let step = Step {
            at: "2026-11-24T08:00:00.123456Z".into(),
            what: "tagged".into(),
            subject: "articles.v1.tagged.live.en".into(),
            sequence: 7,
            message_id: None,
            latency_ms: Some(3.21),
            deliveries: Some(2),
            version: Some("0.1.0".into()),
            reason: None,
            error: None,
            replay: None,
        };
        let expected = "2026-11-24 08:00:00.123  tagged     after 3.2 ms on delivery 2 by version 0.1.0 \
                        [articles.v1.tagged.live.en number 7]";
        assert_eq!(line(&step), expected);
    }
}
