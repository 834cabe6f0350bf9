//! The network: embeddings, transformer layers (Vaswani et al. 2017, as in BERT) and a label classifier.
//!
//! An [`Engine`] computes on the CPU or, with the feature `candle`, on another device first.

mod arithmetic;
mod cpu;
#[cfg(feature = "candle")]
mod device;
mod embeddings;
mod engine;
mod input;
mod layer;
mod linear;
mod load;
mod matrix;
mod quantized;
mod workspace;

#[cfg(feature = "cuda")]
pub(crate) use device::device_failed;
pub(crate) use engine::{Device, Engine};
pub use input::Input;
pub(crate) use load::load;
pub(crate) use workspace::Workspace;
