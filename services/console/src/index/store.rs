//! The articles of the index, in memory, with the limits that bound them.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    num::NonZeroU64,
    ops::Bound,
    sync::Arc,
};

use messages::{StageName, subjects::Lane};
use runtime::bus;

use super::{
    alerts::{Alerts, Match, Rule},
    article::Article,
    cursor::Cursor,
    entry::Entry,
    filter::Filter,
    kind::Kind,
    pending::Pending,
    row::Row,
    step::Step,
    stories::Stories,
    timeline::timeline,
    words::Words,
};

/// How much the index keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The number of articles.
    pub articles: usize,
    /// The size of what is kept about them, in bytes.
    pub bytes: usize,
}

/// How long a stage took for an event, waiting included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finished {
    /// The stage that made the event.
    pub stage: StageName,
    /// The lane of the event.
    pub lane: Lane,
    /// The nanoseconds since 1970 at which the event was stored.
    pub at: i64,
    /// The nanoseconds from the storing of its input to that.
    pub latency: i64,
}

/// One revision of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Revision {
    /// The hash of the content.
    pub revision: NonZeroU64,
    /// The nanoseconds since 1970 at which it arrived.
    pub at: i64,
}

/// The newest articles of a pipeline.
#[derive(Debug)]
pub struct Index {
    limits: Limits,
    pub(super) articles: HashMap<Arc<str>, Article>,
    /// The articles in the order in which they arrived.
    order: BTreeSet<(i64, Arc<str>)>,
    /// The articles of the dead letters, by sequence.
    dead: BTreeMap<u64, Arc<str>>,
    pending: Pending,
    pub(super) stories: Stories,
    alerts: Alerts,
    pub(super) words: Words,
    /// The highest sequence of each stream.
    last: BTreeMap<Kind, u64>,
    bytes: usize,
}

impl Index {
    /// Creates an empty index.
    pub fn new(limits: Limits) -> Self {
        Self {
            limits,
            articles: HashMap::new(),
            order: BTreeSet::new(),
            dead: BTreeMap::new(),
            pending: Pending::default(),
            stories: Stories::default(),
            alerts: Alerts::default(),
            words: Words::default(),
            last: BTreeMap::new(),
            bytes: 0,
        }
    }

    /// Adds what a stream stores. Adding it again changes nothing.
    ///
    /// Returns how long the stages took for those events that are now known together with their inputs.
    pub fn add(&mut self, entry: &Entry) -> Vec<Finished> {
        if let Some(alert) = &entry.alert {
            self.alerts.add(alert);
            return Vec::new();
        }
        self.follow(entry);
        if entry.kind == Kind::Linked {
            self.link(entry);
            return Vec::new();
        }
        let message = (entry.kind, entry.sequence);
        let named = entry.id.as_deref().map(Arc::from).or_else(|| self.pending.wanted(message));
        let Some(id) = named.or_else(|| self.article_of_note(entry)) else {
            self.pending.keep(entry.clone());
            return Vec::new();
        };
        if self.articles.get(&id).is_some_and(|article| article.has(message.0, message.1)) {
            return Vec::new();
        }
        self.place(&id, entry);
        let article = self.articles.get(&id);
        let finished = article.map(|it| finished_with(it, message, &self.words)).unwrap_or_default();
        self.evict();
        finished
    }

    /// Returns one article.
    pub fn row(&self, id: &str) -> Option<Row> {
        Row::of(self.articles.get(id)?, &self.words)
    }

    /// Returns up to `most` articles that pass `filter`, newest first, and where the next ones begin.
    pub fn rows(&self, filter: &Filter, after: Option<&Cursor>, most: usize) -> (Vec<Row>, Option<Cursor>) {
        let prepared = filter.prepare(&self.words);
        let until = match (after, filter.until) {
            (Some(cursor), _) => Bound::Excluded((cursor.order, Arc::from(cursor.id.as_str()))),
            (None, Some(until)) => Bound::Excluded((until, Arc::from(""))),
            (None, None) => Bound::Unbounded,
        };
        let mut found: Vec<&Article> = Vec::new();
        for (order, id) in self.order.range((Bound::Unbounded, until)).rev() {
            if filter.since.is_some_and(|since| *order < since) {
                break;
            }
            let Some(article) = self.articles.get(id).filter(|article| prepared.admits(article)) else {
                continue;
            };
            if filter.without_copies && self.stories.is_copy(id) {
                continue;
            }
            if found.len() == most {
                let next =
                    found.last().map(|last: &&Article| Cursor { order: last.order, id: last.id.to_string() });
                return (self.shown(&found), next);
            }
            found.push(article);
        }
        (self.shown(&found), None)
    }

