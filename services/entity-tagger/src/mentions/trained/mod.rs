//! The trained model: a conditional random field over words, word classes, the gazetteer and the names by the
//! rules.
//!
//! Each language has its own file of weights in `model/`. For languages without one, the rules find the
//! names.

mod characters;
mod facts;
mod features;
mod hashing;
mod labels;
mod lattice;
mod lexicon_names;
mod packed;
mod shipped;
mod weights;
mod word_classes;

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

pub use features::{GROUPS, Group};
pub use hashing::of_form;
pub use labels::{ANY, LABELS, LabelSet, OUTSIDE, Place, Scores, TYPES, label, labels_of, may_follow, parts};
pub use lattice::{Factors, Lattice, Transitions};
pub use packed::{pack, unpack};
pub use shipped::shipped_languages;
use weights::Found;
pub use weights::{Draft, Row, Weights};
pub use word_classes::WordClasses;

use super::{MentionModel, RuleModel, ScoredSpan};
use crate::calibration::Calibration;
use crate::document::{Document, Placement};
use crate::gazetteer::Gazetteer;
use crate::languages;
use facts::Facts;
use features::Features;
use shipped::Language;

/// Finds names with trained weights, or by rules in languages without weights.
pub struct TrainedModel {
    rules: RuleModel,
    languages: Vec<Language>,
    /// Whether the weights are those that the profiles calibrate.
    is_calibrated: bool,
}

impl TrainedModel {
    /// Creates the model with the weights that are compiled in.
    pub fn load(gazetteer: Arc<Gazetteer>) -> Self {
        Self { rules: RuleModel::new(gazetteer), languages: Language::all(), is_calibrated: true }
    }

    /// Creates a model with these weights and without calibration.
    pub fn new(gazetteer: Arc<Gazetteer>, weights: Vec<(&'static str, Weights)>) -> Self {
        let languages = weights.into_iter().map(|(tag, weights)| Language::loaded(tag, weights));
        Self { rules: RuleModel::new(gazetteer), languages: languages.collect(), is_calibrated: false }
    }
}

impl fmt::Debug for TrainedModel {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let languages: Vec<&str> = self.languages.iter().map(|language| language.tag).collect();
        formatter.debug_struct("TrainedModel").field("languages", &languages).finish_non_exhaustive()
    }
}

impl MentionModel for TrainedModel {
    fn name(&self) -> &'static str {
        // The version of the weights, then that of the gazetteer and the rules. The message id contains the
        // name, so whatever changes an annotation must change it.
        "crf-10.tables-12"
    }

    fn knows(&self, language: &str) -> bool {
        self.languages.iter().any(|known| known.tag == language)
    }

    fn calibration(&self, language: &str) -> Calibration {
        if self.is_calibrated { languages::profile(language).calibration } else { Calibration::NONE }
    }

    fn find(&self, document: &Document<'_>) -> Vec<ScoredSpan> {
        let Some((weights, factors)) = self.weights(document) else { return self.rules.find(document) };
        let (facts, listed) = facts::gather(document, &self.rules, &weights.word_classes);
        Tagging::new(weights, factors, &facts).names(document, listed)
    }
}

impl TrainedModel {
    fn weights(&self, document: &Document<'_>) -> Option<&(Weights, Factors)> {
        self.languages.iter().find(|known| known.tag == document.language)?.weights()
    }

    /// Finds names together with another model, whose log-probability of each label `opinions` has for each
    /// token. In a language without weights, the other model finds them alone.
    ///
    /// The result is a logarithmic opinion pool (Genest & Zidek 1986), the mean of both models' log-scores with a
    /// weight of `share` for this one: a name that one of them finds impossible is impossible.
    pub(super) fn find_with(
        &self,
        document: &Document<'_>,
        opinions: &[Scores],
        share: f32,
    ) -> Vec<ScoredSpan> {
        let Some((weights, _)) = self.weights(document) else { return self.find_by(document, opinions) };
        let (mut facts, listed) = facts::gather(document, &self.rules, &weights.word_classes);
        for (facts, opinion) in facts.iter_mut().zip(opinions) {
            // A token is a candidate too where the other model finds a name more likely than not.
            facts.is_candidate |= opinion[OUTSIDE] < 0.5_f32.ln();
        }
        let factors = Factors::new(&weights.transitions.times(share));
        let mut tagging = Tagging::new(weights, &factors, &facts);
        tagging.opinions = Some((opinions, share));
        tagging.names(document, listed)
    }

