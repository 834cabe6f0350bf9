//! ROUGE-1, ROUGE-2 and ROUGE-Lsum, computed as in Google's `rouge-score`.
//!
//! C.-Y. Lin, "ROUGE: A Package for Automatic Evaluation of Summaries" (2004). Tokens are runs of ASCII
//! letters and digits in lower case. The stemmer applies to tokens of more than three letters.

use std::collections::{BTreeSet, HashMap};

use super::{matching::ratio, porter};

/// F1 of a summary against its reference.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Rouge {
    /// ROUGE-1: single words.
    pub one: f64,
    /// ROUGE-2: pairs of neighbouring words.
    pub two: f64,
    /// ROUGE-Lsum: longest common subsequences of sentences, united over the summary.
    pub lsum: f64,
}

/// Whether words are stemmed first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stemming {
    /// No stemming.
    Off,
    /// Porter's stemmer.
    Porter,
}

/// The words of a summary, by sentence.
#[derive(Debug, Clone)]
pub struct Words {
    sentences: Vec<Vec<String>>,
}

impl Words {
    /// Reads the words of `text`, which has one sentence per line.
    pub fn new(text: &str, stemming: Stemming) -> Self {
        let sentences = text.split('\n').filter(|line| !line.is_empty());
        Self { sentences: sentences.map(|sentence| words(sentence, stemming)).collect() }
    }

    /// Joins several texts, each of which is a sentence.
    pub fn joined<'a>(parts: impl IntoIterator<Item = &'a Self>) -> Self {
        Self { sentences: parts.into_iter().flat_map(|part| part.sentences.iter().cloned()).collect() }
    }

    /// Returns all words in order.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.sentences.iter().flatten().map(String::as_str)
    }

    fn count(&self) -> usize {
        self.sentences.iter().map(Vec::len).sum()
    }
}

/// Returns all three figures.
pub fn score(reference: &Words, summary: &Words) -> Rouge {
    Rouge {
        one: overlap(reference, summary, 1),
        two: overlap(reference, summary, 2),
        lsum: lsum(reference, summary),
    }
}

/// Returns the F1 of `n`-grams. A common n-gram counts as often as both sides have it.
pub fn overlap(reference: &Words, summary: &Words, n: usize) -> f64 {
    let reference: Vec<&str> = reference.all().collect();
    let summary: Vec<&str> = summary.all().collect();
    let mut left: HashMap<&[&str], usize> = HashMap::new();
    for ngram in reference.windows(n) {
        *left.entry(ngram).or_default() += 1;
    }
    let mut common = 0;
    for ngram in summary.windows(n) {
        if let Some(count) = left.get_mut(ngram).filter(|count| **count > 0) {
            *count -= 1;
            common += 1;
        }
    }
    ratio(2 * common, reference.windows(n).len() + summary.windows(n).len())
}

/// Returns the F1 of the union over sentences: for each sentence of the reference, the words in its longest
/// common subsequence with any sentence of the summary. Each word of either side counts once.
fn lsum(reference: &Words, summary: &Words) -> f64 {
    let mut left_reference = bag(reference);
    let mut left_summary = bag(summary);
    let mut common = 0;
    for sentence in &reference.sentences {
        let united: BTreeSet<usize> =
            summary.sentences.iter().flat_map(|other| common_subsequence(sentence, other)).collect();
        for word in united.iter().filter_map(|&position| sentence.get(position)) {
            let both = (left_reference.get_mut(word.as_str()), left_summary.get_mut(word.as_str()));
            if let (Some(wanted @ 1..), Some(found @ 1..)) = both {
                *wanted -= 1;
                *found -= 1;
                common += 1;
            }
        }
    }
    ratio(2 * common, reference.count() + summary.count())
}

fn bag(words: &Words) -> HashMap<&str, usize> {
    let mut bag = HashMap::new();
    for word in words.all() {
        *bag.entry(word).or_default() += 1;
    }
    bag
}

/// Returns the positions in `reference` of a longest common subsequence. If there are several, it is the one
/// that rouge-score picks.
fn common_subsequence(reference: &[String], summary: &[String]) -> Vec<usize> {
    let lengths = Lengths::new(reference, summary);
    let (mut row, mut column) = (reference.len(), summary.len());
    let mut positions = Vec::new();
    while row > 0 && column > 0 {
        if reference.get(row - 1) == summary.get(column - 1) {
            row -= 1;
            column -= 1;
            positions.push(row);
        } else if lengths.at(row, column - 1) > lengths.at(row - 1, column) {
            column -= 1;
        } else {
            row -= 1;
        }
    }
    positions
}

