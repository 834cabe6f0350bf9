//! Two revisions of an article side by side, with the words that differ.

use formats::Enriched;
use maud::{Markup, PreEscaped, html};

use super::view::View;
use crate::pages::{diff, query, words};

pub(super) fn section(view: &View) -> Markup {
    html! {
        section {
            h1 { "Revisions" }
            (list(view))
            @match &view.compared {
                None => p.empty { "This article has no other revision to compare with." },
                Some(other) => (side_by_side(other, &view.event)),
            }
        }
    }
}

/// Lists the revisions, each with a link that compares the shown one with it.
fn list(view: &View) -> Markup {
    let shown = view.event.article.revision.as_str();
    html! {
        ol.revisions {
            @for revision in &view.revisions {
                li {
                    code { (revision.revision) } " received " (words::time(&revision.received_at)) " "
                    @if revision.revision == shown {
                        span.badge { "shown" }
                    } @else {
                        a href=(query::with(&view.address(), [
                            ("revision", Some(shown)), ("part", Some("compare")), ("with", Some(revision.revision.as_str())),
                        ])) { "compare" }
                    }
                }
            }
        }
    }
}

fn side_by_side(other: &Enriched, shown: &Enriched) -> Markup {
    let (old_headline, new_headline) = diff::side_by_side(headline(other), headline(shown));
    let (old_body, new_body) = diff::side_by_side(&other.article.body, &shown.article.body);
    html! {
        div.sides {
            (side(other, "Compared with", &old_headline, &old_body))
            (side(shown, "Shown", &new_headline, &new_body))
        }
    }
}

fn side(event: &Enriched, name: &str, headline: &str, body: &str) -> Markup {
    html! {
        article lang=[super::text::language(event)] {
            p.details { (name) ": revision " code { (event.article.revision) } }
            @if !headline.is_empty() { h2 dir="auto" { (PreEscaped(headline)) } }
            div.plain dir="auto" { (PreEscaped(body)) }
        }
    }
}

fn headline(event: &Enriched) -> &str {
    event.article.headline.as_deref().unwrap_or_default()
}
