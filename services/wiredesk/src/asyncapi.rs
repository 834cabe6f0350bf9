//! The pipeline as an AsyncAPI 3 document: its subjects, their messages, headers and schemas.
//!
//! It is made from the same constants and types that the workers use. Operations are those of the pipeline:
//! it receives what publishers send, and sends everything else.

use messages::{
    Alert, Article, ArticleLinked, ArticleReceived, ArticleSummarized, DeadReason, EntitiesTagged, Event,
    LanguageDetected, StageName, TextSegmented, headers,
    subjects::{Lane, SINK, Subjects},
};
use runtime::topology::{ALERTS, DEAD, SUSPECTS, Topology};
use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};

/// The version of AsyncAPI.
const ASYNCAPI: &str = "3.0.0";
/// Where AsyncAPI keeps schemas, as a JSON pointer.
const SCHEMAS: &str = "/components/schemas";

/// Returns the document for the default prefix.
pub(crate) fn document() -> Value {
    let topology = Topology::default();
    let mut parts = Parts::default();
    let mut generator = SchemaSettings::draft07()
        .with(|settings| settings.definitions_path = SCHEMAS.into())
        .into_generator();
    parts.event::<ArticleReceived, Article>(&topology, &mut generator, "receive");
    parts.event::<LanguageDetected, LanguageDetected>(&topology, &mut generator, "send");
    parts.event::<TextSegmented, TextSegmented>(&topology, &mut generator, "send");
    parts.event::<EntitiesTagged, EntitiesTagged>(&topology, &mut generator, "send");
    parts.event::<ArticleSummarized, ArticleSummarized>(&topology, &mut generator, "send");
    parts.event::<ArticleLinked, ArticleLinked>(&topology, &mut generator, "send");
    parts.alerts(&topology, &mut generator);
    parts.dead_letters(&topology);
    parts.suspects(&topology);
    let Parts { channels, operations, messages } = parts;
    json!({
        "asyncapi": ASYNCAPI,
        "info": {
            "title": "Wiredesk",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Annotates news articles on NATS JetStream: language, structure, names, dates, amounts and summary. \
                            The prefix `articles` is a setting.",
            "license": {"name": env!("CARGO_PKG_LICENSE")},
        },
        "defaultContentType": "application/json",
        "servers": {"nats": {"host": "localhost:4222", "protocol": "nats",
                             "description": "NATS 2.10.26 or later with JetStream"}},
        "channels": channels,
        "operations": operations,
        "components": {"messages": messages, "schemas": generator.take_definitions(true)},
    })
}

/// The parts of the document, filled channel by channel.
#[derive(Default)]
struct Parts {
    channels: Map<String, Value>,
    operations: Map<String, Value>,
    messages: Map<String, Value>,
}

impl Parts {
    /// Adds the channel of an event, whose payload is described by `P`.
    fn event<E: Event, P: JsonSchema>(
        &mut self,
        topology: &Topology,
        generator: &mut SchemaGenerator,
        action: &str,
    ) {
        let is_received = E::NAME == ArticleReceived::NAME;
        let mut address = channel(topology, E::NAME, "{lane}");
        let mut parameters = vec![("lane", lane())];
        if !is_received {
            address.push_str(".{language}");
            parameters.push(("language", language()));
        }
        let payload = json!(generator.subschema_for::<P>());
        let message = json!({
            "name": E::cloud_event_type(),
            "title": P::schema_name(),
            "contentType": "application/json",
            "headers": event_headers(E::NAME),
            "payload": payload,
        });
        self.add(topology, Channel { name: E::NAME, event: E::NAME, address, parameters, action, message });
    }

    /// Adds the channel of alerts.
    fn alerts(&mut self, topology: &Topology, generator: &mut SchemaGenerator) {
        let message = json!({
            "name": Alert::CLOUD_EVENT_TYPE,
            "title": Alert::schema_name(),
            "contentType": "application/json",
            "headers": alert_headers(),
            "payload": json!(generator.subschema_for::<Alert>()),
        });
        let address = channel(topology, ALERTS, "{rule}");
        let parameters = vec![("rule", json!({"description": "The name of the rule."}))];
        self.add(
            topology,
            Channel { name: ALERTS, event: ALERTS, address, parameters, action: "send", message },
        );
    }

    /// Adds the channels of dead letters and of the notes on those that were replayed.
    fn dead_letters(&mut self, topology: &Topology) {
        let address = channel(topology, DEAD, "{stage}.{reason}");
        let mut parameters = vec![("stage", maker()), ("reason", reason())];
        let message = json!({
            "name": "DeadLetter",
            "title": "The unchanged payload of an article that cannot be processed",
            "headers": dead_headers(),
            "payload": {"description": "Any bytes: what the stage received."},
        });
        let letters = Channel {
            name: DEAD,
            event: DEAD,
            address: address.clone(),
            parameters: parameters.clone(),
            action: "send",
            message,
        };
        self.add(topology, letters);
        parameters.push(("sequence", json!({"description": "The dead letter's sequence in its stream."})));
        let note = json!({
            "name": "ReplayNote",
            "title": "A note without payload that a dead letter was replayed",
            "headers": strings([headers::MESSAGE_ID, headers::REPLAY, headers::DEAD_TIME], &[headers::REPLAY]),
        });
        let address = Subjects::replay_note(&address, 0);
        let address = format!("{}{{sequence}}", address.trim_end_matches('0'));
        self.add(
            topology,
            Channel { name: "replayed", event: DEAD, address, parameters, action: "send", message: note },
        );
    }

