//! Stories as their readers see them: the articles of the index, grouped.

use serde::Serialize;

use super::{
    article::Article,
    cursor::Cursor,
    filter::{Filter, Prepared},
    store::Index,
    stories::{Member, Story},
    times::rfc3339,
    words::Word,
};

/// Which stories a reader wants to see.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StoryFilter {
    /// What one of the articles must be. Its times are those of the newest article.
    pub articles: Filter,
    /// The least number of articles.
    pub least_articles: usize,
    /// The least number of publishers.
    pub least_sources: usize,
}

/// One story.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Group {
    /// The story's id.
    pub id: String,
    /// The headline of its first article that has one.
    pub headline: Option<String>,
    /// The language of that article.
    pub language: Option<String>,
    /// When its first article was finished (RFC 3339).
    pub first_seen: String,
    /// When its newest article joined it (RFC 3339).
    pub newest_at: String,
    /// The number of its articles that the console knows.
    pub articles: usize,
    /// The number of those that have the text of an earlier one.
    pub copies: usize,
    /// The publishers of its articles, each once.
    pub sources: Vec<String>,
    /// The languages of its articles, each once.
    pub languages: Vec<String>,
    /// When its articles joined it, in nanoseconds since 1970, and whether they are copies.
    #[serde(skip)]
    pub moments: Vec<(i64, bool)>,
}

/// An article of a story.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Grouped {
    /// The article's id.
    pub id: String,
    /// The headline.
    pub headline: Option<String>,
    /// The language.
    pub language: Option<String>,
    /// The publisher.
    pub source: Option<String>,
    /// When it joined the story (RFC 3339).
    pub linked_at: String,
    /// The sequence of its newest version in the stream of stories.
    pub sequence: u64,
    /// The earlier article with the same text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub copy_of: Option<CopyOf>,
}

/// An earlier article with the same text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CopyOf {
    /// Its id.
    pub id: String,
    /// The share of the shorter text that is in both.
    pub share: f64,
}

impl Index {
    /// Returns up to `most` stories that pass `filter`, those with the newest articles first, and where the next ones
    /// begin.
    pub fn stories(
        &self,
        filter: &StoryFilter,
        after: Option<&Cursor>,
        most: usize,
    ) -> (Vec<Group>, Option<Cursor>) {
        let articles = Filter { since: None, until: None, ..filter.articles.clone() };
        let prepared = (articles != Filter::default()).then(|| articles.prepare(&self.words));
        let mut found: Vec<(i64, &Story)> = Vec::new();
        for (newest, story) in self.stories.newest(after.map(|cursor| (cursor.order, cursor.id.as_str()))) {
            if filter.articles.since.is_some_and(|since| newest < since) {
                break;
            }
            if filter.articles.until.is_some_and(|until| newest >= until)
                || !self.admits(story, filter, prepared.as_ref())
            {
                continue;
            }
            if found.len() == most {
                let next =
                    found.last().map(|(order, story)| Cursor { order: *order, id: story.id.to_string() });
                return (self.groups(&found), next);
            }
            found.push((newest, story));
        }
        (self.groups(&found), None)
    }

    /// Returns a story with its articles in the order of time.
    pub fn story(&self, id: &str) -> Option<(Group, Vec<Grouped>)> {
        let story = self.stories.story(id)?;
        Some((self.group(story), story.members.iter().map(|member| self.grouped(member)).collect()))
    }

    /// Returns the story of an article, and the article as a part of it.
    pub fn story_of(&self, article: &str) -> Option<(Group, Grouped)> {
        let story = self.stories.of_article(article)?;
        Some((self.group(story), self.grouped(self.stories.member(article)?)))
    }

    /// Returns the number of stories, also of those with one article.
    pub fn stories_known(&self) -> usize {
        self.stories.len()
    }

    fn admits(&self, story: &Story, filter: &StoryFilter, prepared: Option<&Prepared>) -> bool {
        let members = &story.members;
        members.len() >= filter.least_articles
            && (filter.least_sources < 2 || self.sources(story).len() >= filter.least_sources)
            && prepared.is_none_or(|prepared| {
                members.iter().filter_map(|it| self.article(it)).any(|article| prepared.admits(article))
            })
    }

