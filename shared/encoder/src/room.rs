//! Room that is used again from window to window: asking the system for it anew took a fifth of the time.

use std::fmt;

use rten_gemm::GemmExecutor;

use crate::rows::{Matrix, Quantized};

/// The matrices between the steps of a layer, and the kernels for this processor.
#[derive(Default)]
pub(crate) struct Room {
    pub(crate) products: Products,
    /// Query, key and value beside each other.
    pub(crate) joined: Matrix,
    pub(crate) attended: Matrix,
    pub(crate) mixed: Matrix,
    pub(crate) inner: Matrix,
    /// How much each piece looks at each, for one head.
    pub(crate) looks: Matrix,
    /// What one head found.
    pub(crate) part: Matrix,
}

/// What a matrix product needs besides its matrices.
#[derive(Default)]
pub(crate) struct Products {
    pub(crate) bytes: GemmExecutor<u8, i8, i32>,
    pub(crate) floats: GemmExecutor<f32>,
    pub(crate) quantized: Quantized,
    pub(crate) sums: Vec<i32>,
}

impl fmt::Debug for Room {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Room").finish_non_exhaustive()
    }
}
