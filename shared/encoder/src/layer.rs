//! One layer: every piece looks at every other, then each is worked on alone.

use rten_gemm::{GemmExecutor, GemmInputA, GemmInputB, GemmOptions};

use crate::linear::{Linear, Precision, arithmetic, strided};
use crate::rows::{Matrix, Norm, add, gelu, softmax};
use crate::weights::{LoadError, Weights};

/// Sizes of the network.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sizes {
    pub(crate) hidden: usize,
    pub(crate) inner: usize,
    pub(crate) heads: usize,
    pub(crate) epsilon: f32,
}

/// A transformer layer, normalized after each half as BERT's are.
#[derive(Debug)]
pub(crate) struct Layer {
    query: Linear,
    key: Linear,
    value: Linear,
    mix: Linear,
    mix_norm: Norm,
    widen: Linear,
    narrow: Linear,
    narrow_norm: Norm,
    heads: usize,
}

impl Layer {
    pub(crate) fn read(
        weights: &Weights<'_>,
        index: usize,
        sizes: Sizes,
        precision: Precision,
    ) -> Result<Self, LoadError> {
        let Sizes { hidden, inner, heads, epsilon } = sizes;
        let linear = |name: &str, inputs, outputs| {
            Linear::read(weights, &format!("layers.{index}.{name}"), inputs, outputs, precision)
        };
        let norm = |name: &str| norm(weights, &format!("layers.{index}.{name}"), hidden, epsilon);
        Ok(Self {
            query: linear("query", hidden, hidden)?,
            key: linear("key", hidden, hidden)?,
            value: linear("value", hidden, hidden)?,
            mix: linear("mix", hidden, hidden)?,
            mix_norm: norm("mix_norm")?,
            widen: linear("widen", hidden, inner)?,
            narrow: linear("narrow", inner, hidden)?,
            narrow_norm: norm("narrow_norm")?,
            heads,
        })
    }

    pub(crate) fn apply(&self, rows: &Matrix) -> Result<Matrix, LoadError> {
        let mut attended = self.mix.apply(&self.attend(rows)?)?;
        add(&mut attended, rows);
        self.mix_norm.apply(&mut attended);
        let mut inner = self.widen.apply(&attended)?;
        gelu(&mut inner);
        let mut out = self.narrow.apply(&inner)?;
        add(&mut out, &attended);
        self.narrow_norm.apply(&mut out);
        Ok(out)
    }

    /// For each head, the values of all pieces weighted by how well their keys meet the piece's query.
    fn attend(&self, rows: &Matrix) -> Result<Matrix, LoadError> {
        let (query, key, value) = (self.query.apply(rows)?, self.key.apply(rows)?, self.value.apply(rows)?);
        let (pieces, hidden) = (rows.height(), rows.width);
        let size = hidden / self.heads.max(1);
        let product = GemmExecutor::<f32>::default();
        let mut weights = Matrix::zeros(pieces, pieces);
        let mut part = Matrix::zeros(pieces, size);
        let mut out = Matrix::zeros(pieces, hidden);
        for head in 0..self.heads {
            let at = head * size;
            let query = strided(from(&query, at), [pieces, size], [hidden, 1])?;
            let key = strided(from(&key, at), [size, pieces], [1, hidden])?;
            let value = strided(from(&value, at), [pieces, size], [hidden, 1])?;
            let scaled = GemmOptions { alpha: (size as f32).sqrt().recip(), ..GemmOptions::default() };
            product
                .gemm(&mut weights.values, GemmInputA::Unpacked(query), GemmInputB::Unpacked(key), scaled)
                .map_err(arithmetic)?;
            softmax(&mut weights);
            let weights = strided(&weights.values, [pieces, pieces], [pieces, 1])?;
            product
                .gemm(
                    &mut part.values,
                    GemmInputA::Unpacked(weights),
                    GemmInputB::Unpacked(value),
                    GemmOptions::default(),
                )
                .map_err(arithmetic)?;
            for (out, part) in out.rows_mut().zip(part.rows()) {
                if let Some(out) = out.get_mut(at..at + size) {
                    out.copy_from_slice(part);
                }
            }
        }
        Ok(out)
    }
}

fn from(matrix: &Matrix, column: usize) -> &[f32] {
    matrix.values.get(column..).unwrap_or_default()
}

pub(crate) fn norm(
    weights: &Weights<'_>,
    name: &str,
    hidden: usize,
    epsilon: f32,
) -> Result<Norm, LoadError> {
    let (scale, bias) = (
        weights.floats(&format!("{name}.weight"), hidden)?,
        weights.floats(&format!("{name}.bias"), hidden)?,
    );
    Ok(Norm { scale, bias, epsilon })
}
