//! The files of a model folder.

use std::fs::{self, File};
use std::io::{self, BufReader, ErrorKind};
use std::path::Path;

use crate::error::{CHECK_ACCESS, FolderError};
use crate::{config, fingerprint, tensors, tokenizer};

/// The file in which a folder may say what its labels mean.
pub(crate) const LABELS: &str = "wiredesk-labels.json";

const GIVE_A_FOLDER: &str = "give the folder that has config.json, tokenizer.json and model.safetensors";

/// The files of a model folder in memory, except for the weights, which are read one tensor at a time.
#[derive(Debug)]
pub struct ModelFiles<R> {
    /// The name of the folder.
    pub name: String,
    /// `config.json`.
    pub config: Vec<u8>,
    /// `tokenizer.json`.
    pub tokenizer: Vec<u8>,
    /// `model.safetensors`.
    pub weights: R,
    /// `wiredesk-labels.json`, which is optional.
    pub labels: Option<Vec<u8>>,
}

impl ModelFiles<BufReader<File>> {
    /// Opens the files of a folder.
    ///
    /// # Errors
    ///
    /// If a file is missing or cannot be read. Where the folder has a file of an older format instead, the
    /// error says how to convert it.
    pub fn open(folder: &Path) -> Result<Self, FolderError> {
        let config = read(folder, config::FILE)?;
        let tokenizer = read(folder, tokenizer::FILE)?;
        let labels = folder.join(LABELS).exists().then(|| read(folder, LABELS)).transpose()?;
        let weights = File::open(folder.join(tensors::FILE))
            .map_err(|error| unreadable(folder, tensors::FILE, error))?;
        let path = fs::canonicalize(folder).ok();
        let name = path.as_deref().unwrap_or(folder).file_name().unwrap_or_default();
        let name = fingerprint::header_safe(&name.to_string_lossy());
        Ok(Self { name, config, tokenizer, weights: BufReader::new(weights), labels })
    }
}

fn read(folder: &Path, file: &str) -> Result<Vec<u8>, FolderError> {
    fs::read(folder.join(file)).map_err(|error| unreadable(folder, file, error))
}

/// Explains why a file cannot be read. The other files of the folder often show the reason.
fn unreadable(folder: &Path, file: &str, error: io::Error) -> FolderError {
    if folder.is_file() {
        return FolderError::new(file, "the path is a file, not a folder", GIVE_A_FOLDER).because(error);
    }
    if error.kind() != ErrorKind::NotFound {
        return FolderError::from_source(file, error, CHECK_ACCESS);
    }
    missing(folder, file).because(error)
}

fn missing(folder: &Path, file: &str) -> FolderError {
    let has = |name: &str| folder.join(name).exists();
    let convert = |class: &str| {
        format!(
            "convert it once in Python: from transformers import {class}; \
             {class}.from_pretrained(\"DIR\").save_pretrained(\"DIR\")"
        )
    };
    if !folder.is_dir() {
        return FolderError::new(file, "there is no such folder", GIVE_A_FOLDER);
    }
    match file {
        tensors::FILE if has("model.safetensors.index.json") => {
            let fix = format!(
                "{}, max_shard_size=\"100GB\")",
                convert("AutoModelForTokenClassification").trim_end_matches(')')
            );
            FolderError::new(file, "missing; the folder has the model in several files", fix)
        }
        tensors::FILE if has("pytorch_model.bin") => {
            let fix = convert("AutoModelForTokenClassification");
            FolderError::new(file, "missing; the folder has only pytorch_model.bin", fix)
        }
        tokenizer::FILE if ["vocab.txt", "vocab.json", "sentencepiece.bpe.model"].into_iter().any(has) => {
            let problem = "missing; the folder has only the older files of the tokenizer";
            FolderError::new(file, problem, convert("AutoTokenizer"))
        }
        _ => FolderError::new(file, "no such file", "copy it from the source of the model"),
    }
}
