//! The network from its tensors: one architecture, under three sets of names.

use std::io::{Read, Seek};

use super::config::{Config, Family};
use super::error::FolderError;
use super::tensors::{FILE, Tensors};
use crate::layer::Layer;
use crate::linear::{Linear, Precision, in_bytes};
use crate::network::{Embeddings, Network, Pieces};
use crate::pieces::SHAPES;
use crate::rows::Norm;
use crate::weights::LoadError;

/// Names of a family's tensors below its prefix.
struct Names {
    prefix: &'static str,
    layer: &'static str,
    query: &'static str,
    key: &'static str,
    value: &'static str,
    mix: &'static str,
    mix_norm: &'static str,
    widen: &'static str,
    narrow: &'static str,
    narrow_norm: &'static str,
}

const BERT: Names = Names {
    prefix: "bert.",
    layer: "encoder.layer",
    query: "attention.self.query",
    key: "attention.self.key",
    value: "attention.self.value",
    mix: "attention.output.dense",
    mix_norm: "attention.output.LayerNorm",
    widen: "intermediate.dense",
    narrow: "output.dense",
    narrow_norm: "output.LayerNorm",
};
const ROBERTA: Names = Names { prefix: "roberta.", ..BERT };
const DISTILBERT: Names = Names {
    prefix: "distilbert.",
    layer: "transformer.layer",
    query: "attention.q_lin",
    key: "attention.k_lin",
    value: "attention.v_lin",
    mix: "attention.out_lin",
    mix_norm: "sa_layer_norm",
    widen: "ffn.lin1",
    narrow: "ffn.lin2",
    narrow_norm: "output_layer_norm",
};

/// Reads the network that `config` describes.
pub(super) fn read<R: Read + Seek>(
    config: &Config,
    tensors: &mut Tensors<R>,
    precision: Precision,
) -> Result<Network, FolderError> {
    let names = match config.family {
        Family::Bert => &BERT,
        Family::Roberta => &ROBERTA,
        Family::DistilBert => &DISTILBERT,
    };
    if !tensors.has("classifier.weight") {
        let fix = "the folder holds a base model; take one fine-tuned for NER, saved by save_pretrained()";
        return Err(FolderError::new(FILE, "has no `classifier.weight`", fix));
    }
    let mut reading = Reading { config, names, tensors, precision };
    let embeddings = reading.embeddings()?;
    let layers = (0..config.layers).map(|index| reading.layer(index)).collect::<Result<_, _>>()?;
    let label = reading.linear(&["classifier".to_owned()], config.sizes.hidden, config.labels.len())?;
    Ok(Network::of(embeddings, layers, label))
}

struct Reading<'a, R> {
    config: &'a Config,
    names: &'a Names,
    tensors: &'a mut Tensors<R>,
    precision: Precision,
}

impl<R: Read + Seek> Reading<'_, R> {
    fn embeddings(&mut self) -> Result<Embeddings, FolderError> {
        let Config { sizes, vocabulary, positions, first_position, segments, .. } = *self.config;
        let hidden = sizes.hidden;
        let table = |table: &str| format!("{}embeddings.{table}.weight", self.names.prefix);
        let (words, places, kinds) =
            (table("word_embeddings"), table("position_embeddings"), table("token_type_embeddings"));
        let pieces = self.tensors.floats(&words, &[vocabulary, hidden])?;
        let pieces = match self.precision {
            Precision::Float => Pieces::Float(pieces),
            Precision::Int8 => {
                let (rows, scales) = in_bytes(&pieces, hidden);
                Pieces::Int8 { rows, scales }
            }
        };
        let mut positions = self.tensors.floats(&places, &[positions, hidden])?;
        positions.drain(..positions.len().min(first_position * hidden));
        if segments > 0 {
            // An article is one segment, the first: its row is the same at every position.
            let segments = self.tensors.floats(&kinds, &[segments, hidden])?;
            for row in positions.chunks_exact_mut(hidden) {
                row.iter_mut().zip(&segments).for_each(|(value, segment)| *value += segment);
            }
        }
        let norm = self.norm(&format!("{}embeddings.LayerNorm", self.names.prefix))?;
        Ok(Embeddings { hidden, pieces, positions, shapes: vec![0.0; SHAPES * hidden], norm })
    }

    fn layer(&mut self, index: usize) -> Result<Layer, FolderError> {
        let names = self.names;
        let (hidden, inner) = (self.config.sizes.hidden, self.config.sizes.inner);
        let name = |part: &str| format!("{}{}.{index}.{part}", names.prefix, names.layer);
        Ok(Layer {
            joined: self.linear(&[name(names.query), name(names.key), name(names.value)], hidden, hidden)?,
            mix: self.linear(&[name(names.mix)], hidden, hidden)?,
            mix_norm: self.norm(&name(names.mix_norm))?,
            widen: self.linear(&[name(names.widen)], hidden, inner)?,
            activation: self.config.activation,
            narrow: self.linear(&[name(names.narrow)], inner, hidden)?,
            narrow_norm: self.norm(&name(names.narrow_norm))?,
            heads: self.config.sizes.heads,
        })
    }

    /// Matrices of the same size, beside each other.
    fn linear(&mut self, names: &[String], inputs: usize, outputs: usize) -> Result<Linear, FolderError> {
        let (mut weights, mut bias) = (Vec::new(), Vec::new());
        for name in names {
            weights.extend(self.tensors.floats(&format!("{name}.weight"), &[outputs, inputs])?);
            bias.extend(self.tensors.floats(&format!("{name}.bias"), &[outputs])?);
        }
        Linear::of_floats(&weights, bias, inputs, self.precision).map_err(refused)
    }

    /// Folders of the first years call a norm's scale and bias gamma and beta.
    fn norm(&mut self, name: &str) -> Result<Norm, FolderError> {
        let size = [self.config.sizes.hidden];
        let old = self.tensors.has(&format!("{name}.gamma"));
        let (scale, bias) = if old { ("gamma", "beta") } else { ("weight", "bias") };
        Ok(Norm {
            scale: self.tensors.floats(&format!("{name}.{scale}"), &size)?,
            bias: self.tensors.floats(&format!("{name}.{bias}"), &size)?,
            epsilon: self.config.sizes.epsilon,
        })
    }
}

pub(super) fn refused(error: LoadError) -> FolderError {
    FolderError::new(FILE, error, "take config.json and model.safetensors from one folder")
}
