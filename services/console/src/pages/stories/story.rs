//! One story: its time line, and its articles in the order of time.

use maud::{Markup, html};

use super::{
    Article, Story, address,
    line::{Range, line},
    list::{copies, label, languages, sources},
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

/// Returns the page.
pub fn page(frame: &Frame, story: &Story) -> Markup {
    let row = &story.row;
    let title = if row.headline.trim().is_empty() { row.id.as_str() } else { row.headline.as_str() };
    let content = html! {
        h1 dir="auto" lang=[row.language.as_deref()] { (title) }
        p.details {
            "story " span.id { (row.id) } " · first seen " (words::time(&story.first_seen)) " · "
            (words::counted(row.moments.len() as u64, "article")) (copies(row)) " · " (sources(row)) " · " (languages(row))
        }
        (time_line(story))
        (choice(story))
        ol.rows { @for article in &story.articles { (self::article(article)) } }
    };
    layout(frame, Tab::Stories, title, &Refresh { every_ms: Some(REFRESH_MS), events: None }, &content)
}

fn time_line(story: &Story) -> Markup {
    html! {
        @if let Some(range) = Range::of(story.row.moments.iter()) {
            p.axis { span { (words::time(&rfc3339(range.from))) } span { (words::time(&rfc3339(range.to))) } }
            (line(range, &story.row.moments, &label(&story.row)))
        }
    }
}

/// Links the list with and without copies, and the export.
fn choice(story: &Story) -> Markup {
    let address = address(&story.row.id);
    html! {
        p.buttons {
            @if story.without_copies {
                a.button.quiet href=(address) { "Show copies" }
            } @else {
                a.button.quiet href=(query::with(&address, [("copies", Some("no"))])) { "Leave out copies" }
            }
            a.button.quiet href={ "/api" (address) "/articles" } download { "Export as JSON Lines" }
        }
    }
}

fn article(article: &Article) -> Markup {
    let headline =
        if article.headline.trim().is_empty() { article.id.as_str() } else { article.headline.as_str() };
    html! {
        li.row {
            a.headline href=(query::article(&article.id)) dir="auto" lang=[article.language.as_deref()] { (headline) }
            p.details {
                (words::time(&article.linked_at))
                @if let Some(source) = &article.source { " · " bdi { (source) } }
                @if let Some(tag) = &article.language { " · " (words::language(tag)) }
                @if let Some((original, percent)) = &article.copy_of {
                    " · " span.badge { "copy" } " " (percent) " % of the text is in "
                    a href=(query::article(original)) { bdi { (original) } }
                }
            }
        }
    }
}
