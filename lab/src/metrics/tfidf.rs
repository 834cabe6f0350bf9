//! Nearest texts by the cosine of their TF-IDF vectors, the usual baseline for texts about one subject.

use std::collections::HashMap;

/// How many of its heaviest words a text is compared by. The rest hardly moves the cosine.
const HEAVIEST: usize = 40;

/// Words in more than this share of the texts are left out.
const MOST_FREQUENT: f64 = 0.1;

/// Texts as vectors of word weights of length 1, with the texts of each word.
#[derive(Debug)]
pub struct TfIdf {
    vectors: Vec<Vec<(usize, f32)>>,
    texts: HashMap<usize, Vec<(usize, f32)>>,
}

impl TfIdf {
    /// Weighs the words of texts. In scripts without spaces, pairs of characters are the words.
    pub fn new<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let mut numbers = HashMap::new();
        let counts: Vec<HashMap<usize, usize>> = texts.map(|text| counts(text, &mut numbers)).collect();
        let mut frequency = vec![0_usize; numbers.len()];
        for word in counts.iter().flat_map(HashMap::keys) {
            if let Some(count) = frequency.get_mut(*word) {
                *count += 1;
            }
        }
        let inverse = |word: usize| {
            let texts = frequency.get(word).copied().unwrap_or(1);
            let is_rare = texts > 1 && (texts as f64) < (MOST_FREQUENT * counts.len() as f64).max(10.0);
            is_rare.then(|| (counts.len() as f32 / texts as f32).ln())
        };
        let vectors: Vec<_> = counts.iter().map(|counts| vector(counts, inverse)).collect();
        let mut texts: HashMap<usize, Vec<(usize, f32)>> = HashMap::new();
        for (text, vector) in vectors.iter().enumerate() {
            for (word, weight) in vector {
                texts.entry(*word).or_default().push((text, *weight));
            }
        }
        Self { vectors, texts }
    }

    /// Returns the cosine of a text with every text that has a word in common with it, the nearest first.
    pub fn nearest(&self, text: usize) -> Vec<(usize, f32)> {
        let mut sums: HashMap<usize, f32> = HashMap::new();
        for (word, weight) in self.vectors.get(text).into_iter().flatten() {
            for (other, its) in self.texts.get(word).into_iter().flatten() {
                *sums.entry(*other).or_default() += weight * its;
            }
        }
        sums.remove(&text);
        let mut found: Vec<(usize, f32)> = sums.into_iter().collect();
        found.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        found
    }

    /// Returns the cosine of two texts.
    pub fn cosine(&self, one: usize, other: usize) -> f32 {
        let of = |text: usize| self.vectors.get(text).map(Vec::as_slice).unwrap_or_default();
        let other: HashMap<usize, f32> = of(other).iter().copied().collect();
        of(one).iter().map(|(word, weight)| weight * other.get(word).copied().unwrap_or(0.0)).sum()
    }
}

fn counts(text: &str, numbers: &mut HashMap<String, usize>) -> HashMap<usize, usize> {
    let mut counts = HashMap::new();
    let mut before: Option<String> = None;
    for word in text::words(text) {
        let word = word.span.of(text).to_lowercase();
        let is_dense = word.chars().any(text::is_without_spaces);
        let term = if is_dense { before.take().map(|before| before + &word) } else { Some(word.clone()) };
        before = is_dense.then_some(word);
        if let Some(term) = term {
            let next = numbers.len();
            *counts.entry(*numbers.entry(term).or_insert(next)).or_default() += 1;
        }
    }
    counts
}

fn vector(counts: &HashMap<usize, usize>, inverse: impl Fn(usize) -> Option<f32>) -> Vec<(usize, f32)> {
    let weight =
        |(word, count): (&usize, &usize)| Some((*word, (1.0 + (*count as f32).ln()) * inverse(*word)?));
    let mut vector: Vec<(usize, f32)> = counts.iter().filter_map(weight).collect();
    vector.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
    vector.truncate(HEAVIEST);
    let length = vector.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
    for (_, weight) in &mut vector {
        *weight /= length;
    }
    vector
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_with_the_same_rare_words_is_nearest() {
        let texts =
            ["trams ran in Lisbon", "rain fell in Oslo", "Lisbon trams stood", "rain rain Oslo again"];
        let weighed = TfIdf::new(texts.into_iter());
        let nearest = |text: usize| weighed.nearest(text).first().map(|(other, _)| *other);
        assert_eq!((nearest(0), nearest(1)), (Some(2), Some(3)));
        assert!(weighed.cosine(0, 2) > 0.8 && weighed.cosine(0, 1) < 0.5);
    }

    #[test]
    fn pairs_of_characters_are_the_words_of_scripts_without_spaces() {
        let mut numbers = HashMap::new();
        assert_eq!(counts("京都に雨", &mut numbers).len(), 3);
        assert!(numbers.contains_key("京都"));
    }
}