    /// Finds the names that another model finds most likely, and completes those of which it found pieces.
    pub(super) fn find_by(&self, document: &Document<'_>, opinions: &[Scores]) -> Vec<ScoredSpan> {
        let factors = Factors::new(&Transitions { weights: [[0.0; LABELS]; LABELS] });
        let (mut lattice, mut labels, mut spans) = (Lattice::default(), Vec::new(), Vec::new());
        for sentence in read_sentences(document) {
            let scores = opinions.get(sentence.clone()).unwrap_or_default();
            lattice.sum(&factors, scores, std::iter::repeat(ANY));
            lattice.best(&factors, &mut labels);
            push_names(&lattice, &factors, &labels, sentence.start, &mut spans);
        }
        make_listed_whole(document, &self.rules, &mut spans);
        spans
    }
}

/// Returns the tokens of each sentence that models read.
fn read_sentences(document: &Document<'_>) -> impl Iterator<Item = Range<usize>> {
    let read = document.sentences.iter().filter(|sentence| sentence.placement != Placement::Dateline);
    read.map(|sentence| sentence.tokens.clone())
}

/// Adds the names that the labels of a run of tokens mark, with their probabilities. `first` is the first
/// token.
fn push_names(
    lattice: &Lattice,
    factors: &Factors,
    labels: &[usize],
    first: usize,
    spans: &mut Vec<ScoredSpan>,
) {
    let mut start = 0;
    for (index, label) in labels.iter().enumerate() {
        let Some((entity_type, place)) = parts(*label) else { continue };
        if matches!(place, Place::Begin | Place::Unit) {
            start = index;
        }
        if matches!(place, Place::Last | Place::Unit) {
            let labels = labels_of(entity_type, index + 1 - start);
            let score = lattice.probability(factors, start, labels);
            let tokens = first + start..first + index + 1;
            spans.push(ScoredSpan { tokens, entity_type, score: f64::from(score).clamp(0.0, 1.0) });
        }
    }
}

/// Completes names of which a model found only pieces: "North Korean" from "North" and "Korean", as the
/// silver corpus annotates them.
pub(crate) fn make_listed_whole(document: &Document<'_>, rules: &RuleModel, spans: &mut Vec<ScoredSpan>) {
    make_whole(spans, facts::listed(document, &rules.findings(document).hits));
}

/// Replaces pieces of a listed name by the whole name: "Korean" by "Korean Peninsula".
fn make_whole(spans: &mut Vec<ScoredSpan>, listed: Vec<ScoredSpan>) {
    for whole in listed {
        let first = spans.partition_point(|span| span.tokens.end <= whole.tokens.start);
        let behind = spans.partition_point(|span| span.tokens.start < whole.tokens.end);
        let Some(pieces) = spans.get(first..behind).filter(|pieces| !pieces.is_empty()) else { continue };
        let inside = |piece: &ScoredSpan| {
            piece.tokens.start >= whole.tokens.start && piece.tokens.end <= whole.tokens.end
        };
        if pieces.iter().all(|piece| inside(piece) && piece.tokens != whole.tokens) {
            spans.splice(first..behind, [whole]);
        }
    }
}

/// The tagging of one document, with buffers for reuse.
struct Tagging<'m> {
    weights: &'m Weights,
    factors: &'m Factors,
    facts: &'m [Facts],
    /// The log-probabilities of another model, for each token, and the weight of the own scores beside them.
    opinions: Option<(&'m [Scores], f32)>,
    features: Vec<u32>,
    found: Found,
    lattice: Lattice,
    scores: Vec<Scores>,
    labels: Vec<usize>,
}

