//! The network on a device of candle's: a CUDA card. The tests run the same operations on candle's own processor device.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use candle_core::{D, Device, Error, Result, Tensor};

use crate::layer::LayerFloats;
use crate::linear::LinearFloats;
use crate::network::{Embeddings, Pieces};
use crate::pieces::Shape;
use crate::rows::{Activation, Matrix, Norm};

/// A network whose weights lie on the device, in floats.
#[derive(Debug)]
pub(crate) struct DeviceNetwork {
    device: Device,
    embeddings: DeviceEmbeddings,
    layers: Vec<DeviceLayer>,
    label: DeviceLinear,
    /// One window at a time: threads would share the card's one handle for matrix products.
    turn: Mutex<()>,
    /// Whether the log has been told that the device fails.
    has_failed: AtomicBool,
}

impl DeviceNetwork {
    /// The network of its parts.
    pub(crate) fn of(
        device: &Device,
        embeddings: DeviceEmbeddings,
        layers: Vec<DeviceLayer>,
        label: DeviceLinear,
    ) -> Self {
        let (turn, has_failed) = (Mutex::new(()), AtomicBool::new(false));
        Self { device: device.clone(), embeddings, layers, label, turn, has_failed }
    }

    /// A row of scores, one a label, for each of the pieces of one window; none where the device fails, which the log is
    /// told once.
    pub(crate) fn scores(&self, pieces: &[(u32, Shape)]) -> Option<Matrix> {
        match self.compute(pieces) {
            Ok(scores) => Some(scores),
            Err(error) => {
                if !self.has_failed.swap(true, Ordering::Relaxed) {
                    let error = reason(&error);
                    tracing::error!(%error, "the device fails; the processor computes what it leaves, slower");
                }
                None
            }
        }
    }

    #[cfg(test)]
    pub(crate) fn has_failed(&self) -> bool {
        self.has_failed.load(Ordering::Relaxed)
    }

    /// As [`Self::scores`], with the reason where the device fails.
    pub(crate) fn compute(&self, pieces: &[(u32, Shape)]) -> Result<Matrix> {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let ids: Vec<u32> = pieces.iter().map(|(piece, _)| *piece).collect();
        let mut rows = self.embeddings.apply(&Tensor::new(ids, &self.device)?)?;
        for layer in &self.layers {
            rows = layer.apply(&rows)?;
        }
        let scores = self.label.apply(&rows)?;
        Ok(Matrix { width: scores.dim(D::Minus1)?, values: scores.flatten_all()?.to_vec1()? })
    }
}

/// A row of numbers for each piece and position.
#[derive(Debug)]
pub(crate) struct DeviceEmbeddings {
    pieces: Tensor,
    positions: Tensor,
    norm: DeviceNorm,
}

impl DeviceEmbeddings {
    /// Copies a folder's embeddings; their shapes are nothing but zeros, so they stay behind.
    pub(crate) fn of(embeddings: &Embeddings, device: &Device) -> Result<Self> {
        let table = |values: &[f32]| {
            let rows = values.len() / embeddings.hidden.max(1);
            Tensor::from_slice(values, (rows, embeddings.hidden), device)
        };
        let Pieces::Float(pieces) = &embeddings.pieces else {
            return Err(Error::Msg("embeddings in bytes cannot be copied to a device".to_owned()));
        };
        Ok(Self {
            pieces: table(pieces)?,
            positions: table(&embeddings.positions)?,
            norm: DeviceNorm::of(&embeddings.norm, device)?,
        })
    }

    fn apply(&self, ids: &Tensor) -> Result<Tensor> {
        let positions = self.positions.narrow(0, 0, ids.dim(0)?)?;
        self.norm.apply(&(self.pieces.index_select(ids, 0)? + positions)?)
    }
}

/// A transformer layer, normalized after each half as BERT's are.
#[derive(Debug)]
pub(crate) struct DeviceLayer {
    /// Query, key and value in one product.
    joined: DeviceLinear,
    mix: DeviceLinear,
    mix_norm: DeviceNorm,
    widen: DeviceLinear,
    activation: Activation,
    narrow: DeviceLinear,
    narrow_norm: DeviceNorm,
    heads: usize,
}

