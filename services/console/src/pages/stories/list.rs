//! The list of stories on one time line, those with the newest articles first.

use maud::{Markup, html};

use super::{
    Filters, List, Row, address,
    line::{Range, line},
};
use crate::{
    index::rfc3339,
    pages::{
        Frame,
        layout::{Refresh, Tab, layout},
        query, words,
    },
};

/// The milliseconds between two looks.
const REFRESH_MS: u32 = 5_000;
/// How many publishers a row names.
const SOURCES: usize = 6;

/// Returns the page.
pub fn page(frame: &Frame, list: &List) -> Markup {
    let is_first = list.filters.cursor.is_empty();
    let content = html! {
        h1 { "Stories" }
        @if list.is_missing {
            (missing())
        } @else {
            (filters(&list.filters))
            @if let Some(problem) = &list.problem { p.banner.bad role="alert" { (problem) } }
            p.small role="status" { (counts(list)) }
            @if list.rows.is_empty() { (nothing(list)) } @else { (rows(list)) }
            (turn(list))
        }
    };
    let refresh = Refresh { every_ms: is_first.then_some(REFRESH_MS), events: None };
    layout(frame, Tab::Stories, "Stories", &refresh, &content)
}

fn missing() -> Markup {
    html! {
        p.empty {
            "This pipeline has no stories. Run " code { "wiredesk setup --stories" } " once, and "
            code { "wiredesk story-linker" } " beside the workers. It groups the articles that report the same event."
        }
    }
}

fn counts(list: &List) -> String {
    let known = format!("{} {}", words::count(list.known), if list.known == 1 { "story" } else { "stories" });
    if list.filters.are_empty() {
        format!("Those of {known} that have at least two articles, newest first")
    } else {
        format!("Those of {known} that match, newest first")
    }
}

fn nothing(list: &List) -> Markup {
    html! {
        @if list.known == 0 {
            p.empty { "No stories yet. They come from " code { "wiredesk story-linker" } ", which must run beside the workers." }
        } @else if list.filters.are_empty() {
            p.empty { "No two articles report the same event. " a href="/stories?articles=1" { "Show single articles" } }
        } @else {
            p.empty { "No story matches. " a href="/stories" { "Show all" } }
        }
    }
}

fn rows(list: &List) -> Markup {
    let range = Range::of(list.rows.iter().flat_map(|row| &row.moments));
    let range = range.unwrap_or(Range { from: 0, to: 0 });
    html! {
        p.axis { span { (words::time(&rfc3339(range.from))) } span { (words::time(&rfc3339(range.to))) } }
        ul.rows.groups { @for row in &list.rows { (self::row(row, range)) } }
    }
}

fn row(row: &Row, range: Range) -> Markup {
    let headline = if row.headline.trim().is_empty() { row.id.as_str() } else { row.headline.as_str() };
    html! {
        li.row.group {
            div {
                a.headline href=(address(&row.id)) dir="auto" lang=[row.language.as_deref()] { (headline) }
                p.details { (words::counted(row.moments.len() as u64, "article")) (copies(row)) " · " (sources(row)) " · " (languages(row)) }
            }
            (line(range, &row.moments, &label(row)))
        }
    }
}

pub(super) fn copies(row: &Row) -> String {
    match row.moments.iter().filter(|moment| moment.is_copy).count() {
        0 => String::new(),
        1 => ", 1 of them a copy".to_owned(),
        copies => format!(", {} of them copies", words::count(copies as u64)),
    }
}

/// Names the publishers.
pub(super) fn sources(row: &Row) -> Markup {
    html! {
        @if row.sources.is_empty() {
            "no publisher named"
        } @else {
            @for (number, source) in row.sources.iter().take(SOURCES).enumerate() {
                @if number > 0 { ", " }
                bdi { (source) }
            }
            @if row.sources.len() > SOURCES { " and " (row.sources.len() - SOURCES) " more" }
        }
    }
}

/// Names the languages.
pub(super) fn languages(row: &Row) -> String {
    let names: Vec<String> = row.languages.iter().map(|tag| words::language(tag)).collect();
    names.join(", ")
}

/// Says in words what the time line shows.
pub(super) fn label(row: &Row) -> String {
    let at = |moment: Option<&super::Moment>| {
        moment.map(|moment| words::moment(&rfc3339(moment.at))).unwrap_or_default()
    };
    let (first, last) = (at(row.moments.first()), at(row.moments.last()));
    format!("{} from {first} to {last}{}", words::counted(row.moments.len() as u64, "article"), copies(row))
}

fn filters(filters: &Filters) -> Markup {
    let texts = [
        ("q", "Words", &filters.q, "election"),
        ("name", "Name", &filters.name, "Oslo"),
        ("language", "Language", &filters.language, "en"),
        ("source", "Source", &filters.source, ""),
        ("articles", "Articles, at least", &filters.articles, "2"),
        ("sources", "Sources, at least", &filters.sources, "1"),
        ("since", "Since", &filters.since, "2h"),
    ];
    html! {
        form.filters #filters method="get" action="/stories" role="search" {
            @for (name, label, value, example) in texts {
                label { (label) input #{ "filter-" (name) } .(name) type="text" name=(name) value=(value) placeholder=(example) dir="auto" autocomplete="off"; }
            }
            button type="submit" { "Filter" }
            @if !filters.are_empty() { a.button.quiet href="/stories" { "Show all" } }
        }
    }
}

/// Links the pages with newer and older stories.
fn turn(list: &List) -> Markup {
    let first = query::with("/stories", list.filters.members());
    let older = list.older.as_deref().map(|cursor| query::with(&first, [("cursor", Some(cursor))]));
    html! {
        nav.turn aria-label="Older and newer stories" {
            @if !list.filters.cursor.is_empty() { a href=(first) { "Newest" } }
            @if let Some(older) = older { a href=(older) { "Older" } }
        }
    }
}