    /// Adds the channel of the workers' notes on suspects.
    fn suspects(&mut self, topology: &Topology) {
        let names =
            [headers::MESSAGE_ID, headers::INPUT_SUBJECT, headers::INPUT_SEQUENCE, headers::DELIVERIES];
        let message = json!({
            "name": "SuspectNote",
            "title": "A note without payload that a worker starts an article which may have taken a worker down",
            "headers": strings(names, &names),
        });
        let address = channel(topology, SUSPECTS, "{stage}");
        let parameters = vec![("stage", stage())];
        self.add(
            topology,
            Channel { name: SUSPECTS, event: SUSPECTS, address, parameters, action: "send", message },
        );
    }

    fn add(&mut self, topology: &Topology, channel: Channel<'_>) {
        let Channel { name, event, address, parameters, action, message } = channel;
        let parameters: Map<String, Value> =
            parameters.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        let stream = topology.stream(event);
        let mut plans = topology.streams().into_iter().chain(topology.optional_streams());
        let plan = plans.find(|plan| plan.name == stream);
        let description = plan.map(|plan| {
            let hours = plan.max_age.as_secs() / 3_600;
            format!("Stream `{stream}`: {}. Kept for {hours} h.", plan.description)
        });
        self.channels.insert(
            name.to_owned(),
            json!({
                "address": address,
                "description": description,
                "servers": [{"$ref": "#/servers/nats"}],
                "parameters": parameters,
                "messages": {name: {"$ref": format!("#/components/messages/{name}")}},
            }),
        );
        self.operations.insert(
            format!("{action}_{name}"),
            json!({
                "action": action,
                "channel": {"$ref": format!("#/channels/{name}")},
                "messages": [{"$ref": format!("#/channels/{name}/messages/{name}")}],
            }),
        );
        self.messages.insert(name.to_owned(), message);
    }
}

/// One channel as it is added.
struct Channel<'a> {
    name: &'a str,
    /// The event, or the kind of notes, whose stream it is in.
    event: &'a str,
    address: String,
    parameters: Vec<(&'a str, Value)>,
    action: &'a str,
    message: Value,
}

/// Returns the address of a channel: the filter for all of its subjects, with `rest` for the last token.
fn channel(topology: &Topology, event: &str, rest: &str) -> String {
    topology.subjects().all_of(event).replace('>', rest)
}

fn lane() -> Value {
    json!({"description": "Workers serve live articles first.", "enum": Lane::ALL.map(Lane::as_str)})
}

fn language() -> Value {
    let description = "The primary tag of the detected language (BCP 47), or `und`.";
    json!({"description": description, "examples": ["en", "und"]})
}

fn reason() -> Value {
    let codes: Vec<&str> = DeadReason::ALL.iter().map(|reason| reason.code()).collect();
    json!({"description": "Why the article can never be processed.", "enum": codes})
}

fn stage() -> Value {
    json!({"description": "The stage.", "enum": StageName::ALL.map(StageName::as_str)})
}

fn maker() -> Value {
    let stages = StageName::ALL.into_iter().chain([StageName::Link]);
    let makers: Vec<&str> = stages.map(StageName::as_str).chain([SINK]).collect();
    json!({"description": "The stage, or `sink` if the target of a sink refused the article.", "enum": makers})
}

/// Returns the headers of an event. A publisher need send none.
fn event_headers(event: &str) -> Value {
    let of_stage: &[&str] = &[
        headers::INPUT_SUBJECT,
        headers::INPUT_SEQUENCE,
        headers::DELIVERIES,
        headers::VERSION,
        headers::REPLAY,
        headers::REPLAY_OF,
    ];
    let is_received = event == ArticleReceived::NAME;
    let own = if is_received { &[headers::REPLAY, headers::REPLAY_OF][..] } else { of_stage };
    let of_linker: &[&str] =
        if event == ArticleLinked::NAME { &[headers::STORY, headers::FINGERPRINT] } else { &[] };
    let names = [headers::MESSAGE_ID].into_iter().chain(headers::CLOUD_EVENT).chain(headers::TRACE_CONTEXT);
    let required: &[&str] = if is_received { &[] } else { &[headers::MESSAGE_ID] };
    strings(names.chain(own.iter().chain(of_linker).copied()), required)
}

fn alert_headers() -> Value {
    let own = [headers::MESSAGE_ID, headers::INPUT_SUBJECT, headers::INPUT_SEQUENCE, headers::VERSION];
    strings(own.into_iter().chain(headers::CLOUD_EVENT), &[headers::MESSAGE_ID])
}

