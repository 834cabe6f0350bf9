//! The error of a matrix product, and views of slices as matrices.

use rten_gemm::GemmError;
use rten_tensor::NdTensorView;
use rten_tensor::errors::FromDataError;

/// The reason why a matrix product cannot be computed: the sizes of the matrices do not fit.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ArithmeticError {
    #[error("the matrices cannot be multiplied: {0}")]
    Product(#[from] GemmError),
    #[error("a matrix is smaller than its shape: {0}")]
    Shape(#[from] FromDataError),
}

/// Returns a view of values that lie row by row.
pub(super) fn view<T>(
    values: &[T],
    rows: usize,
    width: usize,
) -> Result<NdTensorView<'_, T, 2>, ArithmeticError> {
    strided(values, [rows, width], [width, 1])
}

/// Returns a view of weights, stored as one row for each output, with one column for each output.
pub(super) fn transposed<T>(
    values: &[T],
    inputs: usize,
    outputs: usize,
) -> Result<NdTensorView<'_, T, 2>, ArithmeticError> {
    strided(values, [inputs, outputs], [1, inputs])
}

/// Returns a view of values with a distance of `strides` between rows and between columns.
pub(super) fn strided<T>(
    values: &[T],
    shape: [usize; 2],
    strides: [usize; 2],
) -> Result<NdTensorView<'_, T, 2>, ArithmeticError> {
    Ok(NdTensorView::from_slice_with_strides(shape, values, strides)?)
}
