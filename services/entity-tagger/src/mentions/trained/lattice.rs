//! All labellings of a sentence: the best one, and the probability of each name.
//!
//! This is a linear-chain conditional random field (Lafferty et al. 2001). Tagging and training use the same
//! sums.

use super::labels::{LABELS, LabelSet, OUTSIDE, Scores, may_end, may_follow, may_start};

/// The weights of label pairs.
#[derive(Debug, Clone, PartialEq)]
pub struct Transitions {
    /// The weight of each pair of a previous and a next label. Pairs that `may_follow` forbids are ignored.
    pub weights: [Scores; LABELS],
}

impl Transitions {
    /// Returns the transitions with all weights multiplied by `share`.
    #[must_use]
    pub fn times(&self, share: f32) -> Self {
        Self { weights: self.weights.map(|row| row.map(|weight| weight * share)) }
    }
}

/// The exponentials of the transitions; 0 for forbidden pairs.
#[derive(Debug, Clone)]
pub struct Factors {
    start: Scores,
    end: Scores,
    between: [Scores; LABELS],
}

impl Factors {
    /// Computes the factors of these transitions.
    pub fn new(transitions: &Transitions) -> Self {
        let mut factors = Self { start: [0.0; LABELS], end: [0.0; LABELS], between: [[0.0; LABELS]; LABELS] };
        for (previous, (row, weights)) in factors.between.iter_mut().zip(&transitions.weights).enumerate() {
            for (next, (factor, weight)) in row.iter_mut().zip(weights).enumerate() {
                *factor = if may_follow(previous, next) { weight.exp() } else { 0.0 };
            }
        }
        for (label, (start, end)) in factors.start.iter_mut().zip(&mut factors.end).enumerate() {
            *start = f32::from(may_start(label));
            *end = f32::from(may_end(label));
        }
        factors
    }

    /// Returns the factor from `previous` to `next`.
    fn between(&self, previous: usize, next: usize) -> f32 {
        self.between.get(previous).and_then(|row| row.get(next)).copied().unwrap_or_default()
    }
}

/// The forward and backward sums over a sentence.
///
/// Both are scaled to a total of 1 at each token, since the sums of long sentences overflow. `scale` has the
/// divisors.
#[derive(Debug, Default)]
pub struct Lattice {
    potentials: Vec<Scores>,
    forward: Vec<Scores>,
    backward: Vec<Scores>,
    scale: Vec<f32>,
    log_sum: f64,
    best: Vec<[u8; LABELS]>,
}

impl Lattice {
    /// Sums over all labellings whose labels are in `allowed`. `scores` has the score of each label for each
    /// token.
    pub fn sum(&mut self, factors: &Factors, scores: &[Scores], allowed: impl Iterator<Item = LabelSet>) {
        self.potentials.clear();
        self.log_sum = 0.0;
        for (scores, allowed) in scores.iter().zip(allowed) {
            let highest = scores.iter().copied().fold(f32::MIN, f32::max);
            let mut potentials = [0.0; LABELS];
            for (label, (potential, score)) in potentials.iter_mut().zip(scores).enumerate() {
                if allowed & (1 << label) != 0 {
                    *potential = (score - highest).exp();
                }
            }
            self.log_sum += f64::from(highest);
            self.potentials.push(potentials);
        }
        self.forward(factors);
        self.backward(factors);
    }

    fn forward(&mut self, factors: &Factors) {
        self.forward.clear();
        self.scale.clear();
        let mut previous: Option<Scores> = None;
        let last = self.potentials.len().saturating_sub(1);
        for (index, potentials) in self.potentials.iter().enumerate() {
            let mut sums = previous.map_or(factors.start, |previous| step(&previous, factors));
            multiply(&mut sums, potentials);
            if index == last {
                multiply(&mut sums, &factors.end);
            }
            let total = sums.iter().sum::<f32>().max(f32::MIN_POSITIVE);
            divide(&mut sums, total);
            self.log_sum += f64::from(total.ln());
            self.scale.push(total);
            self.forward.push(sums);
            previous = Some(sums);
        }
    }

    fn backward(&mut self, factors: &Factors) {
        self.backward.clear();
        let mut next: Option<(Scores, f32)> = None;
        for (index, potentials) in self.potentials.iter().enumerate().rev() {
            // The sums of the tokens after this one.
            let sums = match next {
                None => factors.end,
                Some((arriving, scale)) => back(&arriving, factors, scale),
            };
            self.backward.push(sums);
            let mut arriving = sums;
            multiply(&mut arriving, potentials);
            next = Some((arriving, self.scale.get(index).copied().unwrap_or(1.0)));
        }
        self.backward.reverse();
    }

