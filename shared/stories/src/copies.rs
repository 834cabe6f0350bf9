//! Finds, among many articles, those that have text in common with a new one.

use std::collections::BTreeMap;

use crate::{
    Shared, Signature,
    postings::{NumberMap, Postings},
};

/// The share of the shorter text that two copies have at least in common.
///
/// The best value on one half of the pairs of `cargo lab eval copies` is 0.34. A lower one also finds texts that were
/// edited more heavily than those pairs, and is as good on them.
pub const COPY: f64 = 0.3;

/// The least number of hashes that a decision rests on. So texts of less than about ten words are never copies.
const SAMPLE: usize = 6;

/// How many of the lowest hashes of a text are looked up. Two copies share some of these.
const LOOKED_UP: usize = 64;

/// How many of them an article must share to be compared.
const LEAST_IN_COMMON: usize = 2;

/// An article that has text in common with another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Match {
    /// The number under which the article was added.
    pub article: u32,
    /// How much is in common. The first text is the one that was looked for.
    pub shared: Shared,
}

/// The signatures of many articles.
#[derive(Debug, Default)]
pub struct Copies {
    signatures: NumberMap<Signature>,
    articles: Postings,
}

impl Copies {
    /// Adds an article under a number of the caller's, and forgets what it had under this number.
    pub fn add(&mut self, article: u32, signature: Signature) {
        self.remove(article);
        for hash in looked_up(&signature) {
            self.articles.add(*hash, article);
        }
        self.signatures.insert(article, signature);
    }

    /// Forgets an article.
    pub fn remove(&mut self, article: u32) {
        let Some(signature) = self.signatures.remove(&article) else { return };
        for hash in looked_up(&signature) {
            self.articles.remove(*hash, article);
        }
    }

    /// Returns the copies of a text, that with most in common first. Of two that have as much, the one with the
    /// lower number is first.
    pub fn find(&self, signature: &Signature) -> Vec<Match> {
        let mut common: BTreeMap<u32, usize> = BTreeMap::new();
        for article in looked_up(signature).iter().flat_map(|hash| self.articles.of(*hash)) {
            *common.entry(article).or_default() += 1;
        }
        let least = LEAST_IN_COMMON.min(signature.shingles());
        let near = common.into_iter().filter(|(_, count)| *count >= least);
        let compare = |(article, _)| {
            let shared = signature.shared(self.signatures.get(&article)?);
            Some(Match { article, shared }).filter(|found| found.shared.is_copy())
        };
        let mut found: Vec<Match> = near.filter_map(compare).collect();
        found.sort_by(|one, other| other.shared.most().total_cmp(&one.shared.most()));
        found
    }

    /// Returns the number of articles.
    pub fn len(&self) -> usize {
        self.signatures.len()
    }

    /// Reports whether there are no articles.
    pub fn is_empty(&self) -> bool {
        self.signatures.is_empty()
    }
}

impl Shared {
    /// Reports whether the two texts are copies, or one has most of the other in it.
    pub fn is_copy(&self) -> bool {
        self.most() >= COPY && self.sample >= SAMPLE
    }
}

fn looked_up(signature: &Signature) -> &[u32] {
    let hashes = signature.hashes();
    hashes.get(..LOOKED_UP.min(hashes.len())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::postings::MOST_WITH_ONE_HASH;

    fn text(range: std::ops::Range<usize>) -> Signature {
        let words: Vec<String> = range.map(|word| format!("w{word}")).collect();
        Signature::of(&[&words.join(" ")])
    }

    fn copies(texts: &[std::ops::Range<usize>]) -> Copies {
        let mut copies = Copies::default();
        for (number, range) in texts.iter().enumerate() {
            copies.add(number as u32, text(range.clone()));
        }
        copies
    }

    fn check(texts: &[std::ops::Range<usize>], looked_for: std::ops::Range<usize>, expected: &[u32]) {
        let found = copies(texts).find(&text(looked_for));
        assert_eq!(found.iter().map(|found| found.article).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_copy_is_found_and_another_text_is_not() {
        check(&[0..300, 300..600], 0..300, &[0]);
    }

    #[test]
    fn the_nearest_copy_is_first() {
        check(&[150..450, 0..280], 0..300, &[1, 0]);
    }

    #[test]
    fn a_cut_finds_the_whole_text_and_the_whole_text_its_cut() {
        check(std::slice::from_ref(&(0..900)), 0..120, &[0]);
        check(std::slice::from_ref(&(0..120)), 0..900, &[0]);
    }

    #[test]
    fn a_removed_article_is_not_found() {
        let mut copies = copies(&[0..300, 0..300]);
        copies.remove(0);
        assert_eq!(copies.find(&text(0..300)).len(), 1);
        copies.remove(1);
        assert!(copies.is_empty() && copies.articles.len() == 0);
    }

    #[test]
    fn a_corrected_article_replaces_its_earlier_text() {
        let mut copies = copies(std::slice::from_ref(&(0..300)));
        copies.add(0, text(300..600));
        assert_eq!((copies.find(&text(0..300)).len(), copies.find(&text(300..600)).len()), (0, 1));
        assert_eq!(copies.len(), 1);
    }

    #[test]
    fn a_set_phrase_of_many_articles_is_not_looked_up_in_all_of_them() {
        let phrase = 0..40;
        let copies = copies(&vec![phrase.clone(); 200]);
        assert_eq!(copies.find(&text(phrase)).len(), MOST_WITH_ONE_HASH);
    }
}
