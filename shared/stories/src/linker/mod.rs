//! Groups a stream of articles into stories.

mod near;

use std::collections::{BTreeSet, HashMap};

use self::near::Directions;
use crate::{
    Copies, Signature, Source, Vector,
    postings::NumberMap,
    story::Story,
    vector::{Direction, Sum},
};

/// From which cosines on texts are about the same.
///
/// The defaults were chosen by cross-validation on one half of the events of `cargo lab eval stories`. The documents of
/// that half also made the table of vectors, so the limits that do best on the whole half are too wide for others.
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
    /// How many stories are compared with an article, those with the fewest different signs, and all that differ in as
    /// many as the last. With no more stories than that in the window, the search is exact. With 300,000 it finds what
    /// an exact one finds for nearly all articles: `cargo lab linker` prints the share.
    pub compared: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { same: 0.55, merged: 0.6, margin: 0.20, related: 0.45, compared: 256 }
    }
}

/// How many of the next stories show how near stories are to each other around an article.
const NEIGHBOURS: usize = 10;

/// How many stories merge with one article at most, so that what is said about an article is of bounded size.
const MOST_MERGED: usize = 16;

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
    /// Who published it, if the article says so.
    pub source: Option<Source>,
}

/// What the linker says about an article.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Link {
    /// The id of the story: that of its first article.
    pub story: String,
    /// When the story's first article came, in milliseconds since 1970.
    pub first_seen: i64,
    /// The number of articles of the story so far, with this one. A correction does not count again.
    pub size: u32,
    /// The number of publishers of the story's articles in the window, with this one.
    pub sources: u32,
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
    source: Option<Source>,
}

