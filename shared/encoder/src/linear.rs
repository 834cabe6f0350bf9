//! A layer's matrix: weights times rows, in 8 bits or in floats.

use std::fmt;

use rten_gemm::{BiasVector, GemmExecutor, GemmInputA, GemmInputB, GemmOptions, PackedBMatrix};
use rten_simd::SimdOp;
use rten_tensor::NdTensorView;

use crate::room::Products;
use crate::rows::{Columns, Dequantize, Matrix};
use crate::weights::{LoadError, Weights};

/// In which numbers the network computes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    /// 8-bit integers: four times as fast.
    Int8,
    /// 32-bit floats: exact.
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
    /// Reads `<name>.weight` (a row for each output), `<name>.scale` and `<name>.bias` of each name; their outputs
    /// stand beside each other.
    pub(crate) fn read(
        weights: &Weights<'_>,
        names: &[String],
        inputs: usize,
        outputs: usize,
        precision: Precision,
    ) -> Result<Self, LoadError> {
        let (mut signed, mut scales, mut bias) = (Vec::new(), Vec::new(), Vec::new());
        for name in names {
            signed.extend(weights.signed(&format!("{name}.weight"), outputs, inputs)?);
            scales.extend(weights.floats(&format!("{name}.scale"), outputs)?);
            bias.extend(weights.floats(&format!("{name}.bias"), outputs)?);
        }
        Self::of(&signed, Columns { sums: Vec::new(), scales, bias }, inputs, precision)
    }

    /// Packs a row of weights for each output.
    fn of(
        signed: &[i8],
        mut columns: Columns,
        inputs: usize,
        precision: Precision,
    ) -> Result<Self, LoadError> {
        let outputs = columns.scales.len();
        let rows = || signed.chunks_exact(inputs.max(1));
        let weights = match precision {
            Precision::Int8 => {
                let transposed = transposed(signed, inputs, outputs)?;
                let packed = GemmExecutor::<u8, i8, i32>::default().prepack_b(transposed);
                columns.sums = rows().map(|row| row.iter().map(|weight| i32::from(*weight)).sum()).collect();
                Numbers::Int8 { packed, columns }
            }
            Precision::Float => {
                let floats: Vec<f32> = rows()
                    .zip(&columns.scales)
                    .flat_map(|(row, scale)| row.iter().map(move |weight| f32::from(*weight) * scale))
                    .collect();
                let packed = GemmExecutor::<f32>::default().prepack_b(transposed(&floats, inputs, outputs)?);
                Numbers::Float { packed, bias: columns.bias }
            }
        };
        Ok(Self { inputs, outputs, weights })
    }

    /// Writes the outputs for `rows` to `out`.
    pub(crate) fn apply(
        &self,
        rows: &Matrix,
        out: &mut Matrix,
        products: &mut Products,
    ) -> Result<(), LoadError> {
        out.fit(rows.height(), self.outputs);
        match &self.weights {
            Numbers::Int8 { packed, columns } => {
                let Products { bytes, quantized, sums, .. } = products;
                // Processors without VNNI add two products in 16 bits: 2 × 127 × 127 is the most that these hold.
                quantized.take(rows, if bytes.may_saturate() { 127 } else { 255 });
                sums.resize(out.values.len(), 0);
                let input = GemmInputA::Unpacked(view(&quantized.bytes, rows.height(), self.inputs)?);
                bytes
                    .gemm(sums, input, GemmInputB::Packed(packed), GemmOptions::default())
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
                products
                    .floats
                    .gemm(&mut out.values, input, GemmInputB::Packed(packed), options)
                    .map_err(arithmetic)?;
            }
        }
        Ok(())
    }
}

/// A matrix' numbers: a row of weights for each output, and what is added to it.
#[derive(Debug)]
pub(crate) struct LinearFloats {
    pub(crate) weights: Vec<f32>,
    pub(crate) bias: Vec<f32>,
    pub(crate) inputs: usize,
}

impl LinearFloats {
    /// Packs them for this processor. Bytes are made of them with a scale a row where these are asked for.
    pub(crate) fn packed(self, precision: Precision) -> Result<Linear, LoadError> {
        let Self { weights, bias, inputs } = self;
        if precision == Precision::Int8 {
            let (signed, scales) = in_bytes(&weights, inputs);
            return Linear::of(&signed, Columns { sums: Vec::new(), scales, bias }, inputs, precision);
        }
        let outputs = bias.len();
        let packed = GemmExecutor::<f32>::default().prepack_b(transposed(&weights, inputs, outputs)?);
        Ok(Linear { inputs, outputs, weights: Numbers::Float { packed, bias } })
    }
}

/// Each row in whole numbers from -127 to 127, and what one of them is worth.
pub(crate) fn in_bytes(floats: &[f32], width: usize) -> (Vec<i8>, Vec<f32>) {
    let (mut signed, mut scales) = (Vec::with_capacity(floats.len()), Vec::new());
    for row in floats.chunks_exact(width.max(1)) {
        let most = row.iter().fold(0.0_f32, |most, weight| most.max(weight.abs()));
        let scale = most.max(1e-8) / 127.0;
        signed.extend(row.iter().map(|weight| (weight / scale).round() as i8));
        scales.push(scale);
    }
    (signed, scales)
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
