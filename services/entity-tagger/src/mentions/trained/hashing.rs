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
    if word.is_ascii() {
        return word.bytes().fold(Hash::new(1), |hash, byte| hash.add(plain_ascii(byte))).finish();
    }
    word.chars().fold(Hash::new(1), |hash, character| hash.add(plain(character))).finish()
}

/// Returns the hash of a word in title case: the first letter as it is, the others small.
pub(super) fn of_title_cased(word: &str) -> u32 {
    let mut characters = word.chars();
    let first = characters.next().map_or(Hash::new(1), |first| Hash::new(1).add(plain(first)));
    characters.flat_map(char::to_lowercase).fold(first, |hash, character| hash.add(plain(character))).finish()
}

/// Returns the hash of a word of ASCII in title case.
pub(super) fn of_title_cased_ascii(word: &str) -> u32 {
    let mut bytes = word.bytes();
    let first = bytes.next().map_or(Hash::new(1), |first| Hash::new(1).add(plain_ascii(first)));
    bytes.fold(first, |hash, byte| hash.add(plain_ascii(byte.to_ascii_lowercase()))).finish()
}

/// Returns a character of ASCII as features have it.
pub(super) fn plain_ascii(byte: u8) -> u32 {
    if byte.is_ascii_digit() { '0'.into() } else { byte.into() }
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_short_way_for_ascii_changes_no_hash(word in "[ -~]{0,12}") {
            let slow = word.chars().fold(Hash::new(1), |hash, character| hash.add(plain(character))).finish();
            prop_assert_eq!(of_form(&word), slow);
            prop_assert_eq!(of_title_cased_ascii(&word), of_title_cased(&word));
        }
    }
}
