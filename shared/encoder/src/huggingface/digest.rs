//! What a result was made with, in a few letters.

use std::fmt::Write;
use std::io::{self, Read};

use sha2::{Digest, Sha256};

/// Longest part of a folder's name in an identity.
const LONGEST_NAME: usize = 64;

/// A hash over several files, each with its length, so that moving a byte from one to the next changes it.
#[derive(Debug, Default)]
pub(super) struct Fingerprint(Sha256);

impl Fingerprint {
    pub(super) fn add(&mut self, bytes: &[u8]) {
        self.0.update((bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
    }

    pub(super) fn add_all(&mut self, mut source: impl Read) -> io::Result<()> {
        let mut buffer = vec![0; 1 << 16];
        loop {
            let read = source.read(&mut buffer)?;
            let Some(bytes) = buffer.get(..read).filter(|bytes| !bytes.is_empty()) else { return Ok(()) };
            self.0.update(bytes);
        }
    }

    /// Name and digest: what of the name may stand in a header stays.
    pub(super) fn name(self, folder: &str) -> String {
        let plain = |character: char| {
            if character.is_ascii_alphanumeric() || matches!(character, '.' | '_' | '-') {
                character
            } else {
                '-'
            }
        };
        let mut name: String = folder.chars().take(LONGEST_NAME).map(plain).collect();
        name.push('@');
        for byte in self.0.finalize().iter().take(6) {
            let _ = write!(name, "{byte:02x}");
        }
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_what_a_header_may_have_and_the_digest_tells_files_apart() {
        let name = |parts: &[&str]| {
            let mut fingerprint = Fingerprint::default();
            for part in parts {
                fingerprint.add(part.as_bytes());
            }
            fingerprint.name("bert base/NER:é")
        };
        assert!(name(&["a", "b"]).starts_with("bert-base-NER--@"));
        assert_eq!(name(&["a", "b"]), name(&["a", "b"]));
        assert_ne!(name(&["a", "b"]), name(&["ab", ""]));
    }
}
