//! The fields of an article that spans point into.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The field of the article that a span points into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Field {
    /// The `headline` member.
    Headline,
    /// The `body` member. A span without a `field` member points into it.
    #[default]
    Body,
}

impl Field {
    /// Reports whether this is the body, which the JSON leaves out because most spans point into it.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's `skip_serializing_if` passes a reference")]
    pub(crate) fn is_body(&self) -> bool {
        *self == Self::Body
    }
}
