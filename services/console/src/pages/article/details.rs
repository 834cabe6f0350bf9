//! What the publisher said about an article, and what each stage says about its own work.

use formats::Enriched;
use maud::{Markup, html};
use messages::{Outcome, Provenance};

use crate::pages::{query, words};

/// Returns byline, source, time, address and id in one line.
pub(super) fn byline(event: &Enriched) -> Markup {
    let article = &event.article;
    let url = article.url.as_deref();
    html! {
        p.details {
            @for text in [&article.byline, &article.source].into_iter().flatten() { bdi { (text) } " · " }
            @if let Some(published) = &article.published_at { (words::time(published)) " · " }
            @if let Some(url) = url {
                @match query::of_the_web(url) {
                    Some(link) => a href=(link) rel="noreferrer noopener" target="_blank" { bdi { (url) } },
                    None => bdi { (url) },
                }
                " · "
            }
            bdi.id { (article.id) }
        }
    }
}

/// Returns the table of stages, versions and models, with the limits in words.
pub(super) fn provenance(provenance: &[Provenance]) -> Markup {
    html! {
        @if !provenance.is_empty() {
            section.wide {
                h2 #provenance { "Provenance and limits" }
                div.scroll tabindex="0" role="region" aria-labelledby="provenance" {
                    table {
                        thead { tr { th { "Stage" } th { "Version" } th { "Model" } th { "Outcome and limits" } } }
                        tbody { @for by in provenance { (row(by)) } }
                    }
                }
            }
        }
    }
}

fn row(by: &Provenance) -> Markup {
    html! {
        tr {
            th scope="row" { (by.stage) }
            td { (by.version) }
            td { (by.model) }
            td {
                @if by.outcome == Outcome::Skipped {
                    p { span.badge.warn { "skipped" } @if let Some(reason) = &by.reason { " " (words::limit(reason)) } }
                } @else if by.limits.is_empty() {
                    "complete"
                }
                @if !by.limits.is_empty() {
                    ul { @for code in &by.limits { li { (words::limit(code)) } } }
                }
            }
        }
    }
}
