//! No spans.

use std::io;

use messages::{StageIdentity, StageName, headers::Headers};

use super::trace_headers;
use crate::broker::Delivery;

/// No span.
pub(crate) struct Span(Headers);

impl Span {
    pub(crate) fn begin(_: StageName, delivery: &impl Delivery) -> Self {
        Self(trace_headers(delivery))
    }

    pub(crate) fn headers(&self) -> Headers {
        self.0.clone()
    }

    #[expect(clippy::unused_self, reason = "there is nothing to say")]
    pub(crate) fn end(self, _: &'static str) {}
}

/// Nothing to export.
pub(crate) struct Export;

impl Export {
    #[expect(clippy::unused_self, reason = "there is nothing to send")]
    pub(crate) fn finish(self) {}
}

#[expect(clippy::unnecessary_wraps, reason = "as with the feature")]
pub(crate) fn start(_: &'static str, _: &StageIdentity) -> io::Result<Export> {
    Ok(Export)
}
