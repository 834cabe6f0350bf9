//! The likely languages of a text, ranked by probability.

use crate::model::Group;
use crate::tags::KnownLanguage;

/// Least probability of a candidate. A less likely language is of no use to a consumer.
const LEAST_CONFIDENCE: f64 = 0.02;

/// Most candidates, with the best.
const MOST_CANDIDATES: usize = 4;

/// A language that a text may be in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Candidate {
    /// The language.
    pub language: &'static KnownLanguage,
    /// Its probability, 0 to 1.
    pub confidence: f64,
}

/// Returns the likely languages of `group` with their softmax probabilities, most likely first.
pub(crate) fn ranked(group: &Group, logits: &[f32]) -> Vec<Candidate> {
    // If every language is excluded, all logits are minus infinity. The finite minimum keeps their odds at 0.
    let most = logits.iter().copied().fold(f32::MIN, f32::max);
    let odds = logits.iter().map(|logit| f64::from(logit - most).exp());
    let sum: f64 = odds.clone().sum();
    let probabilities = odds.map(|odds| odds / sum);
    let mut candidates: Vec<Candidate> = group
        .languages()
        .iter()
        .zip(probabilities)
        .filter(|(_, confidence)| *confidence >= LEAST_CONFIDENCE)
        .map(|(&language, confidence)| Candidate { language, confidence })
        .collect();
    // The sort is stable, so equally likely languages stay in the order of their codes.
    candidates.sort_by(|one, other| other.confidence.total_cmp(&one.confidence));
    candidates.truncate(MOST_CANDIDATES);
    candidates
}
