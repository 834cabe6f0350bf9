//! The trace headers of a delivery.

use messages::headers::{Headers, TRACE_CONTEXT};

use crate::broker::Delivery;

/// Returns the trace headers of a delivery unchanged.
pub(super) fn trace_headers(delivery: &impl Delivery) -> Headers {
    TRACE_CONTEXT.into_iter().filter_map(|name| Some((name, delivery.header(name)?.to_owned()))).collect()
}
