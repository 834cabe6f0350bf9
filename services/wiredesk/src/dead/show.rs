//! `wiredesk dead show`: everything about one dead letter.

use anyhow::{Result, bail};
use runtime::bus::{Bus, DeadFilter, DeadLetter, StoredEvent};
use serde_json::{Map, Value, json};

use super::{Connection, is, list::to_the_second};
use crate::cli::{Outcome, connect};

/// Show one dead letter: why it was set aside, its headers, and its payload as it came
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Number of the dead letter, or id of the article (then the latest of that article)
    #[arg(value_name = "ID")]
    id: String,
    /// Print one JSON object
    #[arg(long, conflicts_with = "payload")]
    json: bool,
    /// Print nothing but the payload, byte for byte
    #[arg(long)]
    payload: bool,
    #[command(flatten)]
    connection: Connection,
}

pub(super) async fn run(args: &Args) -> Result<Outcome> {
    let bus = connect(&args.connection).await?;
    let (letter, event) = found(&bus, &args.id).await?;
    if args.payload {
        use std::io::Write;
        std::io::stdout().lock().write_all(&event.payload)?;
    } else if args.json {
        anstream::println!("{}", as_json(&letter, &event)?);
    } else {
        anstream::print!("{}", in_words(&letter, &event));
    }
    Ok(Outcome::Done)
}

/// The dead letter called `id`.
pub(super) async fn found(bus: &Bus, id: &str) -> Result<(DeadLetter, StoredEvent)> {
    let by_number = match id.parse() {
        Ok(sequence) => bus.dead_letter(sequence).await?,
        Err(_) => None,
    };
    if let Some(found) = by_number {
        return Ok(found);
    }
    let letters = bus.dead_letters(&DeadFilter::default()).await?;
    let latest = letters.iter().rev().find(|letter| is(letter, id));
    match latest {
        Some(letter) => match bus.dead_letter(letter.sequence).await? {
            Some(found) => Ok(found),
            None => bail!("dead letter {} was just dropped", letter.sequence),
        },
        None => bail!("no such dead letter: {id}. `wiredesk dead list` shows what there is"),
    }
}

fn as_json(letter: &DeadLetter, event: &StoredEvent) -> Result<Value> {
    let headers: Map<String, Value> =
        event.headers.iter().map(|(name, value)| (name.clone(), value.clone().into())).collect();
    let mut shown = serde_json::to_value(letter)?;
    if let Value::Object(members) = &mut shown {
        members.insert("headers".into(), Value::Object(headers));
        // Payloads that are no JSON are told apart from JSON strings by their member's name.
        let (name, payload) = match serde_json::from_slice::<Value>(&event.payload) {
            Ok(payload) => ("payload", payload),
            Err(_) => ("payload_text", json!(String::from_utf8_lossy(&event.payload))),
        };
        members.insert(name.into(), payload);
    }
    Ok(shown)
}

fn in_words(letter: &DeadLetter, event: &StoredEvent) -> String {
    let replayed = match letter.replayed {
        None => "no".to_owned(),
        Some(number) => format!("yes, as replay {number}"),
    };
    let facts = [
        ("article", letter.article.clone().unwrap_or_else(|| "(not known)".into())),
        ("set aside by", format!("{} {}", letter.stage, letter.version)),
        ("reason", letter.reason.clone()),
        ("error", letter.error.clone()),
        ("set aside", to_the_second(&letter.set_aside_at)),
        ("came on", format!("{} as number {}", letter.subject, letter.original_sequence)),
        ("stored there", to_the_second(&letter.stored_at)),
        ("deliveries", letter.deliveries.to_string()),
        ("replayed", replayed),
    ];
    let mut lines = vec![format!("Dead letter {}", letter.sequence)];
    lines.extend(facts.map(|(name, value)| format!("  {name:<13} {value}")));
    lines.push("\nHeaders".to_owned());
    lines.extend(event.headers.iter().map(|(name, value)| format!("  {name}: {value}")));
    lines.push(format!("\nPayload ({} bytes)", event.payload.len()));
    lines.push(String::from_utf8_lossy(&event.payload).into_owned());
    lines.join("\n") + "\n"
}
