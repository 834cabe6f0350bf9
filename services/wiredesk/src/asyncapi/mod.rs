//! The pipeline as an AsyncAPI 3 document: its subjects, their messages, headers and schemas.
//!
//! It is made from the same constants and types that the workers use. Operations are those of the pipeline:
//! it receives what publishers send, and sends everything else.

mod header_schemas;
mod parameters;

use messages::{
    Alert, Article, ArticleLinked, ArticleReceived, ArticleSummarized, EntitiesTagged, Event,
    LanguageDetected, TextSegmented, headers, subjects::Subjects,
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
        let mut parameters = vec![("lane", parameters::lane())];
        if !is_received {
            address.push_str(".{language}");
            parameters.push(("language", parameters::language()));
        }
        let payload = json!(generator.subschema_for::<P>());
        let message = json!({
            "name": E::cloud_event_type(),
            "title": P::schema_name(),
            "contentType": "application/json",
            "headers": header_schemas::of_event(E::NAME),
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
            "headers": header_schemas::of_alert(),
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
        let mut parameters = vec![("stage", parameters::maker()), ("reason", parameters::reason())];
        let message = json!({
            "name": "DeadLetter",
            "title": "The unchanged payload of an article that cannot be processed",
            "headers": header_schemas::of_dead_letter(),
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
            "headers": header_schemas::strings([headers::MESSAGE_ID, headers::REPLAY, headers::DEAD_TIME], &[headers::REPLAY]),
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
            "headers": header_schemas::strings(names, &names),
        });
        let address = channel(topology, SUSPECTS, "{stage}");
        let parameters = vec![("stage", parameters::stage())];
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

#[cfg(test)]
mod tests;
