//! What the page of an article shows.

use formats::Enriched;
use runtime::bus::Step;
use serde::{Deserialize, Serialize};

use crate::pages::query;

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
    /// The story that it belongs to, if it was linked.
    pub story: Option<Membership>,
    /// The rules of alerts that it matched.
    pub rules: Vec<String>,
    /// What the address chooses.
    pub choice: Choice,
}

/// The place of an article in a story.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Membership {
    /// The story's id.
    pub id: String,
    /// The number of its articles.
    pub articles: usize,
    /// The number of its publishers.
    pub sources: usize,
    /// The earlier article with the same text, and the percent in common.
    pub copy_of: Option<(String, u8)>,
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
            story: None,
            rules: Vec::new(),
            choice: Choice::default(),
        }
    }

    /// Reports whether the article has passed all stages, or never will.
    pub(super) fn is_settled(&self) -> bool {
        let last = self.timeline.iter().rev().find(|step| step.what != "replayed");
        self.event.summary.is_some() || last.is_none_or(|step| step.what == "dead")
    }

    pub(super) fn address(&self) -> String {
        query::article(&self.event.article.id)
    }
}
