//! Opening a folder: its files, read and held against each other.

use std::fs::{self, File};
use std::io::{BufReader, ErrorKind, Read, Seek};
use std::path::Path;

use super::Model;
use super::config::{self, Config};
use super::digest::Fingerprint;
use super::error::{FolderError, SAVE_AGAIN};
use super::labels::{self, LabelTable, Labels};
use super::network;
use super::tensors::{self, Tensors};
use super::tokenizer::{self, Tokenizer};
use crate::classifier::on_one_thread;
use crate::linear::Precision;
use crate::pieces::Shape;

/// A folder's files in memory, the weights to be read piece by piece.
#[derive(Debug)]
pub struct Parts<R> {
    /// What the model is called.
    pub name: String,
    /// `config.json`.
    pub config: Vec<u8>,
    /// `tokenizer.json`.
    pub tokenizer: Vec<u8>,
    /// `model.safetensors`.
    pub weights: R,
    /// What labels mean where they do not say so themselves.
    pub labels: LabelTable,
}

impl Parts<BufReader<File>> {
    pub(crate) fn open(folder: &Path, labels: &LabelTable) -> Result<Self, FolderError> {
        let config = read(folder, config::FILE)?;
        let tokenizer = read(folder, tokenizer::FILE)?;
        let mut table = LabelTable::new();
        if folder.join(labels::FILE).exists() {
            table = labels::table(&read(folder, labels::FILE)?)?;
        }
        table.extend(labels.clone());
        let path = folder.join(tensors::FILE);
        let weights = File::open(path).map_err(|error| missing(folder, tensors::FILE, &error))?;
        let name = fs::canonicalize(folder).ok();
        let name =
            name.as_deref().unwrap_or(folder).file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Self { name, config, tokenizer, weights: BufReader::new(weights), labels: table })
    }
}

impl Model {
    /// Reads a folder. What `labels` says goes before the folder's own `wiredesk-labels.json`.
    ///
    /// The arithmetic runs on the calling thread alone: as many threads may look for names at once as there are cores.
    pub fn open(folder: &Path, labels: &LabelTable, precision: Precision) -> Result<Self, FolderError> {
        Self::read(Parts::open(folder, labels)?, precision)
    }

    /// Reads a folder and copies its network to CUDA card number `card`, which computes in floats. The processor keeps the network,
    /// too, for what the card fails at.
    ///
    /// Threads share the card; what each asks for is one window at a time.
    #[cfg(feature = "cuda")]
    pub fn open_on_cuda(folder: &Path, labels: &LabelTable, card: usize) -> Result<Self, FolderError> {
        let parts = Parts::open(folder, labels)?;
        let device = candle_core::Device::new_cuda(card).map_err(network::failed)?;
        Self::read_on(parts, Precision::Float, Some(&device))
    }

    /// Reads a folder's files, and tries the network once, so that what does not fit shows here.
    pub fn read<R: Read + Seek>(parts: Parts<R>, precision: Precision) -> Result<Self, FolderError> {
        Self::read_on(parts, precision, None)
    }

    /// The same with a device that computes, in floats; the processor stands in where it fails.
    pub(crate) fn read_on<R: Read + Seek>(
        parts: Parts<R>,
        precision: Precision,
        device: Option<&network::Device>,
    ) -> Result<Self, FolderError> {
        on_one_thread();
        let Parts { name, config, tokenizer, mut weights, labels: table } = parts;
        let mut fingerprint = Fingerprint::default();
        fingerprint.add(&config);
        fingerprint.add(&tokenizer);
        fingerprint.add(format!("{table:?} {precision:?}").as_bytes());
        let config = Config::read(&config)?;
        let labels = Labels::read(&config.labels, &table)?;
        let tokenizer = Tokenizer::read(&tokenizer)?;
        let mut tensors = Tensors::read(&mut weights)?;
        let network = network::read(&config, &mut tensors, precision, device)?;
        weights
            .rewind()
            .and_then(|()| fingerprint.add_all(&mut weights))
            .map_err(|error| FolderError::new(tensors::FILE, error, "see that the worker may read it"))?;
        let model = Self { name: fingerprint.name(&name), tokenizer, labels, network };
        model.check(config.vocabulary)?;
        Ok(model)
    }

    fn check(&self, vocabulary: usize) -> Result<(), FolderError> {
        let highest = self.tokenizer.highest as usize;
        if highest >= vocabulary {
            let problem = format!("has pieces up to number {highest}, the network {vocabulary} of them");
            return Err(FolderError::new(tokenizer::FILE, problem, "take all files from one folder"));
        }
        if self.room() < 16 {
            let problem = format!("max_position_embeddings leaves room for {} pieces", self.room());
            return Err(FolderError::new(
                config::FILE,
                problem,
                "take a model that reads at least a sentence",
            ));
        }
        let specials = self.tokenizer.opening.iter().chain(&self.tokenizer.closing);
        let specials: Vec<(u32, Shape)> = specials.map(|id| (*id, Shape::Special)).collect();
        let scores = self.network.trial(&specials)?;
        if scores.iter().flat_map(|scores| &scores.values).any(|score| !score.is_finite()) {
            return Err(FolderError::new(tensors::FILE, "its weights give no numbers", SAVE_AGAIN));
        }
        Ok(())
    }
}

fn read(folder: &Path, file: &str) -> Result<Vec<u8>, FolderError> {
    fs::read(folder.join(file)).map_err(|error| missing(folder, file, &error))
}

/// Why a file cannot be read: what lies beside it often tells.
fn missing(folder: &Path, file: &str, error: &std::io::Error) -> FolderError {
    if error.kind() != ErrorKind::NotFound {
        return FolderError::new(file, error, "see that the worker may read it");
    }
    let has = |name: &str| folder.join(name).exists();
    let convert = |class: &str| {
        format!(
            "write it once in Python: from transformers import {class}; \
             {class}.from_pretrained(\"DIR\").save_pretrained(\"DIR\")"
        )
    };
    if !folder.is_dir() {
        let fix = "give the folder that has config.json, tokenizer.json and model.safetensors";
        return FolderError::new(file, "there is no such folder", fix);
    }
    match file {
        tensors::FILE if has("model.safetensors.index.json") => {
            let fix = format!(
                "{}, max_shard_size=\"100GB\")",
                convert("AutoModelForTokenClassification").trim_end_matches(')')
            );
            FolderError::new(file, "missing, the folder has it in several parts", fix)
        }
        tensors::FILE if has("pytorch_model.bin") => {
            let fix = convert("AutoModelForTokenClassification");
            FolderError::new(file, "missing, the folder has only pytorch_model.bin", fix)
        }
        tokenizer::FILE if ["vocab.txt", "vocab.json", "sentencepiece.bpe.model"].into_iter().any(has) => {
            FolderError::new(
                file,
                "missing, the folder has only the tokenizer's older files",
                convert("AutoTokenizer"),
            )
        }
        _ => FolderError::new(file, "no such file", "copy it from where the model came from"),
    }
}
