//! The side column of an article: language, keywords, summary, names.

use maud::{Markup, html};
use messages::{Language, Summary};

use super::{
    entities,
    view::{Membership, View},
};
use crate::pages::{query, stories, words};

pub(super) fn aside(view: &View) -> Markup {
    let event = &view.event;
    html! {
        aside aria-label="What the stages found" {
            @if let Some(language) = &event.language { (self::language(language)) }
            @if let Some(story) = &view.story { (self::story(story)) }
            @if !view.rules.is_empty() { (alerts(view)) }
            @if let Some(summary) = &event.summary { (self::summary(summary)) }
            @match &event.entities {
                Some(entities) => (entities::section(view, entities)),
                None => p.empty { "The names come with the stage " em { "tag" } "." },
            }
        }
    }
}

fn story(story: &Membership) -> Markup {
    let articles = words::counted(story.articles as u64, "article");
    html! {
        section {
            h2 { "Story" }
            p {
                @if story.articles > 1 {
                    a href=(stories::address(&story.id)) { (articles) " report this event" }
                    @if story.sources > 1 { ", from " (story.sources) " publishers" }
                    "."
                } @else {
                    "No other article reports this event."
                }
            }
            @if let Some((original, percent)) = &story.copy_of {
                p { "A copy: " (percent) " % of the text is also in " a href=(query::article(original)) { bdi { (original) } } "." }
            }
        }
    }
}

fn alerts(view: &View) -> Markup {
    let id = view.event.article.id.as_str();
    html! {
        section {
            h2 { "Alerts" }
            ul.keywords {
                @for rule in &view.rules {
                    li { a href=(query::with("/alerts", [("rule", Some(&**rule)), ("article", Some(id))])) { bdi { (rule) } } }
                }
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
