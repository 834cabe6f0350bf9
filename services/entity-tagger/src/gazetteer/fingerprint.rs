//! Fingerprints of names. The build script computes them too, so this file uses nothing of the library.

/// A hash of a text that grows piece by piece: FNV-1a with 32 bits (Fowler, Noll & Vo).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fingerprint(u32);

impl Fingerprint {
    /// The fingerprint of the empty text.
    pub(crate) const EMPTY: Self = Self(0x811c_9dc5);

    /// Adds a piece of text.
    pub(crate) fn add(self, piece: &str) -> Self {
        Self(piece.bytes().fold(self.0, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)))
    }

    /// Returns the fingerprint as a number.
    pub(crate) fn value(self) -> u32 {
        self.0
    }
}
