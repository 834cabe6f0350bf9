//! Loads the network from its tensors: one architecture, under the tensor names of three families.

use std::io::{Read, Seek};

use super::cpu::CpuNetwork;
#[cfg(feature = "candle")]
use super::device::{DeviceNetwork, device_failed};
use super::embeddings::Embeddings;
use super::engine::{Device, Engine, mismatch};
use super::layer::LayerWeights;
use super::linear::LinearWeights;
use super::matrix::Norm;
use crate::config::{Config, Family};
use crate::error::FolderError;
use crate::quantization::{Precision, WeightRows};
use crate::tensors::{FILE, Tensors};

/// The names of a family's tensors, below its prefix.
struct Names {
    prefix: &'static str,
    layer: &'static str,
    query: &'static str,
    key: &'static str,
    value: &'static str,
    attention_output: &'static str,
    attention_norm: &'static str,
    feed_forward_up: &'static str,
    feed_forward_down: &'static str,
    output_norm: &'static str,
}

const BERT: Names = Names {
    prefix: "bert.",
    layer: "encoder.layer",
    query: "attention.self.query",
    key: "attention.self.key",
    value: "attention.self.value",
    attention_output: "attention.output.dense",
    attention_norm: "attention.output.LayerNorm",
    feed_forward_up: "intermediate.dense",
    feed_forward_down: "output.dense",
    output_norm: "output.LayerNorm",
};
const ROBERTA: Names = Names { prefix: "roberta.", ..BERT };
const DISTILBERT: Names = Names {
    prefix: "distilbert.",
    layer: "transformer.layer",
    query: "attention.q_lin",
    key: "attention.k_lin",
    value: "attention.v_lin",
    attention_output: "attention.out_lin",
    attention_norm: "sa_layer_norm",
    feed_forward_up: "ffn.lin1",
    feed_forward_down: "ffn.lin2",
    output_norm: "output_layer_norm",
};

/// Loads the network that `config` describes, onto a device too if one is given.
pub(crate) fn load<R: Read + Seek>(
    config: &Config,
    tensors: &mut Tensors<R>,
    precision: Precision,
    device: Option<&Device>,
) -> Result<Engine, FolderError> {
    let names = match config.family {
        Family::Bert => &BERT,
        Family::Roberta => &ROBERTA,
        Family::DistilBert => &DISTILBERT,
    };
    if !tensors.contains("classifier.weight") {
        let fix = "the folder holds a base model; use one that was fine-tuned for NER and saved by save_pretrained()";
        return Err(FolderError::new(FILE, "has no `classifier.weight`", fix));
    }
    let mut loader = Loader { config, names, tensors };
    #[cfg(feature = "candle")]
    let on_device = device.map(|device| loader.on_device(device)).transpose()?;
    #[cfg(not(feature = "candle"))]
    let _ = device;
    Ok(Engine {
        cpu: loader.on_cpu(precision)?,
        #[cfg(feature = "candle")]
        device: on_device,
    })
}

struct Loader<'a, R> {
    config: &'a Config,
    names: &'a Names,
    tensors: &'a mut Tensors<R>,
}

