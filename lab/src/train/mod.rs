//! Training: reads corpora and writes a model file into the folder of the service that uses it.

pub mod entities;
pub mod language;
pub mod segments;
pub mod summary;

mod digest;
