//! Unigram, the model of XLM-R and CamemBERT: the most probable division of a word into pieces.

use std::collections::HashMap;

use super::Piece;
use super::letters::{Letter, span};

/// Stands for the space before a word.
pub(super) const SPACE: char = '▁';

/// How much less probable than the rarest piece an unknown character is, as a natural logarithm.
const UNKNOWN_PENALTY: f64 = 10.0;

/// A unigram model.
#[derive(Debug)]
pub(super) struct Unigram {
    /// Number and logarithm of the probability of each piece.
    pub(super) pieces: HashMap<Box<str>, (u32, f64)>,
    pub(super) unknown: u32,
    /// Characters of the longest piece.
    pub(super) longest: usize,
    /// The least of the logarithms.
    pub(super) least: f64,
}

/// The best way to a place between two characters.
#[derive(Clone, Copy)]
struct Way {
    score: f64,
    from: usize,
    id: u32,
}

impl Unigram {
    /// White space divides; every word has a space put before it.
    pub(super) fn split(&self, letters: &[Letter], pieces: &mut Vec<Piece>) {
        for word in letters.split(|letter| letter.character.is_whitespace()) {
            if let Some(first) = word.first() {
                let mut spaced = vec![Letter { character: SPACE, start: first.start, end: first.start }];
                spaced.extend(word);
                self.split_word(&spaced, pieces);
            }
        }
    }

    fn split_word(&self, word: &[Letter], pieces: &mut Vec<Piece>) {
        let ways = self.ways(word);
        let mut found: Vec<Piece> = Vec::new();
        let mut at = word.len();
        while let Some(way) = ways.get(at).copied().flatten().filter(|_| at > 0) {
            let own = span(word.get(way.from..at).unwrap_or_default());
            match found.last_mut().filter(|piece| way.id == self.unknown && piece.id == self.unknown) {
                // Unknown characters side by side are one piece.
                Some(piece) if piece.span.is_empty() => piece.span = own,
                Some(piece) if !own.is_empty() => piece.span.start = own.start,
                Some(_) => {}
                None => found.push(Piece { id: way.id, span: own }),
            }
            at = way.from;
        }
        pieces.extend(found.into_iter().rev());
    }

    fn ways(&self, word: &[Letter]) -> Vec<Option<Way>> {
        let mut ways: Vec<Option<Way>> = vec![None; word.len() + 1];
        let mut text = String::new();
        for start in 0..word.len() {
            let before = match ways.get(start).copied().flatten() {
                Some(way) => way.score,
                None if start == 0 => 0.0,
                None => continue,
            };
            text.clear();
            let mut single = false;
            for (end, letter) in (start + 1..).zip(word.iter().skip(start).take(self.longest)) {
                text.push(letter.character);
                if let Some((id, score)) = self.pieces.get(text.as_str()) {
                    single |= end == start + 1;
                    improve(&mut ways, end, Way { score: before + score, from: start, id: *id });
                }
            }
            if !single {
                let score = before + self.least - UNKNOWN_PENALTY;
                improve(&mut ways, start + 1, Way { score, from: start, id: self.unknown });
            }
        }
        ways
    }
}

fn improve(ways: &mut [Option<Way>], at: usize, way: Way) {
    if let Some(best) = ways.get_mut(at)
        && best.is_none_or(|best| way.score > best.score)
    {
        *best = Some(way);
    }
}
