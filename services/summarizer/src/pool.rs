//! Sets of sentences weighed as a whole: those chosen so far against the best of the rest.

use crate::Weights;
use crate::budget::Size;
use crate::select::Candidates;

/// From this cosine on two sentences say the same. By hand: sentences of one story that differ in
/// substance rarely share more than half of their terms.
pub(crate) const REPETITION: f32 = 0.75;

/// So many of the best sentences by themselves may be swapped in. By hand: what stands further down has to
/// make up for more than likeness and orphan openings cost.
const BEST: usize = 12;

/// Bits of one word: a pool holds no more sentences.
type Set = u32;

/// The sentences worth a look, in article order; a set of them is a word with a bit for each.
pub(crate) struct Pool<'s> {
    candidates: Candidates<'s>,
    weights: &'s Weights,
    members: Vec<Member>,
    set: Set,
    value: f64,
}

struct Member {
    number: usize,
    score: f64,
    size: Size,
    orphan: bool,
    /// What it loses for likeness with each member before it.
    redundancy: Vec<f64>,
}

impl<'s> Pool<'s> {
    /// A pool of the chosen sentences and the best others.
    pub(crate) fn new(
        candidates: Candidates<'s>,
        scores: &[f64],
        chosen: &[usize],
        weights: &'s Weights,
    ) -> Self {
        let score = |number: usize| scores.get(number).copied().unwrap_or(f64::NEG_INFINITY);
        let mut numbers: Vec<usize> = (0..scores.len()).filter(|number| !chosen.contains(number)).collect();
        if numbers.len() > BEST {
            // Ties go to the earlier sentence.
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

    /// Makes the best swap of one sentence for another, if any makes the whole better and its size `fits`.
    pub(crate) fn swap(&mut self, fits: impl Fn(Size) -> bool) -> bool {
        let all = || 0..self.members.len();
        let pairs = all()
            .filter(|&out| self.set & bit(out) != 0)
            .flat_map(|out| all().filter(|&into| self.set & bit(into) == 0).map(move |into| (out, into)));
        let mut best = (self.value, self.set);
        for (out, into) in pairs {
            let set = (self.set & !bit(out)) | bit(into);
            let value = self.value_of(set);
            // The margin keeps rounding from swapping to and fro.
            if value > best.0 + 1e-9 && fits(self.size_of(set)) {
                best = (value, set);
            }
        }
        let better = best.1 != self.set;
        (self.value, self.set) = best;
        better
    }

    /// Numbers of the sentences in the set, in article order.
    pub(crate) fn chosen(&self) -> Vec<usize> {
        self.members_of(self.set).map(|(_, member)| member.number).collect()
    }

    fn members_of(&self, set: Set) -> impl Iterator<Item = (usize, &Member)> {
        self.members.iter().enumerate().filter(move |(at, _)| set & bit(*at) != 0)
    }

    fn size_of(&self, set: Set) -> Size {
        self.members_of(set).map(|(_, member)| member.size).fold(Size::default(), Size::and)
    }

    /// What a set is worth: scores, less orphan openings and what is said before in the same set.
    fn value_of(&self, set: Set) -> f64 {
        let mut before: Option<usize> = None;
        let mut value = 0.0;
        for (at, member) in self.members_of(set) {
            let leans_on_taken = before.is_some_and(|before| before + 1 == member.number);
            let orphan = if member.orphan && !leans_on_taken { self.weights.orphan } else { 0.0 };
            let said = self.members_of(set & (bit(at) - 1));
            let redundancy =
                said.filter_map(|(other, _)| member.redundancy.get(other)).fold(0.0, |a: f64, b| a.max(*b));
            value += member.score - orphan - redundancy;
            before = Some(member.number);
        }
        value
    }
}

fn bit(at: usize) -> Set {
    1 << at
}
