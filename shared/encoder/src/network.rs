//! The network: embeddings, layers, and a score for each label at each piece.

use crate::layer::{Layer, Sizes, norm};
use crate::linear::{Linear, Precision};
use crate::pieces::{SHAPES, Shape};
use crate::room::Room;
use crate::rows::{Matrix, Norm};
use crate::weights::{LoadError, Weights, mismatch};

/// A row of numbers for each piece, position and shape.
#[derive(Debug)]
pub(crate) struct Embeddings {
    pub(crate) hidden: usize,
    pub(crate) pieces: Pieces,
    pub(crate) positions: Vec<f32>,
    pub(crate) shapes: Vec<f32>,
    pub(crate) norm: Norm,
}

/// The rows of the pieces, in 8 bits with a scale a row, or in floats.
#[derive(Debug)]
pub(crate) enum Pieces {
    Int8 { rows: Vec<i8>, scales: Vec<f32> },
    Float(Vec<f32>),
}

/// The whole network.
#[derive(Debug)]
pub(crate) struct Network {
    embeddings: Embeddings,
    layers: Vec<Layer>,
    label: Linear,
    /// The most pieces it can look at once.
    pub(crate) window: usize,
}

impl Network {
    /// The network of its parts.
    pub(crate) fn of(embeddings: Embeddings, layers: Vec<Layer>, label: Linear) -> Self {
        let window = embeddings.positions.len() / embeddings.hidden.max(1);
        Self { embeddings, layers, label, window }
    }

    pub(crate) fn read(
        weights: &Weights<'_>,
        labels: usize,
        precision: Precision,
    ) -> Result<Self, LoadError> {
        let sizes = sizes(weights)?;
        let hidden = sizes.hidden;
        let vocabulary = weights.rows("piece.weight")?;
        let embeddings = Embeddings {
            hidden,
            pieces: Pieces::Int8 {
                rows: weights.signed("piece.weight", vocabulary, hidden)?,
                scales: weights.floats("piece.scale", vocabulary)?,
            },
            positions: weights.table("position.weight", hidden)?,
            shapes: weights.table("shape.weight", hidden)?,
            norm: norm(weights, "norm", hidden, sizes.epsilon)?,
        };
        if embeddings.shapes.len() != SHAPES * hidden {
            return Err(mismatch("shape.weight", "another number of shapes", &SHAPES.to_string()));
        }
        let layers = weights.number("layers")? as usize;
        let layers = (0..layers)
            .map(|index| Layer::read(weights, index, sizes, precision))
            .collect::<Result<_, _>>()?;
        let label = Linear::read(weights, &["label".to_owned()], hidden, labels, precision)?;
        Ok(Self::of(embeddings, layers, label))
    }

    /// A row of scores, one a label, for each of the pieces of one window.
    pub(crate) fn scores(&self, pieces: &[(u32, Shape)], room: &mut Room) -> Result<Matrix, LoadError> {
        let mut rows = self.embeddings.of(pieces);
        for layer in &self.layers {
            layer.apply(&mut rows, room)?;
        }
        let mut scores = Matrix::default();
        self.label.apply(&rows, &mut scores, &mut room.products)?;
        Ok(scores)
    }
}

impl Embeddings {
    fn of(&self, pieces: &[(u32, Shape)]) -> Matrix {
        let mut rows = Matrix::zeros(pieces.len(), self.hidden);
        let positions = self.positions.chunks_exact(self.hidden.max(1));
        for ((row, position), (piece, shape)) in rows.rows_mut().zip(positions).zip(pieces) {
            let shape = self.shapes.get(*shape as usize * self.hidden..).unwrap_or_default();
            self.pieces.write(*piece as usize, row);
            for ((value, position), shape) in row.iter_mut().zip(position).zip(shape) {
                *value = *value + position + shape;
            }
        }
        self.norm.apply(&mut rows);
        rows
    }
}

impl Pieces {
    /// Writes the row of `piece`; zeros where there is none.
    fn write(&self, piece: usize, row: &mut [f32]) {
        let at = piece * row.len();
        match self {
            Self::Int8 { rows, scales } => {
                let scale = scales.get(piece).copied().unwrap_or_default();
                for (value, weight) in row.iter_mut().zip(rows.get(at..).unwrap_or_default()) {
                    *value = f32::from(*weight) * scale;
                }
            }
            Self::Float(rows) => {
                for (value, weight) in row.iter_mut().zip(rows.get(at..).unwrap_or_default()) {
                    *value = *weight;
                }
            }
        }
    }
}

fn sizes(weights: &Weights<'_>) -> Result<Sizes, LoadError> {
    let size = |name: &str| weights.number(name).map(|number| number as usize);
    let sizes = Sizes {
        hidden: size("hidden")?,
        inner: size("inner")?,
        heads: size("heads")?,
        epsilon: weights.number("epsilon")? as f32,
    };
    if sizes.heads == 0 || sizes.hidden == 0 || !sizes.hidden.is_multiple_of(sizes.heads) {
        return Err(mismatch("heads", &sizes.heads.to_string(), "a divisor of the hidden size"));
    }
    Ok(sizes)
}