    fn groups(&self, stories: &[(i64, &Story)]) -> Vec<Group> {
        stories.iter().map(|(_, story)| self.group(story)).collect()
    }

    fn group(&self, story: &Story) -> Group {
        let headlined = story.members.iter().find_map(|it| Some((self.headline(it)?, self.language(it))));
        let (headline, language) = headlined.unzip();
        let text = |word: Word| self.words.text(word).to_owned();
        Group {
            id: story.id.to_string(),
            headline,
            language: language.flatten(),
            first_seen: rfc3339(story.first_seen),
            newest_at: rfc3339(story.newest()),
            articles: story.members.len(),
            copies: story.members.iter().filter(|member| member.copy_of.is_some()).count(),
            sources: self.sources(story).into_iter().map(text).collect(),
            languages: each_once(story.members.iter().filter_map(|it| it.language))
                .into_iter()
                .map(text)
                .collect(),
            moments: story.members.iter().map(|member| (member.at, member.copy_of.is_some())).collect(),
        }
    }

    fn grouped(&self, member: &Member) -> Grouped {
        let source = self.article(member).and_then(|article| article.kept.as_ref()?.source);
        Grouped {
            id: member.article.to_string(),
            headline: self.headline(member),
            language: self.language(member),
            source: source.map(|source| self.words.text(source).to_owned()),
            linked_at: rfc3339(member.at),
            sequence: member.sequence,
            copy_of: member
                .copy_of
                .as_ref()
                .map(|(id, share)| CopyOf { id: id.to_string(), share: f64::from(*share) / 1e3 }),
        }
    }

    /// Returns what the index has of an article. It may not have arrived yet.
    fn article(&self, member: &Member) -> Option<&Article> {
        self.articles.get(&member.article)
    }

    fn headline(&self, member: &Member) -> Option<String> {
        let kept = self.article(member)?.kept.as_ref()?;
        Some(kept.headline.to_string()).filter(|headline| !headline.is_empty())
    }

    fn language(&self, member: &Member) -> Option<String> {
        member.language.map(|language| self.words.text(language).to_owned())
    }

    fn sources(&self, story: &Story) -> Vec<Word> {
        let articles = story.members.iter().filter_map(|member| self.article(member));
        each_once(articles.filter_map(|article| article.kept.as_ref()?.source))
    }
}

