//! The pages of stories: the list of groups on a time line, and one story with its articles.

mod line;
mod list;
mod story;

use serde::{Deserialize, Serialize};

pub use list::page as list;
pub use story::page as story;

/// What the address of the list selects. An empty text selects all.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Filters {
    /// Words in the headline of one of the articles.
    pub q: String,
    /// A name in one of the articles.
    pub name: String,
    /// The language of one of the articles: `en`.
    pub language: String,
    /// The publisher of one of the articles.
    pub source: String,
    /// The least number of articles. Empty for two.
    pub articles: String,
    /// The least number of publishers.
    pub sources: String,
    /// The time since which an article joined it: RFC 3339, or the time that has passed since then: `2h`.
    pub since: String,
    /// The place in the list to start from. Only the console makes it.
    pub cursor: String,
}

impl Filters {
    fn members(&self) -> [(&'static str, Option<&str>); 7] {
        [
            ("q", Some(&*self.q)),
            ("name", Some(&*self.name)),
            ("language", Some(&*self.language)),
            ("source", Some(&*self.source)),
            ("articles", Some(&*self.articles)),
            ("sources", Some(&*self.sources)),
            ("since", Some(&*self.since)),
        ]
    }

    fn are_empty(&self) -> bool {
        self.members().iter().all(|(_, value)| value.is_none_or(str::is_empty))
    }
}

/// One page of the list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct List {
    /// What the address selects.
    pub filters: Filters,
    /// The stories, those with the newest articles first.
    pub rows: Vec<Row>,
    /// The number of stories that the console knows, also of those with one article.
    pub known: u64,
    /// The cursor of the next page.
    pub older: Option<String>,
    /// Whether the pipeline has no stream of stories.
    pub is_missing: bool,
    /// What is wrong with a filter, if it cannot be read.
    pub problem: Option<String>,
}

/// One story in the list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// The story's id.
    pub id: String,
    /// The headline of its first article that has one.
    pub headline: String,
    /// The language of that article.
    pub language: Option<String>,
    /// The publishers of its articles, each once.
    pub sources: Vec<String>,
    /// The languages of its articles, each once.
    pub languages: Vec<String>,
    /// Its articles in the order of time.
    pub moments: Vec<Moment>,
}

/// When an article joined a story.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Moment {
    /// The nanoseconds since 1970.
    pub at: i64,
    /// Whether it has the text of an earlier one.
    pub is_copy: bool,
}

/// One story.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Story {
    /// What the list shows of it.
    pub row: Row,
    /// When its first article was finished (RFC 3339). That one may no longer be stored.
    pub first_seen: String,
    /// Its articles in the order of time.
    pub articles: Vec<Article>,
    /// Whether copies are left out.
    pub without_copies: bool,
}

/// An article of a story.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Article {
    /// The article's id.
    pub id: String,
    /// The headline; empty if the console has none.
    pub headline: String,
    /// The tag of the language.
    pub language: Option<String>,
    /// The publisher.
    pub source: Option<String>,
    /// When it joined the story (RFC 3339).
    pub linked_at: String,
    /// The earlier article with the same text, and the percent in common.
    pub copy_of: Option<(String, u8)>,
}

/// Returns the path of a story: `/stories/a-1`.
pub(super) fn address(id: &str) -> String {
    format!("/stories/{}", super::query::part(id))
}
