//! The network on the CPU.

use super::arithmetic::ArithmeticError;
use super::embeddings::Embeddings;
use super::input::Input;
use super::layer::Layer;
use super::linear::Linear;
use super::matrix::Matrix;
use super::workspace::Workspace;

/// The network, packed for this CPU.
#[derive(Debug)]
pub(super) struct CpuNetwork {
    pub(super) embeddings: Embeddings,
    pub(super) layers: Vec<Layer>,
    /// From the last layer to a logit for each label.
    pub(super) classifier: Linear,
}

impl CpuNetwork {
    /// Returns the number of positions that the network can read at once.
    pub(super) fn window(&self) -> usize {
        self.embeddings.window()
    }

    /// Computes a row of logits for each position of a window.
    pub(super) fn logits(&self, inputs: &[Input], work: &mut Workspace) -> Result<Matrix, ArithmeticError> {
        let mut rows = self.embeddings.embed(inputs);
        for layer in &self.layers {
            layer.apply(&mut rows, work)?;
        }
        let mut logits = Matrix::default();
        self.classifier.apply(&rows, &mut logits, &mut work.products)?;
        Ok(logits)
    }
}
