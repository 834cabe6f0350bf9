//! JSON objects whose absent members are left out.

use serde_json::{Map, Value};

/// Builds an object. Leaves out members that are null, an empty text, an empty list or an empty object.
pub(crate) fn object<const N: usize>(members: [(&str, Value); N]) -> Value {
    let present = members.into_iter().filter(|(_, value)| !is_absent(value));
    Value::Object(present.map(|(name, value)| (name.to_owned(), value)).collect::<Map<String, Value>>())
}

fn is_absent(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(values) => values.is_empty(),
        Value::Object(members) => members.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// Writes a value on one line.
pub(crate) fn line(value: &Value) -> Vec<u8> {
    let mut line = value.to_string().into_bytes();
    line.push(b'\n');
    line
}
