//! Takes the best sentences one by one, with an eye on what is already said.

use crate::features::Features;
use crate::terms::SentenceTerms;
use crate::{Budget, Weights};

/// So many sentences are compared with those taken before them; a longer extract is filled up by score.
///
/// It keeps long extracts of long articles linear: beyond this many, little is left that repeats.
const COMPARED: usize = 64;

/// From this cosine on two sentences say the same. By hand: sentences of one story that differ in
/// substance rarely share more than half of their terms.
const NEAR_DUPLICATE: f32 = 0.75;

/// The numbers of the chosen sentences, in article order. At least one, where there is one.
pub(crate) fn select(
    sentences: &[SentenceTerms],
    features: &[Features],
    weights: &Weights,
    budget: Budget,
) -> Vec<usize> {
    let words = sentences.iter().map(|sentence| sentence.words).sum();
    let allowance = budget.allowance(words);
    if allowance.fits(sentences.len(), words) {
        return (0..sentences.len()).collect();
    }
    let mut selection = Selection::new(sentences, features, weights);
    while selection.chosen.len() < COMPARED {
        let fits = |words: usize, next: usize| allowance.fits(selection.chosen.len() + 1, words + next);
        let Some(best) = selection.best(fits) else { break };
        selection.take(best);
    }
    if selection.chosen.len() == COMPARED {
        selection.fill_up(|taken, words| allowance.fits(taken, words));
    }
    if selection.chosen.is_empty() {
        // Not one fits: a summary of one sentence is better than none.
        selection.chosen.extend(selection.best(|_, _| true));
    }
    selection.chosen.sort_unstable();
    selection.chosen
}

struct Selection<'s> {
    sentences: &'s [SentenceTerms],
    weights: &'s Weights,
    candidates: Vec<Candidate>,
    chosen: Vec<usize>,
    words: usize,
}

struct Candidate {
    score: f64,
    orphan: bool,
    /// Highest cosine with a sentence already taken.
    redundancy: f32,
    taken: bool,
}

impl<'s> Selection<'s> {
    fn new(sentences: &'s [SentenceTerms], features: &[Features], weights: &'s Weights) -> Self {
        let candidate = |features: &Features| Candidate {
            score: features.score(weights),
            orphan: features.orphan,
            redundancy: 0.0,
            taken: false,
        };
        let candidates = features.iter().map(candidate).collect();
        Self { sentences, weights, candidates, chosen: Vec::new(), words: 0 }
    }

    /// The candidate worth most now, among those of which `fits(words so far, its words)` holds.
    /// Ties go to the earlier sentence.
    fn best(&self, fits: impl Fn(usize, usize) -> bool) -> Option<usize> {
        let mut best: Option<(usize, f64)> = None;
        let mut follows_taken = false;
        for (number, (candidate, sentence)) in self.candidates.iter().zip(self.sentences).enumerate() {
            if !candidate.taken && fits(self.words, sentence.words) {
                let worth = self.worth(candidate, follows_taken);
                if best.is_none_or(|(_, most)| worth > most) {
                    best = Some((number, worth));
                }
            }
            follows_taken = candidate.taken;
        }
        best.map(|(number, _)| number)
    }

    /// An opening pronoun is no orphan right after the sentence it leans on.
    fn worth(&self, candidate: &Candidate, follows_taken: bool) -> f64 {
        let orphan = if candidate.orphan && !follows_taken { self.weights.orphan } else { 0.0 };
        let repetition = if candidate.redundancy >= NEAR_DUPLICATE { self.weights.repetition } else { 0.0 };
        candidate.score - orphan - repetition - self.weights.redundancy * f64::from(candidate.redundancy)
    }

    fn take(&mut self, number: usize) {
        let Some(sentence) = self.sentences.get(number) else { return };
        self.chosen.push(number);
        self.words += sentence.words;
        for (other, (candidate, vector)) in self.candidates.iter_mut().zip(self.sentences).enumerate() {
            candidate.taken |= other == number;
            candidate.redundancy = candidate.redundancy.max(vector.vector.cosine(&sentence.vector));
        }
    }

    /// Takes what fits of the rest in order of score.
    fn fill_up(&mut self, fits: impl Fn(usize, usize) -> bool) {
        let mut rest: Vec<(usize, f64)> = Vec::new();
        let mut follows_taken = false;
        for (number, candidate) in self.candidates.iter().enumerate() {
            if !candidate.taken {
                rest.push((number, self.worth(candidate, follows_taken)));
            }
            follows_taken = candidate.taken;
        }
        rest.sort_by(|(_, a), (_, b)| b.total_cmp(a));
        for (number, _) in rest {
            let words = self.words + self.sentences.get(number).map_or(0, |sentence| sentence.words);
            if fits(self.chosen.len() + 1, words) {
                self.chosen.push(number);
                self.words = words;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use text::Span;

    use super::*;
    use crate::{Extractor, Story};

    /// Sentences stand one a line; `expected` are the numbers of those chosen.
    fn check(budget: Budget, lines: &str, expected: &[usize]) {
        assert_eq!(chosen(budget, lines), expected, "{lines}");
    }

    fn chosen(budget: Budget, lines: &str) -> Vec<usize> {
        let mut start = 0;
        let sentences = lines.split_inclusive('\n').map(|line| {
            start += line.len();
            Span::new(start - line.len(), start).trimmed(lines)
        });
        let story = Story { body: lines, language: "en", sentences: sentences.collect(), ..Story::default() };
        Extractor::default().read(&story).select(&Weights::default(), budget)
    }

    const FLOOD: &str = "The river Elbe flooded the old town of Dresden on Tuesday after a week of rain.
They had no warning at all, as several of them told the local radio station.
The river Elbe flooded the old town of Dresden on Tuesday after one week of rain.
Engineers opened the flood gates of the Elbe upstream to lower the river by a metre.
“We have never seen anything like it in this town”, one of the engineers said.
";

    #[test]
    fn the_lead_comes_first() {
        check(Budget::Sentences(1), FLOOD, &[0]);
    }

    #[test]
    fn a_repetition_is_taken_last() {
        check(Budget::Sentences(4), FLOOD, &[0, 1, 3, 4]);
    }

    #[test]
    fn of_what_is_left_only_sentences_that_fit_are_taken() {
        check(Budget::Words(31), FLOOD, &[0, 1]);
    }

    #[test]
    fn thousands_of_sentences_are_no_burden() {
        let line =
            |number: usize| format!("Ward {number} reported {} ballots and the clerk signed.\n", number * 7);
        let lines: String = (0..20_000).map(line).collect();
        let count = chosen(Budget::Ratio(0.5), &lines).len();
        assert!((9_000..=10_000).contains(&count), "{count}");
    }
}