fn dead_headers() -> Value {
    let history = [
        headers::MESSAGE_ID,
        headers::DEAD_SUBJECT,
        headers::DEAD_SEQUENCE,
        headers::DEAD_STORED,
        headers::DEAD_MESSAGE_ID,
        headers::DEAD_STAGE,
        headers::VERSION,
        headers::DEAD_REASON,
        headers::DEAD_ERROR,
        headers::DELIVERIES,
        headers::DEAD_TIME,
        headers::DEAD_HEADERS,
        headers::DEAD_PAYLOAD,
        headers::REPLAY,
    ];
    let required = [headers::DEAD_SUBJECT, headers::DEAD_STAGE, headers::DEAD_REASON];
    strings(history.into_iter().chain(headers::CLOUD_EVENT).chain(headers::TRACE_CONTEXT), &required)
}

/// Returns the schema of an object of strings.
fn strings<'n>(names: impl IntoIterator<Item = &'n str>, required: &[&str]) -> Value {
    let properties: Map<String, Value> =
        names.into_iter().map(|name| (name.to_owned(), json!({"type": "string"}))).collect();
    json!({"type": "object", "properties": properties, "required": required})
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns every value of `$ref` in `value`.
    fn references(value: &Value) -> Vec<String> {
        match value {
            Value::Object(members) => {
                let own = members.get("$ref").and_then(Value::as_str).map(str::to_owned);
                own.into_iter().chain(members.values().flat_map(references)).collect()
            }
            Value::Array(values) => values.iter().flat_map(references).collect(),
            _ => Vec::new(),
        }
    }

    /// Returns the subject filter that an address with parameters stands for.
    fn filter(address: &str) -> String {
        address
            .split('.')
            .map(|token| if token.starts_with('{') { "*" } else { token })
            .collect::<Vec<_>>()
            .join(".")
    }

    #[test]
    fn every_reference_has_a_target() {
        let document = document();
        let references = references(&document);
        assert!(references.len() > 50, "{}", references.len());
        for reference in references {
            let pointer = reference.strip_prefix('#').unwrap();
            assert!(document.pointer(pointer).is_some(), "{reference}");
        }
    }

    #[test]
    fn every_header_of_the_pipeline_is_in_the_document() {
        let document = document().to_string();
        let source = include_str!("../../../shared/messages/src/headers.rs");
        let declared = source.lines().filter(|line| line.starts_with("pub const"));
        let names: Vec<&str> = declared
            .filter_map(|line| line.split('"').nth(1))
            .filter(|name| name.starts_with("Wiredesk-"))
            .collect();
        assert!(names.len() >= 15, "{names:?}");
        for name in names {
            assert!(document.contains(&format!("\"{name}\"")), "{name}");
        }
    }

    #[test]
    fn every_parameter_of_an_address_is_described_and_no_other() {
        for (name, channel) in document()["channels"].as_object().unwrap() {
            let address = channel["address"].as_str().unwrap();
            let tokens = address.split('.').filter_map(|token| token.strip_prefix('{')?.strip_suffix('}'));
            let described: Vec<&str> =
                channel["parameters"].as_object().unwrap().keys().map(String::as_str).collect();
            assert_eq!(tokens.collect::<Vec<_>>(), described, "{name}");
        }
    }

    #[test]
    fn the_channels_are_those_of_the_topology() {
        let document = document();
        let addresses: Vec<String> = document["channels"]
            .as_object()
            .unwrap()
            .values()
            .map(|channel| filter(channel["address"].as_str().unwrap()))
            .collect();
        let topology = Topology::default();
        // The server's advisories have subjects of the server.
        let plans = [topology.streams(), topology.optional_streams()].concat();
        let subjects =
            plans.iter().flat_map(|plan| &plan.subjects).filter(|subject| !subject.starts_with("$JS"));
        for subject in subjects {
            let start = subject.strip_suffix('>').unwrap();
            assert!(addresses.iter().any(|address| address.starts_with(start)), "no channel for {subject}");
        }
        for address in &addresses {
            let covered = plans.iter().flat_map(|plan| &plan.subjects);
            assert!(
                covered.clone().any(|subject| address.starts_with(subject.trim_end_matches('>'))),
                "{address}"
            );
        }
        for consumer in topology.consumers() {
            let event = filter(&consumer.filter.replace("live", "{lane}").replace("backfill", "{lane}"));
            assert!(addresses.contains(&event), "no channel for the consumer {}", consumer.name);
        }
        let dead = topology.subjects();
        assert!(addresses.contains(&dead.dead_letters()), "{addresses:?}");
        assert!(
            addresses
                .contains(&filter(&Subjects::replay_note(&dead.dead_letters(), 0).replace(".0", ".{n}")))
        );
        assert!(addresses.contains(&filter(&dead.suspects(StageName::Tag).replace("tag", "{stage}"))));
    }
}
