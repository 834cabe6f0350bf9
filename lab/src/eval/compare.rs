//! Two taggers on the same documents: how much better one is, and how sure that is.

use entity_tagger::EntityTagger;
use lab_report::percent;
use messages::Stage as _;

use super::names::{CORE, given, names, of_types};
use crate::{
    corpus::{Corpora, columns},
    metrics::{bootstrap, matching::Counts},
};

/// PER, LOC and ORG of each document of a column file, sentences given by the corpus.
pub fn counts(
    corpora: &Corpora,
    tagger: &EntityTagger,
    file: &str,
    language: &str,
) -> anyhow::Result<Vec<Counts>> {
    let mut counts = Vec::new();
    for document in corpora.limited(columns::read(&corpora.text(&format!("entities/{file}.tsv"))?)) {
        let composed = columns::compose(&document);
        let found = names(&tagger.process(given(&composed, language))?);
        counts.push(Counts::of(&of_types(&composed.names, &CORE), &of_types(&found, &CORE)));
    }
    Ok(counts)
}

/// All documents together.
pub fn sum(counts: &[Counts]) -> Counts {
    counts.iter().fold(Counts::default(), |mut all, counts| {
        all += *counts;
        all
    })
}

/// How much more F1 `other` has than `one`, and the 95 % interval of a paired bootstrap over documents.
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
    fn a_tagger_that_is_always_right_gains_all_that_the_other_lacks() {
        let wrong = Counts { right: 0, predicted: 1, gold: 1 };
        let right = Counts { right: 1, ..wrong };
        let (gain, interval) = gain(&[wrong; 8], &[right; 8]);
        assert_eq!((gain.as_str(), interval.as_str()), ("100.0", "100.0 to 100.0"));
    }
}
