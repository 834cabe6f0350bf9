//! The version of the events' JSON, and what their JSON Schemas have in common.

use schemars::Schema;
use serde_json::Value;

/// The `schema` member of every event of this version.
pub const SCHEMA: &str = "wiredesk.article/1";

/// Turns the schema of a closed list of names into one of an open list.
///
/// The schema shows the names of this version as examples and accepts later names, as the decoder does.
pub(crate) fn open_to_later_names(schema: &mut Schema) {
    let Some(Value::Array(known)) = schema.remove("oneOf") else { return };
    let names = known.iter().filter_map(|name| name.get("const").cloned());
    let names = names.filter(|name| !name.as_str().is_some_and(|name| name.eq_ignore_ascii_case("other")));
    schema.insert("examples".to_owned(), Value::Array(names.collect()));
    schema.insert("type".to_owned(), "string".into());
}
