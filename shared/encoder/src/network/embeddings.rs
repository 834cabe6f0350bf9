//! The embeddings: the first rows of the network, from subwords and positions.

use super::input::Input;
use super::matrix::{Matrix, Norm};
use crate::quantization::{WeightRows, row_bytes, write_blocks};

/// The embedding tables. The row of a position includes that of the segment, since an article has only one.
#[derive(Debug)]
pub(super) struct Embeddings {
    /// The width of a row.
    pub(super) hidden: usize,
    pub(super) subwords: WeightRows,
    pub(super) positions: Vec<f32>,
    pub(super) norm: Norm,
}

impl Embeddings {
    /// Returns the number of positions, which is the largest window.
    pub(super) fn window(&self) -> usize {
        self.positions.len() / self.hidden.max(1)
    }

    /// Returns a row for each position of the input.
    pub(super) fn embed(&self, inputs: &[Input]) -> Matrix {
        let mut rows = Matrix::zeros(inputs.len(), self.hidden);
        let positions = self.positions.chunks_exact(self.hidden.max(1));
        for ((row, position), input) in rows.rows_mut().zip(positions).zip(inputs) {
            self.write_subword(input.id as usize, row);
            row.iter_mut().zip(position).for_each(|(value, position)| *value += position);
        }
        self.norm.apply(&mut rows);
        rows
    }

    /// Writes the row of a subword; zeros stay where the table has none.
    fn write_subword(&self, id: usize, row: &mut [f32]) {
        let at = id * row.len();
        match &self.subwords {
            WeightRows::Int4(blocks) => {
                let bytes = row_bytes(row.len()).unwrap_or_default();
                write_blocks(blocks.get(id * bytes..).unwrap_or_default(), row);
            }
            WeightRows::Int8 { values, scales } => {
                let scale = scales.get(id).copied().unwrap_or_default();
                for (out, value) in row.iter_mut().zip(values.get(at..).unwrap_or_default()) {
                    *out = f32::from(*value) * scale;
                }
            }
            WeightRows::Float(values) => {
                for (out, value) in row.iter_mut().zip(values.get(at..).unwrap_or_default()) {
                    *out = *value;
                }
            }
        }
    }
}
