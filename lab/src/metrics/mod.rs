//! Scores that compare predicted with gold annotation. Most are between 0 and 1.

pub mod bootstrap;
pub mod calibration;
pub mod classification;
pub mod clusters;
pub mod matching;
pub mod rouge;
pub mod tfidf;

mod porter;

pub use bootstrap::paired_interval;
