//! The export of spans by the OpenTelemetry protocol over HTTP.

use std::{collections::HashMap, io, sync::OnceLock};

use messages::{
    StageIdentity, StageName,
    headers::{Headers, TRACE_CONTEXT},
};
use opentelemetry::{
    Context, KeyValue,
    propagation::TextMapPropagator,
    trace::{Span as _, SpanBuilder, SpanKind, TraceContextExt, Tracer, TracerProvider},
};
use opentelemetry_otlp::{SpanExporter, WithExportConfig};
use opentelemetry_sdk::{
    Resource,
    propagation::TraceContextPropagator,
    trace::{SdkTracer, SdkTracerProvider},
};

use super::headers::trace_headers;
use crate::{
    broker::Delivery,
    settings::{Environment, ProcessEnvironment},
};

/// The variables for the collector's address, as OpenTelemetry names them. The exporter reads its other
/// variables itself.
const ENDPOINTS: [&str; 2] = ["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT"];

/// The tracer of this process. It is set when a collector's address is configured.
static TRACER: OnceLock<SdkTracer> = OnceLock::new();

/// The span of one delivery.
pub(crate) enum Span {
    /// No span, because nothing is exported. Holds the trace headers unchanged.
    Untraced(Headers),
    /// A span for export. Dropping it ends it.
    Recorded(Box<opentelemetry_sdk::trace::Span>),
}

impl Span {
    /// Starts the span of a delivery to `stage`.
    pub(crate) fn begin(stage: StageName, delivery: &impl Delivery) -> Self {
        Self::begin_by(TRACER.get(), stage, delivery)
    }

    fn begin_by(tracer: Option<&SdkTracer>, stage: StageName, delivery: &impl Delivery) -> Self {
        let carried = trace_headers(delivery);
        let Some(tracer) = tracer else { return Self::Untraced(carried) };
        let named = carried.into_iter().map(|(name, value)| (name.to_owned(), value));
        let parent = TraceContextPropagator::new()
            .extract_with_context(&Context::new(), &named.collect::<HashMap<_, _>>());
        let numbers =
            [("wiredesk.sequence", delivery.sequence()), ("wiredesk.deliveries", delivery.attempt())];
        let mut attributes = vec![
            KeyValue::new("messaging.system", "nats"),
            KeyValue::new("messaging.destination.name", delivery.subject().to_owned()),
        ];
        attributes.extend(
            numbers.map(|(name, number)| KeyValue::new(name, i64::try_from(number).unwrap_or(i64::MAX))),
        );
        let builder =
            SpanBuilder::from_name(stage.as_str()).with_kind(SpanKind::Consumer).with_attributes(attributes);
        Self::Recorded(Box::new(tracer.build_with_context(builder, &parent)))
    }

    /// Returns the trace headers for the next event.
    pub(crate) fn headers(&self) -> Headers {
        let span = match self {
            Self::Untraced(headers) => return headers.clone(),
            Self::Recorded(span) => span,
        };
        let mut named = HashMap::new();
        let context = Context::new().with_remote_span_context(span.span_context().clone());
        TraceContextPropagator::new().inject_context(&context, &mut named);
        let header = |name| named.remove(name).filter(|value| !value.is_empty()).map(|value| (name, value));
        TRACE_CONTEXT.into_iter().filter_map(header).collect()
    }

    /// Ends the span with the outcome of the delivery.
    pub(crate) fn end(self, outcome: &'static str) {
        if let Self::Recorded(mut span) = self {
            span.set_attribute(KeyValue::new("wiredesk.outcome", outcome));
            span.end();
        }
    }
}

/// The export of this process's spans.
pub(crate) struct Export(Option<SdkTracerProvider>);

impl Export {
    /// Sends the remaining spans.
    pub(crate) fn finish(self) {
        if let Some(Err(error)) = self.0.map(|provider| provider.shutdown()) {
            tracing::warn!(%error, "some spans were not exported");
        }
    }
}