impl DeviceLayer {
    /// Copies a layer's numbers.
    pub(crate) fn of(floats: &LayerFloats, device: &Device) -> Result<Self> {
        Ok(Self {
            joined: DeviceLinear::of(&floats.joined, device)?,
            mix: DeviceLinear::of(&floats.mix, device)?,
            mix_norm: DeviceNorm::of(&floats.mix_norm, device)?,
            widen: DeviceLinear::of(&floats.widen, device)?,
            activation: floats.activation,
            narrow: DeviceLinear::of(&floats.narrow, device)?,
            narrow_norm: DeviceNorm::of(&floats.narrow_norm, device)?,
            heads: floats.heads,
        })
    }

    fn apply(&self, rows: &Tensor) -> Result<Tensor> {
        let mixed = self.mix.apply(&self.attend(rows)?)?;
        let mixed = self.mix_norm.apply(&(mixed + rows)?)?;
        let inner = self.widen.apply(&mixed)?;
        let inner = match self.activation {
            Activation::Gelu => inner.gelu_erf()?,
            Activation::ApproximateGelu => inner.gelu()?,
            Activation::Relu => inner.relu()?,
        };
        self.narrow_norm.apply(&(self.narrow.apply(&inner)? + mixed)?)
    }

    /// For each head, the values of all pieces weighted by how well their keys meet the piece's query.
    fn attend(&self, rows: &Tensor) -> Result<Tensor> {
        let (pieces, hidden) = rows.dims2()?;
        let size = hidden / self.heads.max(1);
        let joined = self.joined.apply(rows)?;
        let part = |index: usize| {
            let part = joined.narrow(1, index * hidden, hidden)?.contiguous()?;
            part.reshape((pieces, self.heads, size))?.transpose(0, 1)?.contiguous()
        };
        let (query, key, value) = (part(0)?, part(1)?, part(2)?);
        let looks = (query.matmul(&key.transpose(1, 2)?)? / (size as f64).sqrt())?;
        let found = softmax(&looks)?.matmul(&value)?;
        found.transpose(0, 1)?.contiguous()?.reshape((pieces, hidden))
    }
}

/// `out = rows × weightsᵀ + bias`.
#[derive(Debug)]
pub(crate) struct DeviceLinear {
    /// A column for each output.
    weights: Tensor,
    bias: Tensor,
}

impl DeviceLinear {
    /// Copies a matrix' numbers.
    pub(crate) fn of(floats: &LinearFloats, device: &Device) -> Result<Self> {
        let (inputs, outputs) = (floats.inputs, floats.bias.len());
        let weights = Tensor::from_slice(&floats.weights, (outputs, inputs), device)?;
        let bias = Tensor::from_slice(&floats.bias, outputs, device)?;
        Ok(Self { weights: weights.t()?.contiguous()?, bias })
    }

    fn apply(&self, rows: &Tensor) -> Result<Tensor> {
        rows.matmul(&self.weights)?.broadcast_add(&self.bias)
    }
}

/// The scale and bias of a layer's normalization.
#[derive(Debug)]
struct DeviceNorm {
    scale: Tensor,
    bias: Tensor,
    epsilon: f64,
}

impl DeviceNorm {
    fn of(norm: &Norm, device: &Device) -> Result<Self> {
        let row = |values: &[f32]| Tensor::from_slice(values, values.len(), device);
        Ok(Self { scale: row(&norm.scale)?, bias: row(&norm.bias)?, epsilon: f64::from(norm.epsilon) })
    }

    fn apply(&self, rows: &Tensor) -> Result<Tensor> {
        let rows = rows.broadcast_sub(&rows.mean_keepdim(D::Minus1)?)?;
        let variance = rows.sqr()?.mean_keepdim(D::Minus1)?;
        let rows = rows.broadcast_div(&(variance + self.epsilon)?.sqrt()?)?;
        rows.broadcast_mul(&self.scale)?.broadcast_add(&self.bias)
    }
}

