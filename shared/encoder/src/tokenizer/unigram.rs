//! Unigram, the model of XLM-R and CamemBERT (Kudo 2018): the most probable division of a word into subwords.

use std::collections::HashMap;

use super::normalizer::{SourceChar, span};
use super::subword::Subword;

/// The character that stands for the space before a word.
pub(super) const SPACE: char = '▁';

/// How much lower the logarithmic score of an unknown character is than that of the rarest subword. The value
/// is SentencePiece's.
const UNKNOWN_PENALTY: f64 = 10.0;

/// A unigram model.
#[derive(Debug)]
pub(super) struct Unigram {
    /// The id and the logarithm of the probability of each subword.
    pub(super) vocabulary: HashMap<Box<str>, (u32, f64)>,
    /// The id of characters that the vocabulary lacks.
    pub(super) unknown: u32,
    /// The length in characters of the longest subword.
    pub(super) longest_subword: usize,
    /// The lowest of the logarithms.
    pub(super) lowest_score: f64,
}

/// The best division of the characters before a position, by its last subword.
#[derive(Clone, Copy)]
struct Best {
    /// The sum of the logarithms.
    score: f64,
    /// Where the last subword starts.
    start: usize,
    /// The id of the last subword.
    id: u32,
}

impl Unigram {
    /// Splits at white space and puts a space before every word, then splits each word into subwords.
    pub(super) fn split(&self, characters: &[SourceChar], subwords: &mut Vec<Subword>) {
        for word in characters.split(|source| source.character.is_whitespace()) {
            if let Some(first) = word.first() {
                let mut spaced = vec![SourceChar { character: SPACE, start: first.start, end: first.start }];
                spaced.extend(word);
                self.split_word(&spaced, subwords);
            }
        }
    }

    /// Splits a run of a text. A few signs become white space and a mark, whose space is dropped.
    pub(super) fn split_run(&self, characters: &[SourceChar], spaced: bool, subwords: &mut Vec<Subword>) {
        let mut run: Vec<SourceChar> =
            characters.iter().filter(|source| !source.character.is_whitespace()).copied().collect();
        if let Some(first) = run.first().filter(|_| spaced).copied() {
            run.insert(0, SourceChar { character: SPACE, start: first.start, end: first.start });
        }
        self.split_word(&run, subwords);
    }

    /// Follows the best divisions back from the end of the word.
    fn split_word(&self, word: &[SourceChar], subwords: &mut Vec<Subword>) {
        let divisions = self.divisions(word);
        let mut found: Vec<Subword> = Vec::new();
        let mut at = word.len();
        while let Some(best) = divisions.get(at).copied().flatten().filter(|_| at > 0) {
            let own = span(word.get(best.start..at).unwrap_or_default());
            match found.last_mut().filter(|next| best.id == self.unknown && next.id == self.unknown) {
                // Neighbouring unknown characters are one subword.
                Some(next) if next.span.is_empty() => next.span = own,
                Some(next) if !own.is_empty() => next.span.start = own.start,
                Some(_) => {}
                None => found.push(Subword { id: best.id, span: own }),
            }
            at = best.start;
        }
        subwords.extend(found.into_iter().rev());
    }

    /// Finds the best division before each position (Viterbi).
    fn divisions(&self, word: &[SourceChar]) -> Vec<Option<Best>> {
        let mut divisions: Vec<Option<Best>> = vec![None; word.len() + 1];
        let mut text = String::new();
        for start in 0..word.len() {
            let before = match divisions.get(start).copied().flatten() {
                Some(best) => best.score,
                None if start == 0 => 0.0,
                None => continue,
            };
            text.clear();
            let mut has_single = false;
            for (end, source) in (start + 1..).zip(word.iter().skip(start).take(self.longest_subword)) {
                text.push(source.character);
                if let Some((id, score)) = self.vocabulary.get(text.as_str()) {
                    has_single |= end == start + 1;
                    improve(&mut divisions, end, Best { score: before + score, start, id: *id });
                }
            }
            // Without a subword of one character, the unknown one keeps every position reachable.
            if !has_single {
                let score = before + self.lowest_score - UNKNOWN_PENALTY;
                improve(&mut divisions, start + 1, Best { score, start, id: self.unknown });
            }
        }
        divisions
    }
}

/// Replaces the division at `at` if the new one is more probable.
fn improve(divisions: &mut [Option<Best>], at: usize, new: Best) {
    if let Some(best) = divisions.get_mut(at)
        && best.is_none_or(|best| new.score > best.score)
    {
        *best = Some(new);
    }
}
