//! Finds names with a token classifier that was fine-tuned for named entity recognition.

use std::io::{Read, Seek};
use std::ops::Range;
use std::path::Path;

use super::decoding::{DecodedName, decode};
use super::labels::{self, LabelTable, Labels};
use crate::config::Config;
use crate::error::{CHECK_ACCESS, FolderError};
use crate::files::ModelFiles;
use crate::fingerprint::Fingerprint;
use crate::network::Device;
use crate::quantization::Precision;
use crate::tensors;
use crate::token_classifier::TokenClassifier;
use crate::words::Word;

/// A name: a run of words of one sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Name {
    /// The words, as indexes into those of the sentence.
    pub words: Range<usize>,
    /// The type, one of [`TYPES`](super::TYPES).
    pub kind: &'static str,
    /// The probability, 0 to 1, that the least certain of the words is in a name of this type.
    pub score: f64,
}

/// Finds names with a model whose labels are types of names.
#[derive(Debug)]
pub struct NameRecognizer {
    identity: String,
    classifier: TokenClassifier,
    labels: Labels,
}

impl NameRecognizer {
    /// Reads the model in a folder. `labels` overrides the folder's own `wiredesk-labels.json`.
    ///
    /// # Errors
    ///
    /// Those of [`TokenClassifier::open`], or if no label means a person, organisation, place or other name.
    pub fn open(folder: &Path, labels: &LabelTable, precision: Precision) -> Result<Self, FolderError> {
        Self::read(ModelFiles::open(folder)?, labels, precision)
    }

    /// Reads the model in a folder and copies its network to a CUDA card, by number. It computes in floats
    /// there.
    ///
    /// Threads share the card and take turns, one window at a time. The CPU has the network too and computes
    /// the windows at which the card fails. Experimental: no one has run it on a card yet.
    #[cfg(feature = "cuda")]
    pub fn open_on_cuda(folder: &Path, labels: &LabelTable, card: usize) -> Result<Self, FolderError> {
        let files = ModelFiles::open(folder)?;
        let device = candle_core::Device::new_cuda(card).map_err(crate::network::device_failed)?;
        Self::read_on(files, labels, Precision::Float, Some(&device))
    }

    /// Reads a model as [`Self::open`] does, from the files of a folder.
    pub fn read<R: Read + Seek>(
        files: ModelFiles<R>,
        labels: &LabelTable,
        precision: Precision,
    ) -> Result<Self, FolderError> {
        Self::read_on(files, labels, precision, None)
    }

    fn read_on<R: Read + Seek>(
        mut files: ModelFiles<R>,
        labels: &LabelTable,
        precision: Precision,
        device: Option<&Device>,
    ) -> Result<Self, FolderError> {
        let mut table = files.labels.as_deref().map(labels::table).transpose()?.unwrap_or_default();
        table.extend(labels.clone());
        // The labels come first: reading the weights of a large model takes seconds.
        let labels = Labels::read(&Config::read(&files.config)?.labels, &table)?;
        let classifier = TokenClassifier::read_on(&mut files, precision, device)?;
        let fingerprint = fingerprint(&mut files, &table, precision)?;
        Ok(Self { identity: fingerprint.identity(classifier.name()), classifier, labels })
    }

    /// Returns the identity of the model, for provenance: its name, and the first 12 hexadecimal digits of a
    /// SHA-256 of all that decides its results (the files, the label table and the precision).
    pub fn identity(&self) -> &str {
        &self.identity
    }

    /// Returns the classifier that scores the words.
    pub fn classifier(&self) -> &TokenClassifier {
        &self.classifier
    }

    /// Returns the names of each sentence, in order and without overlaps.
    ///
    /// Neighbouring sentences are read together, so give the sentences of one text in their order.
    pub fn names<'t, S: AsRef<[Word<'t>]>>(&self, sentences: &[S]) -> Vec<Vec<Name>> {
        let mut logits = self.classifier.logits(sentences).into_iter();
        let of_sentence = |sentence: &S| {
            let rows: Vec<Vec<f32>> = logits.by_ref().take(sentence.as_ref().len()).collect();
            decode(&self.labels, &rows).into_iter().filter_map(|name| self.name(name)).collect()
        };
        sentences.iter().map(of_sentence).collect()
    }

    /// Converts a decoded name; `None` for a type that is not a name here, such as a date.
    fn name(&self, name: DecodedName) -> Option<Name> {
        let (_, meaning) = self.labels.types.get(name.kind)?;
        Some(Name { words: name.words, kind: (*meaning)?, score: name.score })
    }
}

fn fingerprint<R: Read + Seek>(
    files: &mut ModelFiles<R>,
    table: &LabelTable,
    precision: Precision,
) -> Result<Fingerprint, FolderError> {
    let mut fingerprint = Fingerprint::default();
    fingerprint.add(&files.config);
    fingerprint.add(&files.tokenizer);
    fingerprint.add(format!("{table:?} {precision:?}").as_bytes());
    let weights = &mut files.weights;
    weights
        .rewind()
        .and_then(|()| fingerprint.add_last(weights))
        .map_err(|error| FolderError::from_source(tensors::FILE, error, CHECK_ACCESS))?;
    Ok(fingerprint)
}
