//! Weights as 8-bit integers with a scale for each row, in blocks of 4-bit integers, or as floats.

/// The numeric precision of a network's matrix products.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    /// 8-bit integers: about four times as fast as floats, a quarter of the memory, slightly less accurate.
    Int8,
    /// 32-bit floats.
    Float,
}

/// The weights of a block, and the bytes it has: the scale as a 16-bit float, and half a byte for each weight.
const BLOCK: usize = 32;
const BLOCK_BYTES: usize = 2 + BLOCK / 2;

/// The rows of a weight matrix or an embedding table.
#[derive(Debug, PartialEq)]
pub(crate) enum WeightRows {
    /// Blocks of 32 weights: a scale, then the low halves of 16 bytes, then their high halves; `weight =
    /// (half − 8) × scale`. It is the layout `Q4_0` of the library ggml.
    Int4(Vec<u8>),
    /// `weight = value × scale`, with one scale for each row.
    Int8 {
        values: Vec<i8>,
        scales: Vec<f32>,
    },
    Float(Vec<f32>),
}

impl WeightRows {
    /// Appends rows of the same width. Mixed kinds become floats.
    pub(crate) fn append(&mut self, rows: Self, width: usize) {
        match (&mut *self, rows) {
            (Self::Int8 { values, scales }, Self::Int8 { values: more_values, scales: more_scales }) => {
                values.extend(more_values);
                scales.extend(more_scales);
            }
            (Self::Float(values), rows) => values.extend(rows.into_floats(width)),
            (_, rows) => {
                let mut floats = std::mem::replace(self, Self::Float(Vec::new())).into_floats(width);
                floats.extend(rows.into_floats(width));
                *self = Self::Float(floats);
            }
        }
    }

    /// Converts the rows to `precision`. Rows that have it already stay as they are.
    pub(crate) fn in_precision(self, precision: Precision, width: usize) -> Self {
        match (precision, self) {
            (Precision::Int8, Self::Float(floats)) => quantized(&floats, width),
            (Precision::Int8, Self::Int4(blocks)) => quantized(&Self::Int4(blocks).into_floats(width), width),
            (Precision::Int8, int8) => int8,
            (Precision::Float, rows) => Self::Float(rows.into_floats(width)),
        }
    }

    /// Returns the weights as floats.
    pub(crate) fn into_floats(self, width: usize) -> Vec<f32> {
        match self {
            Self::Float(floats) => floats,
            Self::Int4(blocks) => {
                let mut floats = vec![0.0; blocks.len() / BLOCK_BYTES * BLOCK];
                write_blocks(&blocks, &mut floats);
                floats
            }
            Self::Int8 { values, scales } => {
                let rows = values.chunks_exact(width.max(1)).zip(&scales);
                rows.flat_map(|(row, scale)| row.iter().map(move |value| f32::from(*value) * scale)).collect()
            }
        }
    }
}

/// Returns the bytes of a row in blocks; `None` where its width is not a multiple of a block.
pub(crate) fn row_bytes(width: usize) -> Option<usize> {
    width.is_multiple_of(BLOCK).then_some(width / BLOCK * BLOCK_BYTES)
}

/// Writes the weights of blocks as floats.
pub(crate) fn write_blocks(blocks: &[u8], out: &mut [f32]) {
    for (block, out) in blocks.as_chunks::<BLOCK_BYTES>().0.iter().zip(out.as_chunks_mut::<BLOCK>().0) {
        let ([low, high, halves @ ..], (first, second)) = (block, out.split_at_mut(BLOCK / 2));
        let scale = from_half(u16::from_le_bytes([*low, *high]));
        for ((byte, first), second) in halves.iter().zip(first).zip(second) {
            *first = (f32::from(byte & 15) - 8.0) * scale;
            *second = (f32::from(byte >> 4) - 8.0) * scale;
        }
    }
}

/// Converts an IEEE 754 half-precision float: 1 bit of sign, 5 of exponent, 10 of fraction.
pub(crate) fn from_half(half: u16) -> f32 {
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

/// Rounds each row to whole multiples, from -127 to 127, of a scale that fits its largest weight.
fn quantized(floats: &[f32], width: usize) -> WeightRows {
    let (mut values, mut scales) = (Vec::with_capacity(floats.len()), Vec::new());
    for row in floats.chunks_exact(width.max(1)) {
        let largest = row.iter().fold(0.0_f32, |largest, weight| largest.max(weight.abs()));
        // A row of zeros gets a scale too, since its weights are divided by it.
        let scale = largest.max(1e-8) / 127.0;
        values.extend(row.iter().map(|weight| (weight / scale).round() as i8));
        scales.push(scale);
    }
    WeightRows::Int8 { values, scales }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_scaled_by_its_largest_weight() {
        let rows = WeightRows::Float(vec![2.54, -1.26, 0.0, 0.0]).in_precision(Precision::Int8, 2);
        let WeightRows::Int8 { values, scales } = &rows else { panic!("{rows:?}") };
        assert_eq!(values, &[127, -63, 0, 0]);
        assert!((scales[0] - 0.02).abs() < 1e-6);
    }

    /// A block of the scale 2.0, whose first and second weights are -8 and 7 times that, and all others 0.
    fn block() -> Vec<u8> {
        let mut block = vec![0x88; BLOCK_BYTES];
        (block[0], block[1], block[2], block[3]) = (0x00, 0x40, 0x80, 0x8f);
        block
    }

    #[test]
    fn a_block_has_a_scale_and_32_weights_of_half_a_byte() {
        let floats = WeightRows::Int4(block()).into_floats(BLOCK);
        assert_eq!((floats[0], floats[1], floats.len()), (-16.0, 14.0, BLOCK));
        assert!(floats[2..].iter().all(|weight| *weight == 0.0));
        assert_eq!((row_bytes(384), row_bytes(33)), (Some(216), None));
    }

    #[test]
    fn blocks_become_integers_where_a_product_needs_them() {
        let rows = WeightRows::Int4(block()).in_precision(Precision::Int8, BLOCK);
        let WeightRows::Int8 { values, scales } = &rows else { panic!("{rows:?}") };
        assert_eq!((values[0], values[1], scales.len()), (-127, 111, 1));
    }

    #[test]
    fn rows_of_both_kinds_can_be_appended() {
        let int8 = || WeightRows::Int8 { values: vec![2, 3], scales: vec![0.5] };
        let mut rows = int8();
        rows.append(int8(), 2);
        assert_eq!(rows, WeightRows::Int8 { values: vec![2, 3, 2, 3], scales: vec![0.5, 0.5] });
        rows.append(WeightRows::Float(vec![7.0, 8.0]), 2);
        assert_eq!(rows, WeightRows::Float(vec![1.0, 1.5, 1.0, 1.5, 7.0, 8.0]));
    }
}
