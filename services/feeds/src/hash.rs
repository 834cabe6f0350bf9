//! Keys made of hashes.

use sha2::{Digest, Sha256};

/// Returns the first digits of a text's SHA-256 in hexadecimal.
pub(crate) fn hash(text: &str, digits: usize) -> String {
    let digest = Sha256::digest(text.as_bytes());
    let all = digest.iter().flat_map(|byte| [byte >> 4, byte & 0xF]);
    all.filter_map(|digit| char::from_digit(digit.into(), 16)).take(digits).collect()
}
