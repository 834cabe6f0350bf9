//! The features of the model: the character n-grams and words of a cleaned text, hashed into buckets.

/// Length of the longest n-gram, in characters.
const LONGEST_GRAM: usize = 5;

/// The multiplier of Fibonacci hashing: 2^64 divided by the golden ratio, rounded to an odd number.
const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;

/// Initial values of the hashes. They differ, so a word and the n-gram of the same letters are two features.
pub(super) const GRAM: u64 = 0x51;
pub(super) const WORD: u64 = 0xa7_0000;

/// The features of a text. Reading the next text reuses the buffers.
#[derive(Debug, Default)]
pub struct Features {
    characters: Vec<char>,
    /// The bucket of each feature in order of appearance. A repeated feature repeats its bucket.
    pub buckets: Vec<u32>,
}

impl Features {
    /// Reads `words`, the output of [`crate::clean()`], and hashes its features into `size` buckets.
    ///
    /// An n-gram may begin or end with the space around a word, but does not span a space. Each word is also
    /// a feature.
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
            // Each step extends the n-gram by a character, so all lengths together cost one pass.
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

/// Returns `hash` with `character` mixed in.
pub(super) fn hashed(hash: u64, character: char) -> u64 {
    (hash.rotate_left(5) ^ u64::from(u32::from(character))).wrapping_mul(MULTIPLIER)
}

/// Maps a hash to `0..size`. Uses its upper half, because multiplication mixes the upper bits best.
pub(super) fn bucket(hash: u64, size: u32) -> u32 {
    (((hash >> 32) * u64::from(size)) >> 32) as u32
}
