//! 8-bit activations: rows of floats to bytes, and integer sums back to floats.

use rten_simd::ops::{BitOps, NumOps, ToFloat};
use rten_simd::{Isa, SimdOp};
use rten_vecmath::{ExtendInit, MinMax, Quantize};

use super::matrix::Matrix;

/// The rows of a matrix in 8 bits: `value = (byte - zero) × scale`, with a zero and a scale for each row.
#[derive(Debug, Default)]
pub(super) struct Quantized {
    pub(super) bytes: Vec<u8>,
    pub(super) zeros: Vec<u8>,
    pub(super) scales: Vec<f32>,
}

impl Quantized {
    /// Replaces the rows by those of `matrix`, in bytes up to `highest`.
    pub(super) fn quantize(&mut self, matrix: &Matrix, highest: u8) {
        self.bytes.clear();
        self.zeros.clear();
        self.scales.clear();
        self.bytes.reserve(matrix.values.len());
        for row in matrix.rows() {
            self.push(row, highest);
        }
    }

    fn push(&mut self, row: &[f32], highest: u8) {
        let (least, most) = MinMax::new(row).dispatch();
        // The range includes 0, so that 0 has an exact byte.
        let (least, most) = (least.min(0.0), most.max(0.0));
        let scale = if most > least { (most - least) / f32::from(highest) } else { 1.0 };
        let zero = (-least / scale).round_ties_even() as u8;
        self.bytes.extend_init(|spare| {
            let spare = spare.get_mut(..row.len()).unwrap_or_default();
            Quantize::new(row, spare, scale.recip(), zero).dispatch()
        });
        self.zeros.push(zero);
        self.scales.push(scale);
    }
}

/// Converts one row of integer sums back to floats.
///
/// Each sum is that of `byte × weight`. The zero of the row is subtracted here, as `zero` times the sum of
/// the column's weights. `rten-gemm` 0.27 can subtract it too, but used the zeros of the first rows for all
/// rows on AVX-512.
pub(super) struct Dequantize<'a> {
    pub(super) sums: &'a [i32],
    /// Zero and scale of the row.
    pub(super) row: (u8, f32),
    pub(super) columns: &'a Columns,
    pub(super) out: &'a mut [f32],
}

/// What converting integer sums needs to know of each column of a weight matrix.
#[derive(Debug)]
pub(super) struct Columns {
    /// The sums of the integer weights.
    pub(super) sums: Vec<i32>,
    /// The scales of the weights.
    pub(super) scales: Vec<f32>,
    /// What is added to each value at the end.
    pub(super) bias: Vec<f32>,
}

impl SimdOp for Dequantize<'_> {
    type Output = ();

    #[expect(
        clippy::inline_always,
        reason = "each instruction set needs its own copy; otherwise every operation in it is a call"
    )]
    #[inline(always)]
    fn eval<I: Isa>(self, isa: I) {
        let (floats, integers) = (isa.f32(), isa.i32());
        let Self { sums, row: (zero, row_scale), columns, out } = self;
        let (zeros, row_scales) = (integers.splat(i32::from(zero)), floats.splat(row_scale));
        let lanes = floats.len();
        let whole = columns.scales.chunks_exact(lanes).zip(columns.bias.chunks_exact(lanes));
        let whole = whole.zip(columns.sums.chunks_exact(lanes));
        let rows = sums.chunks_exact(lanes).zip(out.chunks_exact_mut(lanes));
        for ((sums, out), ((scales, bias), weights)) in rows.zip(whole) {
            let sums = integers.sub(integers.load(sums), integers.mul(zeros, integers.load(weights)));
            let value = floats.mul(integers.to_float(sums), row_scales);
            floats.store(floats.mul_add(value, floats.load(scales), floats.load(bias)), out);
        }
        let done = out.len() - out.len() % lanes;
        let rest = columns.scales.iter().zip(&columns.bias).zip(&columns.sums);
        for ((sum, out), ((scale, bias), weights)) in sums.iter().zip(out).zip(rest).skip(done) {
            let sum = sum - i32::from(zero) * weights;
            *out = (sum as f32 * row_scale).mul_add(*scale, *bias);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quantized(matrix: &Matrix) -> Quantized {
        let mut quantized = Quantized::default();
        quantized.quantize(matrix, 255);
        quantized
    }

    #[test]
    fn a_quantized_value_differs_by_at_most_half_a_step() {
        let row: Vec<f32> = (0..70_u8).map(|step| f32::from(step) * 0.11 - 2.3).collect();
        let quantized = quantized(&Matrix { width: row.len(), values: row.clone() });
        let (zero, scale) = (f32::from(quantized.zeros[0]), quantized.scales[0]);
        for (value, byte) in row.iter().zip(&quantized.bytes) {
            assert!(((f32::from(*byte) - zero) * scale - value).abs() <= scale * 0.5001, "{value}");
        }
    }

    #[test]
    fn constant_rows_are_exact() {
        for value in [0.0, 4.5, -4.5] {
            let quantized = quantized(&Matrix { width: 3, values: vec![value; 3] });
            let back = (f32::from(quantized.bytes[0]) - f32::from(quantized.zeros[0])) * quantized.scales[0];
            assert!((back - value).abs() < 1e-5, "{back} for {value}");
        }
    }
}
