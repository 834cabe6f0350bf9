//! From a model folder and a text to the logits of each word.

use std::io::{Read, Seek};
use std::ops::Range;
use std::path::Path;

use crate::config::{self, Config, Extension};
use crate::error::{FolderError, SAVE_AGAIN};
use crate::files::ModelFiles;
use crate::fingerprint::header_safe;
use crate::network::{self, Device, Engine, Input, Workspace};
use crate::quantization::Precision;
use crate::tensors::{self, Tensors};
use crate::tokenizer::{self, Tokenizer};
use crate::windows::{Window, plan};
use crate::words::{TextSubwords, Word, subwords};

/// Predicts a label for each word of a text.
///
/// # Examples
///
/// ```
/// use encoder::{Precision, TokenClassifier, Word};
///
/// let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/folders/runs");
/// let classifier = TokenClassifier::open(folder.as_ref(), Precision::Int8)?;
/// let logits = classifier.logits(&[[Word::after_space("Oslo"), Word::after_space("slept")]]);
/// assert_eq!(logits.len(), 2); // One row for each word …
/// assert_eq!(logits[0].len(), classifier.labels().len()); // … with one logit for each label.
/// # Ok::<(), encoder::FolderError>(())
/// ```
#[derive(Debug)]
pub struct TokenClassifier {
    name: String,
    labels: Vec<String>,
    tokenizer: Tokenizer,
    engine: Engine,
    /// The languages that the model was made for.
    languages: Vec<String>,
    /// Whether each run of a text is tokenized alone.
    by_runs: bool,
    /// For each label, the one for a name that goes on, if the label is for a name that begins.
    going_on: Vec<Option<usize>>,
    /// The subwords of each window that may repeat earlier text.
    context: usize,
    /// The subwords of a word that the network reads.
    subwords_per_word: usize,
}

impl TokenClassifier {
    /// Reads the model in a folder, and runs the network once, so that files that do not match are found
    /// here.
    ///
    /// All arithmetic runs on the calling thread. As many threads may classify at once as there are cores.
    ///
    /// # Errors
    ///
    /// If a file is missing, invalid or unsupported, or if the files are not of the same model.
    pub fn open(folder: &Path, precision: Precision) -> Result<Self, FolderError> {
        Self::read(&mut ModelFiles::open(folder)?, precision)
    }

    /// Reads a model as [`Self::open`] does, from the files of a folder.
    pub fn read<R: Read + Seek>(
        files: &mut ModelFiles<R>,
        precision: Precision,
    ) -> Result<Self, FolderError> {
        Self::read_on(files, precision, None)
    }

    /// Reads a model that computes on `device`, if one is given, in floats. The CPU stands in where the
    /// device fails.
    pub(crate) fn read_on<R: Read + Seek>(
        files: &mut ModelFiles<R>,
        precision: Precision,
        device: Option<&Device>,
    ) -> Result<Self, FolderError> {
        use_one_thread();
        let config = Config::read(&files.config)?;
        let tokenizer = Tokenizer::read(&files.tokenizer)?;
        let engine = network::load(&config, &mut Tensors::read(&mut files.weights)?, precision, device)?;
        let special = tokenizer.opening.len() + tokenizer.closing.len();
        let capacity = engine.window().saturating_sub(special);
        let Extension { name, context, subwords_per_word, languages, .. } = &config.extension;
        let classifier = Self {
            name: header_safe(name.as_ref().unwrap_or(&files.name)),
            languages: languages.clone(),
            by_runs: config.extension.runs,
            going_on: config.labels.iter().map(|label| going_on(label, &config.labels)).collect(),
            // An eighth of each window gives its first sentence context; more would cost more time than it is
            // worth.
            context: context.unwrap_or(capacity / 8).min(capacity),
            // Names are recognized by their beginning; only addresses and the like are longer than a quarter
            // of a window.
            subwords_per_word: subwords_per_word.unwrap_or(capacity / 4).clamp(1, capacity.max(1)),
            labels: config.labels.clone(),
            tokenizer,
            engine,
        };
        classifier.check(&config)?;
        Ok(classifier)
    }

    /// Returns the name of the model: the one in its `config.json`, else that of the folder.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the labels in the order of the logits, such as `O`, `B-PER`, `I-PER`.
    pub fn labels(&self) -> &[String] {
        &self.labels
    }

    /// Returns the languages that the model was made for, as primary subtags; empty where the folder does not
    /// say.
    pub fn languages(&self) -> &[String] {
        &self.languages
    }

