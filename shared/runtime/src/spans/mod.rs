//! OpenTelemetry spans: one per delivery, from its receipt to its settlement, in the trace that its headers
//! name.
//!
//! With the feature `otlp`, spans are exported to the address in the OpenTelemetry variables
//! (`OTEL_EXPORTER_OTLP_ENDPOINT`), and the next event names the delivery's span as its parent. Without the
//! feature, or without an address, trace headers are passed on unchanged.

mod headers;
#[cfg(not(feature = "otlp"))]
mod none;
#[cfg(feature = "otlp")]
mod otlp;

#[cfg(not(feature = "otlp"))]
pub(crate) use none::{Span, start};
#[cfg(feature = "otlp")]
pub(crate) use otlp::{Span, start};
