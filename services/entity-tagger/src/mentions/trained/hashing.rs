//! Hashes of words and features. The trained weights are stored under them, so a change needs a new model.

/// 2^32 divided by the golden ratio, the usual multiplier of Fibonacci hashing.
const FACTOR: u32 = 0x9e37_79b1;

/// A hash to which numbers and characters are added.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hash(u32);

impl Hash {
    /// Creates a hash. Different seeds give different hashes for the same content.
    pub(super) fn new(seed: u32) -> Self {
        Self(seed.wrapping_mul(FACTOR) ^ 0x85eb_ca6b)
    }

    /// Adds a number.
    pub(super) fn add(self, value: u32) -> Self {
        Self((self.0.rotate_left(5) ^ value).wrapping_mul(FACTOR))
    }

    /// Returns the hash with its bits mixed (the finalizer of MurmurHash3), so that any of them can serve as
    /// an index.
    pub(super) fn finish(self) -> u32 {
        let mut hash = self.0;
        hash ^= hash >> 16;
        hash = hash.wrapping_mul(0x85eb_ca6b);
        hash ^= hash >> 13;
        hash = hash.wrapping_mul(0xc2b2_ae35);
        hash ^ (hash >> 16)
    }
}

/// Returns the hash of a word as it is written, with zeros for digits.
pub fn of_form(word: &str) -> u32 {
    word.chars().fold(Hash::new(1), |hash, character| hash.add(plain(character))).finish()
}

/// Returns the hash of a word in title case: the first letter as it is, the others small.
pub(super) fn of_title_cased(word: &str) -> u32 {
    let mut characters = word.chars();
    let first = characters.next().map_or(Hash::new(1), |first| Hash::new(1).add(plain(first)));
    characters.flat_map(char::to_lowercase).fold(first, |hash, character| hash.add(plain(character))).finish()
}

/// Returns a character as features have it: a zero for any digit, the straight apostrophe for any apostrophe.
pub(super) fn plain(character: char) -> u32 {
    if character.is_numeric() {
        '0'.into()
    } else if text::is_apostrophe(character) {
        '\''.into()
    } else {
        character.into()
    }
}
