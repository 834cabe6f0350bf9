//! The page of one article: its text with all layers, its names, its way through the stages, its revisions.

mod aside;
mod compare;
mod details;
mod entities;
mod text;
mod timeline;

use formats::Enriched;
use maud::{Markup, html};
use runtime::bus::Step;
use serde::{Deserialize, Serialize};

use super::{
    Frame,
    layout::{Refresh, Tab, layout},
    query,
};

/// The milliseconds between two looks while the article is on its way.
const REFRESH_MS: u32 = 1_000;

/// What the address of an article's page chooses.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choice {
    /// The revision. `None` for the latest.
    pub revision: Option<String>,
    /// The part of the page: `text`, `compare` or `json`.
    pub part: Part,
    /// The entity whose mentions light up, as its index in the layer.
    pub entity: Option<usize>,
    /// The revision to compare with. `None` for the one before.
    pub with: Option<String>,
}

/// A part of an article's page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// The text, the names and the timeline.
    #[default]
    Text,
    /// Two revisions side by side.
    Compare,
    /// The stored JSON.
    Json,
}

/// One article.
#[derive(Debug, Clone)]
pub struct View {
    /// The article with the layers that it has so far.
    pub event: Enriched,
    /// The stored JSON.
    pub json: String,
    /// Its history in chronological order. Empty if it was never on a bus.
    pub timeline: Vec<Step>,
    /// Its revisions, the newest first.
    pub revisions: Vec<Revision>,
    /// The other revision, if the page compares two.
    pub compared: Option<Enriched>,
    /// What the address chooses.
    pub choice: Choice,
}

/// One revision of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// The hash of the content.
    pub revision: String,
    /// The time at which it was received (RFC 3339).
    pub received_at: String,
}

impl View {
    /// Returns the view of an article that is not on a bus.
    pub fn of_text(event: Enriched, json: String) -> Self {
        Self {
            event,
            json,
            timeline: Vec::new(),
            revisions: Vec::new(),
            compared: None,
            choice: Choice::default(),
        }
    }

    /// Reports whether the article has passed all stages, or never will.
    fn is_settled(&self) -> bool {
        let last = self.timeline.iter().rev().find(|step| step.what != "replayed");
        self.event.summary.is_some() || last.is_none_or(|step| step.what == "dead")
    }

    fn address(&self) -> String {
        query::article(&self.event.article.id)
    }
}

/// Returns the page.
pub fn page(frame: &Frame, view: &View) -> Markup {
    let title = text::title(&view.event);
    let content = html! {
        (parts(view))
        @match view.choice.part {
            Part::Text => (of_text(view)),
            Part::Compare => (compare::section(view)),
            Part::Json => (json(view)),
        }
    };
    let refresh = Refresh { every_ms: (!view.is_settled()).then_some(REFRESH_MS), events: None };
    layout(frame, Tab::Articles, &title, &refresh, &content)
}

/// Returns the article with everything about it, without the frame of a page.
pub(super) fn of_text(view: &View) -> Markup {
    html! {
        div.article {
            article.story lang=[text::language(&view.event)] {
                (text::headline(view))
                (details::byline(&view.event))
                (timeline::strip(view))
                (text::body(view))
                (text::warning(&view.event))
            }
            (aside::aside(view))
        }
        (timeline::section(&view.timeline))
        (details::provenance(&view.event.provenance))
    }
}

/// Links the parts of the page. The choice of a revision stays.
fn parts(view: &View) -> Markup {
    let Choice { revision, part: chosen, .. } = &view.choice;
    let parts = [
        (Part::Text, "Article", None),
        (Part::Compare, "Revisions", Some("compare")),
        (Part::Json, "JSON", Some("json")),
    ];
    html! {
        nav.parts aria-label="Parts of the article" {
            @for (part, name, value) in parts {
                a href=(query::with(&view.address(), [("revision", revision.as_deref()), ("part", value)]))
                    aria-current=[(part == *chosen).then_some("page")] {
                    (name)
                    @if part == Part::Compare && view.revisions.len() > 1 { " (" (view.revisions.len()) ")" }
                }
            }
        }
    }
}

/// Shows the stored JSON, indented.
fn json(view: &View) -> Markup {
    let value: Option<serde_json::Value> = serde_json::from_str(&view.json).ok();
    let indented = value.and_then(|value| serde_json::to_string_pretty(&value).ok());
    let json = indented.as_deref().unwrap_or(&view.json);
    html! {
        section {
            h1 { "JSON" }
            p { "Indented for reading. " a href={ "/api" (view.address()) } { "The bytes as they are stored" } }
            pre.json tabindex="0" dir="ltr" { "\n" (maud::PreEscaped(super::escape::made_visible(json))) }
        }
    }
}
