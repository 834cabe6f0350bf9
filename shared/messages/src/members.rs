//! The members of a JSON object: those of a later version, and texts of this one.

use std::fmt;

use indexmap::IndexMap;
use serde::{
    Deserializer, Serialize, Serializer,
    de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor},
};
use serde_json::{Value, value::RawValue};

use crate::{
    error::{MOST_NESTED, TOO_DEEP},
    kept::one_line,
};

/// Members that this version does not know, in their order, each as the JSON that came in.
///
/// Numbers of any size and precision are passed on unchanged.
#[derive(Debug, Clone, Default)]
pub struct Members(IndexMap<String, Box<RawValue>>);

impl Members {
    /// Returns the value of a member. A number that does not fit into 64 bits is approximated in it.
    pub fn get(&self, name: &str) -> Option<Value> {
        serde_json::from_str(self.0.get(name)?.get()).ok()
    }

    /// Returns the names and the JSON of all members.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.get()))
    }

    /// Adds the member that an object goes on with. Of two members with one name, the last counts.
    pub(crate) fn read<'de, A: MapAccess<'de>>(
        &mut self,
        name: String,
        from: &mut A,
    ) -> Result<(), A::Error> {
        let value = one_line(from.next_value()?).map_err(A::Error::custom)?;
        if nesting(value.get()) >= MOST_NESTED {
            return Err(A::Error::custom(TOO_DEEP));
        }
        self.0.insert(name, value);
        Ok(())
    }
}

impl PartialEq for Members {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Serialize for Members {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(&self.0)
    }
}

/// Returns how deep a JSON value is nested: 0 for a text or a number, 1 for a flat array or object.
fn nesting(json: &str) -> usize {
    let (mut depth, mut deepest, mut is_text, mut is_escaped) = (0_usize, 0, false, false);
    for byte in json.bytes() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = is_text,
            b'"' => is_text = !is_text,
            b'[' | b'{' if !is_text => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b']' | b'}' if !is_text => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

/// A text member with this name, or `null`. The error names the member and what was found instead, but never
/// the value.
pub(crate) struct Text(pub(crate) &'static str);

impl Text {
    fn found<E: Error>(&self, what: &str) -> E {
        E::custom(format_args!("{}: expected a string, found {what}", self.0))
    }
}

impl<'de> DeserializeSeed<'de> for Text {
    type Value = Option<String>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Text {
    type Value = Option<String>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Some(text.to_owned()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Self::Value, E> {
        Ok(Some(text))
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Self::Value, E> {
        Err(self.found("true or false"))
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Self::Value, E> {
        Err(self.found("a number"))
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Self::Value, E> {
        Err(self.found("a number"))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Self::Value, E> {
        Err(self.found("a number"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, _: A) -> Result<Self::Value, A::Error> {
        Err(self.found("an array"))
    }

    fn visit_map<A: MapAccess<'de>>(self, _: A) -> Result<Self::Value, A::Error> {
        Err(self.found("an object"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nesting_counts_brackets_outside_texts() {
        for (json, expected) in [
            ("7", 0),
            (r#""[[{""#, 0),
            ("[]", 1),
            (r#"{"a":[1,{"b":[]}],"c":[]}"#, 4),
            (r#"["\\","[",["\""]]"#, 2),
        ] {
            assert_eq!(nesting(json), expected, "{json}");
        }
    }
}
