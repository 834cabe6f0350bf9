//! One dead letter: why it is here, its payload, and the form that repairs it.

use maud::{Markup, html};
use runtime::bus::{DeadLetter, PayloadPlace};

use super::{Letter, payload};
use crate::pages::{
    Frame, article,
    layout::{Refresh, Tab, layout},
    query, try_it, words,
};

/// Returns the page.
pub fn page(frame: &Frame, view: &Letter) -> Markup {
    let letter = &view.letter;
    let title = format!("Dead letter {}", letter.sequence);
    let payload = view.payload.as_deref().map(String::from_utf8_lossy);
    let content = html! {
        p.small { a href="/dead" { "All dead letters" } }
        h1 { (title) }
        p.headline.bad { (words::reason(&letter.reason)) }
        p { bdi { (letter.error) } }
        (facts(letter))
        @match &payload {
            None => p.banner.bad { "The payload is no longer stored: it was too large for the letter, and its stream has removed it. Publish the article again." },
            Some(text) => {
                h2 { "Payload" }
                (payload::marked(text, &letter.error))
                @if frame.rights.operate { (repair(frame, view, text)) }
            },
        }
        section #trial aria-label="What the stage makes of it" { (trial(view)) }
        (headers(view))
    };
    layout(frame, Tab::Dead, &title, &Refresh::default(), &content)
}

fn facts(letter: &DeadLetter) -> Markup {
    html! {
        dl.facts {
            @if let Some(id) = &letter.article {
                div { dt { "article" } dd { a href=(query::article(id)) { bdi { (id) } } } }
            }
            div { dt { "stage" } dd { (letter.stage) " " span.small { (letter.version) } } }
            div { dt { "set aside" } dd { (words::time(&letter.set_aside_at)) } }
            div { dt { "deliveries" } dd { (letter.deliveries) } }
            div { dt { "from" } dd { code { (letter.subject) } " number " (letter.original_sequence) } }
            div { dt { "stored" } dd { (words::time(&letter.stored_at)) } }
            @if let Some(replay) = letter.replayed {
                div { dt { "replayed" } dd { span.badge.good { "as r" (replay) } } }
            }
            @if letter.payload_place == PayloadPlace::InStream {
                div { dt { "payload" } dd { "in its stream, for as long as that keeps it" } }
            }
        }
    }
}

/// Returns the form with the editor. "Try here" is first, so that Enter does not replay.
fn repair(frame: &Frame, view: &Letter, payload: &str) -> Markup {
    let is_text = view.payload.as_deref().is_some_and(|payload| std::str::from_utf8(payload).is_ok());
    html! {
        form.repair method="post" action={ "/dead/" (view.letter.sequence) } {
            h2 { "Repair" }
            input type="hidden" name="csrf" value=(frame.csrf);
            @if !is_text {
                p.banner { "Some bytes are not UTF-8. The editor shows them as �, and an edited replay sends them as �." }
            }
            label {
                "Payload to try and to replay"
                // The first line feed after the tag is not part of the text.
                textarea #payload name="payload" rows="12" spellcheck="false" dir="ltr" {
                    "\n" (view.draft.as_deref().unwrap_or(payload))
                }
            }
            p.buttons {
                button #try-here type="submit" name="action" value="try" { "Try here" }
                button #replay-edited type="submit" name="action" value="replay_edited" { "Replay the edited payload" }
                button.quiet type="submit" name="action" value="replay" { "Replay unchanged" }
                button.quiet type="submit" name="action" value="drop" { "Drop" }
            }
            p.small { "Trying runs the stage in the console and stores nothing. Dropping cannot be undone." }
        }
    }
}

fn trial(view: &Letter) -> Markup {
    html! {
        @match &view.trial {
            None => {},
            Some(Ok(result)) => {
                h2 { "What would come" }
                p.banner.good role="status" { "The stage accepts the payload." }
                (article::of_text(result))
            },
            Some(Err(failure)) => {
                h2 { "What would come" }
                (try_it::failure(failure))
            },
        }
    }
}

fn headers(view: &Letter) -> Markup {
    html! {
        details {
            summary { "Headers" }
            dl.facts {
                @for (name, value) in &view.headers { div { dt { (name) } dd { bdi { (value) } } } }
            }
            @if !view.letter.unreadable_headers.is_empty() {
                p { "Headers of the payload, which cannot be read:" }
                pre dir="ltr" { "\n" @for line in &view.letter.unreadable_headers { (line) "\n" } }
            }
        }
    }
}
