//! The identity of a model: its name and a hash of its files.

use std::fmt::Write;
use std::io::{self, Read};

use sha2::{Digest, Sha256};

/// Characters of a model's name that are kept.
const LONGEST_NAME: usize = 64;

/// A SHA-256 over several files. It covers the length of each, so moving a byte from one file to the next
/// changes the hash.
#[derive(Debug, Default)]
pub(crate) struct Fingerprint(Sha256);

impl Fingerprint {
    /// Adds a file.
    pub(crate) fn add(&mut self, bytes: &[u8]) {
        self.0.update((bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
    }

    /// Adds the last file, of which only the content counts.
    pub(crate) fn add_last(&mut self, mut source: impl Read) -> io::Result<()> {
        let mut buffer = vec![0; 1 << 16];
        loop {
            let read = source.read(&mut buffer)?;
            let Some(bytes) = buffer.get(..read).filter(|bytes| !bytes.is_empty()) else { return Ok(()) };
            self.0.update(bytes);
        }
    }

    /// Returns `name`, `@` and the first 12 hexadecimal digits of the hash.
    pub(crate) fn identity(self, name: &str) -> String {
        let mut identity = format!("{name}@");
        for byte in self.0.finalize().iter().take(6) {
            let _ = write!(identity, "{byte:02x}");
        }
        identity
    }
}

/// Returns `name` with a hyphen for every character that a message header should not contain.
pub(crate) fn header_safe(name: &str) -> String {
    let safe = |character: char| {
        if character.is_ascii_alphanumeric() || matches!(character, '.' | '_' | '-') {
            character
        } else {
            '-'
        }
    };
    name.chars().take(LONGEST_NAME).map(safe).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_safe_in_a_header() {
        assert_eq!(header_safe("bert base/NER:é"), "bert-base-NER--");
    }

    #[test]
    fn the_hash_depends_on_the_files_and_their_borders() {
        let identity = |files: &[&str]| {
            let mut fingerprint = Fingerprint::default();
            for file in files {
                fingerprint.add(file.as_bytes());
            }
            fingerprint.identity("bert")
        };
        assert!(identity(&["a", "b"]).starts_with("bert@"));
        assert_eq!(identity(&["a", "b"]), identity(&["a", "b"]));
        assert_ne!(identity(&["a", "b"]), identity(&["ab", ""]));
    }
}