/// Groups articles in the order of a stream. The same articles in the same order give the same stories.
///
/// It knows no clock: an article leaves the window when another one comes that is more than the window's length
/// younger.
pub struct Linker {
    window: i64,
    limits: Limits,
    articles: NumberMap<Entry>,
    numbers: HashMap<String, u32>,
    by_time: BTreeSet<(i64, u32)>,
    copies: Copies,
    stories: NumberMap<Box<Story>>,
    directions: Directions,
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
            articles: NumberMap::default(),
            numbers: HashMap::new(),
            by_time: BTreeSet::new(),
            copies: Copies::default(),
            stories: NumberMap::default(),
            directions: Directions::default(),
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
        let own = match known.and_then(|number| self.articles.get(&number)) {
            Some(entry) => Some(entry.story),
            None => copy.and_then(|(number, _)| self.articles.get(&number)).map(|entry| entry.story),
        };
        let near = if known.is_some() { None } else { self.near_vector(article.vector.as_ref(), own) };
        let own =
            own.or_else(|| near.filter(|near| self.is_same(*near, self.limits.same)).map(|near| near.story));
        let is_new = own.is_none() && !self.story_numbers.contains_key(&article.id);
        let story = own.unwrap_or_else(|| self.begin(&article.id, article.time));
        self.put(article, known, story);
        // A new story has the direction of its article, and what is near it is known already.
        let nearest = if is_new { near } else { self.near_story(story) };
        let (story, merged) = self.merge(story, nearest);
        let related = near.map(|near| near.story);
        let of_copy = |(number, share): (u32, f64)| {
            self.articles.get(&number).map(|entry| CopyOf { id: entry.id.clone(), share })
        };
        let copy_of = copy.and_then(of_copy);
        let related = related.filter(|number| *number != story);
        let named = |number: u32| self.stories.get(&number).map(|story| story.id.clone());
        let related = related.and_then(named);
        let Some(story) = self.stories.get(&story) else {
            return Link { copy_of, related, merged, ..Link::default() };
        };
        let (id, sources) = (story.id.clone(), story.sources.count());
        Link { story: id, first_seen: story.first_seen, size: story.size, sources, copy_of, related, merged }
    }

    /// Takes up an article that was linked before, as after a restart: it joins the story that was said then.
    pub fn restore(&mut self, article: Fingerprint, link: &Link) {
        self.newest = self.newest.max(article.time);
        self.forget_old();
        let known = self.numbers.get(&article.id).copied();
        let merged: Vec<u32> =
            link.merged.iter().filter_map(|id| self.story_numbers.get(id).copied()).collect();
        let story = self.begin(&link.story, link.first_seen);
        // First, because the article that is corrected may be in one of these.
        for other in merged {
            self.join(story, other);
        }
        self.put(article, known, story);
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

    fn is_same(&self, near: Near, least: f64) -> bool {
        near.cosine >= least && near.margin >= self.limits.margin
    }

    /// Returns the story nearest to a vector, other than `own`.
    fn near_vector(&mut self, vector: Option<&Vector>, own: Option<u32>) -> Option<Near> {
        self.near(&Sum::of(vector?).direction()?, own)
    }

    /// Returns the story nearest to another one.
    fn near_story(&mut self, story: u32) -> Option<Near> {
        let direction = self.stories.get(&story)?.sum.direction()?;
        self.near(&direction, Some(story))
    }

    /// Returns the story nearest to a direction, other than `own`, if it is near enough to be related. Of two that
    /// are as near, it is the one that began first.
    fn near(&mut self, direction: &Direction, own: Option<u32>) -> Option<Near> {
        let stories = &self.stories;
        let older = |one: u32, other: u32| age(stories, one).cmp(&age(stories, other));
        let found = self.directions.nearest(direction, own, (NEIGHBOURS + 1, self.limits.compared), older);
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
        self.stories.insert(number, Box::new(Story::new(id, first_seen)));
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
                Some(old) => {
                    story.replace(old.vector.as_ref(), article.vector.as_ref());
                    story.sources.remove(old.source);
                }
                None => story.add(number, article.vector.as_ref()),
            }
            story.sources.add(article.source);
        }
        self.turn(story);
        if let Some(old) = old {
            self.by_time.remove(&(old.time, number));
        }
        self.by_time.insert((article.time, number));
        self.copies.add(number, article.signature);
        self.numbers.insert(article.id.clone(), number);
        let Fingerprint { id, time, vector, source, .. } = article;
        self.articles.insert(number, Entry { id, time, story, vector, source });
    }

    /// Joins a story with those that it has become the same as. `near` is the nearest one. The older one stays.
    /// Returns it, and the ids of those that are no more.
    fn merge(&mut self, mut story: u32, mut near: Option<Near>) -> (u32, Vec<String>) {
        let mut merged = Vec::new();
        while let Some(Near { story: other, .. }) =
            near.filter(|near| self.is_same(*near, self.limits.merged))
            && merged.len() < MOST_MERGED
        {
            let is_older = age(&self.stories, story) < age(&self.stories, other);
            let (older, younger) = if is_older { (story, other) } else { (other, story) };
            merged.extend(self.join(older, younger));
            story = older;
            near = self.near_story(story);
        }
        (story, merged)
    }

    /// Takes over the direction that a story has now.
    fn turn(&mut self, story: u32) {
        let direction = self.stories.get(&story).and_then(|story| story.sum.direction());
        self.directions.set(story, direction);
    }

    /// Makes `younger` a part of `older`. Returns the id of `younger`.
    fn join(&mut self, older: u32, younger: u32) -> Option<String> {
        let gone = self.remove_story(younger)?;
        if let Some(story) = self.stories.get_mut(&older) {
            story.take(&gone);
        }
        for article in &gone.articles {
            if let Some(entry) = self.articles.get_mut(article) {
                entry.story = older;
            }
        }
        self.turn(older);
        Some(gone.id)
    }

    fn remove_story(&mut self, number: u32) -> Option<Box<Story>> {
        let gone = self.stories.remove(&number)?;
        self.story_numbers.remove(&gone.id);
        self.directions.remove(number);
        Some(gone)
    }

    /// Forgets the articles that are older than the window.
    fn forget_old(&mut self) {
        let oldest = self.newest.saturating_sub(self.window);
        while let Some((time, number)) = self.by_time.first().copied().filter(|(time, _)| *time < oldest) {
            self.by_time.remove(&(time, number));
            self.copies.remove(number);
            let Some(Entry { id, story, vector, source, .. }) = self.articles.remove(&number) else {
                continue;
            };
            self.numbers.remove(&id);
            let Some(left) = self.stories.get_mut(&story) else { continue };
            left.forget(number, vector.as_ref());
            left.sources.remove(source);
            if left.articles.is_empty() { drop(self.remove_story(story)) } else { self.turn(story) }
        }
    }
}

/// Returns what stories are sorted by, the oldest first. It does not depend on numbers, which a restart changes.
fn age(stories: &NumberMap<Box<Story>>, story: u32) -> Option<(i64, &str)> {
    stories.get(&story).map(|story| (story.first_seen, story.id.as_str()))
}

#[cfg(test)]
mod tests;
