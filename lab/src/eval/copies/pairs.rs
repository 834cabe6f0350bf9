//! Pairs of articles: copies, and other articles on the same subject.

use std::collections::{BTreeMap, BTreeSet, HashSet, hash_map::DefaultHasher};
use std::hash::{Hash as _, Hasher as _};

use super::{
    edits::{Edit, Source},
    sources::Candidate,
};
use crate::{eval::held_back::hash, metrics::tfidf::TfIdf, random::Random};

/// The length of the passages, in words, by which two releases are judged to be one text.
const PASSAGE: usize = 8;

/// How many of the nearest articles of each article are compared with it.
const NEAREST: usize = 2;

/// From this share of common passages on, two published articles are one text.
const JOINT: f64 = 0.5;

/// Below this share, they are two texts.
const OTHER: f64 = 0.1;

/// A copy that was made of an article.
pub(super) struct Copy {
    /// The number of the article.
    pub(super) original: usize,
    pub(super) text: Source,
    pub(super) edits: Vec<Edit>,
}

/// Two published articles that TF-IDF finds near.
pub(super) struct Near {
    pub(super) articles: (usize, usize),
    pub(super) kind: Kind,
}

/// How two published articles are related, by exact comparison of their passages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Most of the shorter text is in the other: a joint release.
    Joint,
    /// Some passages are the same. Whether that is a copy is a matter of opinion, so these are not scored.
    Partly,
    /// Two texts on one subject.
    Other,
}

/// Makes one copy of each article that is to be copied.
pub(super) fn copies(candidates: &[Candidate]) -> Vec<Copy> {
    let mut by_language: BTreeMap<&str, Vec<&Source>> = BTreeMap::new();
    for candidate in candidates {
        by_language.entry(&candidate.source.language).or_default().push(&candidate.source);
    }
    let copied = candidates.iter().enumerate().filter(|(_, candidate)| candidate.is_copied);
    let make = |(original, candidate): (usize, &Candidate)| {
        let source = &candidate.source;
        let mut random = Random::new(hash(&source.id));
        let first = Edit::ALL.get(random.below(Edit::ALL.len())).copied().unwrap_or(Edit::Frame);
        let others = by_language.get(source.language.as_str()).map(Vec::as_slice).unwrap_or_default();
        // An update reports something new, so its text comes from another article of the language.
        let new = others.get(random.below(others.len())).filter(|other| other.id != source.id);
        let new = new.map(|other| other.paragraphs.clone()).unwrap_or_default();
        let (text, edits) = source.copied(first, &new, &mut random);
        Copy { original, text, edits }
    };
    copied.map(make).collect()
}

/// Returns the pairs of published articles that are nearest by TF-IDF.
pub(super) fn near(weighed: &TfIdf, candidates: &[Candidate]) -> Vec<Near> {
    let mut pairs = BTreeSet::new();
    for article in 0..candidates.len() {
        let language = |number: usize| candidates.get(number).map(|of| of.source.language.as_str());
        let nearest = weighed.nearest(article);
        let same = nearest.into_iter().filter(|(other, _)| language(*other) == language(article));
        pairs.extend(same.take(NEAREST).map(|(other, _)| (article.min(other), article.max(other))));
    }
    let passages: Vec<HashSet<u64>> =
        candidates.iter().map(|candidate| passages(&candidate.source.body())).collect();
    let near = |(one, other): (usize, usize)| {
        let (first, second) = (passages.get(one)?, passages.get(other)?);
        let common = first.intersection(second).count() as f64;
        let share = common / first.len().min(second.len()).max(1) as f64;
        Some(Near { articles: (one, other), kind: kind(share) })
    };
    pairs.into_iter().filter_map(near).collect()
}

fn kind(share: f64) -> Kind {
    if share >= JOINT {
        Kind::Joint
    } else if share >= OTHER {
        Kind::Partly
    } else {
        Kind::Other
    }
}

/// Returns the hashes of all passages of a text: of words, or of characters in scripts without spaces.
fn passages(text: &str) -> HashSet<u64> {
    let words: Vec<String> = text::words(text).map(|word| word.span.of(text).to_lowercase()).collect();
    let hash = |passage: &[String]| {
        let mut hasher = DefaultHasher::new();
        passage.hash(&mut hasher);
        hasher.finish()
    };
    words.windows(PASSAGE).map(hash).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passages_have_eight_words() {
        assert_eq!(passages("one two three four five six seven eight nine").len(), 2);
        assert_eq!(passages("オスロでは雨が降った").len(), 1);
    }

    #[test]
    fn the_share_of_common_passages_decides_what_a_pair_is() {
        assert_eq!([0.6, 0.3, 0.0].map(kind), [Kind::Joint, Kind::Partly, Kind::Other]);
    }
}