/// Starts the export of spans under the name of a worker, if a collector's address is set.
///
/// # Errors
///
/// When the address is invalid.
pub(crate) fn start(worker: &'static str, identity: &StageIdentity) -> io::Result<Export> {
    if ENDPOINTS.iter().all(|name| ProcessEnvironment.variable(name).is_none()) {
        return Ok(Export(None));
    }
    let provider = provider(worker, identity, None)?;
    TRACER.get_or_init(|| provider.tracer("wiredesk"));
    Ok(Export(Some(provider)))
}

/// Creates a provider that sends spans from its own thread to `endpoint`, or to the address in the
/// environment.
fn provider(
    worker: &'static str,
    identity: &StageIdentity,
    endpoint: Option<&str>,
) -> io::Result<SdkTracerProvider> {
    let exporter = SpanExporter::builder().with_http();
    let exporter = match endpoint {
        Some(endpoint) => exporter.with_endpoint(endpoint),
        None => exporter,
    };
    let resource = Resource::builder()
        .with_service_name(worker)
        .with_attribute(KeyValue::new("service.version", identity.version))
        .build();
    let exporter = exporter.build().map_err(io::Error::other)?;
    Ok(SdkTracerProvider::builder().with_resource(resource).with_batch_exporter(exporter).build())
}

#[cfg(test)]
mod tests {
    use std::{
        io::{Read, Write},
        net::TcpListener,
    };

    use messages::subjects::Lane;

    use super::*;
    use crate::worker::memory::delivery;

    const TRACE: &str = "0af7651916cd43dd8448eb211c80319c";

    fn identity() -> StageIdentity {
        StageIdentity { stage: StageName::Detect, version: "1.0.0", model: "script-1".into() }
    }

    fn parent_of(span: &Span) -> String {
        span.headers().into_iter().find(|(name, _)| *name == "traceparent").unwrap().1
    }

    #[test]
    fn without_export_trace_headers_are_passed_on_unchanged() {
        let span = Span::begin_by(None, StageName::Detect, &delivery(Lane::Live, 7));
        assert_eq!(parent_of(&span), format!("00-{TRACE}-b7ad6b7169203331-01"));
    }

    /// Receives one request and answers it with 200.
    fn collect_one(listener: &TcpListener) -> Vec<u8> {
        let (mut stream, _) = listener.accept().unwrap();
        let mut read = Vec::new();
        let mut chunk = [0; 4_096];
        loop {
            let count = stream.read(&mut chunk).unwrap();
            read.extend_from_slice(&chunk[..count]);
            let Some(head) = read.windows(4).position(|four| four == b"\r\n\r\n") else { continue };
            let lines = String::from_utf8_lossy(&read[..head]).to_lowercase();
            let length = lines.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap();
            if read.len() >= head + 4 + length.trim().parse::<usize>().unwrap() {
                break;
            }
        }
        stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").unwrap();
        read
    }

    #[test]
    fn a_span_continues_its_trace_and_reaches_the_collector() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let endpoint = format!("http://{}/v1/traces", listener.local_addr().unwrap());
        let collected = std::thread::spawn(move || collect_one(&listener));
        let provider = provider("language-detector", &identity(), Some(&endpoint)).unwrap();
        let span =
            Span::begin_by(Some(&provider.tracer("wiredesk")), StageName::Detect, &delivery(Lane::Live, 7));
        let parent = parent_of(&span);
        assert!(
            parent.starts_with(&format!("00-{TRACE}-")) && !parent.contains("b7ad6b7169203331"),
            "{parent}"
        );
        span.end("published");
        provider.shutdown().unwrap();
        let request = collected.join().unwrap();
        let trace = u128::from_str_radix(TRACE, 16).unwrap().to_be_bytes();
        for part in [b"POST /v1/traces".as_slice(), b"language-detector", b"published", &trace] {
            assert!(request.windows(part.len()).any(|window| window == part), "{part:?}");
        }
    }
}
