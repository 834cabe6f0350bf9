//! The record of which stage, version and model made which layer, and what they left out.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Limit, StageIdentity, StageName};

/// One stage's record in an event's `provenance`.
///
/// Codes are strings here, so that a code of a later version can be read. [`Limit::from_code`] explains those
/// of this version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Provenance {
    /// The stage: `detect`, `segment`, `tag` or `summarize`; `link` for the story-linker.
    pub stage: StageName,
    /// The version of the worker.
    pub version: String,
    /// The name and version of the rules or model that made the layer.
    pub model: String,
    /// Whether the stage made the layer.
    pub outcome: Outcome,
    /// The code of the limit that made the stage skip the article. Present only when the outcome is
    /// `skipped`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<Limit>")]
    pub reason: Option<String>,
    /// The codes of what the stage did not do for this article, such as `no_abbreviations_for_language`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<Limit>")]
    pub limits: Vec<String>,
}

/// The outcome of a stage for an article that did not fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// The stage made the layer.
    Ok,
    /// The layer is empty, for the given `reason`.
    Skipped,
}

impl Provenance {
    /// Records that the stage made its layer.
    pub fn ok(by: &StageIdentity) -> Self {
        Self {
            stage: by.stage,
            version: by.version.to_owned(),
            model: by.model.clone(),
            outcome: Outcome::Ok,
            reason: None,
            limits: Vec::new(),
        }
    }

    /// Records that the stage left its layer empty because of `reason`.
    pub fn skipped(by: &StageIdentity, reason: Limit) -> Self {
        Self { outcome: Outcome::Skipped, reason: Some(reason.code().to_owned()), ..Self::ok(by) }
    }

    /// Adds what the stage did not do for this article.
    #[must_use]
    pub fn with_limits(mut self, limits: impl IntoIterator<Item = Limit>) -> Self {
        self.limits.extend(limits.into_iter().map(|limit| limit.code().to_owned()));
        self
    }
}