impl<'m> Tagging<'m> {
    fn new(weights: &'m Weights, factors: &'m Factors, facts: &'m [Facts]) -> Self {
        Self {
            weights,
            factors,
            facts,
            opinions: None,
            features: Vec::new(),
            found: Found::default(),
            lattice: Lattice::default(),
            scores: Vec::new(),
            labels: Vec::new(),
        }
    }

    /// Returns the names of the document, with pieces of `listed` names replaced by the whole.
    fn names(&mut self, document: &Document<'_>, listed: Vec<ScoredSpan>) -> Vec<ScoredSpan> {
        let mut spans = Vec::new();
        for sentence in read_sentences(document) {
            self.tag_sentence(sentence, &mut spans);
        }
        make_whole(&mut spans, listed);
        spans
    }

    /// Tags each run of candidates by itself, since all other tokens are outside.
    fn tag_sentence(&mut self, sentence: Range<usize>, spans: &mut Vec<ScoredSpan>) {
        let is_candidate = |index: &usize| self.facts.get(*index).is_some_and(|facts| facts.is_candidate);
        let mut start = sentence.start;
        let mut runs = Vec::new();
        while let Some(first) = (start..sentence.end).find(is_candidate) {
            let end = (first..sentence.end).find(|index| !is_candidate(index)).unwrap_or(sentence.end);
            runs.push(first..end);
            start = end;
        }
        for run in runs {
            self.tag(&sentence, run, spans);
        }
    }

    /// Returns the weighted mean of these scores and the other model's.
    fn pooled(&self, mut scores: Scores, index: usize) -> Scores {
        let Some((opinions, share)) = self.opinions else { return scores };
        for (score, opinion) in scores.iter_mut().zip(opinions.get(index).unwrap_or(&[0.0; LABELS])) {
            *score = share * *score + (1.0 - share) * opinion;
        }
        scores
    }

    /// Tags a run of candidates.
    fn tag(&mut self, sentence: &Range<usize>, run: Range<usize>, spans: &mut Vec<ScoredSpan>) {
        self.scores.clear();
        for index in run.clone() {
            self.features.clear();
            Features::new(self.facts, sentence.clone(), |_, feature| self.features.push(feature)).of(index);
            let scores = self.weights.scores(&self.weights.sum(&self.features, &mut self.found));
            self.scores.push(self.pooled(scores, index));
        }
        self.lattice.sum(self.factors, &self.scores, std::iter::repeat(ANY));
        self.lattice.best(self.factors, &mut self.labels);
        push_names(&self.lattice, self.factors, &self.labels, run.start, spans);
    }
}

/// The features of a document, for training.
#[derive(Debug)]
pub struct Observed {
    facts: Vec<Facts>,
}

impl Observed {
    /// Computes the facts of a document.
    pub fn new(document: &Document<'_>, rules: &RuleModel, classes: &WordClasses) -> Self {
        Self { facts: facts::gather(document, rules, classes).0 }
    }

    /// Calls `emit` with every feature of the token at `index` of `sentence`.
    pub fn features(&self, sentence: &Range<usize>, index: usize, emit: impl FnMut(Group, u32)) {
        Features::new(&self.facts, sentence.clone(), emit).of(index);
    }

    /// Reports whether the token may be in a name.
    pub fn is_candidate(&self, index: usize) -> bool {
        self.facts.get(index).is_some_and(|facts| facts.is_candidate)
    }

    /// Returns the token's label by the rules.
    pub fn label_by_rules(&self, index: usize) -> usize {
        self.facts.get(index).map_or(OUTSIDE, |facts| facts.rule as usize % LABELS)
    }
}

#[cfg(test)]
mod tests {
    use messages::EntityType;

    use super::*;

    fn span(tokens: Range<usize>, entity_type: EntityType) -> ScoredSpan {
        ScoredSpan { tokens, entity_type, score: 0.9 }
    }

    #[test]
    fn a_listed_name_replaces_its_pieces_but_not_a_longer_name() {
        let mut spans = vec![span(1..2, EntityType::Misc), span(4..8, EntityType::Org)];
        make_whole(&mut spans, vec![span(1..3, EntityType::Loc), span(4..6, EntityType::Loc)]);
        assert_eq!(spans, [span(1..3, EntityType::Loc), span(4..8, EntityType::Org)]);
    }
}
