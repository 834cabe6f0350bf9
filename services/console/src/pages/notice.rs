//! A page that says one thing: what was not found, what is not allowed, what went wrong.

use maud::{Markup, html};

use super::{
    Frame,
    layout::{Refresh, Tab, layout},
};

/// Returns a page with a title, an explanation, and the way back.
pub fn page(frame: &Frame, title: &str, explanation: &str) -> Markup {
    let content = html! {
        section.notice {
            h1 { (title) }
            p { (explanation) }
            p { a href="/articles" { "Go to the articles" } }
        }
    };
    layout(frame, Tab::None, title, &Refresh::default(), &content)
}
