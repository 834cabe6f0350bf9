//! The articles with each hash, in little memory: some twenty million entries for 72 hours of news.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
};

/// How many articles are kept for one hash, the newest. A passage in more articles than that is a set phrase of a
/// publisher, or has enough newer copies.
pub(crate) const MOST_WITH_ONE_HASH: usize = 64;

/// What ends a list.
const NONE: u32 = u32::MAX;

/// A map whose keys are spread already, or given out one after the other.
pub(crate) type NumberMap<T> = HashMap<u32, T, BuildHasherDefault<Spread>>;

/// Lists of articles, one for each hash. Most have one entry, so the entries of all lists share one block of memory.
#[derive(Debug, Default)]
pub(crate) struct Postings {
    /// The newest entry of each hash.
    newest: NumberMap<u32>,
    entries: Vec<Entry>,
    /// The entries that are free.
    free: Vec<u32>,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    article: u32,
    /// The entry that was added before this one, or [`NONE`].
    earlier: u32,
}

impl Postings {
    /// Adds an article to those with a hash. The oldest gives way if there are too many.
    pub(crate) fn add(&mut self, hash: u32, article: u32) {
        let earlier = self.newest.get(&hash).copied().unwrap_or(NONE);
        let last = self.places(hash).nth(MOST_WITH_ONE_HASH - 1);
        let oldest = last.and_then(|place| self.entry(place)).map(|entry| entry.article);
        let entry = Entry { article, earlier };
        let place = match self.free.pop() {
            Some(place) => place,
            None => u32::try_from(self.entries.len()).unwrap_or(NONE),
        };
        match self.entries.get_mut(place as usize) {
            Some(free) => *free = entry,
            None => self.entries.push(entry),
        }
        self.newest.insert(hash, place);
        if let Some(oldest) = oldest {
            self.remove(hash, oldest);
        }
    }

    /// Removes an article from those with a hash.
    pub(crate) fn remove(&mut self, hash: u32, article: u32) {
        let places: Vec<u32> = self.places(hash).collect();
        let is_of = |place: &u32| self.entry(*place).is_some_and(|entry| entry.article == article);
        let Some(found) = places.iter().position(is_of) else { return };
        let place = |at: Option<usize>| at.and_then(|at| places.get(at)).copied();
        let (later, earlier) = (place(found.checked_sub(1)), place(Some(found + 1)).unwrap_or(NONE));
        let Some(place) = place(Some(found)) else { return };
        match later.and_then(|later| self.entries.get_mut(later as usize)) {
            Some(later) => later.earlier = earlier,
            None if earlier == NONE => drop(self.newest.remove(&hash)),
            None => drop(self.newest.insert(hash, earlier)),
        }
        self.free.push(place);
    }

    /// Returns the articles with a hash, the newest first.
    pub(crate) fn of(&self, hash: u32) -> impl Iterator<Item = u32> {
        self.places(hash).filter_map(|place| self.entry(place)).map(|entry| entry.article)
    }

    /// Returns the number of hashes with an article.
    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.newest.len()
    }

    fn places(&self, hash: u32) -> impl Iterator<Item = u32> {
        let first = self.newest.get(&hash).copied();
        let earlier =
            |place: &u32| self.entry(*place).map(|entry| entry.earlier).filter(|place| *place != NONE);
        std::iter::successors(first, earlier)
    }

    fn entry(&self, place: u32) -> Option<Entry> {
        self.entries.get(place as usize).copied()
    }
}

/// Spreads whole numbers by a multiplication (Knuth, The Art of Computer Programming, volume 3, section 6.4).
#[derive(Debug, Default)]
pub(crate) struct Spread(u64);

impl Hasher for Spread {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    fn write_u32(&mut self, number: u32) {
        self.0 = u64::from(number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_newest_article_is_first_and_the_oldest_gives_way() {
        let mut postings = Postings::default();
        for article in 0..100 {
            postings.add(7, article);
        }
        let found: Vec<u32> = postings.of(7).collect();
        assert_eq!((found.len(), found[0], found[63]), (MOST_WITH_ONE_HASH, 99, 36));
    }

    proptest! {
        #[test]
        fn the_lists_are_those_of_a_simple_map(steps in prop::collection::vec((any::<bool>(), 0_u32..4, 0_u32..9), 0..80)) {
            let mut postings = Postings::default();
            let mut simple: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
            for (is_added, hash, article) in steps {
                let articles = simple.entry(hash).or_default();
                let is_there = articles.contains(&article);
                articles.retain(|other| *other != article);
                if is_there {
                    postings.remove(hash, article);
                }
                if is_added {
                    articles.insert(0, article);
                    postings.add(hash, article);
                }
            }
            for (hash, articles) in &simple {
                prop_assert_eq!(&postings.of(*hash).collect::<Vec<_>>(), articles);
            }
            prop_assert_eq!(postings.len(), simple.values().filter(|articles| !articles.is_empty()).count());
            prop_assert!(postings.entries.len() <= 36);
        }
    }
}
