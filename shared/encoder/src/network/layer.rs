//! A transformer layer: self-attention, then a feed-forward network.

use rten_gemm::{GemmInputA, GemmInputB, GemmOptions};

use super::arithmetic::{ArithmeticError, strided};
use super::linear::{Linear, LinearWeights};
use super::matrix::{Matrix, Norm, activate, add, softmax};
use super::workspace::Workspace;
use crate::config::Activation;
use crate::quantization::Precision;

/// The weights of a layer as they are stored.
#[derive(Debug)]
pub(super) struct LayerWeights {
    /// Query, key and value, whose outputs are side by side.
    pub(super) qkv: LinearWeights,
    pub(super) attention_output: LinearWeights,
    pub(super) attention_norm: Norm,
    pub(super) feed_forward_up: LinearWeights,
    pub(super) activation: Activation,
    pub(super) feed_forward_down: LinearWeights,
    pub(super) output_norm: Norm,
    /// The number of attention heads.
    pub(super) heads: usize,
}

/// A layer that normalizes after attention and after the feed-forward network, as BERT does.
#[derive(Debug)]
pub(super) struct Layer {
    /// Query, key and value in one product, which is faster than three.
    qkv: Linear,
    attention_output: Linear,
    attention_norm: Norm,
    feed_forward_up: Linear,
    activation: Activation,
    feed_forward_down: Linear,
    output_norm: Norm,
    heads: usize,
}

impl LayerWeights {
    /// Packs the weights for this CPU.
    pub(super) fn pack(self, precision: Precision) -> Result<Layer, ArithmeticError> {
        Ok(Layer {
            qkv: self.qkv.pack(precision)?,
            attention_output: self.attention_output.pack(precision)?,
            attention_norm: self.attention_norm,
            feed_forward_up: self.feed_forward_up.pack(precision)?,
            activation: self.activation,
            feed_forward_down: self.feed_forward_down.pack(precision)?,
            output_norm: self.output_norm,
            heads: self.heads,
        })
    }
}

impl Layer {
    /// Replaces the input rows by the output rows.
    pub(super) fn apply(&self, rows: &mut Matrix, work: &mut Workspace) -> Result<(), ArithmeticError> {
        self.qkv.apply(rows, &mut work.qkv, &mut work.products)?;
        self.attend(rows.width, work)?;
        self.attention_output.apply(&work.context, &mut work.attention_output, &mut work.products)?;
        add(&mut work.attention_output, rows);
        self.attention_norm.apply(&mut work.attention_output);
        self.feed_forward_up.apply(&work.attention_output, &mut work.intermediate, &mut work.products)?;
        activate(self.activation, &mut work.intermediate);
        self.feed_forward_down.apply(&work.intermediate, rows, &mut work.products)?;
        add(rows, &work.attention_output);
        self.output_norm.apply(rows);
        Ok(())
    }

    /// Computes scaled dot-product attention for each head: `softmax(query × keyᵀ / √size) × value`.
    fn attend(&self, hidden: usize, work: &mut Workspace) -> Result<(), ArithmeticError> {
        let Workspace { products, qkv, context, attention_scores, head_context, .. } = work;
        let (subwords, width) = (qkv.height(), qkv.width);
        let size = hidden / self.heads.max(1);
        attention_scores.resize(subwords, subwords);
        head_context.resize(subwords, size);
        context.resize(subwords, hidden);
        let scale = GemmOptions { alpha: (size as f32).sqrt().recip(), ..GemmOptions::default() };
        for head in 0..self.heads {
            let at = head * size;
            let query = strided(from_column(qkv, at), [subwords, size], [width, 1])?;
            let key = strided(from_column(qkv, hidden + at), [size, subwords], [1, width])?;
            let value = strided(from_column(qkv, 2 * hidden + at), [subwords, size], [width, 1])?;
            let (query, key) = (GemmInputA::Unpacked(query), GemmInputB::Unpacked(key));
            products.floats.gemm(&mut attention_scores.values, query, key, scale.clone())?;
            softmax(attention_scores);
            let scores = strided(&attention_scores.values, [subwords, subwords], [subwords, 1])?;
            let (scores, value) = (GemmInputA::Unpacked(scores), GemmInputB::Unpacked(value));
            products.floats.gemm(&mut head_context.values, scores, value, GemmOptions::default())?;
            for (row, own) in context.rows_mut().zip(head_context.rows()) {
                if let Some(row) = row.get_mut(at..at + size) {
                    row.copy_from_slice(own);
                }
            }
        }
        Ok(())
    }
}

fn from_column(matrix: &Matrix, column: usize) -> &[f32] {
    matrix.values.get(column..).unwrap_or_default()
}
