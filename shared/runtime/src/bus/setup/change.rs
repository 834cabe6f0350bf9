//! What setup did, or would do.

use serde::Serialize;

use super::differences::Difference;

/// What setup did, or would do, with one stream or consumer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase", tag = "action")]
pub enum Change {
    /// It exists as wanted.
    Unchanged {
        /// `stream` or `consumer` with its name.
        what: String,
    },
    /// It was missing.
    Created {
        /// `stream` or `consumer` with its name.
        what: String,
        /// For a consumer whose stream holds events: what was found, and where it starts.
        #[serde(skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// It existed and differed from what is wanted.
    Updated {
        /// `stream` or `consumer` with its name.
        what: String,
        /// The differences, from old to new.
        differences: Vec<Difference>,
    },
}

impl Change {
    /// Returns the differences that only `--force` changes.
    pub fn guarded(&self) -> impl Iterator<Item = &Difference> {
        let all: &[Difference] = match self {
            Self::Updated { differences, .. } => differences,
            Self::Unchanged { .. } | Self::Created { .. } => &[],
        };
        all.iter().filter(|difference| difference.needs_force)
    }
}
