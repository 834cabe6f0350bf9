//! Groups a stream of articles into stories.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::{
    Copies, Signature, Vector,
    story::Story,
    vector::{DIMENSIONS, Sum},
};

/// From which cosines on texts are about the same.
///
/// The defaults were chosen on one half of the events of `cargo lab eval stories`: of the margins that do best there,
/// the lowest, because the documents of that half also made the table of vectors.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// An article with this cosine with the sum of a story belongs to it.
    pub same: f64,
    /// Two stories with this cosine are one.
    pub merged: f64,
    /// By how much the cosine must exceed those of the ten next stories, on average. News of one publisher on
    /// one subject is all near each other, without being one event.
    pub margin: f64,
    /// A story with this cosine is related to an article that does not belong to it.
    pub related: f64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { same: 0.45, merged: 0.6, margin: 0.24, related: 0.45 }
    }
}

/// Stories of which more signs differ from those of an article are not compared with it. At a cosine of 0.5 a third of
/// the signs differ on average.
const MOST_SIGNS: u32 = (DIMENSIONS * 9 / 20) as u32;

/// How many of the next stories show how near stories are to each other around an article.
const NEIGHBOURS: usize = 10;

/// A story that is near an article or another story.
#[derive(Debug, Clone, Copy)]
struct Near {
    story: u32,
    cosine: f64,
    /// By how much the cosine exceeds the mean of those of the next stories.
    margin: f64,
}

/// An article as the linker sees it.
#[derive(Debug, Clone)]
pub struct Fingerprint {
    /// The id of the article. A correction has the same id.
    pub id: String,
    /// When the article came, in milliseconds since 1970, by the stream's clock.
    pub time: i64,
    /// The signature of its text.
    pub signature: Signature,
    /// What it is about; `None` if that could not be told.
    pub vector: Option<Vector>,
}

/// What the linker says about an article.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// The id of the story: that of its first article.
    pub story: String,
    /// When the story's first article came, in milliseconds since 1970.
    pub first_seen: i64,
    /// The number of articles of the story so far, with this one. A correction does not count again.
    pub size: u32,
    /// The article that this one is a copy of, or has most of its text in common with.
    pub copy_of: Option<CopyOf>,
    /// The nearest story that the article does not belong to, if it is near.
    pub related: Option<String>,
    /// The stories that became part of this one with this article.
    pub merged: Vec<String>,
}

/// An earlier article with text in common.
#[derive(Debug, Clone, PartialEq)]
pub struct CopyOf {
    /// The id of the article.
    pub id: String,
    /// The share of the shorter text that is also in the other, 0 to 1.
    pub share: f64,
}

/// An article in the window.
struct Entry {
    id: String,
    time: i64,
    story: u32,
    vector: Option<Vector>,
}

/// Groups articles in the order of a stream. The same articles in the same order give the same stories.
///
/// It knows no clock: an article leaves the window when another one comes that is more than the window's length
/// younger.
pub struct Linker {
    window: i64,
    limits: Limits,
    articles: HashMap<u32, Entry>,
    numbers: HashMap<String, u32>,
    by_time: BTreeSet<(i64, u32)>,
    copies: Copies,
    stories: BTreeMap<u32, Story>,
    /// The numbers of the stories by their ids.
    story_numbers: HashMap<String, u32>,
    next: u32,
    newest: i64,
}

impl Linker {
    /// Starts with no articles and the usual limits. `window` is its length in milliseconds.
    pub fn new(window: i64) -> Self {
        Self::with_limits(window, Limits::default())
    }

    /// Starts with no articles and other limits.
    pub fn with_limits(window: i64, limits: Limits) -> Self {
        Self {
            window,
            limits,
            articles: HashMap::new(),
            numbers: HashMap::new(),
            by_time: BTreeSet::new(),
            copies: Copies::default(),
            stories: BTreeMap::new(),
            story_numbers: HashMap::new(),
            next: 0,
            newest: i64::MIN,
        }
    }

