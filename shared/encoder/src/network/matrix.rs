//! Matrices, and the steps between matrix products that change them row by row.

use rten_simd::{SimdOp, SimdUnaryOp};
use rten_vecmath::{ApproxGelu, Gelu, Normalize, NormalizeOptions, Softmax, Sum, SumSquareSub};

use crate::config::Activation;

/// A matrix of floats, row by row.
#[derive(Debug, Clone, Default)]
pub(crate) struct Matrix {
    /// The number of columns.
    pub(crate) width: usize,
    pub(crate) values: Vec<f32>,
}

impl Matrix {
    /// Creates a matrix of zeros.
    pub(super) fn zeros(rows: usize, width: usize) -> Self {
        Self { width, values: vec![0.0; rows * width] }
    }

    /// Resizes the matrix. The values are those of earlier use and must be overwritten.
    pub(super) fn resize(&mut self, rows: usize, width: usize) {
        self.width = width;
        self.values.resize(rows * width, 0.0);
    }

    /// Returns the number of rows.
    pub(super) fn height(&self) -> usize {
        self.values.len() / self.width.max(1)
    }

    /// Iterates over the rows.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &[f32]> {
        self.values.chunks_exact(self.width.max(1))
    }

    /// Iterates over the rows to change them.
    pub(super) fn rows_mut(&mut self) -> impl Iterator<Item = &mut [f32]> {
        self.values.chunks_exact_mut(self.width.max(1))
    }
}

/// A layer normalization (Ba et al. 2016).
#[derive(Debug)]
pub(super) struct Norm {
    pub(super) scale: Vec<f32>,
    pub(super) bias: Vec<f32>,
    /// The number that is added to the variance.
    pub(super) epsilon: f32,
}

impl Norm {
    /// Normalizes every row to mean 0 and variance 1, then scales and shifts it.
    pub(super) fn apply(&self, matrix: &mut Matrix) {
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

/// Adds `other` to `matrix`.
pub(super) fn add(matrix: &mut Matrix, other: &Matrix) {
    for (value, other) in matrix.values.iter_mut().zip(&other.values) {
        *value += other;
    }
}

/// Applies an activation function to every value.
pub(super) fn activate(activation: Activation, matrix: &mut Matrix) {
    match activation {
        Activation::Gelu => Gelu {}.map_mut(&mut matrix.values),
        Activation::ApproximateGelu => ApproxGelu {}.map_mut(&mut matrix.values),
        Activation::Relu => matrix.values.iter_mut().for_each(|value| *value = value.max(0.0)),
    }
}

/// Replaces every row by its softmax.
pub(super) fn softmax(matrix: &mut Matrix) {
    for row in matrix.rows_mut() {
        Softmax::new_mut(row).dispatch();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_normalized_row_has_mean_0_and_variance_1() {
        let norm = Norm { scale: vec![1.0; 4], bias: vec![0.0; 4], epsilon: 0.0 };
        let mut matrix = Matrix { width: 4, values: vec![1.0, 1.0, 3.0, 3.0] };
        norm.apply(&mut matrix);
        assert_eq!(matrix.values, [-1.0, -1.0, 1.0, 1.0]);
    }
}
