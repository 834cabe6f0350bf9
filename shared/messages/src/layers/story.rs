//! The story layer, which the optional story-linker adds to a finished article.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::spans::PointsInto;
use crate::ArticleText;

/// The story that an article belongs to: articles that report the same event, in any language.
///
/// It is what was known when the article was linked. Later articles make the story larger, and a later article may
/// show that two stories are one: see [`Story::merged`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Story {
    /// The id of the story: that of its first article.
    pub id: String,
    /// When the first article of the story was finished (RFC 3339).
    pub first_seen: String,
    /// The number of articles of the story so far, with this one. A correction does not count again.
    pub size: u32,
    /// The number of publishers (`source`) of the story's articles, with this one, without those that have left the
    /// linker's window. Articles that name no publisher do not count; 0 if none does, or if the linker did not count
    /// them.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub sources: u32,
    /// The earlier article that this one has most text in common with, if it is a copy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copy_of: Option<CopyOf>,
    /// The id of the nearest story that the article does not belong to, if it is near.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub related: Option<String>,
    /// The ids of the stories that became part of this one with this article. Whoever keeps articles by story gives
    /// theirs the id of this one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub merged: Vec<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_zero(count: &u32) -> bool {
    *count == 0
}

/// An earlier article with text in common.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CopyOf {
    /// The id of the earlier article.
    pub id: String,
    /// The share of the shorter text that is also in the other, 0 to 1. From 0.3 on an article is a copy.
    pub share: f64,
}

impl PointsInto for Story {
    /// Returns true: a story has no spans.
    fn fits(&self, _text: &ArticleText<'_>) -> bool {
        true
    }
}