    /// Returns the logarithm of the sum over all allowed labellings.
    pub fn log_sum(&self) -> f64 {
        self.log_sum
    }

    /// Returns the probability of each label at a token.
    pub fn marginals(&self, index: usize) -> Scores {
        let (Some(forward), Some(backward)) = (self.forward.get(index), self.backward.get(index)) else {
            return [0.0; LABELS];
        };
        let mut marginals = *forward;
        multiply(&mut marginals, backward);
        let total = marginals.iter().sum::<f32>().max(f32::MIN_POSITIVE);
        divide(&mut marginals, total);
        marginals
    }

    /// Calls `add` with the probability of each pair of labels at the token before `index` and at `index`.
    pub fn pairs(&self, factors: &Factors, index: usize, mut add: impl FnMut(usize, usize, f32)) {
        let parts = (|| {
            let before = self.forward.get(index.checked_sub(1)?)?;
            let mut arriving = *self.backward.get(index)?;
            multiply(&mut arriving, self.potentials.get(index)?);
            Some((before, arriving, self.scale.get(index)?))
        })();
        let Some((before, arriving, scale)) = parts else { return };
        for (previous, (from, row)) in before.iter().zip(&factors.between).enumerate() {
            for (next, (to, factor)) in arriving.iter().zip(row).enumerate() {
                if *factor > 0.0 {
                    add(previous, next, from * factor * to / scale);
                }
            }
        }
    }

    /// Returns the probability that the tokens from `start` on have exactly these labels.
    pub fn probability(&self, factors: &Factors, start: usize, labels: impl Iterator<Item = usize>) -> f32 {
        let mut probability = 0.0;
        let mut last: Option<(usize, usize)> = None;
        for (index, label) in (start..).zip(labels) {
            let of = |scores: &Vec<Scores>| {
                scores.get(index).and_then(|scores| scores.get(label)).copied().unwrap_or_default()
            };
            probability = match last {
                None => of(&self.forward),
                Some((_, previous)) => {
                    let scale = self.scale.get(index).copied().unwrap_or(1.0);
                    probability * factors.between(previous, label) * of(&self.potentials) / scale
                }
            };
            last = Some((index, label));
        }
        let Some((index, label)) = last else { return 0.0 };
        let behind = self.backward.get(index).and_then(|scores| scores.get(label)).copied();
        probability * behind.unwrap_or_default()
    }

    /// Writes the best labelling of the sentence that was summed last (Viterbi).
    pub fn best(&mut self, factors: &Factors, labels: &mut Vec<usize>) {
        labels.clear();
        self.best.clear();
        let mut scores = factors.start;
        for (index, potentials) in self.potentials.iter().enumerate() {
            if index > 0 {
                let (better, came_from) = best_step(&scores, factors);
                scores = better;
                self.best.push(came_from);
            }
            multiply(&mut scores, potentials);
            // Scaling does not change which labelling is best.
            let total = scores.iter().sum::<f32>().max(f32::MIN_POSITIVE);
            divide(&mut scores, total);
        }
        if self.potentials.is_empty() {
            return;
        }
        multiply(&mut scores, &factors.end);
        let mut label = highest(&scores);
        labels.push(label);
        for came_from in self.best.iter().rev() {
            label = came_from.get(label).copied().unwrap_or_default().into();
            labels.push(label);
        }
        labels.reverse();
    }
}

fn highest(scores: &Scores) -> usize {
    let mut best = (OUTSIDE, f32::MIN);
    for (label, score) in scores.iter().enumerate() {
        if *score > best.1 {
            best = (label, *score);
        }
    }
    best.0
}

fn multiply(scores: &mut Scores, by: &Scores) {
    for (score, factor) in scores.iter_mut().zip(by) {
        *score *= factor;
    }
}

fn divide(scores: &mut Scores, by: f32) {
    for score in scores {
        *score /= by;
    }
}

fn step(previous: &Scores, factors: &Factors) -> Scores {
    let mut sums = [0.0; LABELS];
    for (from, row) in previous.iter().zip(&factors.between) {
        for (sum, factor) in sums.iter_mut().zip(row) {
            *sum += from * factor;
        }
    }
    sums
}

