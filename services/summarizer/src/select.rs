//! Takes the best sentences within a budget, with an eye on what is already said.
//!
//! First one by one, each time the one that adds most; then, in a short extract, one is swapped for
//! another as long as the whole gets better: the best pair need not hold the best sentence.

use crate::budget::{Allowance, Size};
use crate::features::Features;
use crate::pool::{Pool, REPETITION};
use crate::terms::SentenceTerms;
use crate::{Budget, Weights};

/// So many sentences are compared with those taken before them; a longer extract is filled up by score.
///
/// It keeps long extracts of long articles linear: beyond this many, little is left that repeats.
const COMPARED: usize = 64;

/// Extracts up to this many sentences are improved by swaps; in longer ones a single sentence matters less.
const SWAPPED: usize = 8;

/// What an extract is chosen from.
#[derive(Clone, Copy)]
pub(crate) struct Candidates<'s> {
    pub(crate) sentences: &'s [SentenceTerms],
    pub(crate) features: &'s [Features],
    /// Characters between two sentences of the extract.
    pub(crate) joint: usize,
}

/// The numbers of the chosen sentences, in article order. At least one, where there is one.
pub(crate) fn select(candidates: Candidates<'_>, weights: &Weights, budget: Budget) -> Vec<usize> {
    let all = candidates.sizes().fold(Size::default(), Size::and);
    let allowance = budget.allowance(all.words);
    if candidates.fit(all, allowance) {
        return (0..candidates.sentences.len()).collect();
    }
    let mut selection = Selection::new(candidates, allowance, all, weights);
    selection.take_best();
    if selection.chosen.len() <= SWAPPED && selection.swap() && selection.has_room() {
        selection.start_from_chosen();
        selection.take_best();
    }
    if selection.chosen.is_empty() {
        // Not one fits: a summary of one sentence is better than none.
        selection.chosen.extend(selection.best(|_| true));
    }
    selection.chosen.sort_unstable();
    selection.chosen
}

impl Candidates<'_> {
    /// The size of each sentence, with the joint after it.
    fn sizes(&self) -> impl Iterator<Item = Size> + '_ {
        self.sentences.iter().map(|sentence| self.size(sentence))
    }

    pub(crate) fn size(&self, sentence: &SentenceTerms) -> Size {
        Size { sentences: 1, words: sentence.words, characters: sentence.characters + self.joint }
    }

    /// Whether an extract of `size` is within what is allowed: no joint stands after the last sentence.
    fn fit(&self, size: Size, allowance: Allowance) -> bool {
        allowance.fits(size.without(Size { characters: self.joint, ..Size::default() }))
    }
}

struct Selection<'s> {
    candidates: Candidates<'s>,
    weights: &'s Weights,
    allowance: Allowance,
    /// An ordinary sentence of this article: a mean of all.
    ordinary: Size,
    states: Vec<State>,
    chosen: Vec<usize>,
    size: Size,
}

/// How a candidate stands.
struct State {
    score: f64,
    orphan: bool,
    /// Highest cosine with a sentence already taken.
    redundancy: f32,
    taken: bool,
}

impl<'s> Selection<'s> {
    fn new(candidates: Candidates<'s>, allowance: Allowance, all: Size, weights: &'s Weights) -> Self {
        let state = |features: &Features| State {
            score: features.score(weights),
            orphan: features.orphan,
            redundancy: 0.0,
            taken: false,
        };
        let states: Vec<State> = candidates.features.iter().map(state).collect();
        let count = states.len().max(1);
        let ordinary = Size { sentences: 1, words: all.words / count, characters: all.characters / count };
        let (chosen, size) = (Vec::new(), Size::default());
        Self { candidates, weights, allowance, ordinary, states, chosen, size }
    }

    /// Takes the best of what is left while there is room for an ordinary sentence.
    ///
    /// What would still fit into less room is taken for being short, not for what it says.
    fn take_best(&mut self) {
        while self.chosen.len() < COMPARED && self.has_room() {
            let Some(best) = self.best(|size| self.candidates.fit(size, self.allowance)) else { return };
            self.take(best);
        }
        if self.chosen.len() == COMPARED {
            self.fill_up();
        }
    }

