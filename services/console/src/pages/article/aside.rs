//! The side column of an article: language, keywords, summary, names.

use maud::{Markup, html};
use messages::{Language, Summary};

use super::{entities, view::View};
use crate::pages::words;

pub(super) fn aside(view: &View) -> Markup {
    let event = &view.event;
    html! {
        aside aria-label="What the stages found" {
            @if let Some(language) = &event.language { (self::language(language)) }
            @if let Some(summary) = &event.summary { (self::summary(summary)) }
            @match &event.entities {
                Some(entities) => (entities::section(view, entities)),
                None => p.empty { "The names come with the stage " em { "tag" } "." },
            }
        }
    }
}

fn language(language: &Language) -> Markup {
    let doubt = if language.reliable { "" } else { ", doubtful" };
    html! {
        section {
            h2 { "Language" }
            p {
                strong { (words::language(&language.tag)) } " (" (language.tag) "), script " (language.script) ", "
                (words::percent(language.confidence)) (doubt)
            }
            @if !language.paragraphs.is_empty() {
                ul.amounts {
                    @for span in &language.paragraphs {
                        li {
                            (words::language(&span.tag)) " "
                            span.small { (span.start) "–" (span.end) ", " (words::percent(span.confidence)) }
                        }
                    }
                }
            }
        }
    }
}

fn summary(summary: &Summary) -> Markup {
    html! {
        @if !summary.keywords.is_empty() {
            section {
                h2 { "Keywords" }
                ul.keywords { @for keyword in &summary.keywords { li { bdi { (keyword.text) } } } }
            }
        }
        @if let Some(headline) = &summary.suggested_headline {
            section { h2 { "Suggested headline" } p dir="auto" { (headline.text) } }
        }
        section {
            h2 { "Summary" }
            @if summary.text.is_empty() {
                p.empty { "None." }
            } @else {
                p.summary dir="auto" { (summary.text) }
                p.small { "Its sentences are marked in the text." }
            }
        }
        @if let Some(written) = &summary.written {
            section {
                h2 { "Abstract" }
                p dir="auto" { (written.text) }
                p.small { "Written by the language model " (written.model) "." }
                @for claim in &written.unsupported_claims {
                    p.banner { "Not in the article: " bdi { (claim) } }
                }
            }
        }
    }
}
