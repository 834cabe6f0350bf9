//! `model.safetensors`, read one tensor at a time, so that only the largest tensor is in memory twice.
//!
//! Weights are 32-bit or 16-bit floats, or 8-bit integers (`I8`). An `I8` tensor comes with its scale for
//! each row: a float tensor of the same name with the ending `_scale`, the convention of the library
//! compressed-tensors. A `U8` tensor has rows of 4-bit integers in blocks (see [`WeightRows::Int4`]).

use std::io::{Read, Seek, SeekFrom};

use safetensors::Dtype;
use safetensors::tensor::{Metadata, TensorInfo};

use crate::error::{CHECK_ACCESS, FolderError, SAVE_AGAIN};
use crate::quantization::{WeightRows, from_half, row_bytes};

/// The file's name in every folder.
pub(crate) const FILE: &str = "model.safetensors";

/// The format's limit for its header, in bytes.
const LONGEST_HEADER: u64 = 100_000_000;

/// The tensors of an open file, by name.
#[derive(Debug)]
pub(crate) struct Tensors<R> {
    header: Metadata,
    source: R,
    /// Where the data begins in the file, in bytes.
    data_start: u64,
}

impl<R: Read + Seek> Tensors<R> {
    /// Reads the header and checks it against the length of the file.
    pub(crate) fn read(mut source: R) -> Result<Self, FolderError> {
        let length = source.seek(SeekFrom::End(0)).map_err(unreadable)?;
        source.rewind().map_err(unreadable)?;
        let mut header_length = [0; 8];
        source.read_exact(&mut header_length).map_err(|error| truncated().because(error))?;
        let header_length = u64::from_le_bytes(header_length);
        // Checked before the buffer for the header is allocated.
        if header_length > LONGEST_HEADER || header_length > length.saturating_sub(8) {
            return Err(truncated());
        }
        let mut header = vec![0; header_length as usize];
        source.read_exact(&mut header).map_err(|error| truncated().because(error))?;
        let header: Metadata = serde_json::from_slice(&header).map_err(|error| truncated().because(error))?;
        let data_start = 8 + header_length;
        if data_start.saturating_add(header.data_len() as u64) > length {
            return Err(truncated());
        }
        Ok(Self { header, source, data_start })
    }

    /// Reports whether the file has a tensor.
    pub(crate) fn contains(&self, name: &str) -> bool {
        self.header.info(name).is_some()
    }

    /// Reads a tensor of floats that must have the shape `expected`.
    pub(crate) fn floats(&mut self, name: &str, expected: &[usize]) -> Result<Vec<f32>, FolderError> {
        let info = self.info(name, expected)?;
        let bytes = self.bytes(&info)?;
        floats(info.dtype, &bytes).ok_or_else(|| unsupported(name, info.dtype))
    }

    /// Reads a matrix of floats or of integers, which must have the shape `expected` (rows, width).
    pub(crate) fn weights(&mut self, name: &str, expected: [usize; 2]) -> Result<WeightRows, FolderError> {
        let [rows, width] = expected;
        let is_in_blocks = self.header.info(name).is_some_and(|info| info.dtype == Dtype::U8);
        if let Some(bytes) = row_bytes(width).filter(|_| is_in_blocks) {
            let info = self.info(name, &[rows, bytes])?;
            return self.bytes(&info).map(WeightRows::Int4);
        }
        let info = self.info(name, &expected)?;
        let scale = format!("{name}_scale");
        if info.dtype != Dtype::I8 || !self.contains(&scale) {
            return self.floats(name, &expected).map(WeightRows::Float);
        }
        let values = self.bytes(&info)?.iter().map(|byte| byte.cast_signed()).collect();
        Ok(WeightRows::Int8 { values, scales: self.floats(&scale, &[rows])? })
    }

    fn info(&self, name: &str, expected: &[usize]) -> Result<TensorInfo, FolderError> {
        let Some(info) = self.header.info(name) else {
            return Err(FolderError::new(
                FILE,
                format!("has no tensor `{name}`"),
                "config.json describes another model; take both files from one folder",
            ));
        };
        if info.shape != expected {
            let shape = &info.shape;
            let problem = format!("tensor `{name}` has shape {shape:?}, config.json makes it {expected:?}");
            return Err(FolderError::new(FILE, problem, "take both files from one folder"));
        }
        Ok(info.clone())
    }

    fn bytes(&mut self, info: &TensorInfo) -> Result<Vec<u8>, FolderError> {
        // Metadata has checked that offsets, shape and type agree.
        let (start, end) = info.data_offsets;
        let mut bytes = vec![0; end.saturating_sub(start)];
        self.source.seek(SeekFrom::Start(self.data_start + start as u64)).map_err(unreadable)?;
        self.source.read_exact(&mut bytes).map_err(unreadable)?;
        Ok(bytes)
    }
}

