//! Stories: articles that report the same event, as the story-linker groups them.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    ops::Bound,
    sync::Arc,
};

use super::{
    linked::Linked,
    words::{Word, Words},
};

/// What an article costs in these maps, beside its id and that of its story.
const OVERHEAD: usize = 280;

/// The stories of the articles that are kept.
#[derive(Debug, Default)]
pub(super) struct Stories {
    by_id: HashMap<Arc<str>, Story>,
    of_articles: HashMap<Arc<str>, Place>,
    /// The stories in the order of their newest articles.
    order: BTreeSet<(i64, Arc<str>)>,
    /// The articles in the order in which they were linked.
    sequences: BTreeMap<u64, Arc<str>>,
    bytes: usize,
}

/// Where an article is.
#[derive(Debug)]
struct Place {
    story: Arc<str>,
    is_copy: bool,
}

/// One story.
#[derive(Debug)]
pub(super) struct Story {
    pub(super) id: Arc<str>,
    /// When its first article was finished, in nanoseconds since 1970.
    pub(super) first_seen: i64,
    /// Its articles in the order in which they joined it.
    pub(super) members: Vec<Member>,
}

/// An article of a story.
#[derive(Debug, Clone)]
pub(super) struct Member {
    pub(super) article: Arc<str>,
    /// When it was first linked, in nanoseconds since 1970.
    pub(super) at: i64,
    /// The sequence of its newest version in the stream of stories, and when it was stored.
    pub(super) sequence: u64,
    stored_at: i64,
    pub(super) language: Option<Word>,
    /// The earlier article with the same text, and the thousandths in common.
    pub(super) copy_of: Option<(Arc<str>, u16)>,
}

impl Stories {
    /// Adds an article to its story. `at` is when its stream stored it under `sequence`.
    pub(super) fn add(
        &mut self,
        article: &Arc<str>,
        (sequence, at): (u64, i64),
        language: Option<&str>,
        linked: &Linked,
        words: &mut Words,
    ) {
        if self.member(article).is_some_and(|member| member.sequence >= sequence) {
            return;
        }
        let before = self.take(article);
        let first_at = before.as_ref().map_or(at, |member| member.at.min(at));
        if let Some(member) = &before {
            member.release(words);
        }
        let story: Arc<str> = Arc::from(linked.story.as_str());
        for gone in &linked.merged {
            self.merge(gone, &story);
        }
        let member = Member {
            article: Arc::clone(article),
            at: first_at,
            sequence,
            stored_at: at,
            language: language.map(|language| words.keep(language)),
            copy_of: linked.copy_of.as_ref().map(|copy| (Arc::from(copy.id.as_str()), copy.share)),
        };
        self.put(&story, member, linked.first_seen);
    }

    /// Gives the articles of one story to another.
    fn merge(&mut self, gone: &str, into: &Arc<str>) {
        let Some(story) = self.by_id.get(gone).filter(|story| story.id != *into) else { return };
        let first_seen = story.first_seen;
        let articles: Vec<Arc<str>> = story.members.iter().map(|it| Arc::clone(&it.article)).collect();
        for article in articles {
            if let Some(member) = self.take(&article) {
                self.put(into, member, first_seen);
            }
        }
    }

    /// Takes an article out of its story.
    fn take(&mut self, article: &str) -> Option<Member> {
        let Place { story: id, .. } = self.of_articles.remove(article)?;
        let story = self.by_id.get_mut(&id)?;
        let place = story.members.iter().position(|member| &*member.article == article)?;
        self.order.remove(&(story.newest(), Arc::clone(&id)));
        let member = story.members.remove(place);
        self.bytes -= member.bytes();
        self.sequences.remove(&member.sequence);
        if story.members.is_empty() {
            self.by_id.remove(&id);
        } else {
            self.order.insert((story.newest(), Arc::clone(&id)));
        }
        Some(member)
    }

    /// Adds an article to a story, which may be new.
    fn put(&mut self, id: &Arc<str>, member: Member, first_seen: i64) {
        let new = || Story { id: Arc::clone(id), first_seen, members: Vec::new() };
        let story = self.by_id.entry(Arc::clone(id)).or_insert_with(new);
        self.order.remove(&(story.newest(), Arc::clone(&story.id)));
        story.first_seen = story.first_seen.min(first_seen).min(member.at);
        self.bytes += member.bytes();
        let is_at = Place { story: Arc::clone(&story.id), is_copy: member.copy_of.is_some() };
        self.of_articles.insert(Arc::clone(&member.article), is_at);
        self.sequences.insert(member.sequence, Arc::clone(&member.article));
        let place = story.members.partition_point(|it| (it.at, it.sequence) < (member.at, member.sequence));
        story.members.insert(place, member);
        self.order.insert((story.newest(), Arc::clone(&story.id)));
    }

    /// Forgets an article.
    pub(super) fn forget(&mut self, article: &str, words: &mut Words) {
        if let Some(member) = self.take(article) {
            member.release(words);
        }
    }

    /// Forgets the article that was linked first. Returns whether there was one.
    pub(super) fn forget_oldest(&mut self, words: &mut Words) -> bool {
        let Some(oldest) = self.sequences.first_key_value().map(|(_, article)| Arc::clone(article)) else {
            return false;
        };
        self.forget(&oldest, words);
        true
    }

    /// Forgets what was linked from a sequence on.
    pub(super) fn forget_from(&mut self, sequence: u64, words: &mut Words) {
        for article in self.sequences.split_off(&sequence).into_values() {
            self.forget(&article, words);
        }
    }