    fn has_room(&self) -> bool {
        self.chosen.is_empty() || self.candidates.fit(self.size.and(self.ordinary), self.allowance)
    }

    /// The candidate worth most now, among those with which the extract's size `fits`.
    /// Ties go to the earlier sentence.
    fn best(&self, fits: impl Fn(Size) -> bool) -> Option<usize> {
        let mut best: Option<(usize, f64)> = None;
        let mut follows_taken = false;
        for (number, (state, size)) in self.states.iter().zip(self.candidates.sizes()).enumerate() {
            if !state.taken && fits(self.size.and(size)) {
                let worth = self.worth(state, follows_taken);
                if best.is_none_or(|(_, most)| worth > most) {
                    best = Some((number, worth));
                }
            }
            follows_taken = state.taken;
        }
        best.map(|(number, _)| number)
    }

    /// An opening pronoun is no orphan right after the sentence it leans on.
    fn worth(&self, state: &State, follows_taken: bool) -> f64 {
        let orphan = if state.orphan && !follows_taken { self.weights.orphan } else { 0.0 };
        state.score - orphan - self.weights.redundancy(state.redundancy)
    }

    fn take(&mut self, number: usize) {
        let Some(sentence) = self.candidates.sentences.get(number) else { return };
        self.chosen.push(number);
        self.size = self.size.and(self.candidates.size(sentence));
        for (other, (state, vector)) in self.states.iter_mut().zip(self.candidates.sentences).enumerate() {
            state.taken |= other == number;
            if !state.taken {
                state.redundancy = state.redundancy.max(vector.vector.cosine(&sentence.vector));
            }
        }
    }

    /// Swaps one sentence for another of the best while the whole gets better; whether any was.
    fn swap(&mut self) -> bool {
        let scores: Vec<f64> = self.states.iter().map(|state| state.score).collect();
        let mut pool = Pool::new(self.candidates, &scores, &self.chosen, self.weights);
        let mut swapped = false;
        while pool.swap(|size| self.candidates.fit(size, self.allowance)) {
            swapped = true;
        }
        self.chosen = pool.chosen();
        let sentences = self.chosen.iter().filter_map(|&number| self.candidates.sentences.get(number));
        self.size = sentences.map(|sentence| self.candidates.size(sentence)).fold(Size::default(), Size::and);
        swapped
    }

    /// Works out again what stands against the candidates, after swaps.
    fn start_from_chosen(&mut self) {
        self.states.iter_mut().for_each(|state| (state.taken, state.redundancy) = (false, 0.0));
        self.size = Size::default();
        for number in std::mem::take(&mut self.chosen) {
            self.take(number);
        }
    }

    /// Takes what fits of the rest in order of score.
    fn fill_up(&mut self) {
        let mut rest: Vec<(usize, f64)> = Vec::new();
        let mut follows_taken = false;
        for (number, state) in self.states.iter().enumerate() {
            if !state.taken {
                rest.push((number, self.worth(state, follows_taken)));
            }
            follows_taken = state.taken;
        }
        rest.sort_by(|(_, a), (_, b)| b.total_cmp(a));
        for (number, _) in rest {
            let Some(sentence) = self.candidates.sentences.get(number) else { continue };
            let size = self.size.and(self.candidates.size(sentence));
            if self.candidates.fit(size, self.allowance) {
                self.chosen.push(number);
                self.size = size;
            }
        }
    }
}

impl Weights {
    /// What a sentence loses for the likeness with one already taken.
    pub(crate) fn redundancy(&self, cosine: f32) -> f64 {
        let repetition = if cosine >= REPETITION { self.repetition } else { 0.0 };
        self.redundancy * f64::from(cosine) + repetition
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
        Extractor::default().read(&story).select(&Weights::neutral(), budget)
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
