//! `model.safetensors`, read a tensor at a time: the largest tensor is all that is in memory twice.

use std::io::{Read, Seek, SeekFrom};

use serde_json::{Map, Value};

use super::error::{FolderError, SAVE_AGAIN};

/// The file's name in every folder.
pub(super) const FILE: &str = "model.safetensors";

/// The layout's own limit for its header, in bytes.
const LONGEST_HEADER: u64 = 100_000_000;

/// Tensors by name, in a file that stays open.
#[derive(Debug)]
pub(super) struct Tensors<R> {
    header: Map<String, Value>,
    source: R,
    /// Where the header ends and the numbers begin, in bytes.
    start: u64,
    /// Bytes of the file.
    length: u64,
}

/// Where a tensor lies, and how its numbers are written.
struct Place {
    at: u64,
    bytes: usize,
    number: Number,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Number {
    F32,
    F16,
    Bf16,
}

impl<R: Read + Seek> Tensors<R> {
    pub(super) fn read(mut source: R) -> Result<Self, FolderError> {
        let length = source.seek(SeekFrom::End(0)).map_err(unreadable)?;
        source.rewind().map_err(unreadable)?;
        let mut eight = [0; 8];
        source.read_exact(&mut eight).map_err(|_| cut_short())?;
        let size = u64::from_le_bytes(eight);
        if size > LONGEST_HEADER || size > length.saturating_sub(8) {
            return Err(cut_short());
        }
        let mut header = vec![0; size as usize];
        source.read_exact(&mut header).map_err(|_| cut_short())?;
        match serde_json::from_slice(&header) {
            Ok(Value::Object(header)) => Ok(Self { header, source, start: 8 + size, length }),
            _ => Err(cut_short()),
        }
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.header.contains_key(name)
    }

    /// The numbers of a tensor, once its shape is as it must be.
    pub(super) fn floats(&mut self, name: &str, expected: &[usize]) -> Result<Vec<f32>, FolderError> {
        let Some(shape) = self.shape(name) else {
            let problem = format!("has no tensor `{name}`");
            return Err(FolderError::new(
                FILE,
                problem,
                "it is not of the model that config.json describes; take both from one folder",
            ));
        };
        if shape != expected {
            let problem = format!("tensor `{name}` has shape {shape:?}, config.json makes it {expected:?}");
            return Err(FolderError::new(FILE, problem, "take both files from one folder"));
        }
        let place = self.place(name, &shape)?;
        let mut bytes = vec![0; place.bytes];
        self.source.seek(SeekFrom::Start(place.at)).map_err(unreadable)?;
        self.source.read_exact(&mut bytes).map_err(unreadable)?;
        Ok(place.number.floats(&bytes))
    }

    fn shape(&self, name: &str) -> Option<Vec<usize>> {
        let sides = self.header.get(name)?.get("shape")?.as_array()?;
        sides.iter().map(|side| usize::try_from(side.as_u64()?).ok()).collect()
    }

    fn place(&self, name: &str, shape: &[usize]) -> Result<Place, FolderError> {
        let entry = self.header.get(name);
        let field = |field: &str| entry.and_then(|entry| entry.get(field));
        let kind = field("dtype").and_then(Value::as_str).unwrap_or_default();
        let number = Number::named(kind).ok_or_else(|| {
            let fix = "save the model in float32, float16 or bfloat16, without quantization";
            FolderError::new(FILE, format!("tensor `{name}` is of type `{kind}`"), fix)
        })?;
        let offset = |end: usize| field("data_offsets")?.get(end)?.as_u64();
        let (first, last) = offset(0).zip(offset(1)).ok_or_else(cut_short)?;
        let bytes = shape.iter().try_fold(number.size(), |product, side| product.checked_mul(*side));
        let at = self.start.checked_add(first).ok_or_else(cut_short)?;
        let lies_inside = self.start.checked_add(last).is_some_and(|end| end <= self.length);
        match bytes {
            Some(bytes) if lies_inside && last.checked_sub(first) == Some(bytes as u64) => {
                Ok(Place { at, bytes, number })
            }
            _ => Err(cut_short()),
        }
    }
}

impl Number {
    fn named(kind: &str) -> Option<Self> {
        match kind {
            "F32" => Some(Self::F32),
            "F16" => Some(Self::F16),
            "BF16" => Some(Self::Bf16),
            _ => None,
        }
    }