    /// Reports whether this message is known.
    pub(super) fn knows(&self, sequence: u64, at: i64) -> bool {
        let article = self.sequences.get(&sequence);
        article.and_then(|article| self.member(article)).is_some_and(|member| member.stored_at == at)
    }

    /// Returns the story of an article.
    pub(super) fn of_article(&self, article: &str) -> Option<&Story> {
        self.by_id.get(&self.of_articles.get(article)?.story)
    }

    /// Reports whether an article has the text of an earlier one.
    pub(super) fn is_copy(&self, article: &str) -> bool {
        self.of_articles.get(article).is_some_and(|place| place.is_copy)
    }

    /// Returns what is known of an article in its story.
    pub(super) fn member(&self, article: &str) -> Option<&Member> {
        self.of_article(article)?.members.iter().find(|member| &*member.article == article)
    }

    /// Returns one story.
    pub(super) fn story(&self, id: &str) -> Option<&Story> {
        self.by_id.get(id)
    }

    /// Returns the stories, those with the newest articles first. `before` is where it begins.
    pub(super) fn newest(&self, before: Option<(i64, &str)>) -> impl Iterator<Item = (i64, &Story)> {
        let end = before.map_or(Bound::Unbounded, |(at, id)| Bound::Excluded((at, Arc::from(id))));
        let found = self.order.range((Bound::Unbounded, end)).rev();
        found.filter_map(|(at, id)| Some((*at, self.by_id.get(id)?)))
    }

    /// Returns the number of articles.
    pub(super) fn articles(&self) -> usize {
        self.of_articles.len()
    }

    /// Returns the number of stories.
    pub(super) fn len(&self) -> usize {
        self.by_id.len()
    }

    /// Returns about how many bytes all of it takes.
    pub(super) fn bytes(&self) -> usize {
        self.bytes
    }
}

impl Story {
    /// Returns when its newest article was linked.
    pub(super) fn newest(&self) -> i64 {
        self.members.last().map_or(self.first_seen, |member| member.at)
    }
}

impl Member {
    fn release(&self, words: &mut Words) {
        if let Some(language) = self.language {
            words.release(language);
        }
    }

    fn bytes(&self) -> usize {
        let copy_of = self.copy_of.as_ref().map_or(0, |(id, _)| id.len() + 16);
        OVERHEAD + 2 * self.article.len() + copy_of
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Known {
        stories: Stories,
        words: Words,
        last: u64,
    }

    impl Known {
        fn link(&mut self, article: &str, story: &str, merged: &[&str]) {
            self.last += 1;
            let merged = merged.iter().map(|id| (*id).to_owned()).collect();
            let linked = Linked { story: story.to_owned(), first_seen: 5, merged, copy_of: None };
            let place = (self.last, self.last.cast_signed() * 10);
            self.stories.add(&Arc::from(article), place, Some("en"), &linked, &mut self.words);
        }

        fn members(&self, story: &str) -> Vec<&str> {
            let story = self.stories.story(story);
            story.map(|story| story.members.iter().map(|it| &*it.article).collect()).unwrap_or_default()
        }

        fn newest(&self) -> Vec<&str> {
            self.stories.newest(None).map(|(_, story)| &*story.id).collect()
        }
    }

    #[test]
    fn stories_are_in_the_order_of_their_newest_articles() {
        let mut known = Known::default();
        known.link("a", "a", &[]);
        known.link("b", "b", &[]);
        known.link("c", "a", &[]);
        assert_eq!(known.newest(), ["a", "b"]);
        assert_eq!(known.members("a"), ["a", "c"]);
        assert_eq!(known.stories.newest(Some((30, "a"))).count(), 1);
    }

    #[test]
    fn a_story_that_is_merged_gives_its_articles_away() {
        let mut known = Known::default();
        known.link("a", "a", &[]);
        known.link("b", "b", &[]);
        known.link("c", "a", &["b", "a", "none"]);
        assert_eq!((known.newest(), known.members("a")), (vec!["a"], vec!["a", "b", "c"]));
        assert_eq!(known.stories.of_article("b").map(|story| &*story.id), Some("a"));
    }

    #[test]
    fn a_correction_keeps_its_place_and_does_not_count_again() {
        let mut known = Known::default();
        known.link("a", "a", &[]);
        known.link("b", "a", &[]);
        known.link("a", "a", &[]);
        assert_eq!(known.members("a"), ["a", "b"]);
        assert_eq!(known.stories.member("a").map(|it| (it.at, it.sequence)), Some((10, 3)));
        assert!(known.stories.knows(3, 30) && !known.stories.knows(1, 10));
    }

    #[test]
    fn what_is_forgotten_leaves_nothing_behind() {
        let mut known = Known::default();
        known.link("a", "a", &[]);
        known.link("b", "a", &[]);
        known.link("c", "c", &[]);
        known.stories.forget_from(3, &mut known.words);
        assert_eq!(known.newest(), ["a"]);
        assert!(known.stories.forget_oldest(&mut known.words));
        assert_eq!((known.members("a"), known.stories.articles()), (vec!["b"], 1));
        known.stories.forget("b", &mut known.words);
        assert!(!known.stories.forget_oldest(&mut known.words));
        assert_eq!((known.stories.bytes(), known.stories.len(), known.words.bytes()), (0, 0, 0));
    }
}
