//! The parameters of addresses.

use messages::{
    DeadReason, StageName,
    subjects::{ALERT, Lane, SINK},
};
use serde_json::{Value, json};

pub(super) fn lane() -> Value {
    json!({"description": "Workers serve live articles first.", "enum": Lane::ALL.map(Lane::as_str)})
}

pub(super) fn language() -> Value {
    let description = "The primary tag of the detected language (BCP 47), or `und`.";
    json!({"description": description, "examples": ["en", "und"]})
}

pub(super) fn reason() -> Value {
    let codes: Vec<&str> = DeadReason::ALL.iter().map(|reason| reason.code()).collect();
    json!({"description": "Why the article can never be processed.", "enum": codes})
}

pub(super) fn stage() -> Value {
    json!({"description": "The stage.", "enum": StageName::ALL.map(StageName::as_str)})
}

pub(super) fn maker() -> Value {
    let stages = StageName::ALL.into_iter().chain([StageName::Link]);
    let makers: Vec<&str> = stages.map(StageName::as_str).chain([SINK, ALERT]).collect();
    json!({"description": "The stage, `sink` if the target of a sink refused the article, or `alert` if the alerter could not read it.", "enum": makers})
}
