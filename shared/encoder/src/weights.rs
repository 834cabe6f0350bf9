//! The weight file: tensors by name, in the layout of safetensors.
//!
//! Eight bytes give the length of a JSON object that names each tensor's type, shape and place; the bytes
//! follow. Plain text travels in it, too: the vocabulary as a tensor of bytes, the rest as metadata.

use std::str;

use serde_json::{Map, Value};

/// Why a weight file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// Not the layout of safetensors, or cut off.
    #[error("not a weight file, or cut short: {0}")]
    Layout(&'static str),
    /// A tensor is absent.
    #[error("the weight file has no `{0}`")]
    Missing(String),
    /// A tensor or setting is there, but not as it must be.
    #[error("`{name}` of the weight file is {found}, not {expected}")]
    Mismatch {
        /// Its name.
        name: String,
        /// What it is.
        found: String,
        /// What it must be.
        expected: String,
    },
    /// The vocabulary lacks a piece that every window needs.
    #[error("the vocabulary has no piece {0}")]
    NoSpecial(&'static str),
    /// The arithmetic refused a matrix.
    #[error("the network cannot compute with this file: {0}")]
    Arithmetic(String),
}

/// A weight file in memory.
#[derive(Debug)]
pub(crate) struct Weights<'a> {
    header: Map<String, Value>,
    bytes: &'a [u8],
}

impl<'a> Weights<'a> {
    pub(crate) fn read(file: &'a [u8]) -> Result<Self, LoadError> {
        let (length, rest) = file.split_first_chunk::<8>().ok_or(LoadError::Layout("no header"))?;
        let length = usize::try_from(u64::from_le_bytes(*length)).unwrap_or(usize::MAX);
        let (header, bytes) =
            rest.split_at_checked(length).ok_or(LoadError::Layout("the header is not whole"))?;
        match serde_json::from_slice(header) {
            Ok(Value::Object(header)) => Ok(Self { header, bytes }),
            _ => Err(LoadError::Layout("the header is not a JSON object")),
        }
    }

    /// A setting that is JSON inside the metadata's strings.
    pub(crate) fn setting(&self, name: &str) -> Result<Value, LoadError> {
        let text = self.header.get("__metadata__").and_then(|metadata| metadata.get(name)?.as_str());
        let text = text.ok_or_else(|| LoadError::Missing(name.to_owned()))?;
        serde_json::from_str(text).map_err(|_| mismatch(name, text, "JSON"))
    }

    pub(crate) fn number(&self, name: &str) -> Result<f64, LoadError> {
        let value = self.setting(name)?;
        value.as_f64().ok_or_else(|| mismatch(name, &value.to_string(), "a number"))
    }

    pub(crate) fn strings(&self, name: &str) -> Result<Vec<String>, LoadError> {
        let value = self.setting(name)?;
        let strings: Option<Vec<String>> =
            value.as_array().map(|list| list.iter().filter_map(Value::as_str).map(str::to_owned).collect());
        strings.ok_or_else(|| mismatch(name, &value.to_string(), "a list of strings"))
    }

    pub(crate) fn text(&self, name: &str) -> Result<&'a str, LoadError> {
        let (_, bytes) = self.tensor(name, "U8", 1, None)?;
        str::from_utf8(bytes).map_err(|_| mismatch(name, "bytes", "UTF-8"))
    }

    /// A row of floats; `length` where it is known.
    pub(crate) fn floats(&self, name: &str, length: usize) -> Result<Vec<f32>, LoadError> {
        Ok(floats(self.tensor(name, "F32", 4, Some(&[length]))?.1))
    }

    /// A table of floats, `width` wide.
    pub(crate) fn table(&self, name: &str, width: usize) -> Result<Vec<f32>, LoadError> {
        let rows = self.rows(name)?;
        Ok(floats(self.tensor(name, "F32", 4, Some(&[rows, width]))?.1))
    }

    /// A matrix of bytes with a sign.
    pub(crate) fn signed(&self, name: &str, rows: usize, width: usize) -> Result<Vec<i8>, LoadError> {
        let (_, bytes) = self.tensor(name, "I8", 1, Some(&[rows, width]))?;
        Ok(bytes.iter().map(|byte| byte.cast_signed()).collect())
    }

    /// How many rows a tensor has.
    pub(crate) fn rows(&self, name: &str) -> Result<usize, LoadError> {
        let shape = shape_of(self.entry(name)?);
        shape.first().copied().ok_or_else(|| mismatch(name, "a single number", "a matrix"))
    }

    fn entry(&self, name: &str) -> Result<&Value, LoadError> {
        self.header.get(name).ok_or_else(|| LoadError::Missing(name.to_owned()))
    }

    /// Shape and bytes of a tensor, once its type, shape and place are right.
    fn tensor(
        &self,
        name: &str,
        kind: &str,
        size: usize,
        expected: Option<&[usize]>,
    ) -> Result<(Vec<usize>, &'a [u8]), LoadError> {
        let entry = self.entry(name)?;
        let (found, shape) =
            (entry.get("dtype").and_then(Value::as_str).unwrap_or_default(), shape_of(entry));
        let expected = expected.unwrap_or(&shape);
        if found != kind || shape != expected {
            return Err(mismatch(name, &format!("{found} {shape:?}"), &format!("{kind} {expected:?}")));
        }
        let place = |end: usize| {
            entry.get("data_offsets")?.get(end)?.as_u64().and_then(|at| usize::try_from(at).ok())
        };
        let bytes = place(0).zip(place(1)).and_then(|(start, end)| self.bytes.get(start..end));
        let bytes = bytes.ok_or(LoadError::Layout("a tensor lies outside the file"))?;
        let wanted = shape.iter().try_fold(size, |product, side| product.checked_mul(*side));
        if wanted != Some(bytes.len()) {
            return Err(LoadError::Layout("a tensor's shape and place disagree"));
        }
        Ok((shape, bytes))
    }
}

fn shape_of(entry: &Value) -> Vec<usize> {
    let sides = entry.get("shape").and_then(Value::as_array).into_iter().flatten();
    sides
        .map(|side| side.as_u64().and_then(|side| usize::try_from(side).ok()).unwrap_or(usize::MAX))
        .collect()
}

fn floats(bytes: &[u8]) -> Vec<f32> {
    bytes.as_chunks::<4>().0.iter().map(|four| f32::from_le_bytes(*four)).collect()
}

pub(crate) fn mismatch(name: &str, found: &str, expected: &str) -> LoadError {
    let found = found.chars().take(80).collect();
    LoadError::Mismatch { name: name.to_owned(), found, expected: expected.to_owned() }
}
