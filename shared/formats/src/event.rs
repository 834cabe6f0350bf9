//! An event of the wire format with its offsets in UTF-16.

use messages::{Article, Field};
use serde_json::{Map, Value};
use text::CodePoints;

use crate::{OffsetUnit, units::Positions};

/// The layers whose objects have spans.
const LAYERS: [&str; 3] = ["language", "segments", "entities"];

/// Returns an event with every `start` and `end` in UTF-16 units, and `"offsets": "utf16"` to say so. Members
/// that this version does not know stay, but their numbers are rounded to 64 bits. Returns `None` if `payload`
/// is not an event, or has a number that does not fit.
///
/// A span that does not fit the article loses its `start` and `end`.
pub fn with_utf16_offsets(payload: &[u8]) -> Option<Vec<u8>> {
    let mut event: Map<String, Value> = serde_json::from_slice(payload).ok()?;
    let article: Article = serde_json::from_value(event.get("article")?.clone()).ok()?;
    let converter =
        Converter { positions: Positions::new(&article, OffsetUnit::Utf16), blocks: block_fields(&event) };
    for layer in LAYERS {
        if let Some(layer) = event.get_mut(layer) {
            converter.convert(layer, Field::Body);
        }
    }
    event.insert("offsets".to_owned(), OffsetUnit::Utf16.as_str().into());
    serde_json::to_vec(&event).ok()
}

struct Converter<'a> {
    positions: Positions<'a>,
    /// The field of each block. A sentence without a field has that of its block.
    blocks: Vec<Field>,
}

impl Converter<'_> {
    /// Converts all spans in `value`. An object without a field has that of the object around it.
    fn convert(&self, value: &mut Value, around: Field) {
        match value {
            Value::Array(values) => values.iter_mut().for_each(|value| self.convert(value, around)),
            Value::Object(members) => {
                let field = self.field_of(members).unwrap_or(around);
                self.convert_span(members, field);
                members.values_mut().for_each(|value| self.convert(value, field));
            }
            _ => {}
        }
    }

    fn field_of(&self, members: &Map<String, Value>) -> Option<Field> {
        let block = || self.blocks.get(usize::try_from(members.get("block")?.as_u64()?).ok()?).copied();
        named_field(members).or_else(block)
    }

    fn convert_span(&self, members: &mut Map<String, Value>, field: Field) {
        let offset = |name: &str| usize::try_from(members.get(name)?.as_u64()?).ok();
        let (Some(start), Some(end)) = (offset("start"), offset("end")) else { return };
        match self.positions.convert(field, CodePoints { start, end }) {
            Some((start, end)) => {
                members.insert("start".to_owned(), start.into());
                members.insert("end".to_owned(), end.into());
            }
            None => ["start", "end"].into_iter().for_each(|name| {
                members.shift_remove(name);
            }),
        }
    }
}

fn block_fields(event: &Map<String, Value>) -> Vec<Field> {
    let blocks = event.get("segments").and_then(|segments| segments.get("blocks")).and_then(Value::as_array);
    let field = |block: &Value| block.as_object().and_then(named_field).unwrap_or_default();
    blocks.into_iter().flatten().map(field).collect()
}

fn named_field(members: &Map<String, Value>) -> Option<Field> {
    serde_json::from_value(members.get("field")?.clone()).ok()
}
