//! A layer's matrix: weights times rows, in 8 bits or in floats.

use std::fmt;

use rten_gemm::{BiasVector, GemmExecutor, GemmInputA, GemmInputB, GemmOptions, PackedBMatrix};
use rten_simd::SimdOp;
use rten_tensor::NdTensorView;

use crate::rows::{Columns, Dequantize, Matrix, Quantized};
use crate::weights::{LoadError, Weights};

/// In which numbers the network computes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    /// 8-bit integers: four times as fast.
    Int8,
    /// 32-bit floats, from the same 8-bit weights; what the tests compare with.
    Float,
}

/// `out = rows × weightsᵀ + bias`.
pub(crate) struct Linear {
    inputs: usize,
    outputs: usize,
    weights: Numbers,
}

enum Numbers {
    Int8 { packed: PackedBMatrix<i8>, columns: Columns },
    Float { packed: PackedBMatrix<f32>, bias: Vec<f32> },
}

impl Linear {
    /// Reads `<name>.weight` (a row for each output), `<name>.scale` and `<name>.bias`.
    pub(crate) fn read(
        weights: &Weights<'_>,
        name: &str,
        inputs: usize,
        outputs: usize,
        precision: Precision,
    ) -> Result<Self, LoadError> {
        let signed = weights.signed(&format!("{name}.weight"), outputs, inputs)?;
        let scales = weights.floats(&format!("{name}.scale"), outputs)?;
        let bias = weights.floats(&format!("{name}.bias"), outputs)?;
        let weights = match precision {
            Precision::Int8 => {
                let packed =
                    GemmExecutor::<u8, i8, i32>::default().prepack_b(transposed(&signed, inputs, outputs)?);
                let rows = signed.chunks_exact(inputs.max(1));
                let sums = rows.map(|row| row.iter().map(|weight| i32::from(*weight)).sum()).collect();
                Numbers::Int8 { packed, columns: Columns { sums, scales, bias } }
            }
            Precision::Float => {
                let rows = signed.chunks_exact(inputs.max(1)).zip(&scales);
                let floats: Vec<f32> = rows
                    .flat_map(|(row, scale)| row.iter().map(move |weight| f32::from(*weight) * scale))
                    .collect();
                let packed = GemmExecutor::<f32>::default().prepack_b(transposed(&floats, inputs, outputs)?);
                Numbers::Float { packed, bias }
            }
        };
        Ok(Self { inputs, outputs, weights })
    }

    pub(crate) fn apply(&self, rows: &Matrix) -> Result<Matrix, LoadError> {
        let mut out = Matrix::zeros(rows.height(), self.outputs);
        match &self.weights {
            Numbers::Int8 { packed, columns } => {
                let quantized = Quantized::of(rows);
                let mut sums = vec![0; out.values.len()];
                let input = GemmInputA::Unpacked(view(&quantized.bytes, rows.height(), self.inputs)?);
                GemmExecutor::<u8, i8, i32>::default()
                    .gemm(&mut sums, input, GemmInputB::Packed(packed), GemmOptions::default())
                    .map_err(arithmetic)?;
                let scales = quantized.zeros.iter().copied().zip(quantized.scales.iter().copied());
                for ((sums, row), out) in
                    sums.chunks_exact(self.outputs.max(1)).zip(scales).zip(out.rows_mut())
                {
                    Dequantize { sums, row, columns, out }.dispatch();
                }
            }
            Numbers::Float { packed, bias } => {
                let input = GemmInputA::Unpacked(view(&rows.values, rows.height(), self.inputs)?);
                let options = GemmOptions { bias: Some(BiasVector::Row(bias)), ..GemmOptions::default() };
                GemmExecutor::<f32>::default()
                    .gemm(&mut out.values, input, GemmInputB::Packed(packed), options)
                    .map_err(arithmetic)?;
            }
        }
        Ok(out)
    }
}

impl fmt::Debug for Linear {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Linear({} → {})", self.inputs, self.outputs)
    }
}

pub(crate) fn arithmetic(error: impl fmt::Display) -> LoadError {
    LoadError::Arithmetic(error.to_string())
}

fn view<T>(values: &[T], rows: usize, width: usize) -> Result<NdTensorView<'_, T, 2>, LoadError> {
    strided(values, [rows, width], [width, 1])
}

fn transposed<T>(values: &[T], inputs: usize, outputs: usize) -> Result<NdTensorView<'_, T, 2>, LoadError> {
    strided(values, [inputs, outputs], [1, inputs])
}

/// A view of part of `values` as a matrix.
pub(crate) fn strided<T>(
    values: &[T],
    shape: [usize; 2],
    strides: [usize; 2],
) -> Result<NdTensorView<'_, T, 2>, LoadError> {
    NdTensorView::from_slice_with_strides(shape, values, strides)
        .map_err(|error| LoadError::Arithmetic(format!("{error:?}")))
}
