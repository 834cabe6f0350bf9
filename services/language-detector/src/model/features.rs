//! What the model looks at: the character n-grams and words of a cleaned text, hashed into buckets.

/// Longest n-gram of characters.
const LONGEST_GRAM: usize = 5;

/// Odd, with bits all over: 2^64 divided by the golden ratio, the multiplier of Fibonacci hashing.
const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;

/// Starts of the hashes, so that a word and the n-gram of the same letters are two features.
pub(super) const GRAM: u64 = 0x51;
pub(super) const WORD: u64 = 0xa7_0000;

/// Collects the features of texts; keeps its buffers.
#[derive(Debug, Default)]
pub struct Features {
    characters: Vec<char>,
    /// The buckets met, in order, each as often as it was met.
    pub buckets: Vec<u32>,
}

impl Features {
    /// Reads `words`, the output of [`crate::clean()`], hashing into `size` buckets.
    ///
    /// N-grams hold the space before or after a word, never one in the middle; each word is a feature of its own.
    pub fn read(&mut self, words: &str, size: u32) {
        self.buckets.clear();
        self.characters.clear();
        self.characters.push(' ');
        self.characters.extend(words.chars());
        self.characters.push(' ');
        let mut rest = self.characters.as_slice();
        let mut word = WORD;
        while let Some((&first, after)) = rest.split_first() {
            let mut gram = hashed(GRAM, first);
            if first == ' ' {
                if word != WORD {
                    self.buckets.push(bucket(word, size));
                }
                word = WORD;
            } else {
                word = hashed(word, first);
                self.buckets.push(bucket(gram, size));
            }
            for &character in after.iter().take(LONGEST_GRAM - 1) {
                gram = hashed(gram, character);
                self.buckets.push(bucket(gram, size));
                if character == ' ' {
                    break;
                }
            }
            rest = after;
        }
    }
}

pub(super) fn hashed(hash: u64, character: char) -> u64 {
    (hash.rotate_left(5) ^ u64::from(u32::from(character))).wrapping_mul(MULTIPLIER)
}

/// Maps the upper half of the hash, the better mixed one, onto `0..size`.
pub(super) fn bucket(hash: u64, size: u32) -> u32 {
    (((hash >> 32) * u64::from(size)) >> 32) as u32
}
