//! Spans: one a delivery, from its receipt to its settlement, in the trace that its headers name.
//!
//! With the feature `otlp` they are exported where the OpenTelemetry variables say (`OTEL_EXPORTER_OTLP_ENDPOINT`), and
//! what comes of a delivery names its span as the parent. Without the feature, or without an endpoint, trace headers
//! go on as they came.

#[cfg(not(feature = "otlp"))]
mod none;
#[cfg(feature = "otlp")]
mod otlp;

#[cfg(not(feature = "otlp"))]
pub(crate) use none::{Span, start};
#[cfg(feature = "otlp")]
pub(crate) use otlp::{Span, start};

use messages::headers::{Headers, TRACE_CONTEXT};

use crate::broker::Delivery;

/// The trace headers of a delivery, as they came.
fn trace_headers(delivery: &impl Delivery) -> Headers {
    TRACE_CONTEXT.into_iter().filter_map(|name| Some((name, delivery.header(name)?.to_owned()))).collect()
}
