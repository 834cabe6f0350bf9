//! Hashes of words and of features. The trained weights are filed under them, so they never change
//! without a new model.

const FACTOR: u32 = 0x9e37_79b1;

/// A hash that characters are added to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hash(u32);

impl Hash {
    pub(super) fn new(seed: u32) -> Self {
        Self(seed.wrapping_mul(FACTOR) ^ 0x85eb_ca6b)
    }

    pub(super) fn add(self, value: u32) -> Self {
        Self((self.0.rotate_left(5) ^ value).wrapping_mul(FACTOR))
    }

    /// Mixes the bits, so that any of them serve as an index.
    pub(super) fn finish(self) -> u32 {
        let mut hash = self.0;
        hash ^= hash >> 16;
        hash = hash.wrapping_mul(0x85eb_ca6b);
        hash ^= hash >> 13;
        hash = hash.wrapping_mul(0xc2b2_ae35);
        hash ^ (hash >> 16)
    }
}

/// The hash of a word as it is written, digits as zeros.
pub fn of_form(word: &str) -> u32 {
    word.chars().fold(Hash::new(1), |hash, character| hash.add(plain(character))).finish()
}

/// The hash of a word whose first letter alone may be large, as [`of_form`] would see it.
pub(super) fn of_title_cased(word: &str) -> u32 {
    let mut characters = word.chars();
    let first = characters.next().map_or(Hash::new(1), |first| Hash::new(1).add(plain(first)));
    characters.flat_map(char::to_lowercase).fold(first, |hash, character| hash.add(plain(character))).finish()
}

/// A character as features see it: every digit is a zero, every apostrophe the straight one.
pub(super) fn plain(character: char) -> u32 {
    if character.is_numeric() {
        '0'.into()
    } else if text::is_apostrophe(character) {
        '\''.into()
    } else {
        character.into()
    }
}