fn back(arriving: &Scores, factors: &Factors, scale: f32) -> Scores {
    let mut sums = [0.0; LABELS];
    for (sum, row) in sums.iter_mut().zip(&factors.between) {
        let total: f32 = row.iter().zip(arriving).map(|(factor, to)| factor * to).sum();
        *sum = total / scale;
    }
    sums
}

fn best_step(previous: &Scores, factors: &Factors) -> (Scores, [u8; LABELS]) {
    let (mut best, mut came_from) = ([0.0; LABELS], [0; LABELS]);
    for (label, (from, row)) in (0_u8..).zip(previous.iter().zip(&factors.between)) {
        for ((best, came_from), factor) in best.iter_mut().zip(&mut came_from).zip(row) {
            let score = from * factor;
            if score > *best {
                *best = score;
                *came_from = label;
            }
        }
    }
    (best, came_from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mentions::trained::labels::ANY;

    fn factors() -> Factors {
        let mut weights = [[0.0; LABELS]; LABELS];
        weights[0][1] = 0.5;
        weights[1][3] = -0.25;
        Factors::new(&Transitions { weights })
    }

    fn scores() -> Vec<Scores> {
        let score = |token: usize, label: usize| ((token * 7 + label * 5) % 11) as f32 / 4.0;
        (0..3).map(|token| std::array::from_fn(|label| score(token, label))).collect()
    }

    /// Returns the weight of every labelling of three tokens, computed one by one.
    fn all() -> Vec<([usize; 3], f64)> {
        let (factors, scores) = (factors(), scores());
        let mut all = Vec::new();
        for labels in (0..LABELS.pow(3)).map(|n| [n / 289, n / 17 % 17, n % 17]) {
            let ends = factors.start[labels[0]] * factors.end[labels[2]];
            let steps = factors.between[labels[0]][labels[1]] * factors.between[labels[1]][labels[2]];
            let weight: f32 = (0..3).map(|token| scores[token][labels[token]]).sum();
            all.push((labels, f64::from(ends * steps) * f64::from(weight).exp()));
        }
        all
    }

    fn summed() -> Lattice {
        let mut lattice = Lattice::default();
        lattice.sum(&factors(), &scores(), std::iter::repeat(ANY));
        lattice
    }

    #[test]
    fn the_sums_are_those_over_every_labelling() {
        let (all, lattice) = (all(), summed());
        let total: f64 = all.iter().map(|(_, weight)| weight).sum();
        assert!((lattice.log_sum() - total.ln()).abs() < 1e-4);
        for token in 0..3 {
            for (label, marginal) in lattice.marginals(token).iter().enumerate() {
                let share: f64 =
                    all.iter().filter(|(labels, _)| labels[token] == label).map(|(_, weight)| weight).sum();
                assert!((f64::from(*marginal) - share / total).abs() < 1e-4);
            }
        }
        lattice.pairs(&factors(), 1, |first, second, probability| {
            let share: f64 = all
                .iter()
                .filter(|(labels, _)| labels[..2] == [first, second])
                .map(|(_, weight)| weight)
                .sum();
            assert!((f64::from(probability) - share / total).abs() < 1e-4);
        });
    }

    #[test]
    fn the_probability_of_a_name_is_that_of_its_labels() {
        let (all, lattice) = (all(), summed());
        let total: f64 = all.iter().map(|(_, weight)| weight).sum();
        let share: f64 =
            all.iter().filter(|(labels, _)| labels[1..] == [1, 3]).map(|(_, weight)| weight).sum();
        let probability = lattice.probability(&factors(), 1, [1, 3].into_iter());
        assert!((f64::from(probability) - share / total).abs() < 1e-4);
    }

    #[test]
    fn the_best_labelling_has_the_greatest_weight() {
        let expected = all().into_iter().max_by(|first, second| first.1.total_cmp(&second.1)).unwrap().0;
        let mut labels = Vec::new();
        summed().best(&factors(), &mut labels);
        assert_eq!(labels, expected);
    }

    #[test]
    fn forbidden_labels_are_never_found() {
        let mut lattice = Lattice::default();
        let mut labels = Vec::new();
        lattice.sum(&factors(), &scores(), [ANY, 1, ANY].into_iter());
        lattice.best(&factors(), &mut labels);
        assert_eq!(labels[1], OUTSIDE);
        assert!((lattice.marginals(1)[OUTSIDE] - 1.0).abs() < 1e-5);
    }
}