impl<R: Read + Seek> Loader<'_, R> {
    fn on_cpu(&mut self, precision: Precision) -> Result<CpuNetwork, FolderError> {
        let mut embeddings = self.embeddings()?;
        // Rows in 4 bits stay as they are: they are looked up, not multiplied.
        if !matches!(embeddings.subwords, WeightRows::Int4(_)) {
            embeddings.subwords = embeddings.subwords.in_precision(precision, embeddings.hidden);
        }
        // Layer by layer, so that only one layer is in memory both as stored and packed.
        let layers = 0..self.config.layers;
        let layer = |index| self.layer(index)?.pack(precision).map_err(mismatch);
        let layers = layers.map(layer).collect::<Result<_, _>>()?;
        let classifier = self.classifier()?.pack(precision).map_err(mismatch)?;
        Ok(CpuNetwork { embeddings, layers, classifier })
    }

    #[cfg(feature = "candle")]
    fn on_device(&mut self, device: &Device) -> Result<DeviceNetwork, FolderError> {
        use super::device::{DeviceEmbeddings, DeviceLayer, DeviceLinear};
        let embeddings = DeviceEmbeddings::copy(self.embeddings()?, device).map_err(device_failed)?;
        let layers = 0..self.config.layers;
        let layer = |index| DeviceLayer::copy(self.layer(index)?, device).map_err(device_failed);
        let layers = layers.map(layer).collect::<Result<_, _>>()?;
        let classifier = DeviceLinear::copy(self.classifier()?, device).map_err(device_failed)?;
        Ok(DeviceNetwork::new(device, embeddings, layers, classifier))
    }

    fn classifier(&mut self) -> Result<LinearWeights, FolderError> {
        self.linear(&["classifier".to_owned()], self.config.sizes.hidden, self.config.labels.len())
    }

    fn embeddings(&mut self) -> Result<Embeddings, FolderError> {
        let Config { sizes, vocabulary, positions, first_position, segments, .. } = *self.config;
        let hidden = sizes.hidden;
        let prefix = self.names.prefix;
        let table = |table: &str| format!("{prefix}embeddings.{table}_embeddings.weight");
        let subwords = self.tensors.weights(&table("word"), [vocabulary, hidden])?;
        let mut positions = self.tensors.floats(&table("position"), &[positions, hidden])?;
        positions.drain(..positions.len().min(first_position * hidden));
        if segments > 0 {
            // A text is one segment, the first, whose row is the same at every position.
            let segments = self.tensors.floats(&table("token_type"), &[segments, hidden])?;
            for row in positions.chunks_exact_mut(hidden) {
                row.iter_mut().zip(&segments).for_each(|(value, segment)| *value += segment);
            }
        }
        let norm = self.norm(&format!("{prefix}embeddings.LayerNorm"))?;
        Ok(Embeddings { hidden, subwords, positions, norm })
    }

    fn layer(&mut self, index: usize) -> Result<LayerWeights, FolderError> {
        let names = self.names;
        let (hidden, intermediate) = (self.config.sizes.hidden, self.config.sizes.intermediate);
        let name = |tensor: &str| format!("{}{}.{index}.{tensor}", names.prefix, names.layer);
        Ok(LayerWeights {
            qkv: self.linear(&[name(names.query), name(names.key), name(names.value)], hidden, hidden)?,
            attention_output: self.linear(&[name(names.attention_output)], hidden, hidden)?,
            attention_norm: self.norm(&name(names.attention_norm))?,
            feed_forward_up: self.linear(&[name(names.feed_forward_up)], hidden, intermediate)?,
            activation: self.config.activation,
            feed_forward_down: self.linear(&[name(names.feed_forward_down)], intermediate, hidden)?,
            output_norm: self.norm(&name(names.output_norm))?,
            heads: self.config.sizes.heads,
        })
    }

    /// Reads linear layers of the same size, and puts their outputs side by side.
    fn linear(
        &mut self,
        names: &[String],
        inputs: usize,
        outputs: usize,
    ) -> Result<LinearWeights, FolderError> {
        let (mut weights, mut bias) = (None::<WeightRows>, Vec::new());
        for name in names {
            let rows = self.tensors.weights(&format!("{name}.weight"), [outputs, inputs])?;
            match &mut weights {
                None => weights = Some(rows),
                Some(weights) => weights.append(rows, inputs),
            }
            bias.extend(self.tensors.floats(&format!("{name}.bias"), &[outputs])?);
        }
        let weights = weights.unwrap_or(WeightRows::Float(Vec::new()));
        Ok(LinearWeights { weights, bias, inputs })
    }

    fn norm(&mut self, name: &str) -> Result<Norm, FolderError> {
        let size = [self.config.sizes.hidden];
        // The first published folders call scale and bias gamma and beta.
        let is_old = self.tensors.contains(&format!("{name}.gamma"));
        let (scale, bias) = if is_old { ("gamma", "beta") } else { ("weight", "bias") };
        Ok(Norm {
            scale: self.tensors.floats(&format!("{name}.{scale}"), &size)?,
            bias: self.tensors.floats(&format!("{name}.{bias}"), &size)?,
            epsilon: self.config.sizes.epsilon,
        })
    }
}
