//! The document agrees with topology and headers.

use messages::StageName;

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
    let source = include_str!("../../../../shared/messages/src/headers.rs");
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
    let subjects = plans.iter().flat_map(|plan| &plan.subjects).filter(|subject| !subject.starts_with("$JS"));
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
        addresses.contains(&filter(&Subjects::replay_note(&dead.dead_letters(), 0).replace(".0", ".{n}")))
    );
    assert!(addresses.contains(&filter(&dead.suspects(StageName::Tag).replace("tag", "{stage}"))));
}
