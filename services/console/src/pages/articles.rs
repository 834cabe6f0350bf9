//! The list of articles, newest first, with filters. It grows while it is open.

use maud::{Markup, html};
use messages::EntityType;
use serde::{Deserialize, Serialize};

use super::{
    Frame,
    layout::{Refresh, Tab, layout},
    query,
    words::{self, TYPES},
};

/// What the address of the list selects. An empty text selects all.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Filters {
    /// Words in the headline.
    pub q: String,
    /// A name in the article.
    pub name: String,
    /// The type of that name, or of any name: `PER`.
    #[serde(rename = "type")]
    pub entity_type: String,
    /// The tag of the language: `en`.
    pub language: String,
    /// The publisher.
    pub source: String,
    /// The time from which on it was received: RFC 3339, or the time that has passed since then: `2h`.
    pub since: String,
    /// The time until which it was received.
    pub until: String,
    /// `no` leaves out articles that have the text of an earlier one.
    pub copies: String,
    /// The place in the list to start from. Only the console makes it.
    pub cursor: String,
}

/// One page of the list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct List {
    /// What the address selects.
    pub filters: Filters,
    /// The articles, newest first.
    pub rows: Vec<Row>,
    /// The number of articles that match. `None` if counting would take too long.
    pub matching: Option<u64>,
    /// The number of articles that the console knows.
    pub known: u64,
    /// The cursor of the next page, which has older articles.
    pub older: Option<String>,
    /// What is wrong with a filter, if it cannot be read.
    pub problem: Option<String>,
}

/// One article in the list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// The article's id.
    pub id: String,
    /// The headline, or the beginning of the text.
    pub headline: String,
    /// The tag of the language, after detection.
    pub language: Option<String>,
    /// The publisher.
    pub source: Option<String>,
    /// The time at which it was received (RFC 3339).
    pub received_at: String,
    /// The last event that was made of it: `tagged`.
    pub event: String,
    /// The code of the reason, if it is a dead letter.
    pub dead: Option<String>,
    /// The most salient names.
    pub names: Vec<(EntityType, String)>,
    /// The number of revisions that the console knows.
    pub revisions: usize,
}

