//! Fits the weights of a conditional random field: stochastic gradients with a rate for each weight
//! (AdaGrad).
//!
//! The gold of a token may be a set of labels. Fitting maximises the likelihood of all labellings that stay
//! within the sets. If a teacher labelled the text, the field learns the teacher's probabilities of labels
//! instead.

use entity_tagger::mentions::trained::{
    ANY, Factors, LABELS, Lattice, OUTSIDE, Scores, Transitions, Weights, may_follow,
};

use super::examples::{Examples, Run};
use crate::progress::note;
use crate::random::Random;

/// The settings of a fit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Settings {
    /// Number of passes over the examples.
    pub(super) epochs: usize,
    /// Step size of the first pass.
    pub(super) rate: f32,
    /// Share of a token's features left out at random, so that the model does not depend on a single one.
    pub(super) dropout: f32,
    /// Share of tokens read as if their word were unknown.
    pub(super) unknown: f32,
    /// Pull towards zero of each weight that a step changes.
    pub(super) decay: f32,
    /// What outside gains in score where a name is, so that it takes more evidence to miss a name than to
    /// invent one (softmax margin, Gimpel and Smith 2010).
    pub(super) margin: f32,
}

/// The weights of one feature for every label except outside.
pub(super) type Row = [f32; LABELS - 1];

/// The weights of a field while it is fitted.
pub(super) struct Field {
    pub(super) rows: Vec<Row>,
    squares: Vec<Row>,
    pub(super) transitions: Transitions,
    transition_squares: [Scores; LABELS],
    /// Factors that only keep names whole. A teacher's probabilities are of single tokens, so they say
    /// nothing else about which label follows which.
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

    /// Fits the weights to the examples, and prints the likelihood after each pass.
    pub(super) fn fit(
        &mut self,
        examples: &Examples,
        runs: &mut [Run],
        settings: Settings,
        random: &mut Random,
    ) {
        let mut workspace = Workspace::default();
        for epoch in 0..settings.epochs {
            random.shuffle(runs);
            let mut likelihood = 0.0;
            // The steps get smaller towards the end, so that the last examples do not weigh most.
            let done = epoch as f32 / settings.epochs as f32;
            let settings = Settings { rate: settings.rate * (1.0 - 0.9 * done), ..settings };
            for run in runs.iter() {
                likelihood += self.learn(examples, run, settings, random, &mut workspace);
            }
            let tokens: usize = runs.iter().map(|run| run.tokens.len()).sum();
            note(&format!("  pass {}: {:.4} nats per token", epoch + 1, -likelihood / tokens.max(1) as f64));
        }
    }

    /// Averages the weights with those of another model that has the same features.
    pub(super) fn average_with(&mut self, other: &Weights, hashes: &[(u32, u32)]) {
        let mean = |one: &mut f32, other: &f32| *one = f32::midpoint(*one, *other);
        for ((hash, _), row) in hashes.iter().zip(&mut self.rows) {
            row.iter_mut().zip(&other.of(*hash)).for_each(|(one, other)| mean(one, other));
        }
        let transitions = self.transitions.weights.iter_mut().flatten();
        transitions.zip(other.transitions.weights.iter().flatten()).for_each(|(one, other)| mean(one, other));
    }

    /// Takes one step for a run, and returns its weighted log-likelihood.
    fn learn(
        &mut self,
        examples: &Examples,
        run: &Run,
        settings: Settings,
        random: &mut Random,
        workspace: &mut Workspace,
    ) -> f64 {
        let factors = Factors::new(&self.transitions);
        workspace.keep(examples, run, settings, random);
        self.score(workspace, settings.dropout);
        workspace.add_margin(examples, run, settings.margin);
        workspace.free.sum(&factors, &workspace.with_margin, std::iter::repeat(ANY));
        let beliefs = examples.beliefs(run);
        // A teacher's probabilities are complete, so the field's own transitions do not enter the gold side.
        let gold_factors = if beliefs.is_some() { &self.whole_names } else { &factors };
        if let Some(beliefs) = beliefs {
            workspace.gold.sum(gold_factors, beliefs, std::iter::repeat(ANY));
        } else {
            let allowed = run.tokens.clone().map(|token| examples.allowed[token]);
            workspace.gold.sum(gold_factors, &workspace.scores, allowed);
        }
        // The scores are divided by the share of features that is kept, so their gradients are as well.
        let scale = run.weight / (1.0 - settings.dropout);
        for index in 0..run.tokens.len() {
            let (free, gold) = (workspace.free.marginals(index), workspace.gold.marginals(index));
            let mut gradient = [0.0; LABELS - 1];
            // Outside has no weights: only the differences between labels matter.
            let pairs = free.iter().zip(&gold).skip(1);
            for (gradient, (free, gold)) in gradient.iter_mut().zip(pairs) {
                *gradient = (gold - free) * scale;
            }
            // Most tokens are outside any name and already certain: they would cost time and change nothing.
            if gradient.iter().all(|gradient| gradient.abs() < 1e-4) {
                continue;
            }
            let start = index.checked_sub(1).map_or(0, |before| workspace.ends[before]);
            for feature in &workspace.kept[start..workspace.ends[index]] {
                let (row, squares) =
                    (&mut self.rows[*feature as usize], &mut self.squares[*feature as usize]);
                step(row, squares, &gradient, settings);
            }
        }
        let likelihood = match beliefs {
            Some(_) => self.expected(workspace) - workspace.free.log_sum(),
            None => workspace.gold.log_sum() - workspace.free.log_sum(),
        };
        self.learn_transitions(workspace, &factors, run, settings, beliefs.is_some());
        likelihood * f64::from(run.weight)
    }