    /// Returns the number of articles in the window.
    pub fn articles(&self) -> usize {
        self.articles.len()
    }

    /// Returns the number of stories in the window.
    pub fn stories(&self) -> usize {
        self.stories.len()
    }

    /// Links the next article of the stream.
    pub fn link(&mut self, article: Fingerprint) -> Link {
        self.newest = self.newest.max(article.time);
        self.forget_old();
        let known = self.numbers.get(&article.id).copied();
        let copy = self.nearest_copy(&article, known);
        let (own, related) = match known.and_then(|number| self.articles.get(&number)) {
            Some(entry) => (Some(entry.story), None),
            None => self.choose(&article, copy.as_ref()),
        };
        let story = own.unwrap_or_else(|| self.begin(&article.id, article.time));
        self.put(article, known, story);
        let (story, merged) = self.merge(story);
        let of_copy = |(number, share): (u32, f64)| {
            self.articles.get(&number).map(|entry| CopyOf { id: entry.id.clone(), share })
        };
        let copy_of = copy.and_then(of_copy);
        let related = related.filter(|number| *number != story);
        let named = |number: u32| self.stories.get(&number).map(|story| story.id.clone());
        let (id, first_seen, size) = self
            .stories
            .get(&story)
            .map(|story| (story.id.clone(), story.first_seen, story.size))
            .unwrap_or_default();
        Link { story: id, first_seen, size, copy_of, related: related.and_then(named), merged }
    }

    /// Takes up an article that was linked before, as after a restart: it joins the story that was said then.
    pub fn restore(&mut self, article: Fingerprint, link: &Link) {
        self.newest = self.newest.max(article.time);
        self.forget_old();
        let known = self.numbers.get(&article.id).copied();
        let merged: Vec<u32> =
            link.merged.iter().filter_map(|id| self.story_numbers.get(id).copied()).collect();
        let story = self.begin(&link.story, link.first_seen);
        self.put(article, known, story);
        for other in merged {
            self.join(story, other);
        }
        if let Some(story) = self.stories.get_mut(&story) {
            story.size = link.size;
            story.first_seen = link.first_seen;
        }
    }

    /// Returns the article with most text in common, and the share.
    fn nearest_copy(&self, article: &Fingerprint, known: Option<u32>) -> Option<(u32, f64)> {
        let found = self.copies.find(&article.signature);
        let found = found.into_iter().find(|found| Some(found.article) != known)?;
        Some((found.article, found.shared.most()))
    }

    /// Returns the story of an article, if there is one, and another one that is near.
    fn choose(&self, article: &Fingerprint, copy: Option<&(u32, f64)>) -> (Option<u32>, Option<u32>) {
        let of_copy = copy.and_then(|(number, _)| self.articles.get(number)).map(|entry| entry.story);
        let near =
            article.vector.as_ref().map(|vector| self.near(&Sum::of(vector), of_copy)).unwrap_or_default();
        match (of_copy, near) {
            (Some(story), near) => (Some(story), near.map(|near| near.story)),
            (None, Some(near)) if self.is_same(near, self.limits.same) => (Some(near.story), None),
            (None, near) => (None, near.map(|near| near.story)),
        }
    }

    fn is_same(&self, near: Near, least: f64) -> bool {
        near.cosine >= least && near.margin >= self.limits.margin
    }

    /// Returns the story nearest to a sum, other than `own`, if it is near enough to be related. Of two that are as
    /// near, it is the one that began first.
    fn near(&self, sum: &Sum, own: Option<u32>) -> Option<Near> {
        let signs = sum.signs();
        let others = self.stories.iter().filter(|(number, story)| {
            Some(**number) != own && (story.signs ^ signs).count_ones() <= MOST_SIGNS
        });
        let mut found: Vec<(f64, u32)> =
            others.map(|(number, story)| (story.sum.cosine(sum), *number)).collect();
        let order = |one: &(f64, u32), other: &(f64, u32)| {
            other.0.total_cmp(&one.0).then_with(|| self.age(one.1).cmp(&self.age(other.1)))
        };
        if found.len() > NEIGHBOURS + 1 {
            found.select_nth_unstable_by(NEIGHBOURS, order);
            found.truncate(NEIGHBOURS + 1);
        }
        found.sort_by(order);
        let (&(cosine, story), next) = found.split_first()?;
        let around = next.iter().map(|(cosine, _)| cosine.max(0.0)).sum::<f64>() / NEIGHBOURS as f64;
        (cosine >= self.limits.related).then_some(Near { story, cosine, margin: cosine - around })
    }