/// Returns the lengths of the longest common subsequences of all prefixes of two sentences.
struct Lengths {
    width: usize,
    cells: Vec<u32>,
}

impl Lengths {
    fn new(reference: &[String], summary: &[String]) -> Self {
        let width = summary.len() + 1;
        let mut lengths = Self { width, cells: vec![0; width] };
        for (row, word) in reference.iter().enumerate() {
            lengths.cells.push(0);
            for (column, other) in summary.iter().enumerate() {
                let longest = if word == other {
                    lengths.at(row, column) + 1
                } else {
                    lengths.at(row, column + 1).max(lengths.at(row + 1, column))
                };
                lengths.cells.push(longest);
            }
        }
        lengths
    }

    fn at(&self, row: usize, column: usize) -> u32 {
        self.cells.get(row * self.width + column).copied().unwrap_or_default()
    }
}

fn words(sentence: &str, stemming: Stemming) -> Vec<String> {
    let lower = sentence.to_lowercase();
    let words = lower.split(|character: char| !matches!(character, 'a'..='z' | '0'..='9'));
    let words = words.filter(|word| !word.is_empty());
    words
        .map(|word| match stemming {
            Stemming::Porter if word.len() > 3 => porter::stem(word),
            _ => word.to_owned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(reference: &str, summary: &str, expected: [f64; 3]) {
        let words = |text| Words::new(text, Stemming::Off);
        let found = score(&words(reference), &words(summary));
        for (found, expected) in [found.one, found.two, found.lsum].into_iter().zip(expected) {
            assert!((found - expected).abs() < 1e-12, "{found} is not {expected}");
        }
    }

    #[test]
    fn the_same_text_scores_one_and_a_different_one_zero() {
        check("Rain fell in Oslo.", "Rain fell in Oslo.", [1.0, 1.0, 1.0]);
        check("Rain fell.", "Trams stopped.", [0.0, 0.0, 0.0]);
    }

    #[test]
    fn figures_agree_with_those_computed_by_hand() {
        // 4 and 5 words, 3 common (rain, fell, oslo); pairs: "rain fell" of 3 and 4; subsequence rain fell
        // oslo.
        check("rain fell on oslo", "rain fell and oslo slept", [6.0 / 9.0, 2.0 / 7.0, 6.0 / 9.0]);
    }

    #[test]
    fn only_the_subsequence_depends_on_order() {
        // Words a b c d in reverse: any common subsequence has one word; 2·1/(4+4).
        check("a1 b1 c1 d1", "d1 c1 b1 a1", [1.0, 0.0, 0.25]);
    }

    #[test]
    fn subsequences_are_united_over_the_sentences_of_the_summary() {
        // Lin's example, section 3.2: w1 w2 w3 w4 w5 against "w1 w2 w6 w7 w8" and "w1 w3 w8 w9 w5":
        // the union is w1 w2 w3 w5; 2·4/(5+10).
        check("w1 w2 w3 w4 w5", "w1 w2 w6 w7 w8\nw1 w3 w8 w9 w5", [8.0 / 15.0, 2.0 * 1.0 / 13.0, 8.0 / 15.0]);
    }

    #[test]
    fn stemming_matches_inflected_forms() {
        let score = |stemming| {
            overlap(&Words::new("Trams stopped", stemming), &Words::new("tram stops", stemming), 1)
        };
        assert!(score(Stemming::Off).abs() < 1e-12);
        // "tram" has four letters and is stemmed to itself; "stopped" and "stops" meet in "stop".
        assert!((score(Stemming::Porter) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn an_empty_summary_scores_zero() {
        check("Rain fell.", "", [0.0, 0.0, 0.0]);
    }

    /// Pairs written for this test, with the figures of the Python package `rouge-score` 0.1.2 (`rouge1`,
    /// `rouge2`, `rougeLsum`, F1), without its stemmer and with it.
    #[test]
    fn figures_agree_with_the_python_package() {
        #[derive(serde::Deserialize)]
        struct Pair {
            reference: String,
            summary: String,
            plain: [f64; 3],
            stemmed: [f64; 3],
        }
        for line in include_str!("rouge_sample.jsonl").lines() {
            let pair: Pair = serde_json::from_str(line).unwrap();
            for (stemming, expected) in [(Stemming::Off, pair.plain), (Stemming::Porter, pair.stemmed)] {
                let words = |text: &str| Words::new(text, stemming);
                let found = score(&words(&pair.reference), &words(&pair.summary));
                for (found, expected) in [found.one, found.two, found.lsum].into_iter().zip(expected) {
                    assert!((found - expected).abs() < 1e-6, "{found} is not {expected}: {line}");
                }
            }
        }
    }
}