/// What is wrong, without the backtrace that candle writes below it.
pub(crate) fn reason(error: &Error) -> String {
    error.to_string().lines().next().unwrap_or_default().to_owned()
}

fn softmax(looks: &Tensor) -> Result<Tensor> {
    let shifted = looks.broadcast_sub(&looks.max_keepdim(D::Minus1)?)?;
    let shares = shifted.exp()?;
    shares.broadcast_div(&shares.sum_keepdim(D::Minus1)?)
}

#[cfg(test)]
mod tests {
    use std::{fs::File, io::BufReader, path::Path};

    use super::*;
    use crate::Precision;
    use crate::huggingface::{LabelTable, Model, Parts, Word};

    const FOLDERS: [&str; 4] = ["bert", "distilbert", "roberta", "xlm-roberta"];

    fn parts(name: &str) -> Parts<BufReader<File>> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/folders").join(name);
        Parts::open(&folder, &LabelTable::new()).expect("the folder is whole")
    }

    fn words(text: &str) -> Vec<Word<'_>> {
        text.split_whitespace().map(|text| Word { text, spaced: true }).collect()
    }

    #[test]
    fn a_device_computes_what_the_processor_computes() {
        let text = [
            words("Wolfgang Müller met Sofia O'Brien in New York on Monday; it wasn't raining there."),
            words("東京都の小池知事は月曜日に会見した。 Премьер-министр прибыл в Санкт-Петербург"),
        ];
        for name in FOLDERS {
            let processor = Model::read(parts(name), Precision::Float).expect("it is read");
            let device =
                Model::read_on(parts(name), Precision::Float, Some(&Device::Cpu)).expect("it is read");
            assert_eq!(device.name(), processor.name());
            let (scores, processor) = (device.scores(&text), processor.scores(&text));
            assert!(device.device_works(), "{name}: the processor stood in");
            let sizes = |rows: &[Vec<f32>]| rows.iter().map(Vec::len).collect::<Vec<usize>>();
            assert_eq!(sizes(&scores), sizes(&processor), "{name}");
            let mut pairs = scores.iter().flatten().zip(processor.iter().flatten());
            assert!(pairs.all(|(device, processor)| (device - processor).abs() < 1e-4), "{name}");
            assert!(processor.iter().flatten().any(|score| score.abs() > 0.1), "{name}: nothing to compare");
        }
    }

    #[test]
    fn an_error_is_told_in_one_line() {
        let error = Error::Msg("no card".to_owned()).bt().context("below").bt();
        assert!(!reason(&error).contains('\n'));
        assert_eq!(reason(&Error::Msg("no card\n  0: bt".to_owned())), "no card");
    }

    #[test]
    fn a_window_that_does_not_fit_the_device_fails_there() {
        let network = tiny(2);
        assert!(network.scores(&[(0, Shape::Special); 2]).is_some());
        assert!(network.scores(&[(0, Shape::Special); 3]).is_none());
        assert!(network.has_failed());
    }

    /// A network without layers that reads `window` pieces at most.
    fn tiny(window: usize) -> DeviceNetwork {
        let norm = || Norm { scale: vec![1.0; 2], bias: vec![0.0; 2], epsilon: 1e-12 };
        let embeddings = Embeddings {
            hidden: 2,
            pieces: Pieces::Float(vec![1.0; 8]),
            positions: vec![0.5; 2 * window],
            shapes: Vec::new(),
            norm: norm(),
        };
        let label = LinearFloats { weights: vec![1.0; 6], bias: vec![0.0; 3], inputs: 2 };
        let embeddings = DeviceEmbeddings::of(&embeddings, &Device::Cpu).expect("it fits");
        let label = DeviceLinear::of(&label, &Device::Cpu).expect("it fits");
        DeviceNetwork::of(&Device::Cpu, embeddings, Vec::new(), label)
    }
}
