//! The digest of a model file, as model cards give it.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

/// Returns the SHA-256 of a file in hexadecimal.
pub(super) fn sha256(file: &[u8]) -> String {
    Sha256::digest(file).iter().fold(String::new(), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
