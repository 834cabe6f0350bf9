//! Whether a text is in a language at all, asked of that language alone.
//!
//! A classifier compares the languages that it was trained on, and one of them always wins: Scottish Gaelic is more
//! like Irish than like anything else it has seen. Here each language stands by itself, with the n-grams and words
//! that its own training texts hold, as a set of bits. Of a text in the language most are met again; of a text in
//! another, even a relative, fewer.

use std::borrow::Cow;

use super::features::{GRAM, WORD, bucket, hashed};

/// Lengths of the n-grams that are remembered, with what each counts for.
const GRAMS: [(usize, f32); 2] = [(4, 1.0), (5, 2.0)];

/// What a word counts for. Words tell relatives apart best, and a text has few of them.
pub const WORD_COUNTS: f32 = 8.0;

/// Letters of a headline: what a text of another length is compared with.
const USUAL_LENGTH: f32 = 50.0;

/// How slowly the scatter of the share shrinks as texts grow: long texts, too, are about one thing.
const SCATTER_POWER: f32 = 0.25;

/// What is remembered of one language.
#[derive(Debug, Clone, Default)]
pub struct Acquaintance {
    /// One bit a hash.
    pub met: Cow<'static, [u8]>,
    /// Share of what is met again in texts of the language, on average.
    pub usual: f32,
    /// By how much a headline may fall short of it.
    pub slack: f32,
}

impl Acquaintance {
    /// Whether `words`, the output of [`crate::clean()`], may be in this language.
    pub fn fits(&self, words: &str) -> bool {
        self.share(words) >= self.usual - self.slack / evenness(words)
    }

    /// The share of the n-grams and words of `words` that the training texts hold, 0 to 1.
    pub fn share(&self, words: &str) -> f32 {
        let (mut met, mut all) = (0.0, 0.0);
        each_feature(words, |hash, counts| {
            all += counts;
            met += if self.has(hash) { counts } else { 0.0 };
        });
        met / f32::max(all, 1.0)
    }

    fn has(&self, hash: u64) -> bool {
        let bit = bit(hash, self.met.len());
        self.met.get(bit / 8).is_some_and(|byte| byte >> (bit % 8) & 1 == 1)
    }
}

/// How much less the share scatters in `words` than in a headline.
pub fn evenness(words: &str) -> f32 {
    (words.chars().count().max(1) as f32 / USUAL_LENGTH).powf(SCATTER_POWER)
}

/// The set of `hashes`, in so many bytes.
pub fn set_of(hashes: impl Iterator<Item = u64>, bytes: usize) -> Vec<u8> {
    let mut met = vec![0; bytes];
    for hash in hashes {
        let bit = bit(hash, bytes);
        if let Some(byte) = met.get_mut(bit / 8) {
            *byte |= 1 << (bit % 8);
        }
    }
    met
}

fn bit(hash: u64, bytes: usize) -> usize {
    bucket(hash, (bytes * 8) as u32) as usize
}

/// Visits the hash of each n-gram and word of `words`, with what it counts for.
pub fn each_feature(words: &str, mut visit: impl FnMut(u64, f32)) {
    let mut padded: Vec<char> = Vec::new();
    for word in words.split(' ').filter(|word| !word.is_empty()) {
        padded.clear();
        padded.push(' ');
        padded.extend(word.chars());
        padded.push(' ');
        visit(word.chars().fold(WORD, hashed), WORD_COUNTS);
        for (length, counts) in GRAMS {
            for gram in padded.windows(length) {
                visit(gram.iter().copied().fold(GRAM, hashed), counts);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn acquaintance(texts: &str) -> Acquaintance {
        let mut hashes = Vec::new();
        each_feature(texts, |hash, _| hashes.push(hash));
        Acquaintance { met: set_of(hashes.into_iter(), 1_024).into(), usual: 0.9, slack: 0.2 }
    }

    #[test]
    fn what_was_met_before_fits_and_what_was_not_does_not() {
        let dutch = acquaintance("de oude brug gaat dicht zegt de burgemeester van de stad");
        assert!((dutch.share("de burgemeester van de oude stad") - 1.0).abs() < 1e-6);
        assert!(dutch.fits("zegt de burgemeester"));
        assert!(!dutch.fits("die ou brug sluit sê die burgemeester"));
        assert!(dutch.share("мост закрыт") < 0.2);
    }

    #[test]
    fn more_is_asked_of_longer_texts() {
        let words = "een brug van de stad die niemand kent ";
        assert!(evenness(words) < evenness(&words.repeat(4)));
        assert!((evenness(&"x".repeat(50)) - 1.0).abs() < 1e-6);
    }

    #[test]
    fn nothing_is_met_where_nothing_was_learnt() {
        assert!(Acquaintance::default().share("woord") < f32::MIN_POSITIVE);
        assert!(Acquaintance::default().share("").abs() < f32::MIN_POSITIVE);
    }
}