/// Returns little-endian floats of 32 or 16 bits; `None` for any other type.
fn floats(dtype: Dtype, bytes: &[u8]) -> Option<Vec<f32>> {
    let halves = || bytes.as_chunks::<2>().0.iter().map(|two| u16::from_le_bytes(*two));
    match dtype {
        Dtype::F32 => Some(bytes.as_chunks::<4>().0.iter().map(|four| f32::from_le_bytes(*four)).collect()),
        Dtype::F16 => Some(halves().map(from_half).collect()),
        Dtype::BF16 => Some(halves().map(|half| f32::from_bits(u32::from(half) << 16)).collect()),
        _ => None,
    }
}

fn unsupported(name: &str, dtype: Dtype) -> FolderError {
    let fix = "save the model in float32, float16 or bfloat16, without quantization";
    FolderError::new(FILE, format!("tensor `{name}` has the unsupported type {dtype}"), fix)
}

fn truncated() -> FolderError {
    FolderError::new(FILE, "not in safetensors format, or truncated", SAVE_AGAIN)
}

fn unreadable(error: std::io::Error) -> FolderError {
    FolderError::from_source(FILE, error, CHECK_ACCESS)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn read(header: &str, data: &[u8]) -> Result<Tensors<Cursor<Vec<u8>>>, FolderError> {
        let mut file = (header.len() as u64).to_le_bytes().to_vec();
        file.extend(header.as_bytes());
        file.extend(data);
        Tensors::read(Cursor::new(file))
    }

    fn check(dtype: &str, data: &[u8], expected: [f32; 2]) {
        let header =
            format!(r#"{{"a":{{"dtype":"{dtype}","shape":[2],"data_offsets":[0,{}]}}}}"#, data.len());
        let floats = read(&header, data).and_then(|mut tensors| tensors.floats("a", &[2]));
        assert_eq!(floats.expect("it can be read"), expected, "{dtype}");
    }

    #[test]
    fn reads_floats_of_each_width() {
        check("F32", &[0, 0, 192, 63, 0, 0, 0, 128], [1.5, -0.0]);
        check("F16", &[0x00, 0x3e, 0x01, 0x80], [1.5, -(2.0_f32.powi(-24))]);
        check("BF16", &[0xc0, 0x3f, 0x80, 0xff], [1.5, f32::NEG_INFINITY]);
    }

    #[test]
    fn reads_integers_with_their_scales() {
        let header = r#"{"a":{"dtype":"I8","shape":[2,1],"data_offsets":[0,2]},
            "a_scale":{"dtype":"F32","shape":[2],"data_offsets":[2,10]}}"#;
        let mut tensors = read(header, &[3, 253, 0, 0, 128, 63, 0, 0, 0, 64]).expect("it can be read");
        let expected = WeightRows::Int8 { values: vec![3, -3], scales: vec![1.0, 2.0] };
        assert_eq!(tensors.weights("a", [2, 1]).expect("it can be read"), expected);
    }

    #[test]
    fn reads_integers_of_4_bits_in_blocks() {
        let header = |bytes: usize| {
            format!(r#"{{"a":{{"dtype":"U8","shape":[1,{bytes}],"data_offsets":[0,{bytes}]}}}}"#)
        };
        let mut tensors = read(&header(18), &[7; 18]).expect("it can be read");
        assert_eq!(tensors.weights("a", [1, 32]).expect("it can be read"), WeightRows::Int4(vec![7; 18]));
        let mut tensors = read(&header(17), &[7; 17]).expect("it can be read");
        assert!(tensors.weights("a", [1, 32]).expect_err("it is refused").to_string().contains("shape"));
        assert!(tensors.weights("a", [1, 17]).is_err(), "no whole block");
    }

    fn check_refused(header: &str, data: &[u8], expected: &str) {
        let result = read(header, data).and_then(|mut tensors| tensors.floats("a", &[2]));
        let error = result.expect_err("it is refused");
        assert!(error.to_string().contains(expected), "{error}");
    }

    #[test]
    fn rejects_a_file_that_does_not_match() {
        check_refused("{}", &[], "has no tensor `a`");
        check_refused(r#"{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}}"#, &[0; 12], "shape [3]");
        check_refused(
            r#"{"a":{"dtype":"I8","shape":[2],"data_offsets":[0,2]}}"#,
            &[0; 2],
            "without quantization",
        );
        check_refused(r#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"#, &[0; 7], "truncated");
        check_refused(r#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}"#, &[0; 8], "truncated");
        let overflow = r#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[18446744073709551615,7]}}"#;
        check_refused(overflow, &[], "truncated");
    }

    #[test]
    fn rejects_a_header_longer_than_the_file_before_it_allocates_memory() {
        assert!(Tensors::read(Cursor::new(u64::MAX.to_le_bytes().to_vec())).is_err());
        assert!(Tensors::read(Cursor::new(vec![1, 2, 3])).is_err());
    }
}
