//! `wiredesk dead show`: prints everything about one dead letter.

use anyhow::{Result, bail};
use messages::{DeadReason, headers::DEAD_HEADERS};
use runtime::{
    bus::{Bus, DeadFilter, DeadLetter, PayloadPlace, StoredEvent},
    settings::{ConnectionArgs, Problems},
};
use serde_json::{Map, Value, json};

use super::{list::to_the_second, selection::is};
use crate::command::{Outcome, connect, print_json};

const EXAMPLES: &str = "\
Examples:
  wiredesk dead show 17
  wiredesk dead show a-1 --payload > article.json";

/// Show one dead letter: its reason, its headers, and its payload
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// Number of the dead letter, or id of an article, for the latest dead letter of that article
    #[arg(value_name = "ID")]
    id: String,
    /// Print one JSON object
    #[arg(long, conflicts_with = "payload")]
    json: bool,
    /// Print the payload only, byte for byte
    #[arg(long)]
    payload: bool,
    #[command(flatten)]
    connection: ConnectionArgs,
}

pub(super) async fn run(args: &Args) -> Result<Outcome> {
    let bus = connect(&args.connection, Problems::default()).await?;
    let (letter, event) = find(&bus, &args.id).await?;
    if args.payload {
        use std::io::Write;
        std::io::stdout().lock().write_all(&event.payload)?;
    } else if args.json {
        print_json(as_json(&letter, &event)?)?;
    } else {
        anstream::print!("{}", in_words(&letter, &event));
    }
    Ok(Outcome::Done)
}

/// Returns the dead letter with the number `id`, else the latest of the article `id`.
async fn find(bus: &Bus, id: &str) -> Result<(DeadLetter, StoredEvent)> {
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
        None => bail!("no dead letter has this number or article id: {id}. `wiredesk dead list` shows all"),
    }
}

fn as_json(letter: &DeadLetter, event: &StoredEvent) -> Result<Value> {
    let headers: Map<String, Value> =
        event.headers.all().into_iter().map(|(name, value)| (name, value.into())).collect();
    let mut shown = serde_json::to_value(letter)?;
    if let Value::Object(members) = &mut shown {
        members.insert("headers".into(), Value::Object(headers));
        // The member's name distinguishes a payload that is not JSON from a JSON string.
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
        Some(number) => format!("yes, as r{number}"),
    };
    let facts = [
        ("article", letter.article.clone().unwrap_or_else(|| "(unknown)".into())),
        ("from", format!("{} {}", letter.stage, letter.version)),
        ("reason", reason_in_words(&letter.reason)),
        ("error", letter.error.clone()),
        ("since", to_the_second(&letter.set_aside_at)),
        ("subject", format!("{}, number {}", letter.subject, letter.original_sequence)),
        ("stored", to_the_second(&letter.stored_at)),
        ("deliveries", letter.deliveries.to_string()),
        ("replayed", replayed),
        ("payload", place(letter.payload_place).to_owned()),
    ];
    let mut lines = vec![format!("Dead letter {}", letter.sequence)];
    lines.extend(facts.map(|(name, value)| format!("  {name:<13} {value}")));
    lines.push("\nHeaders".to_owned());
    // The unreadable ones follow in a readable form.
    let readable = event.headers.all().into_iter().filter(|(name, _)| name != DEAD_HEADERS);
    lines.extend(readable.map(|(name, value)| format!("  {name}: {value}")));
    if !letter.unreadable_headers.is_empty() {
        lines.push("\nHeaders of the payload, which cannot be read".to_owned());
        lines.extend(letter.unreadable_headers.iter().map(|line| format!("  {line}")));
    }
    lines.push(format!("\nPayload ({} bytes)", event.payload.len()));
    lines.push(String::from_utf8_lossy(&event.payload).into_owned());
    lines.join("\n") + "\n"
}

/// Says where the payload of a dead letter is.
fn place(payload: PayloadPlace) -> &'static str {
    match payload {
        PayloadPlace::InLetter => "in the letter",
        PayloadPlace::InStream => {
            "too large for the letter; it is in its stream, for as long as that keeps it"
        }
        PayloadPlace::Gone => "no longer stored; it was too large for the letter, and its stream removed it",
    }
}

/// Returns the code of a reason and what it means. A code of a later version stands alone.
fn reason_in_words(code: &str) -> String {
    DeadReason::from_code(code)
        .map_or_else(|| code.to_owned(), |reason| format!("{code}: {}", reason.sentence()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_explained_if_its_code_is_known() {
        assert_eq!(reason_in_words("missing_body"), "missing_body: the article has no `body`");
        assert_eq!(reason_in_words("of_a_later_version"), "of_a_later_version");
    }
}