    /// Returns the steps of an article in the order of time; none if the index does not have it.
    pub fn timeline(&self, id: &str) -> Vec<bus::Step> {
        self.articles.get(id).map(|article| timeline(article, &self.words)).unwrap_or_default()
    }

    /// Returns the sequence of the newest message of a kind about an article, of any revision or of this one.
    pub fn newest(&self, id: &str, kind: Kind, revision: Option<NonZeroU64>) -> Option<u64> {
        if kind == Kind::Linked {
            // Of what is linked only the newest revision is known.
            return self.stories.member(id).filter(|_| revision.is_none()).map(|member| member.sequence);
        }
        self.articles.get(id)?.last(kind, revision).map(|step| step.sequence)
    }

    /// Returns the revisions of an article in the order in which they arrived.
    pub fn revisions(&self, id: &str) -> Vec<Revision> {
        let Some(article) = self.articles.get(id) else { return Vec::new() };
        let mut first: BTreeMap<NonZeroU64, i64> = BTreeMap::new();
        for step in &article.steps {
            if let Some(revision) = step.revision {
                let known = first.entry(revision).or_insert(step.at);
                *known = step.at.min(*known);
            }
        }
        let mut revisions: Vec<Revision> =
            first.into_iter().map(|(revision, at)| Revision { revision, at }).collect();
        revisions.sort_by_key(|revision| (revision.at, revision.revision));
        revisions
    }

    /// Returns the rules of alerts, those with the newest matches first.
    pub fn rules(&self) -> Vec<Rule> {
        self.alerts.rules()
    }

    /// Returns up to `most` matches of rules, newest first, and the sequence before which the next ones begin: of one
    /// rule or of all, of one article or of all.
    pub fn matches(
        &self,
        rule: Option<&str>,
        article: Option<&str>,
        before: Option<u64>,
        most: usize,
    ) -> (Vec<Arc<Match>>, Option<u64>) {
        let mut found = self.alerts.matches(rule, article, before, most + 1);
        let has_more = found.len() > most;
        found.truncate(most);
        let next = found.last().filter(|_| has_more).map(|last| last.sequence);
        (found, next)
    }

    /// Returns the number of articles.
    pub fn len(&self) -> usize {
        self.articles.len()
    }

    /// Reports whether there are no articles.
    pub fn is_empty(&self) -> bool {
        self.articles.is_empty()
    }

    /// Returns about how many bytes the articles take.
    pub fn bytes(&self) -> usize {
        self.bytes + self.stories.bytes() + self.words.bytes()
    }

    fn shown(&self, found: &[&Article]) -> Vec<Row> {
        found.iter().filter_map(|article| Row::of(article, &self.words)).collect()
    }

    /// Notes how far a stream is read. A stream that was created anew, or lost its newest events, uses their
    /// sequences again, so what the index has of them is no longer stored.
    fn follow(&mut self, entry: &Entry) {
        let stream = entry.kind.stream();
        let last = self.last.entry(stream).or_default();
        let is_repeated = std::mem::replace(last, entry.sequence) >= entry.sequence;
        if is_repeated && !self.knows(entry) {
            self.forget(stream, entry.sequence);
        }
    }

    /// Reports whether the index has this message.
    fn knows(&self, entry: &Entry) -> bool {
        if entry.kind == Kind::Linked {
            return self.stories.knows(entry.sequence, entry.at);
        }
        let knows = |article: &Article| {
            article.step(entry.kind, entry.sequence).is_some_and(|step| step.at == entry.at)
        };
        self.articles.values().any(knows)
    }

    /// Adds an article to its story.
    fn link(&mut self, entry: &Entry) {
        let (Some(id), Some(linked)) = (entry.id.as_deref(), &entry.linked) else { return };
        // The index and the stories share the text of the id.
        let known = self.articles.get_key_value(id).map(|(id, _)| Arc::clone(id));
        let id = known.unwrap_or_else(|| Arc::from(id));
        let language = entry.subject.split('.').nth(4);
        self.stories.add(&id, (entry.sequence, entry.at), language, linked, &mut self.words);
        self.evict();
    }

    /// Forgets the messages of a stream from a sequence on.
    fn forget(&mut self, stream: Kind, from: u64) {
        if stream == Kind::Linked {
            self.stories.forget_from(from, &mut self.words);
            return;
        }
        let is_gone = |step: &Step| step.kind.stream() == stream && step.sequence >= from;
        let changed: Vec<Arc<str>> = self
            .articles
            .values()
            .filter(|it| it.steps.iter().any(is_gone))
            .map(|it| Arc::clone(&it.id))
            .collect();
        for id in changed {
            let Some(mut article) = self.take(&id) else { continue };
            article.forget(is_gone, &mut self.words);
            if !article.steps.is_empty() {
                self.put(article);
            }
        }
        self.pending.forget(stream, from);
        if stream == Kind::Dead {
            self.dead.split_off(&from);
        }
    }

