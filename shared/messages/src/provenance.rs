//! Which stage, version and model made which layer, and what it left out.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{StageIdentity, StageName};

/// One stage's line in an event's `provenance`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Provenance {
    /// The stage, as `--through` names it: `detect`, `segment`, `tag` or `summarize`.
    pub stage: StageName,
    /// Version of the worker.
    pub version: String,
    /// Name and version of the rules or model that made the layer.
    pub model: String,
    /// Whether there is a layer to speak of.
    pub outcome: Outcome,
    /// Why not, for `skipped`: lower-case words joined by underscores.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What the stage does not do for this article, such as `no_abbreviations_for_language`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub limits: Vec<String>,
}

/// How a stage fared with an article that did not fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// The layer was made.
    Ok,
    /// The layer is empty, for the `reason` given beside.
    Skipped,
}

impl Provenance {
    /// The layer was made.
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

    /// The layer is empty, for a reason such as `unsupported_language`.
    pub fn skipped(by: &StageIdentity, reason: &str) -> Self {
        Self { outcome: Outcome::Skipped, reason: Some(reason.to_owned()), ..Self::ok(by) }
    }

    /// Adds what the stage does not do for this article.
    #[must_use]
    pub fn with_limits<'l>(mut self, limits: impl IntoIterator<Item = &'l str>) -> Self {
        self.limits.extend(limits.into_iter().map(str::to_owned));
        self
    }
}
