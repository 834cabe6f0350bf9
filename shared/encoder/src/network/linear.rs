//! A linear layer: a matrix product in 8-bit integers or in floats, and a bias.

use std::fmt;

use rten_gemm::{BiasVector, GemmExecutor, GemmInputA, GemmInputB, GemmOptions, PackedBMatrix};
use rten_simd::SimdOp;

use super::arithmetic::{ArithmeticError, transposed, view};
use super::matrix::Matrix;
use super::quantized::{Columns, Dequantize};
use super::workspace::Products;
use crate::quantization::{Precision, WeightRows};

/// The weights of a linear layer as they are stored.
#[derive(Debug)]
pub(super) struct LinearWeights {
    /// One row for each output.
    pub(super) weights: WeightRows,
    pub(super) bias: Vec<f32>,
    /// The width of a row of weights.
    pub(super) inputs: usize,
}

/// A linear layer, packed for this CPU: `out = rows × weightsᵀ + bias`.
pub(super) struct Linear {
    inputs: usize,
    outputs: usize,
    weights: Packed,
}

enum Packed {
    Int8 { weights: PackedBMatrix<i8>, columns: Columns },
    Float { weights: PackedBMatrix<f32>, bias: Vec<f32> },
}

impl LinearWeights {
    /// Packs the weights, in the given precision.
    pub(super) fn pack(self, precision: Precision) -> Result<Linear, ArithmeticError> {
        let Self { weights, bias, inputs } = self;
        let outputs = bias.len();
        let weights = match weights.in_precision(precision, inputs) {
            WeightRows::Int8 { values, scales } => {
                let packed =
                    GemmExecutor::<u8, i8, i32>::default().prepack_b(transposed(&values, inputs, outputs)?);
                let rows = values.chunks_exact(inputs.max(1));
                let sums = rows.map(|row| row.iter().map(|weight| i32::from(*weight)).sum()).collect();
                Packed::Int8 { weights: packed, columns: Columns { sums, scales, bias } }
            }
            weights => {
                let values = weights.into_floats(inputs);
                let packed = GemmExecutor::<f32>::default().prepack_b(transposed(&values, inputs, outputs)?);
                Packed::Float { weights: packed, bias }
            }
        };
        Ok(Linear { inputs, outputs, weights })
    }
}

impl Linear {
    /// Writes the outputs for `rows` to `out`.
    pub(super) fn apply(
        &self,
        rows: &Matrix,
        out: &mut Matrix,
        products: &mut Products,
    ) -> Result<(), ArithmeticError> {
        out.resize(rows.height(), self.outputs);
        match &self.weights {
            Packed::Int8 { weights, columns } => {
                let Products { int8, quantized, sums, .. } = products;
                // CPUs without VNNI add two products in 16 bits, which hold at most 2 × 127 × 127.
                quantized.quantize(rows, if int8.may_saturate() { 127 } else { 255 });
                sums.resize(out.values.len(), 0);
                let input = GemmInputA::Unpacked(view(&quantized.bytes, rows.height(), self.inputs)?);
                int8.gemm(sums, input, GemmInputB::Packed(weights), GemmOptions::default())?;
                let scales = quantized.zeros.iter().copied().zip(quantized.scales.iter().copied());
                for ((sums, row), out) in
                    sums.chunks_exact(self.outputs.max(1)).zip(scales).zip(out.rows_mut())
                {
                    Dequantize { sums, row, columns, out }.dispatch();
                }
            }
            Packed::Float { weights, bias } => {
                let input = GemmInputA::Unpacked(view(&rows.values, rows.height(), self.inputs)?);
                let options = GemmOptions { bias: Some(BiasVector::Row(bias)), ..GemmOptions::default() };
                products.floats.gemm(&mut out.values, input, GemmInputB::Packed(weights), options)?;
            }
        }
        Ok(())
    }
}

impl fmt::Debug for Linear {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Linear({} → {})", self.inputs, self.outputs)
    }
}
