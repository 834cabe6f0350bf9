//! Training: corpus in, model file out, into the folder of the service that uses it.

pub mod entities;
pub mod language;
pub mod segments;
pub mod summary;

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

/// The digest of a model file, as its card has it.
fn sha256(file: &[u8]) -> String {
    Sha256::digest(file).iter().fold(String::new(), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
