//! Selects the best sentences within a budget, without redundancy.
//!
//! First it takes one sentence after the other, each time the one that adds most. Then it swaps sentences of
//! a short extract as long as the whole gets better, because the best pair need not hold the best sentence.
//!
//! On news the lead is hard to beat. So a short extract that is hardly better than the first sentences, by its own
//! measure, gives way to them.

use crate::budget::{Allowance, Budget, Size};
use crate::candidates::Candidates;
use crate::features::Features;
use crate::pool::Pool;
use crate::terms::SentenceTerms;
use crate::weights::Weights;

/// Sentences that are compared with those taken before them. The rest of a longer extract is taken by score
/// alone.
///
/// The limit keeps long extracts of long articles linear. With so many sentences taken, the rest rarely
/// repeats them.
const COMPARED: usize = 64;

/// The longest extract that is improved by swaps, in sentences. In a longer one a single sentence matters
/// less.
const SWAPPED: usize = 8;

/// Returns the indexes of the chosen sentences, in article order. Takes at least one if there is one.
pub(crate) fn select(candidates: Candidates<'_>, weights: &Weights, budget: Budget) -> Vec<usize> {
    let all = candidates.sizes().fold(Size::default(), Size::plus);
    let allowance = budget.allowance(all.words);
    let is_told: Vec<bool> = candidates.features.iter().map(Features::are_told).collect();
    // Headings and parts of the page do not pad an extract. They are better than none.
    let has_told = is_told.contains(&true);
    // A short article is its own summary.
    if candidates.fit(all, allowance) {
        return (0..candidates.sentences.len())
            .filter(|number| !has_told || is_told.get(*number).is_some_and(|told| *told))
            .collect();
    }
    let mut selection = Selection::new(candidates, allowance, all, weights);
    selection.take_best();
    // Swaps may bring in shorter sentences and so make room for another.
    if selection.chosen.len() <= SWAPPED && selection.swap() && selection.has_room() {
        selection.start_from_chosen();
        selection.take_best();
    }
    if selection.chosen.is_empty() {
        // No sentence fits. A summary of one sentence is better than none.
        selection.chosen.extend(selection.best(|_| true));
    }
    selection.chosen.sort_unstable();
    if selection.chosen.len() <= SWAPPED {
        let lead = selection.lead();
        if !lead.is_empty() && selection.value(&selection.chosen) < selection.value(&lead) + weights.lead {
            return lead;
        }
    }
    selection.chosen
}

/// An extract in the making.
struct Selection<'s> {
    candidates: Candidates<'s>,
    weights: &'s Weights,
    allowance: Allowance,
    /// The mean size of a sentence.
    ordinary: Size,
    /// One for each candidate.
    states: Vec<State>,
    chosen: Vec<usize>,
    size: Size,
}

/// The state of a candidate.
struct State {
    score: f64,
    /// Whether the sentence is not taken by itself.
    barred: bool,
    orphan: bool,
    /// Highest cosine with a sentence of the extract.
    redundancy: f32,
    /// Whether the extract has the sentence.
    taken: bool,
}