    /// Returns the logits of each word of all sentences, in the order of [`Self::labels`].
    ///
    /// They are those of the word's first subword, as models are trained. A word that the tokenizer drops has
    /// none. Neighbouring sentences are read together, so give the sentences of one text in their order.
    pub fn logits<'t, S: AsRef<[Word<'t>]>>(&self, sentences: &[S]) -> Vec<Vec<f32>> {
        let text = subwords(&self.tokenizer, sentences, self.by_runs);
        let sizes: Vec<usize> =
            text.words.iter().map(|word| word.subwords.len().min(self.subwords_per_word)).collect();
        let mut end = 0;
        let ranges: Vec<Range<usize>> = sentences
            .iter()
            .map(|sentence| {
                let start = end;
                end += sentence.as_ref().len();
                start..end
            })
            .collect();
        let mut rows = Vec::with_capacity(text.words.len());
        let mut work = Workspace::default();
        for window in plan(&sizes, &ranges, self.capacity(), self.context) {
            self.classify(&text, &window, &mut work, &mut rows);
        }
        rows
    }

    /// Returns the network's input for a text that fits one window, to compare it with other implementations.
    pub fn inputs<'t, S: AsRef<[Word<'t>]>>(&self, sentences: &[S]) -> Vec<Input> {
        let text = subwords(&self.tokenizer, sentences, self.by_runs);
        let special = |ids: &[u32]| -> Vec<Input> { ids.iter().copied().map(|id| Input { id }).collect() };
        [special(&self.tokenizer.opening), text.inputs, special(&self.tokenizer.closing)].concat()
    }

    /// Reports whether a device computes, and nothing has failed on it.
    #[cfg(all(test, feature = "candle"))]
    pub(crate) fn device_works(&self) -> bool {
        self.engine.device_works()
    }

    /// Computes a window and appends the logits of its scored words.
    fn classify(&self, text: &TextSubwords, window: &Window, work: &mut Workspace, rows: &mut Vec<Vec<f32>>) {
        let words = text.words.get(window.words.clone()).unwrap_or_default();
        let mut inputs: Vec<Input> = self.tokenizer.opening.iter().copied().map(|id| Input { id }).collect();
        // Each subword of the text that the window has, with its position in the window.
        let mut positions: Vec<(usize, usize)> = Vec::new();
        for word in words {
            let start = word.subwords.start;
            let read = start..word.subwords.end.min(start + self.subwords_per_word);
            for (subword, input) in read.clone().zip(text.inputs.get(read).unwrap_or_default()) {
                positions.push((subword, inputs.len()));
                inputs.push(*input);
            }
        }
        inputs.extend(self.tokenizer.closing.iter().copied().map(|id| Input { id }));
        // The network ran once when it was loaded, so its matrices fit. If not, the words have no logits.
        let logits = self.engine.logits(&inputs, work).unwrap_or_default();
        for word in text.words.get(window.scored.clone()).unwrap_or_default() {
            let found = word
                .labelled
                .and_then(|subword| positions.binary_search_by_key(&subword, |(subword, _)| *subword).ok());
            let row = found
                .and_then(|found| positions.get(found))
                .and_then(|(_, position)| logits.rows().nth(*position));
            let mut row = row.unwrap_or_default().to_vec();
            if word.continues {
                self.go_on(&mut row);
            }
            rows.push(row);
        }
    }

    /// Makes it impossible that a name begins: what speaks for it speaks for a name that goes on.
    fn go_on(&self, logits: &mut [f32]) {
        for (begins, goes_on) in self.going_on.iter().enumerate() {
            let Some(goes_on) = *goes_on else { continue };
            let Some(begin) = logits.get(begins).copied() else { continue };
            if let Some(logit) = logits.get_mut(goes_on) {
                // The logarithm of the sum of both.
                *logit = logit.max(begin) + (-(*logit - begin).abs()).exp().ln_1p();
            }
            if let Some(logit) = logits.get_mut(begins) {
                *logit = f32::NEG_INFINITY;
            }
        }
    }

    /// Returns the number of subwords of the text that fit a window.
    fn capacity(&self) -> usize {
        self.engine.window().saturating_sub(self.tokenizer.opening.len() + self.tokenizer.closing.len())
    }

    fn check(&self, config: &Config) -> Result<(), FolderError> {
        let (highest, vocabulary) = (self.tokenizer.highest as usize, config.vocabulary);
        if highest >= vocabulary {
            let problem = format!("has ids up to {highest}, but the network has {vocabulary} embeddings");
            return Err(FolderError::new(tokenizer::FILE, problem, "take all files from one folder"));
        }
        // A window must hold at least a short sentence.
        if self.capacity() < 16 {
            let problem = format!("max_position_embeddings leaves {} positions for a text", self.capacity());
            return Err(FolderError::new(
                config::FILE,
                problem,
                "use a model that reads at least a sentence",
            ));
        }
        let special = self.tokenizer.opening.iter().chain(&self.tokenizer.closing);
        let special: Vec<Input> = special.copied().map(|id| Input { id }).collect();
        let logits = self.engine.try_all(&special)?;
        if logits.iter().flat_map(|logits| &logits.values).any(|logit| !logit.is_finite()) {
            return Err(FolderError::new(tensors::FILE, "its weights yield NaN or infinity", SAVE_AGAIN));
        }
        Ok(())
    }
}

/// Returns the label for a name that goes on (`I-PER`), if `label` is for one that begins (`B-PER`).
fn going_on(label: &str, labels: &[String]) -> Option<usize> {
    let kind = label.strip_prefix("B-")?;
    labels.iter().position(|other| other.strip_prefix("I-") == Some(kind))
}

/// Limits the thread pool of the matrix products to one thread. By default they divide each product among all
/// cores, which is slower than one text for each core.
///
/// The pool belongs to the process. If it exists already, it stays as it is.
fn use_one_thread() {
    let _ = rayon::ThreadPoolBuilder::new().num_threads(1).build_global();
}
