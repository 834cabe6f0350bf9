//! Fits the weights of a conditional random field: stochastic gradients with a rate for each weight (AdaGrad).
//!
//! A token's gold may be a set of labels; what is maximised is the likelihood of all labellings that keep to the sets.
//! Where a teacher labelled the text, the field learns to believe of every labelling what the teacher does.

use entity_tagger::mentions::trained::{
    ANY, Factors, LABELS, Lattice, Scores, Transitions, Weights, may_follow,
};

use super::examples::{Examples, Run};
use super::random::Random;

/// How to fit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Settings {
    pub(super) epochs: usize,
    pub(super) rate: f32,
    /// Share of a token's features left out at random, so that none is relied on alone.
    pub(super) dropout: f32,
    /// Share of tokens read as if the word had never been met.
    pub(super) unknown: f32,
    /// Pull towards zero, a step of each weight met.
    pub(super) decay: f32,
}

/// Weights of one feature for every label but outside.
pub(super) type Row = [f32; LABELS - 1];

/// Weights being fitted.
pub(super) struct Field {
    pub(super) rows: Vec<Row>,
    squares: Vec<Row>,
    pub(super) transitions: Transitions,
    transition_squares: [Scores; LABELS],
    /// Names are whole, and nothing else is said of what follows what: a teacher's beliefs are of single tokens.
    whole_names: Factors,
}

impl Field {
    pub(super) fn new(features: usize) -> Self {
        Self {
            rows: vec![[0.0; LABELS - 1]; features],
            squares: vec![[0.0; LABELS - 1]; features],
            transitions: Transitions { weights: [[0.0; LABELS]; LABELS] },
            transition_squares: [[0.0; LABELS]; LABELS],
            whole_names: Factors::new(&Transitions { weights: [[0.0; LABELS]; LABELS] }),
        }
    }

    /// Passes over the examples; prints the likelihood after each pass.
    pub(super) fn fit(
        &mut self,
        examples: &Examples,
        runs: &mut [Run],
        settings: Settings,
        random: &mut Random,
    ) {
        let mut room = Room::default();
        for epoch in 0..settings.epochs {
            random.shuffle(runs);
            let mut likelihood = 0.0;
            // Smaller steps towards the end: what was learnt last shall not weigh most.
            let done = epoch as f32 / settings.epochs as f32;
            let settings = Settings { rate: settings.rate * (1.0 - 0.9 * done), ..settings };
            for run in runs.iter() {
                likelihood += self.learn(examples, run, settings, random, &mut room);
            }
            let tokens: usize = runs.iter().map(|run| run.tokens.len()).sum();
            super::say(&format!(
                "  pass {}: {:.4} nats a token",
                epoch + 1,
                -likelihood / tokens.max(1) as f64
            ));
        }
    }

    /// Goes half the way to another model with the same features: the two are then asked as one, by the mean of their scores.
    pub(super) fn average_with(&mut self, other: &Weights, hashes: &[(u32, u32)]) {
        let mean = |one: &mut f32, other: &f32| *one = f32::midpoint(*one, *other);
        for ((hash, _), row) in hashes.iter().zip(&mut self.rows) {
            row.iter_mut().zip(&other.of(*hash)).for_each(|(one, other)| mean(one, other));
        }
        let transitions = self.transitions.weights.iter_mut().flatten();
        transitions.zip(other.transitions.weights.iter().flatten()).for_each(|(one, other)| mean(one, other));
    }