    /// Returns the story with this id; a new one if there is none.
    fn begin(&mut self, id: &str, first_seen: i64) -> u32 {
        if let Some(number) = self.story_numbers.get(id) {
            return *number;
        }
        let number = self.number();
        self.stories.insert(number, Story::new(id, first_seen));
        self.story_numbers.insert(id.to_owned(), number);
        number
    }

    fn number(&mut self) -> u32 {
        self.next += 1;
        self.next
    }

    /// Puts an article into a story, or its correction in its place.
    fn put(&mut self, article: Fingerprint, known: Option<u32>, story: u32) {
        let number = known.unwrap_or_else(|| self.number());
        let old = self.articles.remove(&number);
        if let Some(story) = self.stories.get_mut(&story) {
            match &old {
                Some(old) => story.replace(old.vector.as_ref(), article.vector.as_ref()),
                None => story.add(article.vector.as_ref()),
            }
        }
        if let Some(old) = old {
            self.by_time.remove(&(old.time, number));
        }
        self.by_time.insert((article.time, number));
        self.copies.add(number, article.signature);
        self.numbers.insert(article.id.clone(), number);
        let Fingerprint { id, time, vector, .. } = article;
        self.articles.insert(number, Entry { id, time, story, vector });
    }

    /// Joins a story with those that it has become the same as. The older one stays. Returns it, and the ids of
    /// those that are no more.
    fn merge(&mut self, story: u32) -> (u32, Vec<String>) {
        let (mut story, mut merged) = (story, Vec::new());
        loop {
            let near = self.stories.get(&story).and_then(|own| self.near(&own.sum, Some(story)));
            let Some(Near { story: other, .. }) = near.filter(|near| self.is_same(*near, self.limits.merged))
            else {
                return (story, merged);
            };
            let (older, younger) =
                if self.age(story) < self.age(other) { (story, other) } else { (other, story) };
            merged.extend(self.join(older, younger));
            story = older;
        }
    }

    /// Returns what stories are sorted by, the oldest first. It does not depend on numbers, which a restart changes.
    fn age(&self, story: u32) -> Option<(i64, &str)> {
        self.stories.get(&story).map(|story| (story.first_seen, story.id.as_str()))
    }

    /// Makes `younger` a part of `older`. Returns the id of `younger`.
    fn join(&mut self, older: u32, younger: u32) -> Option<String> {
        let gone = self.stories.remove(&younger)?;
        self.story_numbers.remove(&gone.id);
        if let Some(story) = self.stories.get_mut(&older) {
            story.take(&gone);
        }
        for entry in self.articles.values_mut().filter(|entry| entry.story == younger) {
            entry.story = older;
        }
        Some(gone.id)
    }

    /// Forgets the articles that are older than the window.
    fn forget_old(&mut self) {
        let oldest = self.newest.saturating_sub(self.window);
        while let Some((time, number)) = self.by_time.first().copied().filter(|(time, _)| *time < oldest) {
            self.by_time.remove(&(time, number));
            self.copies.remove(number);
            let Some(entry) = self.articles.remove(&number) else { continue };
            self.numbers.remove(&entry.id);
            if let Some(story) = self.stories.get_mut(&entry.story) {
                story.forget(entry.vector.as_ref());
                if story.present == 0
                    && let Some(gone) = self.stories.remove(&entry.story)
                {
                    self.story_numbers.remove(&gone.id);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
