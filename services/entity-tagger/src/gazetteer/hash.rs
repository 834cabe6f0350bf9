//! A fast hash for the tables.
//!
//! The keys of these tables are compiled in, so nobody can choose them to collide; what is looked up
//! may be anything, and a look-up that misses costs one bucket whatever it is.

use std::hash::{BuildHasherDefault, Hasher};

/// A map with the fast hash.
pub(super) type FastMap<K, V> = std::collections::HashMap<K, V, BuildHasherDefault<FastHash>>;

/// Multiply and rotate over eight bytes at a time, as in Firefox and the Rust compiler.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct FastHash(u64);

const FACTOR: u64 = 0x517c_c1b7_2722_0a95;

impl FastHash {
    fn add(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(FACTOR);
    }
}

impl Hasher for FastHash {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.add(u64::from_le_bytes(*word));
        }
        let rest = rest.iter().fold(0, |word, byte| (word << 8) | u64::from(*byte));
        self.add(rest);
    }

    fn write_u8(&mut self, byte: u8) {
        self.add(byte.into());
    }

    fn finish(&self) -> u64 {
        // The map takes its bits from both ends.
        self.0 ^ (self.0 >> 32)
    }
}
