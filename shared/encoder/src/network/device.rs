//! The network on a device of candle: a CUDA card. The tests run the same operations on candle's CPU device.
//!
//! Experimental: no one has run it on a card yet.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use candle_core::{D, Device, Error, Result, Tensor};

use super::embeddings::Embeddings;
use super::input::Input;
use super::layer::LayerWeights;
use super::linear::LinearWeights;
use super::matrix::{Matrix, Norm};
use crate::config::Activation;
use crate::error::FolderError;

/// A network whose weights are on the device, in floats.
#[derive(Debug)]
pub(super) struct DeviceNetwork {
    device: Device,
    embeddings: DeviceEmbeddings,
    layers: Vec<DeviceLayer>,
    classifier: DeviceLinear,
    /// Held for the length of a window, since all threads share the card's one handle for matrix products.
    turn: Mutex<()>,
    /// Whether the log already reports that the device fails.
    has_failed: AtomicBool,
}

impl DeviceNetwork {
    pub(super) fn new(
        device: &Device,
        embeddings: DeviceEmbeddings,
        layers: Vec<DeviceLayer>,
        classifier: DeviceLinear,
    ) -> Self {
        let (turn, has_failed) = (Mutex::new(()), AtomicBool::new(false));
        Self { device: device.clone(), embeddings, layers, classifier, turn, has_failed }
    }

    /// Computes a row of logits for each position of a window; `None` where the device fails, which is logged
    /// once.
    pub(super) fn logits(&self, inputs: &[Input]) -> Option<Matrix> {
        match self.compute(inputs) {
            Ok(logits) => Some(logits),
            Err(error) => {
                if !self.has_failed.swap(true, Ordering::Relaxed) {
                    let error = first_line(&error);
                    tracing::error!(%error, "device failed, computing on the CPU, which is slower");
                }
                None
            }
        }
    }

    #[cfg(test)]
    pub(super) fn has_failed(&self) -> bool {
        self.has_failed.load(Ordering::Relaxed)
    }

    /// Computes as [`Self::logits`] does, and returns the error of the device.
    pub(super) fn compute(&self, inputs: &[Input]) -> Result<Matrix> {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let mut rows = self.embeddings.embed(inputs, &self.device)?;
        for layer in &self.layers {
            rows = layer.apply(&rows)?;
        }
        let logits = self.classifier.apply(&rows)?;
        Ok(Matrix { width: logits.dim(D::Minus1)?, values: logits.flatten_all()?.to_vec1()? })
    }
}

/// The embedding tables.
#[derive(Debug)]
pub(super) struct DeviceEmbeddings {
    subwords: Tensor,
    positions: Tensor,
    norm: DeviceNorm,
}

impl DeviceEmbeddings {
    /// Copies the tables to the device.
    pub(super) fn copy(embeddings: Embeddings, device: &Device) -> Result<Self> {
        let hidden = embeddings.hidden;
        let table =
            |values: &[f32]| Tensor::from_slice(values, (values.len() / hidden.max(1), hidden), device);
        Ok(Self {
            positions: table(&embeddings.positions)?,
            norm: DeviceNorm::copy(&embeddings.norm, device)?,
            subwords: table(&embeddings.subwords.into_floats(hidden))?,
        })
    }

    fn embed(&self, inputs: &[Input], device: &Device) -> Result<Tensor> {
        let ids: Vec<u32> = inputs.iter().map(|input| input.id).collect();
        let positions = self.positions.narrow(0, 0, inputs.len())?;
        let rows = (self.subwords.index_select(&Tensor::new(ids, device)?, 0)? + positions)?;
        self.norm.apply(&rows)
    }
}

/// A transformer layer, as [`super::layer::Layer`].
#[derive(Debug)]
pub(super) struct DeviceLayer {
    /// Query, key and value in one product.
    qkv: DeviceLinear,
    attention_output: DeviceLinear,
    attention_norm: DeviceNorm,
    feed_forward_up: DeviceLinear,
    activation: Activation,
    feed_forward_down: DeviceLinear,
    output_norm: DeviceNorm,
    heads: usize,
}

impl DeviceLayer {
    /// Copies the weights of a layer to the device.
    pub(super) fn copy(weights: LayerWeights, device: &Device) -> Result<Self> {
        Ok(Self {
            qkv: DeviceLinear::copy(weights.qkv, device)?,
            attention_output: DeviceLinear::copy(weights.attention_output, device)?,
            attention_norm: DeviceNorm::copy(&weights.attention_norm, device)?,
            feed_forward_up: DeviceLinear::copy(weights.feed_forward_up, device)?,
            activation: weights.activation,
            feed_forward_down: DeviceLinear::copy(weights.feed_forward_down, device)?,
            output_norm: DeviceNorm::copy(&weights.output_norm, device)?,
            heads: weights.heads,
        })
    }

    fn apply(&self, rows: &Tensor) -> Result<Tensor> {
        let attended = self.attention_output.apply(&self.attend(rows)?)?;
        let attended = self.attention_norm.apply(&(attended + rows)?)?;
        let intermediate = self.feed_forward_up.apply(&attended)?;
        let intermediate = match self.activation {
            Activation::Gelu => intermediate.gelu_erf()?,
            Activation::ApproximateGelu => intermediate.gelu()?,
            Activation::Relu => intermediate.relu()?,
        };
        self.output_norm.apply(&(self.feed_forward_down.apply(&intermediate)? + attended)?)
    }

