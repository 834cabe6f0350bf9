//! What all pages share: head, navigation, the state of the bus, and the place of the content.

use maud::{DOCTYPE, Markup, html};

use super::words;

/// What a page needs besides its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// The token that each form sends back as the field `csrf`.
    pub csrf: String,
    /// What the reader of the page may do.
    pub rights: Rights,
    /// Whether the pages show the present.
    pub bus: BusState,
}

/// What the reader of a page may do. Forms for the rest are left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rights {
    /// Publish articles.
    pub publish: bool,
    /// Replay and drop dead letters.
    pub operate: bool,
}

/// Whether the pages show the present.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BusState {
    /// The console follows the streams.
    Connected,
    /// The console still reads what the streams stored before it started.
    Reading {
        /// The number of messages read.
        done: u64,
        /// The number of messages to read.
        total: u64,
    },
    /// The console has no connection to NATS and shows what it knew before.
    Away {
        /// The time since when (RFC 3339).
        since: String,
        /// The reason, without credentials.
        why: String,
    },
}

/// The entries of the navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tab {
    Flow,
    Articles,
    Stories,
    Alerts,
    Dead,
    Try,
    /// A page outside the navigation.
    None,
}

const TABS: [(Tab, &str, &str); 6] = [
    (Tab::Flow, "/", "Flow"),
    (Tab::Articles, "/articles", "Articles"),
    (Tab::Stories, "/stories", "Stories"),
    (Tab::Alerts, "/alerts", "Alerts"),
    (Tab::Dead, "/dead", "Dead letters"),
    (Tab::Try, "/try", "Try it"),
];

/// How a page keeps itself current. The script `live.js` reads it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Refresh {
    /// The milliseconds between two looks. `None` if the page does not change by itself.
    pub(super) every_ms: Option<u32>,
    /// The address of server-sent events that each call for a look.
    pub(super) events: Option<String>,
}

/// Returns a whole page around `content`.
pub(super) fn layout(frame: &Frame, tab: Tab, title: &str, refresh: &Refresh, content: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            (head(title))
            body {
                a.skip href="#main" { "Skip to the content" }
                (header(tab))
                main #main tabindex="-1" {
                    (troubles())
                    div #live data-every=[refresh.every_ms] data-events=[refresh.events.as_deref()] {
                        (bus(&frame.bus))
                        (content)
                    }
                }
            }
        }
    }
}

/// Returns what the script `trouble.js` shows if it cannot keep the page current.
fn troubles() -> Markup {
    html! {
        p #away .banner.bad role="alert" hidden {
            "The console does not answer. This page shows what it last said, and keeps trying."
        }
        p #ended .banner.bad role="alert" hidden {
            "Your session has ended. This page shows what the console said before. "
            a href="/login" { "Sign in" } " to go on."
        }
        p #late .banner role="alert" hidden {
            "The console sends no news of articles. This page looks from time to time, and keeps trying."
        }
    }
}

pub(super) fn head(title: &str) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="referrer" content="no-referrer";
            title { (title) " · Wiredesk" }
            link rel="icon" href="/assets/icon.svg" type="image/svg+xml";
            link rel="stylesheet" href="/assets/console.css";
            // A plain script: it sets the colours before the first line is drawn.
            script src="/assets/theme.js" {}
            script type="module" src="/assets/console.js" {}
        }
    }
}

fn header(tab: Tab) -> Markup {
    html! {
        header.top {
            a.brand href="/" { "Wiredesk" }
            nav aria-label="Pages" {
                @for (of, address, name) in TABS {
                    a href=(address) aria-current=[(of == tab).then_some("page")] { (name) }
                }
            }
            button #theme .quiet type="button" hidden { "Theme: automatic" }
        }
    }
}

/// Says what stands between the page and the present. Says nothing if nothing does.
fn bus(state: &BusState) -> Markup {
    html! {
        @match state {
            BusState::Connected => {},
            BusState::Reading { done, total } => div.banner role="status" {
                p { "Reading the streams: " (words::count(*done)) " of " (words::count(*total)) " messages. What is missing here may follow." }
                progress aria-label="Messages read" value=(done) max=(total) {}
            },
            BusState::Away { since, why } => div.banner.bad role="alert" {
                p {
                    strong { "NATS is away" } " since " (words::time(since)) ": " (why) ". "
                    "The figures and lists below are from before. The console connects again by itself."
                }
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(bus: BusState) -> Frame {
        Frame { csrf: "token".into(), rights: Rights { publish: true, operate: true }, bus }
    }

    fn page(title: &str, bus: BusState) -> String {
        layout(&frame(bus), Tab::Dead, title, &Refresh::default(), &html! {}).into_string()
    }

    #[test]
    fn a_title_is_data() {
        assert!(!page("</title><script>x", BusState::Connected).contains("<script>x"));
    }

    #[test]
    fn the_current_page_is_marked_for_screen_readers() {
        let page = page("Dead letters", BusState::Connected);
        assert!(page.contains(r#"<a href="/dead" aria-current="page">"#));
        assert_eq!(page.matches("aria-current").count(), 1);
    }

    #[test]
    fn a_page_says_when_nats_is_away_and_when_streams_are_read() {
        let away = BusState::Away { since: "2026-11-24T08:00:00Z".into(), why: "connection refused".into() };
        assert!(page("Flow", away).contains("NATS is away"));
        let reading = page("Flow", BusState::Reading { done: 1_000, total: 5_000 });
        assert!(reading.contains(r#"<progress aria-label="Messages read" value="1000" max="5000">"#));
        assert!(!page("Flow", BusState::Connected).contains("banner bad\" role=\"alert\"><p>"));
    }
}