    fn learn(
        &mut self,
        examples: &Examples,
        run: &Run,
        settings: Settings,
        random: &mut Random,
        room: &mut Room,
    ) -> f64 {
        let factors = Factors::new(&self.transitions);
        room.keep(examples, run, settings, random);
        self.score(room, settings.dropout);
        room.free.sum(&factors, &room.scores, std::iter::repeat(ANY));
        let beliefs = examples.beliefs(run);
        let gold_factors = if beliefs.is_some() { &self.whole_names } else { &factors };
        if let Some(beliefs) = beliefs {
            room.gold.sum(gold_factors, beliefs, std::iter::repeat(ANY));
        } else {
            let allowed = run.tokens.clone().map(|token| examples.allowed[token]);
            room.gold.sum(gold_factors, &room.scores, allowed);
        }
        let scale = run.weight / (1.0 - settings.dropout);
        for index in 0..run.tokens.len() {
            let (free, gold) = (room.free.marginals(index), room.gold.marginals(index));
            let mut gradient = [0.0; LABELS - 1];
            let pairs = free.iter().zip(&gold).skip(1);
            for (gradient, (free, gold)) in gradient.iter_mut().zip(pairs) {
                *gradient = (gold - free) * scale;
            }
            if gradient.iter().all(|gradient| gradient.abs() < 1e-4) {
                continue;
            }
            let start = index.checked_sub(1).map_or(0, |before| room.ends[before]);
            for feature in &room.kept[start..room.ends[index]] {
                let (row, squares) =
                    (&mut self.rows[*feature as usize], &mut self.squares[*feature as usize]);
                step(row, squares, &gradient, settings);
            }
        }
        let likelihood = match beliefs {
            Some(_) => self.expected(room) - room.free.log_sum(),
            None => room.gold.log_sum() - room.free.log_sum(),
        };
        self.learn_transitions(room, &factors, run, settings, beliefs.is_some());
        likelihood * f64::from(run.weight)
    }

    fn score(&self, room: &mut Room, dropout: f32) {
        room.scores.clear();
        let mut start = 0;
        for end in &room.ends {
            let mut scores = [0.0; LABELS];
            for feature in &room.kept[start..*end] {
                for (score, weight) in scores.iter_mut().skip(1).zip(&self.rows[*feature as usize]) {
                    *score += weight;
                }
            }
            for score in &mut scores {
                *score /= 1.0 - dropout;
            }
            room.scores.push(scores);
            start = *end;
        }
    }

    /// The score that the field gives a labelling, on average over what the teacher believes.
    fn expected(&self, room: &Room) -> f64 {
        let mut expected = 0.0;
        for (index, scores) in room.scores.iter().enumerate() {
            let gold = room.gold.marginals(index);
            expected += scores.iter().zip(gold).map(|(score, share)| score * share).sum::<f32>();
            room.gold.pairs(&self.whole_names, index, |previous, next, share| {
                expected += self.transitions.weights[previous][next] * share;
            });
        }
        f64::from(expected)
    }

    fn learn_transitions(
        &mut self,
        room: &Room,
        factors: &Factors,
        run: &Run,
        settings: Settings,
        taught: bool,
    ) {
        let gold_factors = if taught { &self.whole_names } else { factors };
        let mut gradients = [[0.0; LABELS]; LABELS];
        for index in 1..run.tokens.len() {
            room.gold.pairs(gold_factors, index, |previous, next, share| gradients[previous][next] += share);
            room.free.pairs(factors, index, |previous, next, share| gradients[previous][next] -= share);
        }
        for (previous, row) in gradients.iter().enumerate() {
            for next in (0..LABELS).filter(|next| may_follow(previous, *next)) {
                let gradient = row[next] * run.weight;
                let square = &mut self.transition_squares[previous][next];
                *square += gradient * gradient;
                self.transitions.weights[previous][next] += settings.rate * gradient / (square.sqrt() + 1e-3);
            }
        }
    }
}

fn step(row: &mut Row, squares: &mut Row, gradient: &Row, settings: Settings) {
    for ((weight, square), gradient) in row.iter_mut().zip(squares).zip(gradient) {
        let gradient = gradient - settings.decay * *weight;
        *square += gradient * gradient;
        *weight += settings.rate * gradient / (square.sqrt() + 1e-2);
    }
}

/// Room that is used again for each run.
#[derive(Default)]
struct Room {
    kept: Vec<u32>,
    ends: Vec<usize>,
    scores: Vec<Scores>,
    free: Lattice,
    gold: Lattice,
}

impl Room {
    /// The features of each token that are not left out.
    fn keep(&mut self, examples: &Examples, run: &Run, settings: Settings, random: &mut Random) {
        self.kept.clear();
        self.ends.clear();
        for token in run.tokens.clone() {
            let features = examples.features(token).iter().copied();
            let unknown = random.unit() < settings.unknown;
            self.kept.extend(features.filter(|feature| {
                random.unit() >= settings.dropout && !(unknown && examples.is_identity[*feature as usize])
            }));
            self.ends.push(self.kept.len());
        }
    }
}
