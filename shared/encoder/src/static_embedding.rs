//! Vectors of texts from a table: each subword has one vector, whatever stands around it.
//!
//! The table is distilled from a transformer once (`lab/teacher/table.py`). A text costs only its subwords and a
//! sum, some thousand times less than the network.

use std::collections::HashSet;
use std::io::{Read, Seek};
use std::path::Path;

use serde::Deserialize;

use crate::config::FILE as CONFIG;
use crate::error::{FolderError, SAVE_AGAIN};
use crate::files::ModelFiles;
use crate::fingerprint::{Fingerprint, header_safe};
use crate::quantization::WeightRows;
use crate::runs::runs;
use crate::tensors::Tensors;
use crate::tokenizer::Tokenizer;

/// What a language has in common is the mean of its news. This row is for all languages that have none.
const OTHERS: &str = "und";

/// Turns texts into vectors of which those about the same subject have a high cosine, whatever their languages.
///
/// # Examples
///
/// ```
/// use encoder::StaticEmbedding;
///
/// // The folder of a table; this one has random vectors and serves the tests.
/// let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/folders/static");
/// let embedding = StaticEmbedding::open(folder.as_ref())?;
/// let vector = embedding.vector("Rain fell in Oslo.", "en").expect("it has known subwords");
/// assert_eq!(vector.len(), embedding.dimensions());
/// assert_eq!(embedding.vector(" ", "en"), None);
/// # Ok::<(), encoder::FolderError>(())
/// ```
#[derive(Debug)]
pub struct StaticEmbedding {
    name: String,
    tokenizer: Tokenizer,
    dimensions: usize,
    /// The vectors of the subwords, in 8 bits.
    values: Vec<i8>,
    /// For each subword, what its values are multiplied by.
    scales: Vec<f32>,
    /// For each subword, how much it counts: less the more frequent it is.
    weights: Vec<f32>,
    /// The mean vector of news in each language, by primary subtag.
    means: Vec<(String, Vec<f32>)>,
}

/// `config.json` of a table.
#[derive(Debug, Deserialize)]
struct Config {
    model_type: String,
    #[serde(rename = "wiredesk_name")]
    name: Option<String>,
    dimensions: usize,
    subwords: usize,
    /// The languages of the means, in order; the last is `und`.
    languages: Vec<String>,
}

impl StaticEmbedding {
    /// Reads the table in a folder.
    ///
    /// # Errors
    ///
    /// If a file is missing, invalid or unsupported, or if the files are not of the same table.
    pub fn open(folder: &Path) -> Result<Self, FolderError> {
        Self::read(&mut ModelFiles::open(folder)?)
    }

    /// Reads a table as [`Self::open`] does, from the files of a folder.
    pub fn read<R: Read + Seek>(files: &mut ModelFiles<R>) -> Result<Self, FolderError> {
        let config = Config::read(&files.config)?;
        let tokenizer = Tokenizer::read(&files.tokenizer)?;
        if tokenizer.highest as usize >= config.subwords {
            let problem =
                format!("has subword {}, and config.json says {}", tokenizer.highest, config.subwords);
            return Err(FolderError::new("tokenizer.json", problem, "take both files from one folder"));
        }
        let mut identity = Fingerprint::default();
        identity.add(&files.config);
        identity.add(&files.tokenizer);
        let _ = files.weights.rewind();
        identity.add_last(&mut files.weights).map_err(|error| {
            FolderError::from_source("model.safetensors", error, "check that the process may read it")
        })?;
        let mut tensors = Tensors::read(&mut files.weights)?;
        let (subwords, dimensions) = (config.subwords, config.dimensions);
        let rows = tensors.weights("embeddings", [subwords, dimensions])?;
        let WeightRows::Int8 { values, scales } = rows else {
            let fix = "write it with lab/teacher/table.py";
            return Err(FolderError::new("model.safetensors", "the embeddings are not in 8 bits", fix));
        };
        let weights = tensors.floats("weights", &[subwords])?;
        let means = tensors.floats("means", &[config.languages.len(), dimensions])?;
        let means = means.chunks(dimensions).map(<[f32]>::to_vec);
        Ok(Self {
            name: identity.identity(&header_safe(config.name.as_ref().unwrap_or(&files.name))),
            tokenizer,
            dimensions,
            values,
            scales,
            weights,
            means: config.languages.into_iter().zip(means).collect(),
        })
    }

    /// Returns name and hash of the table.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the number of dimensions of each vector.
    pub fn dimensions(&self) -> usize {
        self.dimensions
    }

    /// Returns the languages whose news the table was made with, as primary subtags. Other languages have vectors,
    /// too, but nobody has measured what they are worth.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.means.iter().map(|(language, _)| language.as_str()).filter(|language| *language != OTHERS)
    }

    /// Returns the vector of a text, with length 1; `None` if it has no known subword.
    ///
    /// It is the weighted mean of the vectors of the subwords, each once however often it occurs, less the mean
    /// of news in the language. `language` is a primary subtag, such as `en`.
    pub fn vector(&self, text: &str, language: &str) -> Option<Vec<f32>> {
        let mut sum = vec![0.0; self.dimensions];
        let mut all = 0.0;
        for subword in self.subwords(text) {
            all += self.add(subword as usize, &mut sum);
        }
        if all <= 0.0 {
            return None;
        }
        for value in &mut sum {
            *value /= all;
        }
        for (value, mean) in sum.iter_mut().zip(self.mean(language).unwrap_or_default()) {
            *value -= mean;
        }
        let length = sum.iter().map(|value| value * value).sum::<f32>().sqrt();
        (length > 0.0).then(|| sum.iter().map(|value| value / length).collect())
    }

    /// Returns the different subwords of a text, in ascending order.
    fn subwords(&self, text: &str) -> Vec<u32> {
        let mut seen = HashSet::new();
        let mut found = Vec::new();
        for word in text.split_whitespace() {
            for run in runs(word, &[]) {
                let (spaced, run) = (run.span.start == 0, word.get(run.span).unwrap_or_default());
                if seen.insert((run, spaced)) {
                    found.extend(self.tokenizer.split_run(run, spaced).into_iter().map(|subword| subword.id));
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Adds the vector of a subword, and returns its weight.
    fn add(&self, subword: usize, sum: &mut [f32]) -> f32 {
        let start = subword * self.dimensions;
        let row = self.values.get(start..start + self.dimensions).unwrap_or_default();
        let of = |all: &[f32]| all.get(subword).copied().unwrap_or_default();
        let (weight, scale) = (of(&self.weights), of(&self.scales));
        for (value, row) in sum.iter_mut().zip(row) {
            *value += weight * scale * f32::from(*row);
        }
        weight
    }

    fn mean(&self, language: &str) -> Option<&[f32]> {
        let of = |tag: &str| self.means.iter().find(|(known, _)| known == tag);
        of(language).or_else(|| of(OTHERS)).map(|(_, mean)| mean.as_slice())
    }
}

impl Config {
    fn read(file: &[u8]) -> Result<Self, FolderError> {
        let config: Self = serde_json::from_slice(file)
            .map_err(|error| FolderError::from_source(CONFIG, error, SAVE_AGAIN))?;
        if config.model_type != "static" || config.dimensions == 0 {
            let problem = format!("model_type is `{}`, not `static`", header_safe(&config.model_type));
            return Err(FolderError::new(CONFIG, problem, "give the folder of a table of vectors"));
        }
        Ok(config)
    }
}
