//! `tokenizer.json`: splits a text into subwords, by the three kinds of tokenizers that the supported models
//! use.
//!
//! These are BERT's WordPiece, RoBERTa's byte-level BPE and XLM-R's Unigram, with the normalizers that they
//! are used with. A file that asks for anything else is rejected by name; nothing is silently left out.

mod byte_level_bpe;
mod characters;
mod chars_map;
mod json;
mod normalizer;
mod pipeline;
mod subword;
mod unigram;
mod word_piece;

pub(crate) use json::FILE;
pub(crate) use pipeline::Tokenizer;
pub(crate) use subword::Subword;
