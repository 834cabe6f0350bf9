//! The replacement for spans in builds without the feature `otlp`.

use std::io;

use messages::{StageIdentity, StageName, headers::Headers};

use super::headers::trace_headers;
use crate::broker::Delivery;

/// The trace headers of a delivery, which are passed on unchanged.
pub(crate) struct Span(Headers);

impl Span {
    pub(crate) fn begin(_: StageName, delivery: &impl Delivery) -> Self {
        Self(trace_headers(delivery))
    }

    pub(crate) fn headers(&self) -> Headers {
        self.0.clone()
    }

    #[expect(clippy::unused_self, reason = "the signature is that of the build with the feature")]
    pub(crate) fn end(self, _: &'static str) {}
}

/// The replacement for the export.
pub(crate) struct Export;

impl Export {
    #[expect(clippy::unused_self, reason = "the signature is that of the build with the feature")]
    pub(crate) fn finish(self) {}
}

#[expect(clippy::unnecessary_wraps, reason = "the signature is that of the build with the feature")]
pub(crate) fn start(_: &'static str, _: &StageIdentity) -> io::Result<Export> {
    Ok(Export)
}
