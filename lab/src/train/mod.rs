//! Training: corpus in, model file out, into the folder of the service that uses it.

pub mod entities;
pub mod language;
pub mod segments;
pub mod summary;