impl Filters {
    fn members(&self) -> [(&'static str, Option<&str>); 8] {
        [
            ("q", Some(&*self.q)),
            ("name", Some(&*self.name)),
            ("type", Some(&*self.entity_type)),
            ("language", Some(&*self.language)),
            ("source", Some(&*self.source)),
            ("since", Some(&*self.since)),
            ("until", Some(&*self.until)),
            ("copies", Some(&*self.copies)),
        ]
    }

    /// Returns the address of the events that may change the list. They do not tell whether an article is a copy.
    fn events(&self) -> String {
        query::with("/api/events", self.members().into_iter().filter(|(name, _)| *name != "copies"))
    }

    fn are_empty(&self) -> bool {
        self.members().iter().all(|(_, value)| value.is_none_or(str::is_empty))
    }
}

/// Returns the page.
pub fn page(frame: &Frame, list: &List) -> Markup {
    let is_first = list.filters.cursor.is_empty();
    let events = is_first.then(|| list.filters.events());
    let content = html! {
        div.title {
            h1 { "Articles" }
            @if frame.rights.publish { a.button href="/try" { "Write one" } }
        }
        (filters(&list.filters))
        @if let Some(problem) = &list.problem { p.banner.bad role="alert" { (problem) } }
        p.small role="status" { (counts(list)) }
        @if list.rows.is_empty() {
            (nothing(list))
        } @else {
            ul.rows { @for row in &list.rows { (self::row(row, &list.filters)) } }
        }
        (turn(list))
    };
    layout(frame, Tab::Articles, "Articles", &Refresh { every_ms: None, events }, &content)
}

fn counts(list: &List) -> String {
    let known = words::counted(list.known, "article");
    match list.matching {
        _ if list.filters.are_empty() => format!("{known}, newest first"),
        Some(matching) => format!("{} of {known}, newest first", words::count(matching)),
        None => format!("The newest of those among {known} that match"),
    }
}

fn nothing(list: &List) -> Markup {
    html! {
        @if list.filters.are_empty() {
            p.empty { "No articles yet. Publish one with " code { "wiredesk publish" } ", or " a href="/try" { "write one" } "." }
        } @else {
            p.empty { "No article matches. " a href="/articles" { "Show all" } }
        }
    }
}

/// Links the pages with newer and older articles.
fn turn(list: &List) -> Markup {
    let older = list.older.as_deref().map(|cursor| {
        query::with(&query::with("/articles", list.filters.members()), [("cursor", Some(cursor))])
    });
    html! {
        nav.turn aria-label="Older and newer articles" {
            @if !list.filters.cursor.is_empty() {
                a href=(query::with("/articles", list.filters.members())) { "Newest" }
            }
            @if let Some(older) = older { a href=(older) { "Older" } }
        }
    }
}

fn filters(filters: &Filters) -> Markup {
    let texts = [
        ("q", "Words", &filters.q, "election"),
        ("name", "Name", &filters.name, "Oslo"),
        ("language", "Language", &filters.language, "en"),
        ("source", "Source", &filters.source, ""),
        ("since", "Since", &filters.since, "2h"),
        ("until", "Until", &filters.until, ""),
    ];
    html! {
        form.filters #filters method="get" action="/articles" role="search" {
            @for (name, label, value, example) in texts {
                label { (label) input #{ "filter-" (name) } .(name) type="text" name=(name) value=(value) placeholder=(example) dir="auto" autocomplete="off"; }
                @if name == "name" { (types(&filters.entity_type)) }
            }
            (copies(&filters.copies))
            button type="submit" { "Filter" }
            @if !filters.are_empty() { a.button.quiet href="/articles" { "Show all" } }
        }
    }
}

fn copies(chosen: &str) -> Markup {
    html! {
        label {
            "Copies"
            select #filter-copies name="copies" {
                option value="" selected[chosen != "no"] { "shown" }
                option value="no" selected[chosen == "no"] { "left out" }
            }
        }
    }
}

fn types(chosen: &str) -> Markup {
    html! {
        label {
            "Type"
            select #filter-type name="type" {
                option value="" selected[chosen.is_empty()] { "any" }
                @for (entity_type, heading) in TYPES.into_iter().filter(|(entity_type, _)| entity_type.is_name()) {
                    option value=(entity_type.as_str()) selected[chosen == entity_type.as_str()] { (heading) }
                }
            }
        }
    }
}

fn row(row: &Row, filters: &Filters) -> Markup {
    // Articles that nobody could read, or whose headline is in their text, have none of their own.
    let titles = [row.headline.as_str(), row.id.as_str()];
    let headline = titles.into_iter().find(|title| !title.trim().is_empty()).unwrap_or("(no headline)");
    html! {
        li.row {
            a.headline href=(query::article(&row.id)) dir="auto" lang=[row.language.as_deref()] { (headline) }
            p.details {
                (words::time(&row.received_at))
                @if let Some(source) = &row.source { " · " bdi { (source) } }
                @if let Some(tag) = &row.language { " · " (words::language(tag)) }
                @if row.revisions > 1 { " · " (row.revisions) " revisions" }
                " "
                @match &row.dead {
                    Some(reason) => span.badge.bad title=(words::reason(reason)) { "dead letter" },
                    None if row.event == "summarized" => {},
                    None => span.badge { (row.event) },
                }
            }
            @if !row.names.is_empty() {
                ul.names {
                    @for (entity_type, name) in &row.names {
                        li { a.mention.(words::type_class(*entity_type)) href=(by_name(filters, name)) { bdi { (name) } } }
                    }
                }
            }
        }
    }
}

/// Returns the list of the articles that match the filters and have the name.
fn by_name(filters: &Filters, name: &str) -> String {
    let members =
        filters.members().map(|(member, value)| (member, if member == "name" { Some(name) } else { value }));
    query::with("/articles", members)
}