    fn size(self) -> usize {
        if self == Self::F32 { 4 } else { 2 }
    }

    fn floats(self, bytes: &[u8]) -> Vec<f32> {
        let halves = || bytes.as_chunks::<2>().0.iter().map(|two| u16::from_le_bytes(*two));
        match self {
            Self::F32 => bytes.as_chunks::<4>().0.iter().map(|four| f32::from_le_bytes(*four)).collect(),
            Self::F16 => halves().map(from_half).collect(),
            Self::Bf16 => halves().map(|half| f32::from_bits(u32::from(half) << 16)).collect(),
        }
    }
}

/// A number of IEEE 754 in 16 bits.
fn from_half(half: u16) -> f32 {
    let sign = if half >> 15 == 1 { -1.0 } else { 1.0 };
    let (exponent, fraction) = (i32::from(half >> 10 & 0x1f), f32::from(half & 0x3ff));
    let size = match exponent {
        0 => fraction * 2.0_f32.powi(-24),
        0x1f if fraction == 0.0 => f32::INFINITY,
        0x1f => f32::NAN,
        _ => (1.0 + fraction / 1024.0) * 2.0_f32.powi(exponent - 15),
    };
    sign * size
}

fn cut_short() -> FolderError {
    FolderError::new(FILE, "not in the layout of safetensors, or cut short", SAVE_AGAIN)
}

fn unreadable(error: std::io::Error) -> FolderError {
    FolderError::new(FILE, error, "see that the worker may read it")
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn file(header: &str, numbers: &[u8]) -> Tensors<Cursor<Vec<u8>>> {
        let mut file = (header.len() as u64).to_le_bytes().to_vec();
        file.extend(header.as_bytes());
        file.extend(numbers);
        Tensors::read(Cursor::new(file)).expect("the header is whole")
    }

    fn check(kind: &str, numbers: &[u8], expected: [f32; 2]) {
        let header =
            format!(r#"{{"a":{{"dtype":"{kind}","shape":[2],"data_offsets":[0,{}]}}}}"#, numbers.len());
        assert_eq!(file(&header, numbers).floats("a", &[2]), Ok(expected.to_vec()), "{kind}");
    }

    #[test]
    fn numbers_of_each_width_come_back() {
        check("F32", &[0, 0, 192, 63, 0, 0, 0, 128], [1.5, -0.0]);
        check("F16", &[0x00, 0x3e, 0x01, 0x80], [1.5, -(2.0_f32.powi(-24))]);
        check("BF16", &[0xc0, 0x3f, 0x80, 0xff], [1.5, f32::NEG_INFINITY]);
    }

    fn check_refused(header: &str, numbers: &[u8], expected: &str) {
        let error = file(header, numbers).floats("a", &[2]).expect_err("it is refused");
        assert!(error.to_string().contains(expected), "{error}");
    }

    #[test]
    fn what_is_not_as_it_must_be_says_so() {
        check_refused("{}", &[], "has no tensor `a`");
        check_refused(r#"{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}}"#, &[0; 12], "shape [3]");
        check_refused(
            r#"{"a":{"dtype":"I8","shape":[2],"data_offsets":[0,2]}}"#,
            &[0; 2],
            "without quantization",
        );
        check_refused(r#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"#, &[0; 7], "cut short");
        check_refused(r#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}"#, &[0; 8], "cut short");
        check_refused(
            r#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[18446744073709551615,7]}}"#,
            &[],
            "cut short",
        );
    }

    #[test]
    fn a_header_longer_than_its_file_is_refused_before_room_is_made_for_it() {
        assert!(Tensors::read(Cursor::new(u64::MAX.to_le_bytes().to_vec())).is_err());
        assert!(Tensors::read(Cursor::new(vec![1, 2, 3])).is_err());
    }
}
