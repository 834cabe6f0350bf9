//! How much of a text its language has seen before: n-gram coverage, measured for each language alone.
//!
//! A classifier compares the languages that it was trained on, and one of them always wins: Scottish Gaelic
//! is more like Irish than like anything else the model has seen. So each language also keeps the n-grams and
//! words of its own training texts, as a set of hashed bits. The set covers most n-grams of a text in the
//! language, and fewer of a text in another language, even a related one.

use std::borrow::Cow;

use super::features::{GRAM, WORD, bucket, hashed};

/// Lengths of the n-grams in characters, with the weight of each n-gram.
const GRAMS: [(usize, f32); 2] = [(4, 1.0), (5, 2.0)];

/// The weight of a word. Words separate related languages best, and a text has few of them.
pub const WORD_WEIGHT: f32 = 8.0;

/// Characters of a typical headline, the length at which the tolerance applies as it is.
const HEADLINE_LENGTH: f32 = 50.0;

/// The power of a text's length by which its coverage scatters less. It is below 0.5 because the words of one
/// text depend on each other: even a long text has one topic.
const SCATTER_POWER: f32 = 0.25;

/// What one language has seen in training, and how much of its own texts that usually covers.
#[derive(Debug, Clone, Default)]
pub struct Coverage {
    /// The hashes of the n-grams and words seen in training, one bit each.
    pub seen: Cow<'static, [u8]>,
    /// Mean coverage of texts of the language, 0 to 1.
    pub expected: f32,
    /// The shortfall from `expected` that a headline in the language may have.
    pub tolerance: f32,
}

impl Coverage {
    /// Reports whether `words`, the output of [`crate::clean()`], may be in this language.
    pub fn admits(&self, words: &str) -> bool {
        self.share(words) >= self.expected - self.tolerance / tolerance_divisor(words)
    }

    /// Returns the weighted share of the n-grams and words of `words` that were seen in training, 0 to 1.
    pub fn share(&self, words: &str) -> f32 {
        let (mut seen, mut all) = (0.0, 0.0);
        visit_features(words, |hash, weight| {
            all += weight;
            seen += if self.has_seen(hash) { weight } else { 0.0 };
        });
        seen / f32::max(all, 1.0)
    }

    fn has_seen(&self, hash: u64) -> bool {
        let bit = bit(hash, self.seen.len());
        self.seen.get(bit / 8).is_some_and(|byte| byte >> (bit % 8) & 1 == 1)
    }
}

/// Returns the number by which the tolerance for `words` is smaller than that for a headline.
pub fn tolerance_divisor(words: &str) -> f32 {
    (words.chars().count().max(1) as f32 / HEADLINE_LENGTH).powf(SCATTER_POWER)
}

/// Returns a set of `bytes` bytes that holds `hashes`, one bit each.
pub fn bit_set(hashes: impl Iterator<Item = u64>, bytes: usize) -> Vec<u8> {
    let mut set = vec![0; bytes];
    for hash in hashes {
        let bit = bit(hash, bytes);
        if let Some(byte) = set.get_mut(bit / 8) {
            *byte |= 1 << (bit % 8);
        }
    }
    set
}

fn bit(hash: u64, bytes: usize) -> usize {
    bucket(hash, (bytes * 8) as u32) as usize
}

/// Calls `visit` with the hash and the weight of each n-gram and word of `words`.
pub fn visit_features(words: &str, mut visit: impl FnMut(u64, f32)) {
    let mut padded: Vec<char> = Vec::new();
    for word in words.split(' ').filter(|word| !word.is_empty()) {
        padded.clear();
        padded.push(' ');
        padded.extend(word.chars());
        padded.push(' ');
        visit(word.chars().fold(WORD, hashed), WORD_WEIGHT);
        for (length, weight) in GRAMS {
            for gram in padded.windows(length) {
                visit(gram.iter().copied().fold(GRAM, hashed), weight);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn coverage(texts: &str) -> Coverage {
        let mut hashes = Vec::new();
        visit_features(texts, |hash, _| hashes.push(hash));
        Coverage { seen: bit_set(hashes.into_iter(), 1_024).into(), expected: 0.9, tolerance: 0.2 }
    }

    #[test]
    fn admits_what_was_seen_in_training_and_nothing_else() {
        let dutch = coverage("de oude brug gaat dicht zegt de burgemeester van de stad");
        assert!((dutch.share("de burgemeester van de oude stad") - 1.0).abs() < 1e-6);
        assert!(dutch.admits("zegt de burgemeester"));
        assert!(!dutch.admits("die ou brug sluit sê die burgemeester"));
        assert!(dutch.share("мост закрыт") < 0.2);
    }

    #[test]
    fn longer_texts_get_less_tolerance() {
        let words = "een brug van de stad die niemand kent ";
        assert!(tolerance_divisor(words) < tolerance_divisor(&words.repeat(4)));
        assert!((tolerance_divisor(&"x".repeat(50)) - 1.0).abs() < 1e-6);
    }

    #[test]
    fn without_training_nothing_is_covered() {
        assert!(Coverage::default().share("woord") < f32::MIN_POSITIVE);
        assert!(Coverage::default().share("").abs() < f32::MIN_POSITIVE);
    }
}
