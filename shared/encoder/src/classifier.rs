//! The whole: a weight file in, a score for each label of each word out.

use std::collections::HashMap;
use std::ops::Range;

use serde_json::Value;

use crate::linear::Precision;
use crate::network::Network;
use crate::pieces::{Shape, Vocabulary, split};
use crate::room::Room;
use crate::weights::{LoadError, Weights, mismatch};
use crate::windows::{Window, plan};

/// A word's pieces beyond these are not read: a name is told by its beginning, a long address by less.
const PIECES_OF_A_WORD: usize = 24;

/// The matrix products would divide one product among all cores. The pool is the process's; where there is one
/// already, its owner has decided.
pub(crate) fn on_one_thread() {
    let _ = rayon::ThreadPoolBuilder::new().num_threads(1).build_global();
}

/// Says how likely each word is in a name.
#[derive(Debug)]
pub struct TokenClassifier {
    name: String,
    vocabulary: Vocabulary,
    labels: Vec<String>,
    network: Network,
}

impl TokenClassifier {
    /// Reads a weight file that is in memory, and tries the network once, so that an ill-made file shows here.
    ///
    /// The arithmetic runs on the calling thread alone: as many threads may classify at once as there are cores.
    pub fn read(file: &[u8], precision: Precision) -> Result<Self, LoadError> {
        on_one_thread();
        let weights = Weights::read(file)?;
        let labels = weights.strings("labels")?;
        let is_label = |name: &String| name == "O" || name.starts_with("B-") || name.starts_with("I-");
        if !labels.iter().all(is_label) || !labels.iter().any(|name| name == "O") {
            return Err(mismatch("labels", &labels.join(" "), "O and B- and I- of each type"));
        }
        let vocabulary = Vocabulary::read(weights.text("vocabulary")?)?;
        let network = Network::read(&weights, labels.len(), precision)?;
        if vocabulary.pieces != weights.rows("piece.weight")? {
            return Err(mismatch(
                "vocabulary",
                &format!("{} pieces", vocabulary.pieces),
                "as long as the embeddings",
            ));
        }
        if network.window <= 2 + PIECES_OF_A_WORD {
            return Err(mismatch(
                "position.weight",
                &format!("{} positions", network.window),
                "room for a word",
            ));
        }
        let name = match weights.setting("name")? {
            Value::String(name) => name,
            other => return Err(mismatch("name", &other.to_string(), "a string")),
        };
        let classifier = Self { name, vocabulary, labels, network };
        classifier.network.scores(&classifier.window(&[], 0..0), &mut Room::default())?;
        Ok(classifier)
    }

    /// Name and version, for provenance.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The labels in the order of their scores: `O`, `B-PER`, `I-PER` and so on.
    pub fn labels(&self) -> &[String] {
        &self.labels
    }

    /// The label scores (logits) of each word of all sentences. Sentences that follow one another in the text are read together.
    pub fn scores<S: AsRef<[W]>, W: AsRef<str>>(&self, sentences: &[S]) -> Vec<Vec<f32>> {
        let words = self.pieces(sentences);
        let sizes: Vec<usize> = words.iter().map(Vec::len).collect();
        let mut end = 0;
        let ranges: Vec<Range<usize>> = sentences
            .iter()
            .map(|sentence| {
                let start = end;
                end += sentence.as_ref().len();
                start..end
            })
            .collect();
        let mut rows = Vec::with_capacity(words.len());
        let mut room = Room::default();
        for Window { words: read, judged } in plan(&sizes, &ranges, self.network.window - 2, 0) {
            let pieces = self.window(&words, read.clone());
            // The file was tried when it was read, so every matrix fits; were it not so, words would have no scores.
            let scores = self.network.scores(&pieces, &mut room).unwrap_or_default();
            let mut at = 1;
            for word in read {
                if judged.contains(&word) {
                    rows.push(scores.rows().nth(at).unwrap_or_default().to_vec());
                }
                at += sizes.get(word).copied().unwrap_or_default();
            }
        }
        rows
    }

    /// The pieces of each word. Words repeat in a text, so each is split once.
    fn pieces<S: AsRef<[W]>, W: AsRef<str>>(&self, sentences: &[S]) -> Vec<Vec<(u32, Shape)>> {
        let mut known: HashMap<&str, Vec<(u32, Shape)>> = HashMap::new();
        let mut pieces = Vec::new();
        for word in sentences.iter().flat_map(AsRef::as_ref) {
            let word = word.as_ref();
            let of_word = known.entry(word).or_insert_with(|| {
                let pieces = split(word, &self.vocabulary);
                pieces.iter().take(PIECES_OF_A_WORD).map(|piece| (piece.id, piece.shape)).collect()
            });
            pieces.push(of_word.clone());
        }
        pieces
    }

    /// The pieces of a window, with those that open and close it.
    fn window(&self, words: &[Vec<(u32, Shape)>], read: Range<usize>) -> Vec<(u32, Shape)> {
        let special = |piece| std::iter::once((piece, Shape::Special));
        let words = words.get(read).unwrap_or_default().iter().flatten().copied();
        special(self.vocabulary.first).chain(words).chain(special(self.vocabulary.last)).collect()
    }
}
