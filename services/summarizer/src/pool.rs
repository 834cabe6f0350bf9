//! Improves an extract by swaps: the value of a set of sentences depends on which sentences are in it
//! together.

use crate::budget::Size;
use crate::candidates::Candidates;
use crate::weights::Weights;

/// Sentences outside the extract that may be swapped in, those with the best scores.
///
/// Chosen by hand: for a sentence with a lower score, less redundancy cannot make up the difference.
const BEST: usize = 12;

/// A set of members, one bit each. A pool therefore holds at most 32 sentences.
type Set = u32;

/// The extract and the sentences that may replace others in it, in article order.
pub(crate) struct Pool<'s> {
    candidates: Candidates<'s>,
    weights: &'s Weights,
    members: Vec<Member>,
    /// The extract.
    set: Set,
    /// The value of the extract.
    value: f64,
}

struct Member {
    /// Index of the sentence.
    number: usize,
    score: f64,
    size: Size,
    /// Whether the sentence opens with a word that refers to the one before it.
    orphan: bool,
    /// The deduction for redundancy with each earlier member.
    redundancy: Vec<f64>,
}

impl<'s> Pool<'s> {
    /// Creates a pool of the chosen sentences and the best others.
    pub(crate) fn new(
        candidates: Candidates<'s>,
        scores: &[f64],
        chosen: &[usize],
        weights: &'s Weights,
    ) -> Self {
        let score = |number: usize| scores.get(number).copied().unwrap_or(f64::NEG_INFINITY);
        let mut numbers: Vec<usize> = (0..scores.len()).filter(|number| !chosen.contains(number)).collect();
        if numbers.len() > BEST {
            // If two scores are equal, the earlier sentence is taken.
            numbers.select_nth_unstable_by(BEST, |a, b| score(*b).total_cmp(&score(*a)).then(a.cmp(b)));
            numbers.truncate(BEST);
        }
        numbers.extend(chosen.iter().copied().take(Set::BITS as usize - BEST));
        numbers.sort_unstable();
        let mut pool = Self { candidates, weights, members: Vec::new(), set: 0, value: 0.0 };
        for number in numbers {
            pool.add(number, score(number));
            if chosen.contains(&number) {
                pool.set |= bit(pool.members.len() - 1);
            }
        }
        pool.value = pool.value_of(pool.set);
        pool
    }

    fn add(&mut self, number: usize, score: f64) {
        let (sentences, features) = (self.candidates.sentences, self.candidates.features);
        let (Some(sentence), Some(features)) = (sentences.get(number), features.get(number)) else { return };
        let before = self.members.iter().filter_map(|member| sentences.get(member.number));
        let redundancy = before.map(|other| self.weights.redundancy(other.vector.cosine(&sentence.vector)));
        let redundancy = redundancy.collect();
        let size = self.candidates.size(sentence);
        self.members.push(Member { number, score, size, orphan: features.orphan, redundancy });
    }

    /// Makes the swap that increases the value most, among those whose size `fits`. Returns whether there was
    /// one.
    pub(crate) fn swap(&mut self, fits: impl Fn(Size) -> bool) -> bool {
        let all = || 0..self.members.len();
        let pairs = all()
            .filter(|&out| self.set & bit(out) != 0)
            .flat_map(|out| all().filter(|&into| self.set & bit(into) == 0).map(move |into| (out, into)));
        let mut best = (self.value, self.set);
        for (out, into) in pairs {
            let set = (self.set & !bit(out)) | bit(into);
            let value = self.value_of(set);
            // Without the margin, rounding errors could swap two sentences back and forth.
            if value > best.0 + 1e-9 && fits(self.size_of(set)) {
                best = (value, set);
            }
        }
        let better = best.1 != self.set;
        (self.value, self.set) = best;
        better
    }

    /// Returns the indexes of the sentences in the extract, in article order.
    pub(crate) fn chosen(&self) -> Vec<usize> {
        self.members_of(self.set).map(|(_, member)| member.number).collect()
    }

    fn members_of(&self, set: Set) -> impl Iterator<Item = (usize, &Member)> {
        self.members.iter().enumerate().filter(move |(at, _)| set & bit(*at) != 0)
    }

    fn size_of(&self, set: Set) -> Size {
        self.members_of(set).map(|(_, member)| member.size).fold(Size::default(), Size::plus)
    }

    /// Returns the scores of a set without the deductions for orphan openings and redundancy.
    fn value_of(&self, set: Set) -> f64 {
        let mut before: Option<usize> = None;
        let mut value = 0.0;
        for (at, member) in self.members_of(set) {
            let follows_its_context = before.is_some_and(|before| before + 1 == member.number);
            let orphan = if member.orphan && !follows_its_context { self.weights.orphan } else { 0.0 };
            // The lower bits are the earlier sentences. A sentence repeats what comes before it.
            let earlier = self.members_of(set & (bit(at) - 1));
            let redundancy = earlier
                .filter_map(|(other, _)| member.redundancy.get(other))
                .fold(0.0, |a: f64, b| a.max(*b));
            value += member.score - orphan - redundancy;
            before = Some(member.number);
        }
        value
    }
}

fn bit(at: usize) -> Set {
    1 << at
}