/// Returns each word once, in the order in which they come.
fn each_once(words: impl Iterator<Item = Word>) -> Vec<Word> {
    let mut each: Vec<Word> = Vec::new();
    for word in words {
        if !each.contains(&word) {
            each.push(word);
        }
    }
    each
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU64;

    use crate::index::{Copy, Entry, Facts, Filter, Index, Kind, Limits, Linked, StoryFilter};

    fn entry(kind: Kind, sequence: u64, id: &str) -> Entry {
        Entry {
            kind,
            sequence,
            at: sequence.cast_signed() * 10,
            subject: format!("articles.v1.{}.live.en", kind.as_str()),
            id: Some(id.to_owned()),
            revision: NonZeroU64::new(1),
            message_id: None,
            input: None,
            deliveries: None,
            version: None,
            replay: None,
            replay_of: None,
            failure: None,
            facts: None,
            linked: None,
            alert: None,
        }
    }

    fn enriched(sequence: u64, id: &str, headline: &str, source: &str) -> Entry {
        let facts =
            Facts { headline: headline.to_owned(), source: Some(source.to_owned()), ..Facts::default() };
        Entry { facts: Some(facts), ..entry(Kind::Summarized, sequence, id) }
    }

    fn linked(sequence: u64, id: &str, story: &str, original: Option<&str>) -> Entry {
        let copy_of = original.map(|id| Copy { id: id.to_owned(), share: 934 });
        let linked = Linked { story: story.to_owned(), first_seen: 5, merged: vec![], copy_of };
        Entry { linked: Some(Box::new(linked)), ..entry(Kind::Linked, sequence, id) }
    }

    /// Two stories: `a` with `a`, its copy `b` and `d`; `c` alone.
    fn index() -> Index {
        let mut index = Index::new(Limits { articles: 100, bytes: 1_000_000 });
        for (sequence, id, headline, source) in [
            (1, "a", "", "Wire"),
            (2, "b", "Rain", "Post"),
            (3, "c", "Snow", "Wire"),
            (4, "d", "Rain", "Wire"),
        ] {
            index.add(&enriched(sequence, id, headline, source));
        }
        index.add(&linked(1, "a", "a", None));
        index.add(&linked(2, "b", "a", Some("a")));
        index.add(&linked(3, "c", "c", None));
        index.add(&linked(4, "d", "a", None));
        index
    }

    fn stories(filter: &StoryFilter) -> Vec<String> {
        index().stories(filter, None, 9).0.into_iter().map(|group| group.id).collect()
    }

    #[test]
    fn a_story_has_the_headline_the_sources_and_the_copies_of_its_articles() {
        let (group, articles) = index().story("a").unwrap();
        assert_eq!((group.headline.as_deref(), group.language.as_deref()), (Some("Rain"), Some("en")));
        assert_eq!((group.articles, group.copies, group.sources), (3, 1, vec!["Wire".into(), "Post".into()]));
        assert_eq!(group.moments, [(10, false), (20, true), (40, false)]);
        let copy = articles[1].copy_of.as_ref().map(|copy| (copy.id.as_str(), copy.share));
        assert_eq!((articles[1].id.as_str(), copy), ("b", Some(("a", 0.934))));
        assert_eq!(index().story_of("d").map(|(group, _)| group.id).as_deref(), Some("a"));
    }

    #[test]
    fn stories_are_chosen_by_size_and_by_what_one_of_their_articles_is() {
        let filter = |source: Option<&str>, words: &[&str]| Filter {
            source: source.map(str::to_owned),
            words: words.iter().map(|word| (*word).to_owned()).collect(),
            ..Filter::default()
        };
        let of = |articles| StoryFilter { articles, ..StoryFilter::default() };
        assert_eq!(stories(&StoryFilter::default()), ["a", "c"]);
        assert_eq!(stories(&StoryFilter { least_articles: 2, ..StoryFilter::default() }), ["a"]);
        assert_eq!(stories(&StoryFilter { least_sources: 2, ..StoryFilter::default() }), ["a"]);
        assert_eq!(stories(&of(filter(Some("post"), &[]))), ["a"]);
        // One article must be all of it.
        assert_eq!(stories(&of(filter(Some("post"), &["snow"]))), [""; 0]);
        assert_eq!(stories(&of(Filter { since: Some(35), ..Filter::default() })), ["a"]);
        assert_eq!(stories(&of(Filter { until: Some(40), ..Filter::default() })), ["c"]);
    }

    #[test]
    fn a_page_of_stories_goes_on_after_its_cursor() {
        let (all, index) = (StoryFilter::default(), index());
        let (first, next) = index.stories(&all, None, 1);
        let (second, end) = index.stories(&all, next.as_ref(), 1);
        assert_eq!((first[0].id.as_str(), second[0].id.as_str(), end), ("a", "c", None));
    }

    #[test]
    fn articles_are_listed_without_their_copies() {
        let filter = Filter { without_copies: true, ..Filter::default() };
        let rows = index().rows(&filter, None, 9).0;
        assert_eq!(rows.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["d", "c", "a"]);
    }

    #[test]
    fn forgotten_articles_leave_their_stories() {
        let mut index = Index::new(Limits { articles: 1, bytes: 1_000_000 });
        index.add(&enriched(1, "a", "Rain", "Wire"));
        index.add(&linked(1, "a", "a", None));
        index.add(&enriched(2, "b", "Rain", "Wire"));
        assert_eq!(index.stories_known(), 0);
        (2..9).for_each(|number| _ = index.add(&linked(number, &format!("{number}"), "x", None)));
        assert_eq!(index.story("x").map(|(group, _)| group.articles), Some(1));
    }

    #[test]
    fn a_stream_of_stories_that_was_created_anew_replaces_them() {
        let mut index = index();
        let anew = linked(1, "e", "e", None);
        index.add(&Entry { at: 99, ..anew.clone() });
        assert_eq!(index.stories(&StoryFilter::default(), None, 9).0.len(), 1);
        // The same message again changes nothing.
        index.add(&Entry { at: 99, ..anew });
        assert_eq!(index.story("e").map(|(group, _)| group.articles), Some(1));
    }
}
