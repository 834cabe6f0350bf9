//! The trained model: a conditional random field over words, word classes, gazetteers and what the rules say.
//!
//! One file of weights a language (`model/`); languages without one are left to the rules.

mod facts;
mod features;
mod hashing;
mod labels;
mod lattice;
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
pub use shipped::shipped_languages;
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

/// What the weights' word is worth beside another model's opinion. Equal shares were the first choice; GMB dev would rather have less of
/// the other, PUD not.
const OWN_SHARE: f32 = 0.5;

/// Finds names with trained weights, and by rules where there are none for the language.
pub struct TrainedModel {
    rules: RuleModel,
    languages: Vec<Language>,
    /// Whether the weights are those that the profiles calibrate.
    is_calibrated: bool,
}

impl TrainedModel {
    /// The models that are compiled in, over these tables.
    pub fn load(gazetteer: Arc<Gazetteer>) -> Self {
        Self { rules: RuleModel::new(gazetteer), languages: Language::all(), is_calibrated: true }
    }

    /// A model with these weights, whose scores are left as they are.
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
        // Weights, then the tables and rules around them: what changes an answer changes the name, and so the message id.
        "crf-3.tables-3"
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

    /// The names that the weights and another model find together. `opinions` has for each token of the document the logarithm of how
    /// likely the other finds each label.
    ///
    /// A logarithmic opinion pool (Genest & Zidek 1986): the mean of both models' logarithms, so a name must be possible to both.
    pub(super) fn find_with(&self, document: &Document<'_>, opinions: &[Scores]) -> Vec<ScoredSpan> {
        let Some((weights, _)) = self.weights(document) else { return self.rules.find(document) };
        let (mut facts, listed) = facts::gather(document, &self.rules, &weights.word_classes);
        for (facts, opinion) in facts.iter_mut().zip(opinions) {
            // Where the other would rather have a name, a token is open without evidence of its own.
            facts.open |= opinion[OUTSIDE] < 0.5_f32.ln();
        }
        let factors = Factors::new(&weights.transitions.times(OWN_SHARE));
        let mut tagging = Tagging::new(weights, &factors, &facts);
        tagging.opinions = Some(opinions);
        tagging.names(document, listed)
    }
}

/// Makes names whole of which a model found pieces only: "North Korean" of "North" and "Korean", which is how the
/// silver corpus has it.
pub(crate) fn make_listed_whole(document: &Document<'_>, rules: &RuleModel, spans: &mut Vec<ScoredSpan>) {
    make_whole(spans, facts::listed(document, &rules.findings(document).hits));
}

/// A piece of a name that the gazetteer lists gives way to the whole: "Korean" of "Korean Peninsula".
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

/// The work on one document, with room that is used again.
struct Tagging<'m> {
    weights: &'m Weights,
    factors: &'m Factors,
    facts: &'m [Facts],
    /// What another model thinks of each token.
    opinions: Option<&'m [Scores]>,
    features: Vec<u32>,
    rows: Vec<u32>,
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
            rows: Vec::new(),
            lattice: Lattice::default(),
            scores: Vec::new(),
            labels: Vec::new(),
        }
    }

    /// The names of the document; those that `listed` has whole are made whole.
    fn names(&mut self, document: &Document<'_>, listed: Vec<ScoredSpan>) -> Vec<ScoredSpan> {
        let mut spans = Vec::new();
        for sentence in document.sentences.iter().filter(|sentence| sentence.placement != Placement::Dateline)
        {
            self.stretches(sentence.tokens.clone(), &mut spans);
        }
        make_whole(&mut spans, listed);
        spans
    }

    /// Each run of open tokens by itself: what lies between is outside.
    fn stretches(&mut self, sentence: Range<usize>, spans: &mut Vec<ScoredSpan>) {
        let is_open = |index: &usize| self.facts.get(*index).is_some_and(|facts| facts.open);
        let mut start = sentence.start;
        let mut runs = Vec::new();
        while let Some(first) = (start..sentence.end).find(is_open) {
            let end = (first..sentence.end).find(|index| !is_open(index)).unwrap_or(sentence.end);
            runs.push(first..end);
            start = end;
        }
        for run in runs {
            self.tag(&sentence, run, spans);
        }
    }

    fn pooled(&self, mut scores: Scores, index: usize) -> Scores {
        let Some(opinions) = self.opinions else { return scores };
        for (score, opinion) in scores.iter_mut().zip(opinions.get(index).unwrap_or(&[0.0; LABELS])) {
            *score = OWN_SHARE * *score + (1.0 - OWN_SHARE) * opinion;
        }
        scores
    }

    fn tag(&mut self, sentence: &Range<usize>, run: Range<usize>, spans: &mut Vec<ScoredSpan>) {
        self.scores.clear();
        for index in run.clone() {
            self.features.clear();
            Features::new(self.facts, sentence.clone(), |_, feature| self.features.push(feature)).of(index);
            let sums = self.weights.sum(&self.features, &mut self.rows);
            let scores = self.weights.scores(&sums);
            self.scores.push(self.pooled(scores, index));
        }
        self.lattice.sum(self.factors, &self.scores, std::iter::repeat(ANY));
        self.lattice.best(self.factors, &mut self.labels);
        let mut start = 0;
        for (index, label) in self.labels.iter().enumerate() {
            let Some((entity_type, place)) = parts(*label) else { continue };
            if matches!(place, Place::Begin | Place::Unit) {
                start = index;
            }
            if matches!(place, Place::Last | Place::Unit) {
                let labels = labels_of(entity_type, index + 1 - start);
                let score = self.lattice.probability(self.factors, start, labels);
                let tokens = run.start + start..run.start + index + 1;
                spans.push(ScoredSpan { tokens, entity_type, score: f64::from(score).clamp(0.0, 1.0) });
            }
        }
    }
}

/// The features of a document as training sees them.
#[derive(Debug)]
pub struct Observed {
    facts: Vec<Facts>,
}

impl Observed {
    /// Reads a document.
    pub fn new(document: &Document<'_>, rules: &RuleModel, classes: &WordClasses) -> Self {
        Self { facts: facts::gather(document, rules, classes).0 }
    }

    /// Calls `emit` with every feature of the token at `index` of `sentence`.
    pub fn features(&self, sentence: &Range<usize>, index: usize, emit: impl FnMut(Group, u32)) {
        Features::new(&self.facts, sentence.clone(), emit).of(index);
    }

    /// Whether a name may hold the token.
    pub fn is_open(&self, index: usize) -> bool {
        self.facts.get(index).is_some_and(|facts| facts.open)
    }

    /// The token's label by the rules.
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
    fn a_piece_of_a_listed_name_gives_way_and_a_longer_name_stays() {
        let mut spans = vec![span(1..2, EntityType::Misc), span(4..8, EntityType::Org)];
        make_whole(&mut spans, vec![span(1..3, EntityType::Loc), span(4..6, EntityType::Loc)]);
        assert_eq!(spans, [span(1..3, EntityType::Loc), span(4..8, EntityType::Org)]);
    }
}
