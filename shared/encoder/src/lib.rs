//! Token classification by a small transformer: BERT's layers on one core, in 8-bit integers.
//!
//! [`TokenClassifier`] reads a weight file and gives each word of the sentences of a text a score for each label. Inside, words are
//! split as BERT does and their case kept as shapes, and windows pack neighbouring sentences. What names these scores make, the
//! caller decides.
//!
//! [`huggingface::Model`] reads a folder that others trained and published, and finds names with the same layers in floats.
//!
//! The crate knows no article. The matrix products are those of `rten-gemm`, which reach three quarters or
//! more of what kernels of our own reached on the same shapes and leave this crate without `unsafe`.

mod classifier;
#[cfg(feature = "candle")]
mod device;
pub mod huggingface;
mod layer;
mod linear;
mod network;
pub mod pieces;
mod room;
mod rows;
mod vocabulary;
mod weights;
pub mod windows;

pub use classifier::TokenClassifier;
pub use linear::Precision;
pub use weights::LoadError;
