//! The network from its tensors: one architecture, under three sets of names, on the processor or on another device, too.

use std::io::{Read, Seek};

use super::config::{Config, Family};
use super::error::FolderError;
use super::tensors::{FILE, Tensors};
#[cfg(feature = "candle")]
use crate::device::{DeviceEmbeddings, DeviceLayer, DeviceLinear, DeviceNetwork, reason};
use crate::layer::{Layer, LayerFloats};
use crate::linear::{LinearFloats, Precision, in_bytes};
use crate::network::{Embeddings, Network, Pieces};
use crate::pieces::{SHAPES, Shape};
use crate::room::Room;
use crate::rows::{Matrix, Norm};
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

/// What computes a folder's network: this processor, or a device that the processor stands in for.
#[derive(Debug)]
pub(super) struct Engine {
    processor: Network,
    #[cfg(feature = "candle")]
    device: Option<DeviceNetwork>,
}

/// A device to compute on besides the processor; without the feature `candle` there is none.
#[cfg(feature = "candle")]
pub(crate) type Device = candle_core::Device;
#[cfg(not(feature = "candle"))]
pub(crate) type Device = std::convert::Infallible;

impl Engine {
    /// The most pieces it can look at once.
    pub(super) fn window(&self) -> usize {
        self.processor.window
    }

    /// Whether there is a device, and nothing has failed on it.
    #[cfg(all(test, feature = "candle"))]
    pub(super) fn device_works(&self) -> bool {
        self.device.as_ref().is_some_and(|device| !device.has_failed())
    }

    /// The same from the processor and, if there is one, from the device, which must not fail here.
    pub(super) fn trial(&self, pieces: &[(u32, Shape)]) -> Result<Vec<Matrix>, FolderError> {
        let scores = self.processor.scores(pieces, &mut Room::default()).map_err(refused)?;
        #[cfg(feature = "candle")]
        if let Some(device) = &self.device {
            return Ok(vec![scores, device.compute(pieces).map_err(failed)?]);
        }
        Ok(vec![scores])
    }

    /// A row of scores, one a label, for each of the pieces of one window.
    ///
    /// A device that fails, out of memory or gone, costs speed: its window is computed by the processor.
    pub(super) fn scores(&self, pieces: &[(u32, Shape)], room: &mut Room) -> Result<Matrix, LoadError> {
        #[cfg(feature = "candle")]
        if let Some(scores) = self.device.as_ref().and_then(|device| device.scores(pieces)) {
            return Ok(scores);
        }
        self.processor.scores(pieces, room)
    }
}

/// Reads the network that `config` describes.
pub(super) fn read<R: Read + Seek>(
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
    if !tensors.has("classifier.weight") {
        let fix = "the folder holds a base model; take one fine-tuned for NER, saved by save_pretrained()";
        return Err(FolderError::new(FILE, "has no `classifier.weight`", fix));
    }
    let mut reading = Reading { config, names, tensors };
    #[cfg(feature = "candle")]
    let on_device = device.map(|device| reading.on_device(device)).transpose()?;
    #[cfg(not(feature = "candle"))]
    let _ = device;
    Ok(Engine {
        processor: reading.on_processor(precision)?,
        #[cfg(feature = "candle")]
        device: on_device,
    })
}

struct Reading<'a, R> {
    config: &'a Config,
    names: &'a Names,
    tensors: &'a mut Tensors<R>,
}

impl<R: Read + Seek> Reading<'_, R> {
    fn on_processor(&mut self, precision: Precision) -> Result<Network, FolderError> {
        let embeddings = self.embeddings(precision)?;
        let layers = 0..self.config.layers;
        let layer = |index| Layer::of(self.layer(index)?, precision).map_err(refused);
        let layers = layers.map(layer).collect::<Result<_, _>>()?;
        Ok(Network::of(embeddings, layers, self.label()?.packed(precision).map_err(refused)?))
    }

    #[cfg(feature = "candle")]
    fn on_device(&mut self, device: &Device) -> Result<DeviceNetwork, FolderError> {
        let embeddings = DeviceEmbeddings::of(&self.embeddings(Precision::Float)?, device).map_err(failed)?;
        let layers = 0..self.config.layers;
        let layer = |index| DeviceLayer::of(&self.layer(index)?, device).map_err(failed);
        let layers = layers.map(layer).collect::<Result<_, _>>()?;
        let label = DeviceLinear::of(&self.label()?, device).map_err(failed)?;
        Ok(DeviceNetwork::of(device, embeddings, layers, label))
    }

    fn label(&mut self) -> Result<LinearFloats, FolderError> {
        self.linear(&["classifier".to_owned()], self.config.sizes.hidden, self.config.labels.len())
    }

    fn embeddings(&mut self, precision: Precision) -> Result<Embeddings, FolderError> {
        let Config { sizes, vocabulary, positions, first_position, segments, .. } = *self.config;
        let hidden = sizes.hidden;
        let table = |table: &str| format!("{}embeddings.{table}.weight", self.names.prefix);
        let (words, places, kinds) =
            (table("word_embeddings"), table("position_embeddings"), table("token_type_embeddings"));
        let pieces = self.tensors.floats(&words, &[vocabulary, hidden])?;
        let pieces = match precision {
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

    fn layer(&mut self, index: usize) -> Result<LayerFloats, FolderError> {
        let names = self.names;
        let (hidden, inner) = (self.config.sizes.hidden, self.config.sizes.inner);
        let name = |part: &str| format!("{}{}.{index}.{part}", names.prefix, names.layer);
        Ok(LayerFloats {
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
    fn linear(
        &mut self,
        names: &[String],
        inputs: usize,
        outputs: usize,
    ) -> Result<LinearFloats, FolderError> {
        let (mut weights, mut bias) = (Vec::new(), Vec::new());
        for name in names {
            weights.extend(self.tensors.floats(&format!("{name}.weight"), &[outputs, inputs])?);
            bias.extend(self.tensors.floats(&format!("{name}.bias"), &[outputs])?);
        }
        Ok(LinearFloats { weights, bias, inputs })
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

fn refused(error: LoadError) -> FolderError {
    FolderError::new(FILE, error, "take config.json and model.safetensors from one folder")
}

/// The device cannot take the network.
#[cfg(feature = "candle")]
#[expect(clippy::needless_pass_by_value, reason = "as `map_err` hands it over")]
pub(super) fn failed(error: candle_core::Error) -> FolderError {
    let fix = "see with nvidia-smi that the card is there and has memory left, or compute on the processor";
    FolderError::new("device", reason(&error), fix)
}
