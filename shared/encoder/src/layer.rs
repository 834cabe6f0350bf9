//! One layer: every piece looks at every other, then each is worked on alone.

use rten_gemm::{GemmInputA, GemmInputB, GemmOptions};

use crate::linear::{Linear, LinearFloats, Precision, arithmetic, strided};
use crate::room::Room;
use crate::rows::{Activation, Matrix, Norm, add, softmax};
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
    /// Query, key and value in one product.
    pub(crate) joined: Linear,
    pub(crate) mix: Linear,
    pub(crate) mix_norm: Norm,
    pub(crate) widen: Linear,
    pub(crate) activation: Activation,
    pub(crate) narrow: Linear,
    pub(crate) narrow_norm: Norm,
    pub(crate) heads: usize,
}

/// A layer's numbers, before they are packed for a processor or copied to another device.
#[derive(Debug)]
pub(crate) struct LayerFloats {
    pub(crate) joined: LinearFloats,
    pub(crate) mix: LinearFloats,
    pub(crate) mix_norm: Norm,
    pub(crate) widen: LinearFloats,
    pub(crate) activation: Activation,
    pub(crate) narrow: LinearFloats,
    pub(crate) narrow_norm: Norm,
    pub(crate) heads: usize,
}

impl Layer {
    /// Packs a layer's numbers.
    pub(crate) fn of(floats: LayerFloats, precision: Precision) -> Result<Self, LoadError> {
        Ok(Self {
            joined: floats.joined.packed(precision)?,
            mix: floats.mix.packed(precision)?,
            mix_norm: floats.mix_norm,
            widen: floats.widen.packed(precision)?,
            activation: floats.activation,
            narrow: floats.narrow.packed(precision)?,
            narrow_norm: floats.narrow_norm,
            heads: floats.heads,
        })
    }

    pub(crate) fn read(
        weights: &Weights<'_>,
        index: usize,
        sizes: Sizes,
        precision: Precision,
    ) -> Result<Self, LoadError> {
        let Sizes { hidden, inner, heads, epsilon } = sizes;
        let linear = |names: &[&str], inputs, outputs| {
            let names: Vec<String> = names.iter().map(|name| format!("layers.{index}.{name}")).collect();
            Linear::read(weights, &names, inputs, outputs, precision)
        };
        let norm = |name: &str| norm(weights, &format!("layers.{index}.{name}"), hidden, epsilon);
        Ok(Self {
            joined: linear(&["query", "key", "value"], hidden, hidden)?,
            mix: linear(&["mix"], hidden, hidden)?,
            mix_norm: norm("mix_norm")?,
            widen: linear(&["widen"], hidden, inner)?,
            activation: Activation::Gelu,
            narrow: linear(&["narrow"], inner, hidden)?,
            narrow_norm: norm("narrow_norm")?,
            heads,
        })
    }

    /// Puts the layer's rows in place of its input.
    pub(crate) fn apply(&self, rows: &mut Matrix, room: &mut Room) -> Result<(), LoadError> {
        self.joined.apply(rows, &mut room.joined, &mut room.products)?;
        self.attend(rows.width, room)?;
        self.mix.apply(&room.attended, &mut room.mixed, &mut room.products)?;
        add(&mut room.mixed, rows);
        self.mix_norm.apply(&mut room.mixed);
        self.widen.apply(&room.mixed, &mut room.inner, &mut room.products)?;
        self.activation.apply(&mut room.inner);
        self.narrow.apply(&room.inner, rows, &mut room.products)?;
        add(rows, &room.mixed);
        self.narrow_norm.apply(rows);
        Ok(())
    }

    /// For each head, the values of all pieces weighted by how well their keys meet the piece's query.
    fn attend(&self, hidden: usize, room: &mut Room) -> Result<(), LoadError> {
        let Room { products, joined, attended, looks, part, .. } = room;
        let (pieces, width) = (joined.height(), joined.width);
        let size = hidden / self.heads.max(1);
        looks.fit(pieces, pieces);
        part.fit(pieces, size);
        attended.fit(pieces, hidden);
        for head in 0..self.heads {
            let at = head * size;
            let query = strided(from(joined, at), [pieces, size], [width, 1])?;
            let key = strided(from(joined, hidden + at), [size, pieces], [1, width])?;
            let value = strided(from(joined, 2 * hidden + at), [pieces, size], [width, 1])?;
            let scaled = GemmOptions { alpha: (size as f32).sqrt().recip(), ..GemmOptions::default() };
            products
                .floats
                .gemm(&mut looks.values, GemmInputA::Unpacked(query), GemmInputB::Unpacked(key), scaled)
                .map_err(arithmetic)?;
            softmax(looks);
            let weights = strided(&looks.values, [pieces, pieces], [pieces, 1])?;
            products
                .floats
                .gemm(
                    &mut part.values,
                    GemmInputA::Unpacked(weights),
                    GemmInputB::Unpacked(value),
                    GemmOptions::default(),
                )
                .map_err(arithmetic)?;
            for (out, part) in attended.rows_mut().zip(part.rows()) {
                if let Some(out) = out.get_mut(at..at + size) {
                    out.copy_from_slice(part);
                }
            }
        }
        Ok(())
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
