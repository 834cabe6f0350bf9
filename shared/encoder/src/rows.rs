//! What is done row by row between the matrix products.

use rten_simd::ops::{BitOps, NumOps, ToFloat};
use rten_simd::{Isa, SimdOp, SimdUnaryOp};
use rten_vecmath::{
    ApproxGelu, ExtendInit, Gelu, MinMax, Normalize, NormalizeOptions, Quantize, Softmax, Sum, SumSquareSub,
};

/// A matrix by its rows.
#[derive(Debug, Clone, Default)]
pub(crate) struct Matrix {
    pub(crate) width: usize,
    pub(crate) values: Vec<f32>,
}

impl Matrix {
    pub(crate) fn zeros(rows: usize, width: usize) -> Self {
        Self { width, values: vec![0.0; rows * width] }
    }

    /// Makes it `rows` high and `width` wide; what it holds then has no meaning.
    pub(crate) fn fit(&mut self, rows: usize, width: usize) {
        self.width = width;
        self.values.resize(rows * width, 0.0);
    }

    pub(crate) fn height(&self) -> usize {
        self.values.len() / self.width.max(1)
    }

    pub(crate) fn rows(&self) -> impl Iterator<Item = &[f32]> {
        self.values.chunks_exact(self.width.max(1))
    }

    pub(crate) fn rows_mut(&mut self) -> impl Iterator<Item = &mut [f32]> {
        self.values.chunks_exact_mut(self.width.max(1))
    }
}

/// Rows in 8 bits: `value = (byte - zero) * scale`, with a scale and a zero of each row's own.
#[derive(Debug, Default)]
pub(crate) struct Quantized {
    pub(crate) bytes: Vec<u8>,
    pub(crate) zeros: Vec<u8>,
    pub(crate) scales: Vec<f32>,
}

impl Quantized {
    /// Takes a matrix' rows in place of those it had, as bytes up to `highest`.
    pub(crate) fn take(&mut self, matrix: &Matrix, highest: u8) {
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
        // Zero itself must be among the values.
        let (least, most) = (least.min(0.0), most.max(0.0));
        let scale = if most > least { (most - least) / f32::from(highest) } else { 1.0 };
        let zero = (-least / scale).round_ties_even() as u8;
        self.bytes.extend_init(|room| {
            let room = room.get_mut(..row.len()).unwrap_or_default();
            Quantize::new(row, room, scale.recip(), zero).dispatch()
        });
        self.zeros.push(zero);
        self.scales.push(scale);
    }
}

/// Turns sums of integer products back into numbers.
///
/// `sum` is that of `byte * weight`; the row's zero is taken out of it here, `zero` times the column's weights.
/// (The products of `rten-gemm` 0.27 can do so themselves, but took the first rows' zeros for all on AVX-512.)
pub(crate) struct Dequantize<'a> {
    pub(crate) sums: &'a [i32],
    pub(crate) row: (u8, f32),
    pub(crate) columns: &'a Columns,
    pub(crate) out: &'a mut [f32],
}

/// What a matrix's columns need to become numbers again.
#[derive(Debug)]
pub(crate) struct Columns {
    /// The sum of each column's weights.
    pub(crate) sums: Vec<i32>,
    /// What one of its units is worth.
    pub(crate) scales: Vec<f32>,
    pub(crate) bias: Vec<f32>,
}

impl SimdOp for Dequantize<'_> {
    type Output = ();

    #[expect(
        clippy::inline_always,
        reason = "each instruction set gets its copy; else every operation in it is a call"
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

/// The scale and bias of a layer's normalization.
#[derive(Debug)]
pub(crate) struct Norm {
    pub(crate) scale: Vec<f32>,
    pub(crate) bias: Vec<f32>,
    pub(crate) epsilon: f32,
}

impl Norm {
    /// Brings every row to mean 0 and variance 1, then scales and shifts it.
    pub(crate) fn apply(&self, matrix: &mut Matrix) {
        for row in matrix.rows_mut() {
            let count = row.len() as f32;
            let mean = Sum::new(row).dispatch() / count;
            let variance = SumSquareSub::new(row, mean).dispatch() / count;
            let options = NormalizeOptions {
                pre_scale_bias: mean,
                scale: (variance + self.epsilon).sqrt().recip(),
                element_scale: Some(&self.scale),
                bias: 0.0,
                element_bias: Some(&self.bias),
            };
            Normalize::new_mut(row, options).dispatch();
        }
    }
}

pub(crate) fn add(matrix: &mut Matrix, other: &Matrix) {
    for (value, other) in matrix.values.iter_mut().zip(&other.values) {
        *value += other;
    }
}

/// What a layer does to each number of its widest rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Activation {
    Gelu,
    /// By the hyperbolic tangent, close to the former.
    ApproximateGelu,
    Relu,
}

impl Activation {
    pub(crate) fn apply(self, matrix: &mut Matrix) {
        match self {
            Self::Gelu => Gelu {}.map_mut(&mut matrix.values),
            Self::ApproximateGelu => ApproxGelu {}.map_mut(&mut matrix.values),
            Self::Relu => matrix.values.iter_mut().for_each(|value| *value = value.max(0.0)),
        }
    }
}

pub(crate) fn softmax(matrix: &mut Matrix) {
    for row in matrix.rows_mut() {
        Softmax::new_mut(row).dispatch();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quantized(matrix: &Matrix) -> Quantized {
        let mut quantized = Quantized::default();
        quantized.take(matrix, 255);
        quantized
    }

    #[test]
    fn a_row_in_bytes_is_off_by_half_a_step_at_most() {
        let row: Vec<f32> = (0..70_u8).map(|step| f32::from(step) * 0.11 - 2.3).collect();
        let quantized = quantized(&Matrix { width: row.len(), values: row.clone() });
        let (zero, scale) = (f32::from(quantized.zeros[0]), quantized.scales[0]);
        for (value, byte) in row.iter().zip(&quantized.bytes) {
            assert!(((f32::from(*byte) - zero) * scale - value).abs() <= scale * 0.5001, "{value}");
        }
    }

    #[test]
    fn rows_of_one_value_and_of_nothing_but_zeros_come_back() {
        for value in [0.0, 4.5, -4.5] {
            let quantized = quantized(&Matrix { width: 3, values: vec![value; 3] });
            let back = (f32::from(quantized.bytes[0]) - f32::from(quantized.zeros[0])) * quantized.scales[0];
            assert!((back - value).abs() < 1e-5, "{back} for {value}");
        }
    }

    #[test]
    fn a_norm_brings_rows_to_mean_0_and_variance_1() {
        let norm = Norm { scale: vec![1.0; 4], bias: vec![0.0; 4], epsilon: 0.0 };
        let mut matrix = Matrix { width: 4, values: vec![1.0, 1.0, 3.0, 3.0] };
        norm.apply(&mut matrix);
        assert_eq!(matrix.values, [-1.0, -1.0, 1.0, 1.0]);
    }
}
