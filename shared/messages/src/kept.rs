//! A layer that is passed on byte for byte.

use std::{borrow::Cow, ops::Deref};

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use serde_json::value::RawValue;

use crate::error::in_words;

/// A value together with the JSON that it was read from.
///
/// A stage reads the layers of earlier stages through this type and cannot change them. They are written out
/// as the same bytes, so members that this version does not know survive at any depth.
#[derive(Debug, Clone)]
pub struct Kept<T> {
    value: T,
    received: Option<Box<RawValue>>,
}

impl<T> Kept<T> {
    /// Returns the size in bytes of the JSON that the value was read from, or zero for a new value.
    pub(crate) fn received_len(&self) -> usize {
        self.received.as_ref().map_or(0, |received| received.get().len())
    }
}

impl<T: for<'a> Deserialize<'a>> Kept<T> {
    /// Reads the value from its JSON.
    ///
    /// # Errors
    ///
    /// The explanation, which does not quote the JSON.
    pub(crate) fn read(received: Box<RawValue>) -> Result<Self, String> {
        let received = one_line(received).map_err(|error| in_words(&error))?;
        let value = serde_json::from_str(received.get()).map_err(|error| in_words(&error))?;
        Ok(Self { value, received: Some(received) })
    }
}

impl<T> From<T> for Kept<T> {
    fn from(value: T) -> Self {
        Self { value, received: None }
    }
}

impl<T> Deref for Kept<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: PartialEq> PartialEq for Kept<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T: Serialize> Serialize for Kept<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.received {
            Some(received) => received.serialize(serializer),
            None => self.value.serialize(serializer),
        }
    }
}

impl<'de, T: for<'a> Deserialize<'a>> Deserialize<'de> for Kept<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::read(Box::<RawValue>::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

/// Removes line breaks, because events are written one per line.
///
/// In valid JSON a line break is always insignificant white space, so removing it changes no value.
pub(crate) fn one_line(received: Box<RawValue>) -> serde_json::Result<Box<RawValue>> {
    if memchr::memchr2(b'\n', b'\r', received.get().as_bytes()).is_some() {
        return RawValue::from_string(received.get().replace(['\n', '\r'], ""));
    }
    Ok(received)
}

impl<T: JsonSchema> JsonSchema for Kept<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    struct Layer {
        tag: String,
    }

    #[test]
    fn writes_what_it_read_byte_for_byte() {
        let json = r#"{"future":[1.50,{"deep":null}],"tag":"en"}"#;
        let kept: Kept<Layer> = serde_json::from_str(json).unwrap();
        assert_eq!(kept.tag, "en");
        assert_eq!(serde_json::to_string(&kept).unwrap(), json);
    }

    #[test]
    fn removes_line_breaks_between_members() {
        let kept: Kept<Layer> = serde_json::from_str("{\n \"tag\":\r\n \"en\"}").unwrap();
        assert_eq!(serde_json::to_string(&kept).unwrap(), r#"{ "tag": "en"}"#);
    }

    #[test]
    fn writes_a_new_value_from_its_type() {
        let kept = Kept::from(Layer { tag: "fr".into() });
        assert_eq!(serde_json::to_string(&kept).unwrap(), r#"{"tag":"fr"}"#);
    }
}