    /// Computes the scores of each token from the features that are kept.
    fn score(&self, workspace: &mut Workspace, dropout: f32) {
        workspace.scores.clear();
        let mut start = 0;
        for end in &workspace.ends {
            let mut scores = [0.0; LABELS];
            for feature in &workspace.kept[start..*end] {
                for (score, weight) in scores.iter_mut().skip(1).zip(&self.rows[*feature as usize]) {
                    *score += weight;
                }
            }
            for score in &mut scores {
                *score /= 1.0 - dropout;
            }
            workspace.scores.push(scores);
            start = *end;
        }
    }

    /// Returns the mean score of a labelling, weighted by the teacher's probabilities.
    fn expected(&self, workspace: &Workspace) -> f64 {
        let mut expected = 0.0;
        for (index, scores) in workspace.scores.iter().enumerate() {
            let gold = workspace.gold.marginals(index);
            expected += scores.iter().zip(gold).map(|(score, share)| score * share).sum::<f32>();
            workspace.gold.pairs(&self.whole_names, index, |previous, next, share| {
                expected += self.transitions.weights[previous][next] * share;
            });
        }
        f64::from(expected)
    }

    /// Takes one step of the transitions.
    fn learn_transitions(
        &mut self,
        workspace: &Workspace,
        factors: &Factors,
        run: &Run,
        settings: Settings,
        taught: bool,
    ) {
        let gold_factors = if taught { &self.whole_names } else { factors };
        let mut gradients = [[0.0; LABELS]; LABELS];
        for index in 1..run.tokens.len() {
            workspace
                .gold
                .pairs(gold_factors, index, |previous, next, share| gradients[previous][next] += share);
            workspace.free.pairs(factors, index, |previous, next, share| gradients[previous][next] -= share);
        }
        for (previous, row) in gradients.iter().enumerate() {
            // The lattice never takes the other transitions, so they need no weight.
            for next in (0..LABELS).filter(|next| may_follow(previous, *next)) {
                let gradient = row[next] * run.weight;
                let square = &mut self.transition_squares[previous][next];
                *square += gradient * gradient;
                self.transitions.weights[previous][next] += settings.rate * gradient / (square.sqrt() + 1e-3);
            }
        }
    }
}

/// Takes one AdaGrad step of a feature's weights (Duchi, Hazan and Singer 2011).
fn step(row: &mut Row, squares: &mut Row, gradient: &Row, settings: Settings) {
    for ((weight, square), gradient) in row.iter_mut().zip(squares).zip(gradient) {
        let gradient = gradient - settings.decay * *weight;
        *square += gradient * gradient;
        *weight += settings.rate * gradient / (square.sqrt() + 1e-2);
    }
}

/// Buffers that are reused for each run.
#[derive(Default)]
struct Workspace {
    kept: Vec<u32>,
    ends: Vec<usize>,
    scores: Vec<Scores>,
    with_margin: Vec<Scores>,
    free: Lattice,
    gold: Lattice,
}

impl Workspace {
    /// Copies the scores, and adds the margin to outside where the gold does not allow it.
    fn add_margin(&mut self, examples: &Examples, run: &Run, margin: f32) {
        self.with_margin.clear();
        self.with_margin.extend(&self.scores);
        for (scores, token) in self.with_margin.iter_mut().zip(run.tokens.clone()) {
            if examples.allowed[token] & (1 << OUTSIDE) == 0 {
                scores[OUTSIDE] += margin;
            }
        }
    }

    /// Draws the features of each token that are not left out.
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
