//! Compares two taggers on the same documents: the gain in F1, and its interval.

use entity_tagger::EntityTagger;
use lab_report::percent;
use messages::Stage as _;

use super::names::{CORE, given, names, of_types};
use crate::{
    corpus::{Corpora, columns},
    metrics::{bootstrap, matching::Counts},
};

/// Counts PER, LOC and ORG in each document of a column file. The corpus gives the sentences.
pub fn counts(
    corpora: &Corpora,
    tagger: &EntityTagger,
    file: &str,
    language: &str,
) -> anyhow::Result<Vec<Counts>> {
    let mut counts = Vec::new();
    for document in corpora.named(file)? {
        let composed = columns::compose(&document);
        let found = names(&tagger.process(given(&composed, language))?);
        counts.push(Counts::of(&of_types(&composed.names, &CORE), &of_types(&found, &CORE)));
    }
    Ok(counts)
}

/// Returns the sum over all documents.
pub fn sum(counts: &[Counts]) -> Counts {
    counts.iter().fold(Counts::default(), |mut all, counts| {
        all += *counts;
        all
    })
}

/// Returns the difference in F1 from `one` to `other`, and its 95 % interval by a paired bootstrap over
/// documents.
pub fn gain(one: &[Counts], other: &[Counts]) -> (String, String) {
    let f1 = |counts: &[Counts], drawn: &[usize]| {
        let drawn: Vec<Counts> = drawn.iter().filter_map(|document| counts.get(*document)).copied().collect();
        sum(&drawn).f1()
    };
    let difference = |drawn: &[usize]| f1(other, drawn) - f1(one, drawn);
    let all: Vec<usize> = (0..one.len()).collect();
    let (low, high) = bootstrap::interval(one.len(), difference);
    let [gain, low, high] = [difference(&all), low, high].map(percent);
    (gain, format!("{low} to {high}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_perfect_tagger_gains_everything_over_one_that_is_always_wrong() {
        let wrong = Counts { right: 0, predicted: 1, gold: 1 };
        let right = Counts { right: 1, ..wrong };
        let (gain, interval) = gain(&[wrong; 8], &[right; 8]);
        assert_eq!((gain.as_str(), interval.as_str()), ("100.0", "100.0 to 100.0"));
    }
}
