//! Token classification folders in Hugging Face layout: what others trained and published, run by this crate's layers.
//!
//! A folder has `config.json`, `tokenizer.json` and `model.safetensors` of a BERT, DistilBERT, RoBERTa, XLM-R or CamemBERT
//! that was fine-tuned for names. [`Model::open`] reads it or says which file stands in the way, and what to do; [`Model::names`]
//! finds names in a text of any length. Windows overlap, so nothing is cut off; beyond the pieces of the text, memory is that
//! of one window.

mod config;
mod decoding;
mod digest;
mod error;
mod folder;
mod labels;
mod network;
mod reading;
mod tensors;
mod tokenizer;

use std::ops::Range;

pub use error::FolderError;
pub use folder::Parts;
pub use labels::{LabelTable, TYPES};
pub use reading::Word;

use crate::pieces::Shape;
use crate::room::Room;
use crate::windows::{Window, plan};
use labels::Labels;
use network::Engine;
use reading::{Pieces, pieces};
use tokenizer::Tokenizer;

/// A name: a run of words of one sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Name {
    /// The words, as indexes into the sentence's.
    pub words: Range<usize>,
    /// One of [`TYPES`].
    pub kind: &'static str,
    /// How probable the network finds it that the least sure of its words is in a name of the type, 0 to 1.
    pub score: f64,
}

/// A folder's model.
#[derive(Debug)]
pub struct Model {
    name: String,
    tokenizer: Tokenizer,
    labels: Labels,
    network: Engine,
}

impl Model {
    /// Name and digest, for provenance: the folder's name, and the first 12 digits of the SHA-256 of its files and of what else
    /// decides what comes out.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The names of each sentence. Sentences that follow one another in the text are read together.
    pub fn names<'t, S: AsRef<[Word<'t>]>>(&self, sentences: &[S]) -> Vec<Vec<Name>> {
        let mut rows = self.scores(sentences).into_iter();
        let of_sentence = |sentence: &S| {
            let rows: Vec<Vec<f32>> = rows.by_ref().take(sentence.as_ref().len()).collect();
            let wanted = |found: decoding::Found| {
                let (_, meaning) = self.labels.types.get(found.kind)?;
                Some(Name { words: found.words, kind: (*meaning)?, score: found.score })
            };
            self.labels.decode(&rows).into_iter().filter_map(wanted).collect()
        };
        sentences.iter().map(of_sentence).collect()
    }

    /// The logits of each word of all sentences: those of its first piece, in the order of `id2label`; none for a word that
    /// leaves no piece.
    pub fn scores<'t, S: AsRef<[Word<'t>]>>(&self, sentences: &[S]) -> Vec<Vec<f32>> {
        let text = pieces(&self.tokenizer, sentences);
        let most = self.most_pieces_of_a_word();
        let sizes: Vec<usize> = text.words.iter().map(|word| word.pieces.len().min(most)).collect();
        let mut end = 0;
        let ranges: Vec<Range<usize>> = sentences
            .iter()
            .map(|sentence| {
                let start = end;
                end += sentence.as_ref().len();
                start..end
            })
            .collect();
        let room = self.room();
        let mut rows = Vec::with_capacity(text.words.len());
        let mut between = Room::default();
        // An eighth of each window is read again, for what stands before its first sentence.
        for window in plan(&sizes, &ranges, room, room / 8) {
            self.judge(&text, &window, most, &mut between, &mut rows);
        }
        rows
    }

    /// The numbers of the pieces of a text that fits one window, with those that open and close it; for comparing with other
    /// implementations.
    pub fn pieces<'t, S: AsRef<[Word<'t>]>>(&self, sentences: &[S]) -> Vec<u32> {
        let own = pieces(&self.tokenizer, sentences).ids;
        self.tokenizer.opening.iter().chain(&own).chain(&self.tokenizer.closing).copied().collect()
    }

    /// Whether a device computes, and nothing has failed on it.
    #[cfg(all(test, feature = "candle"))]
    pub(crate) fn device_works(&self) -> bool {
        self.network.device_works()
    }

    fn judge(
        &self,
        text: &Pieces,
        window: &Window,
        most: usize,
        between: &mut Room,
        rows: &mut Vec<Vec<f32>>,
    ) {
        let words = text.words.get(window.words.clone()).unwrap_or_default();
        let mut ids = self.tokenizer.opening.clone();
        // Where the window has each piece of the text.
        let mut places: Vec<(usize, usize)> = Vec::new();
        for word in words {
            let read = word.pieces.start..word.pieces.end.min(word.pieces.start + most);
            for (piece, id) in read.clone().zip(text.ids.get(read).unwrap_or_default()) {
                places.push((piece, ids.len()));
                ids.push(*id);
            }
        }
        ids.extend(&self.tokenizer.closing);
        let ids: Vec<(u32, Shape)> = ids.into_iter().map(|id| (id, Shape::Special)).collect();
        // The folder was tried when it was read, so every matrix fits; were it not so, no word would be a name.
        let scores = self.network.scores(&ids, between).unwrap_or_default();
        for word in text.words.get(window.judged.clone()).unwrap_or_default() {
            let place =
                word.judged_by.and_then(|piece| places.binary_search_by_key(&piece, |place| place.0).ok());
            let row = place.and_then(|place| places.get(place)).and_then(|place| scores.rows().nth(place.1));
            rows.push(row.unwrap_or_default().to_vec());
        }
    }

    /// Pieces of the text that fit a window.
    fn room(&self) -> usize {
        self.network.window().saturating_sub(self.tokenizer.opening.len() + self.tokenizer.closing.len())
    }

    /// Beyond a quarter of a window the end of a word is not read: a name is told by its beginning.
    fn most_pieces_of_a_word(&self) -> usize {
        (self.room() / 4).max(1)
    }
}
