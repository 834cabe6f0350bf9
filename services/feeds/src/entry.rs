//! What a list says about one feed.

use serde::Deserialize;

/// One feed as it is written in the list, not checked yet.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entry {
    pub(crate) url: String,
    pub(crate) name: Option<String>,
    pub(crate) source: Option<String>,
    pub(crate) lane: Option<String>,
    pub(crate) every: Option<String>,
    pub(crate) pages: Option<bool>,
}
