//! The page as a whole.

use maud::{Markup, html};

use super::{
    aside, compare, details, text, timeline,
    view::{Choice, Part, View},
};
use crate::pages::{
    Frame, escape,
    layout::{Refresh, Tab, layout},
    query,
};

/// The milliseconds between two looks while the article is on its way.
const REFRESH_MS: u32 = 1_000;

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
pub(in crate::pages) fn of_text(view: &View) -> Markup {
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
            pre.json tabindex="0" dir="ltr" { "\n" (maud::PreEscaped(escape::made_visible(json))) }
        }
    }
}
