//! Buffers that are reused from window to window. Allocating them anew took a fifth of the time.

use std::fmt;

use rten_gemm::GemmExecutor;

use super::matrix::Matrix;
use super::quantized::Quantized;

/// The matrices between the steps of a layer, and the kernels for this CPU.
#[derive(Default)]
pub(crate) struct Workspace {
    pub(super) products: Products,
    /// Query, key and value of each subword, side by side.
    pub(super) qkv: Matrix,
    /// For one head, the attention that each subword (row) pays to each (column).
    pub(super) attention_scores: Matrix,
    /// For one head, the values weighted by attention.
    pub(super) head_context: Matrix,
    /// The contexts of all heads, side by side.
    pub(super) context: Matrix,
    pub(super) attention_output: Matrix,
    /// The rows inside the feed-forward network.
    pub(super) intermediate: Matrix,
}

/// What a matrix product needs in addition to its matrices.
#[derive(Default)]
pub(super) struct Products {
    pub(super) int8: GemmExecutor<u8, i8, i32>,
    pub(super) floats: GemmExecutor<f32>,
    /// The left-hand matrix in 8 bits.
    pub(super) quantized: Quantized,
    /// The result in integers.
    pub(super) sums: Vec<i32>,
}

impl fmt::Debug for Workspace {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Workspace").finish_non_exhaustive()
    }
}