    /// Returns the article of the dead letter that a note is on.
    fn article_of_note(&self, entry: &Entry) -> Option<Arc<str>> {
        let (_, letter) = entry.input.filter(|_| entry.kind == Kind::Replayed)?;
        self.dead.get(&letter).cloned()
    }

    /// Adds an entry to an article, together with the nameless messages that it was made from.
    fn place(&mut self, id: &Arc<str>, entry: &Entry) {
        let known = self.articles.remove(id);
        self.bytes -= known.as_ref().map_or(0, Article::bytes);
        let before = known.as_ref().map(|article| article.order);
        let mut article = known.unwrap_or_else(|| Article::new(Arc::clone(id)));
        let mut waiting = self.extend(&mut article, entry);
        while let Some(entry) = waiting.pop() {
            waiting.extend(self.extend(&mut article, &entry));
        }
        if before == Some(article.order) {
            // Most events leave the article where it is.
            self.bytes += article.bytes();
            self.articles.insert(Arc::clone(&article.id), article);
            return;
        }
        if let Some(before) = before {
            self.order.remove(&(before, Arc::clone(&article.id)));
        }
        self.put(article);
    }

    /// Adds an entry to an article. Returns the nameless messages that it was made from.
    fn extend(&mut self, article: &mut Article, entry: &Entry) -> Vec<Entry> {
        let mut waiting = Vec::new();
        if article.has(entry.kind, entry.sequence) {
            return waiting;
        }
        let id = Arc::clone(&article.id);
        article.add(Step::keep(entry, &id, &mut self.words), &mut self.words);
        if let Some(facts) = &entry.facts {
            article.keep(entry.sequence, facts, &mut self.words);
        }
        if entry.kind == Kind::Dead {
            self.dead.insert(entry.sequence, Arc::clone(&id));
            waiting.extend(self.pending.notes_on(entry.sequence));
        }
        for message in entry.predecessors().filter(|(kind, sequence)| !article.has(*kind, *sequence)) {
            waiting.extend(self.pending.take_or_want(message, &id));
        }
        waiting
    }

    /// Takes an article out, to change it.
    fn take(&mut self, id: &str) -> Option<Article> {
        let article = self.articles.remove(id)?;
        self.order.remove(&(article.order, Arc::clone(&article.id)));
        self.bytes -= article.bytes();
        Some(article)
    }

    fn put(&mut self, article: Article) {
        self.bytes += article.bytes();
        self.order.insert((article.order, Arc::clone(&article.id)));
        self.articles.insert(Arc::clone(&article.id), article);
    }

    /// Forgets the oldest articles beyond the limits.
    fn evict(&mut self) {
        while self.articles.len() > self.limits.articles || self.bytes() > self.limits.bytes {
            if !self.evict_oldest() && !self.stories.forget_oldest(&mut self.words) {
                break;
            }
        }
        // Articles may be linked that have not arrived here, or are forgotten.
        while self.stories.articles() > self.limits.articles {
            self.stories.forget_oldest(&mut self.words);
        }
    }

    /// Forgets the oldest article. Returns whether there was one.
    fn evict_oldest(&mut self) -> bool {
        let Some((_, oldest)) = self.order.first().cloned() else { return false };
        let Some(mut article) = self.take(&oldest) else { return false };
        for letter in article.steps.iter().filter(|step| step.kind == Kind::Dead) {
            self.dead.remove(&letter.sequence);
        }
        article.release(&mut self.words);
        self.stories.forget(&oldest, &mut self.words);
        true
    }
}

/// Returns how long the stages took for this message and for what was made from it. Its input may be known after it,
/// because each stream is read on its own.
fn finished_with(article: &Article, message: (Kind, u64), words: &Words) -> Vec<Finished> {
    let is_asked = |step: &&Step| (step.kind, step.sequence) == message || step.input == Some(message);
    let finished = |step: &Step| {
        let (kind, sequence) = step.input?;
        let input = article.step(kind, sequence)?;
        Some(Finished {
            stage: step.kind.stage()?,
            lane: lane_of(words.text(step.subject))?,
            at: step.at,
            latency: step.at - input.at,
        })
    };
    article.steps.iter().filter(is_asked).filter_map(finished).collect()
}

/// Returns the lane in the subject of an event.
fn lane_of(subject: &str) -> Option<Lane> {
    let token = subject.split('.').nth(3)?;
    Lane::ALL.into_iter().find(|lane| lane.as_str() == token)
}