impl<'s> Selection<'s> {
    fn new(candidates: Candidates<'s>, allowance: Allowance, all: Size, weights: &'s Weights) -> Self {
        let has_told = candidates.features.iter().any(Features::may_stand_alone);
        let state = |features: &Features| State {
            score: features.score(weights),
            barred: has_told && !features.may_stand_alone(),
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

    /// Takes the best of the remaining sentences while there is room for one of ordinary size.
    ///
    /// With less room, sentences would be chosen for their shortness and not for their content.
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
        self.chosen.is_empty() || self.candidates.fit(self.size.plus(self.ordinary), self.allowance)
    }

    /// Returns the candidate that adds most, among those with which the extract's size `fits`.
    ///
    /// If two add the same, the earlier sentence wins.
    fn best(&self, fits: impl Fn(Size) -> bool) -> Option<usize> {
        let mut best: Option<(usize, f64)> = None;
        let mut follows_taken = false;
        for (number, (state, size)) in self.states.iter().zip(self.candidates.sizes()).enumerate() {
            if !state.taken && !state.barred && fits(self.size.plus(size)) {
                let worth = self.worth(state, follows_taken);
                if best.is_none_or(|(_, most)| worth > most) {
                    best = Some((number, worth));
                }
            }
            follows_taken = state.taken;
        }
        best.map(|(number, _)| number)
    }

    /// Returns what a candidate adds. Its opening pronoun costs nothing right after the sentence it refers
    /// to.
    fn worth(&self, state: &State, follows_taken: bool) -> f64 {
        let orphan = if state.orphan && !follows_taken { self.weights.orphan } else { 0.0 };
        state.score - orphan - self.weights.redundancy(state.redundancy)
    }

    /// Adds a sentence to the extract and updates the redundancy of the others.
    fn take(&mut self, number: usize) {
        let Some(sentence) = self.candidates.sentences.get(number) else { return };
        self.chosen.push(number);
        self.size = self.size.plus(self.candidates.size(sentence));
        for (other, (state, vector)) in self.states.iter_mut().zip(self.candidates.sentences).enumerate() {
            state.taken |= other == number;
            if !state.taken {
                state.redundancy = state.redundancy.max(vector.vector.cosine(&sentence.vector));
            }
        }
    }

    /// Swaps sentences while the whole gets better. Returns whether there was a swap.
    fn swap(&mut self) -> bool {
        let score = |state: &State| if state.barred { f64::NEG_INFINITY } else { state.score };
        let scores: Vec<f64> = self.states.iter().map(score).collect();
        let mut pool = Pool::new(self.candidates, &scores, &self.chosen, self.weights);
        let mut swapped = false;
        while pool.swap(|size| self.candidates.fit(size, self.allowance)) {
            swapped = true;
        }
        self.chosen = pool.chosen();
        let sentences = self.chosen.iter().filter_map(|&number| self.candidates.sentences.get(number));
        self.size =
            sentences.map(|sentence| self.candidates.size(sentence)).fold(Size::default(), Size::plus);
        swapped
    }

    /// Computes the redundancy of the candidates anew, after swaps.
    fn start_from_chosen(&mut self) {
        self.states.iter_mut().for_each(|state| (state.taken, state.redundancy) = (false, 0.0));
        self.size = Size::default();
        for number in std::mem::take(&mut self.chosen) {
            self.take(number);
        }
    }

    /// Returns the first sentences that tell something, as many as fit, in article order. A quotation is in it whole
    /// or not at all, and behind a sentence that says who speaks.
    fn lead(&self) -> Vec<usize> {
        let (mut lead, mut size, mut whole) = (Vec::new(), Size::default(), 0);
        for (number, (features, sentence)) in
            self.candidates.features.iter().zip(self.candidates.sizes()).enumerate()
        {
            let opens_with_quotation = lead.is_empty() && features.quoted.is_torn;
            if !features.are_told() || opens_with_quotation {
                continue;
            }
            size = size.plus(sentence);
            if !self.candidates.fit(size, self.allowance) {
                break;
            }
            lead.push(number);
            if !features.quoted.goes_on {
                whole = lead.len();
            }
        }
        lead.truncate(whole);
        lead
    }

    /// Returns the value of an extract in article order, as [`Pool`] counts it.
    fn value(&self, extract: &[usize]) -> f64 {
        let mut value = 0.0;
        let mut before: Vec<(usize, &SentenceTerms)> = Vec::new();
        for number in extract {
            let (Some(state), Some(sentence)) =
                (self.states.get(*number), self.candidates.sentences.get(*number))
            else {
                continue;
            };
            let follows = before.last().is_some_and(|(last, _)| last + 1 == *number);
            let cosines = before.iter().map(|(_, other)| other.vector.cosine(&sentence.vector));
            let orphan = if state.orphan && !follows { self.weights.orphan } else { 0.0 };
            let redundancy = self.weights.redundancy(cosines.fold(0.0, f32::max));
            value += state.score - orphan - redundancy;
            before.push((*number, sentence));
        }
        value
    }

    /// Takes all remaining sentences that fit, in the order of what they add.
    fn fill_up(&mut self) {
        let mut rest: Vec<(usize, f64)> = Vec::new();
        let mut follows_taken = false;
        for (number, state) in self.states.iter().enumerate() {
            if !state.taken && !state.barred {
                rest.push((number, self.worth(state, follows_taken)));
            }
            follows_taken = state.taken;
        }
        rest.sort_by(|(_, a), (_, b)| b.total_cmp(a));
        for (number, _) in rest {
            let Some(sentence) = self.candidates.sentences.get(number) else { continue };
            let size = self.size.plus(self.candidates.size(sentence));
            if self.candidates.fit(size, self.allowance) {
                self.chosen.push(number);
                self.size = size;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use text::Span;

    use super::*;
    use crate::features::features;
    use crate::lexicon::Lexicons;
    use crate::story::Story;
    use crate::terms::Terms;

    /// Checks the indexes of the sentences chosen from `lines`, one sentence a line.
    fn check(budget: Budget, lines: &str, expected: &[usize]) {
        assert_eq!(chosen(budget, lines), expected, "{lines}");
    }

    fn chosen(budget: Budget, lines: &str) -> Vec<usize> {
        with_candidates(lines, |candidates| select(candidates, &Weights::neutral(), budget))
    }

    /// Returns the first sentences of `lines`.
    fn lead(budget: Budget, lines: &str) -> Vec<usize> {
        with_candidates(lines, |candidates| {
            let all = candidates.sizes().fold(Size::default(), Size::plus);
            Selection::new(candidates, budget.allowance(all.words), all, &Weights::neutral()).lead()
        })
    }

    /// Calls `read` with the sentences of `lines`, one a line, as one paragraph.
    fn with_candidates(lines: &str, read: impl FnOnce(Candidates<'_>) -> Vec<usize>) -> Vec<usize> {
        let mut start = 0;
        let sentences = lines.split_inclusive('\n').map(|line| {
            start += line.len();
            Span::new(start - line.len(), start).trimmed(lines)
        });
        let (sentences, body) = (sentences.collect(), lines.replace('\n', " "));
        let story = Story { body: &body, language: "en", sentences, ..Story::default() };
        let lexicons = Lexicons::new();
        let terms = Terms::collect(&story, lexicons.get(story.language));
        let features = features(&story, &terms, &lexicons);
        read(Candidates { sentences: &terms.sentences, features: &features, separator: 1 })
    }

    const FLOOD: &str = "The river Elbe flooded the old town of Dresden on Tuesday after a week of rain.
They had no warning at all, as several of them told the local radio station.
The river Elbe flooded the old town of Dresden on Tuesday after one week of rain.
Engineers opened the flood gates of the Elbe upstream to lower the river by a metre.
“We have never seen anything like it in this town”, one of the engineers said.
";

    #[test]
    fn takes_the_lead_first() {
        check(Budget::Sentences(1), FLOOD, &[0]);
    }

    #[test]
    fn takes_a_repetition_last() {
        check(Budget::Sentences(4), FLOOD, &[0, 1, 3, 4]);
    }

    #[test]
    fn the_first_sentences_have_a_quotation_whole_or_not_at_all() {
        let story = "The river Elbe flooded the old town of Dresden on Tuesday.
“We have never seen anything like it in this town.
We lost all we had to the river”, said Anna Weber, an engineer.
It rained.
";
        assert_eq!(lead(Budget::Sentences(2), story), [0]);
        assert_eq!(lead(Budget::Sentences(3), story), [0, 1, 2]);
    }

    #[test]
    fn takes_only_sentences_that_fit() {
        check(Budget::Words(31), FLOOD, &[0, 1]);
    }

    #[test]
    fn selects_from_thousands_of_sentences_quickly() {
        let line =
            |number: usize| format!("Ward {number} reported {} ballots and the clerk signed.\n", number * 7);
        let lines: String = (0..20_000).map(line).collect();
        let count = chosen(Budget::Ratio(0.5), &lines).len();
        assert!((9_000..=10_000).contains(&count), "{count}");
    }
}
