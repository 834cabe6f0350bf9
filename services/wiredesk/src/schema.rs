//! `wiredesk schema`: prints the JSON Schema of an event, generated from its type.

use anyhow::Result;
use clap::ValueEnum;
use messages::{Article, ArticleLinked, ArticleSummarized, EntitiesTagged, LanguageDetected, TextSegmented};
use schemars::{Schema, schema_for};

use crate::{asyncapi, command::Outcome};

const EXAMPLES: &str = "\
Examples:
  wiredesk schema                # the enriched article
  wiredesk schema received       # what a publisher sends
  wiredesk schema --asyncapi     # all subjects, headers and schemas";

/// Print the JSON Schema of an event, or the AsyncAPI document of all events.
///
/// Use it to generate types for a client, or to validate what you publish.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// The event
    #[arg(value_name = "EVENT", default_value = "summarized")]
    event: EventArg,
    /// Print the AsyncAPI 3 document of all subjects, headers and schemas
    #[arg(long, conflicts_with = "event")]
    asyncapi: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum EventArg {
    /// The article as a publisher sends it
    Received,
    /// The article with its language
    Detected,
    /// The article with language, blocks and sentences
    Segmented,
    /// The article with language, sentences and entities
    Tagged,
    /// The finished article with all layers
    Summarized,
    /// The finished article with its story
    Linked,
}

pub(crate) fn run(args: &Args) -> Result<Outcome> {
    let printed = if args.asyncapi {
        serde_json::to_string_pretty(&asyncapi::document())?
    } else {
        serde_json::to_string_pretty(&schema(args.event))?
    };
    anstream::println!("{printed}");
    Ok(Outcome::Done)
}

fn schema(event: EventArg) -> Schema {
    match event {
        EventArg::Received => schema_for!(Article),
        EventArg::Detected => schema_for!(LanguageDetected),
        EventArg::Segmented => schema_for!(TextSegmented),
        EventArg::Tagged => schema_for!(EntitiesTagged),
        EventArg::Summarized => schema_for!(ArticleSummarized),
        EventArg::Linked => schema_for!(ArticleLinked),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_publisher_must_send_a_body_only() {
        let schema = schema(EventArg::Received).to_value();
        assert_eq!(schema.get("required"), Some(&serde_json::json!(["body"])));
    }

    #[test]
    fn the_last_event_requires_every_layer() {
        let schema = schema(EventArg::Summarized).to_value();
        let required = schema.get("required").and_then(|required| required.as_array()).unwrap();
        for layer in ["article", "language", "segments", "entities", "summary", "provenance"] {
            assert!(required.iter().any(|member| member == layer), "{layer}");
        }
    }
}
