//! A story: articles about the same event.

use crate::{
    source::Sources,
    vector::{Sum, Vector},
};

/// A story with what its articles in the window add up to.
#[derive(Clone)]
pub(crate) struct Story {
    /// The id of the article that began it.
    pub(crate) id: String,
    /// When its first article came, in milliseconds since 1970.
    pub(crate) first_seen: i64,
    /// The number of articles so far, with those that have left the window.
    pub(crate) size: u32,
    /// The numbers of its articles in the window, in no order.
    pub(crate) articles: Vec<u32>,
    /// The sum of the vectors of the articles in the window.
    pub(crate) sum: Sum,
    /// The publishers of the articles in the window.
    pub(crate) sources: Sources,
}

impl Story {
    /// Returns a story without articles.
    pub(crate) fn new(id: &str, first_seen: i64) -> Self {
        Self {
            id: id.to_owned(),
            first_seen,
            size: 0,
            articles: Vec::new(),
            sum: Sum::new(),
            sources: Sources::default(),
        }
    }

    /// Adds an article that the story did not have.
    pub(crate) fn add(&mut self, article: u32, vector: Option<&Vector>) {
        self.size += 1;
        self.articles.push(article);
        self.change(vector, Sum::add);
    }

    /// Takes an article out of the window. It still counts in the size.
    pub(crate) fn forget(&mut self, article: u32, vector: Option<&Vector>) {
        if let Some(place) = self.articles.iter().position(|other| *other == article) {
            self.articles.swap_remove(place);
        }
        self.change(vector, Sum::remove);
    }

    /// Replaces the vector of an article that was corrected.
    pub(crate) fn replace(&mut self, old: Option<&Vector>, new: Option<&Vector>) {
        self.change(old, Sum::remove);
        self.change(new, Sum::add);
    }

    /// Takes over the articles of another story.
    pub(crate) fn take(&mut self, other: &Self) {
        self.size += other.size;
        self.articles.extend(&other.articles);
        self.first_seen = self.first_seen.min(other.first_seen);
        self.sum.join(&other.sum);
        self.sources.join(&other.sources);
    }

    fn change(&mut self, vector: Option<&Vector>, change: fn(&mut Sum, &Vector)) {
        if let Some(vector) = vector {
            change(&mut self.sum, vector);
        }
    }
}