    /// Computes scaled dot-product attention for all heads at once.
    fn attend(&self, rows: &Tensor) -> Result<Tensor> {
        let (subwords, hidden) = rows.dims2()?;
        let size = hidden / self.heads.max(1);
        let qkv = self.qkv.apply(rows)?;
        let by_head = |index: usize| {
            let own = qkv.narrow(1, index * hidden, hidden)?.contiguous()?;
            own.reshape((subwords, self.heads, size))?.transpose(0, 1)?.contiguous()
        };
        let (query, key, value) = (by_head(0)?, by_head(1)?, by_head(2)?);
        let scores = (query.matmul(&key.transpose(1, 2)?)? / (size as f64).sqrt())?;
        let context = softmax(&scores)?.matmul(&value)?;
        context.transpose(0, 1)?.contiguous()?.reshape((subwords, hidden))
    }
}

/// A linear layer: `out = rows × weightsᵀ + bias`.
#[derive(Debug)]
pub(super) struct DeviceLinear {
    /// One column for each output.
    weights: Tensor,
    bias: Tensor,
}

impl DeviceLinear {
    /// Copies the weights of a linear layer to the device.
    pub(super) fn copy(weights: LinearWeights, device: &Device) -> Result<Self> {
        let LinearWeights { weights, bias, inputs } = weights;
        let outputs = bias.len();
        let weights = Tensor::from_slice(&weights.into_floats(inputs), (outputs, inputs), device)?;
        Ok(Self { weights: weights.t()?.contiguous()?, bias: Tensor::from_slice(&bias, outputs, device)? })
    }

    fn apply(&self, rows: &Tensor) -> Result<Tensor> {
        rows.matmul(&self.weights)?.broadcast_add(&self.bias)
    }
}

/// A layer normalization.
#[derive(Debug)]
struct DeviceNorm {
    scale: Tensor,
    bias: Tensor,
    epsilon: f64,
}

impl DeviceNorm {
    fn copy(norm: &Norm, device: &Device) -> Result<Self> {
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

fn softmax(scores: &Tensor) -> Result<Tensor> {
    // Subtracting the largest score keeps the exponentials finite.
    let shifted = scores.broadcast_sub(&scores.max_keepdim(D::Minus1)?)?;
    let exponentials = shifted.exp()?;
    exponentials.broadcast_div(&exponentials.sum_keepdim(D::Minus1)?)
}

/// Returns the message of an error without the backtrace that candle appends.
fn first_line(error: &Error) -> String {
    error.to_string().lines().next().unwrap_or_default().to_owned()
}

/// Turns an error of the device into one of the folder.
pub(crate) fn device_failed(error: Error) -> FolderError {
    let fix = "check with nvidia-smi that the card is there and has free memory, or use the CPU";
    FolderError::new("device", first_line(&error), fix).because(error)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::quantization::{Precision, WeightRows};
    use crate::{ModelFiles, TokenClassifier, Word};

    const FOLDERS: [&str; 5] = ["bert", "distilbert", "roberta", "xlm-roberta", "runs"];

    fn classifier(name: &str, device: Option<&Device>) -> TokenClassifier {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/folders").join(name);
        let mut files = ModelFiles::open(&folder).expect("the folder is complete");
        TokenClassifier::read_on(&mut files, Precision::Float, device).expect("it can be read")
    }

    fn words(text: &str) -> Vec<Word<'_>> {
        text.split_whitespace().map(Word::after_space).collect()
    }

    #[test]
    fn a_device_computes_the_same_as_the_cpu() {
        let text = [
            words("Wolfgang Müller met Sofia O'Brien in New York on Monday; it wasn't raining there."),
            words("東京都の小池知事は月曜日に会見した。 Премьер-министр прибыл в Санкт-Петербург"),
        ];
        for name in FOLDERS {
            let device = classifier(name, Some(&Device::Cpu));
            let cpu = classifier(name, None).logits(&text);
            let logits = device.logits(&text);
            assert!(device.device_works(), "{name}: the CPU stood in");
            let sizes = |rows: &[Vec<f32>]| rows.iter().map(Vec::len).collect::<Vec<usize>>();
            assert_eq!(sizes(&logits), sizes(&cpu), "{name}");
            let mut pairs = logits.iter().flatten().zip(cpu.iter().flatten());
            assert!(pairs.all(|(device, cpu)| (device - cpu).abs() < 1e-4), "{name}");
            assert!(cpu.iter().flatten().any(|logit| logit.abs() > 0.1), "{name}: nothing to compare");
        }
    }

    #[test]
    fn an_error_is_one_line() {
        let error = Error::Msg("no card".to_owned()).bt().context("below").bt();
        assert!(!first_line(&error).contains('\n'));
        assert_eq!(first_line(&Error::Msg("no card\n  0: bt".to_owned())), "no card");
    }

    #[test]
    fn a_window_that_is_too_long_fails_on_the_device() {
        let network = tiny(2);
        assert!(network.logits(&[Input { id: 0 }; 2]).is_some());
        assert!(network.logits(&[Input { id: 0 }; 3]).is_none());
        assert!(network.has_failed());
    }

    /// Creates a network without layers that reads `window` subwords at most.
    fn tiny(window: usize) -> DeviceNetwork {
        let norm = Norm { scale: vec![1.0; 2], bias: vec![0.0; 2], epsilon: 1e-12 };
        let embeddings = Embeddings {
            hidden: 2,
            subwords: WeightRows::Float(vec![1.0; 8]),
            positions: vec![0.5; 2 * window],
            norm,
        };
        let weights = WeightRows::Float(vec![1.0; 6]);
        let classifier = LinearWeights { weights, bias: vec![0.0; 3], inputs: 2 };
        let embeddings = DeviceEmbeddings::copy(embeddings, &Device::Cpu).expect("it fits");
        let classifier = DeviceLinear::copy(classifier, &Device::Cpu).expect("it fits");
        DeviceNetwork::new(&Device::Cpu, embeddings, Vec::new(), classifier)
    }
}
