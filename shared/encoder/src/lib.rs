//! Token classification by a transformer encoder, on one CPU core.
//!
//! A model is a folder in Hugging Face layout: `config.json`, `tokenizer.json` and `model.safetensors` of a
//! BERT, DistilBERT, RoBERTa, XLM-R or CamemBERT that was fine-tuned to classify tokens. The weights may be
//! floats or 8-bit integers.
//!
//! - [`TokenClassifier`] returns the logits of each word of a text. The caller decides what to do with them.
//! - [`NameRecognizer`] decodes the logits to names (PER, ORG, LOC, MISC), whatever label scheme the model
//!   uses.
//!
//! The two read texts of any length: neighbouring sentences share a window, and long sentences are cut into
//! overlapping windows.
//!
//! [`StaticEmbedding`] needs no network: it sums the vectors that a table has for the subwords of a text, so that
//! texts about one subject are near each other in all languages.
//!
//! The crate does not know what an article is. `rten-gemm` computes the matrix products. It reaches at least
//! three quarters of the speed of the hand-written kernels that this crate had before, and needs no `unsafe`
//! code here.
//!
//! # Examples
//!
//! ```
//! use encoder::{LabelTable, NameRecognizer, Precision, Word};
//!
//! // The folder of a published model; this one has random weights and serves the tests.
//! let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/folders/bert");
//! let recognizer = NameRecognizer::open(folder.as_ref(), &LabelTable::new(), Precision::Float)?;
//!
//! let sentence: Vec<Word> = "Sofia Berg lives in Oslo".split(' ').map(Word::after_space).collect();
//! let names = recognizer.names(&[sentence]);
//! assert_eq!(names.len(), 1); // One list of names for each sentence.
//! assert!(names.iter().flatten().all(|name| name.words.end <= 5 && name.score <= 1.0));
//! # Ok::<(), encoder::FolderError>(())
//! ```

mod config;
mod error;
mod files;
mod fingerprint;
mod names;
mod network;
mod quantization;
mod runs;
mod static_embedding;
mod tensors;
mod token_classifier;
mod tokenizer;
mod windows;
mod words;

pub use error::FolderError;
pub use files::ModelFiles;
pub use names::{LabelTable, Name, NameRecognizer, TYPES};
pub use network::Input;
pub use quantization::Precision;
pub use static_embedding::StaticEmbedding;
pub use token_classifier::TokenClassifier;
pub use words::Word;
