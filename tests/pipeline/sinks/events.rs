//! Finished articles as the last stage publishes them, and the sinks that read them.

use pipeline_tests::{Binaries, Process, admin};
use serde_json::{Value, json};

use crate::running::Pipeline;

/// The stream that sinks read.
pub(super) const STREAM: &str = "ARTICLES_SUMMARIZED";

/// Returns the finished article number `number`. Every second one is in German and names nobody.
pub(super) fn event(number: usize) -> Value {
    let is_german = number % 2 == 1;
    let (body, tag) = if is_german { ("Regen.", "de") } else { ("Rain fell on Ann Lee in Oslo.", "en") };
    let mention = |start: usize, end: usize, text: &str, of_type: &str, entity: usize| json!({"start": start, "end": end, "text": text, "type": of_type, "entity": entity, "score": 0.9});
    let entity = |name: &str, of_type: &str| json!({"name": name, "type": of_type, "salience": 0.5, "mentions": 1, "links": {"geonames": "3143244"}});
    let (mentions, entities) = if is_german {
        (vec![], vec![])
    } else {
        (
            vec![mention(13, 20, "Ann Lee", "PER", 0), mention(24, 28, "Oslo", "LOC", 1)],
            vec![entity("Ann Lee", "PER"), entity("Oslo", "LOC")],
        )
    };
    json!({
        "schema": "wiredesk.article/1",
        "article": {"id": id(number), "revision": "0123456789abcdef", "headline": "Weather", "body": body,
                    "source": if number.is_multiple_of(3) { "The Gazette" } else { "Wire" },
                    "published_at": "2026-11-29T08:00:00+01:00", "desk": "weather"},
        "language": {"tag": tag, "iso639_3": "und", "script": "Latn", "confidence": 1.0, "reliable": true},
        "segments": {"blocks": [], "sentences": []},
        "entities": {"mentions": mentions, "entities": entities},
        "summary": {"text": body, "sentences": [0], "keywords": [{"text": "rain", "score": 1.0}]},
        "provenance": [],
    })
}

/// Returns the id of article number `number`.
pub(super) fn id(number: usize) -> String {
    format!("article-{number}")
}

/// Stores an event in the last stream.
pub(super) async fn store(jetstream: &admin::Context, event: &str) {
    let stored = jetstream.publish("articles.v1.summarized.live.en", event.to_owned().into()).await;
    stored.expect("the server answers").await.expect("the stream takes it");
}

/// Stores the articles with these numbers.
pub(super) async fn store_all(jetstream: &admin::Context, numbers: std::ops::Range<usize>) {
    for number in numbers {
        store(jetstream, &event(number).to_string()).await;
    }
}

/// Starts `wiredesk sink` with small pauses, and waits until it is ready.
pub(super) fn start(pipeline: &Pipeline, arguments: &[&str]) -> Process {
    start_with(pipeline, arguments, &[])
}

/// Starts `wiredesk sink` with environment variables, and waits until it is ready.
pub(super) fn start_with(pipeline: &Pipeline, arguments: &[&str], environment: &[(&str, &str)]) -> Process {
    let arguments = [&["sink"], arguments, &["--batch-time", "50ms"]].concat();
    let mut command = Binaries::built().wiredesk(pipeline.server.url(), &arguments);
    command.envs(environment.iter().copied());
    let mut sink = Process::start(command);
    sink.wait_for_stderr("ready");
    sink
}

/// Asks a sink that serves its probes on a free port, and returns status and text.
pub(super) fn http(sink: &Process, path: &str) -> (u16, String) {
    let log = sink.stderr();
    let address = log.lines().find_map(|line| {
        let rest = line.split_once("serving /metrics")?.1.split_once("address=")?.1;
        rest.split_whitespace().next()
    });
    let address = address.unwrap_or_else(|| panic!("no address in {log}"));
    let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
    let mut answer = agent.get(format!("http://{address}{path}")).call().expect("the sink answers");
    (answer.status().as_u16(), answer.body_mut().read_to_string().expect("an answer is text"))
}
