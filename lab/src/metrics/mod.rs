//! How good an answer is: figures between 0 and 1.

pub mod classification;
pub mod clusters;
pub mod matching;
pub mod rouge;

pub mod bootstrap;
pub mod calibration;
mod porter;

pub use bootstrap::{Random, paired_interval};
