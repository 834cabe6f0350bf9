//! Sinks that post to an HTTP receiver.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use base64::{Engine, engine::general_purpose::STANDARD};
use hmac::{Hmac, KeyInit, Mac};
use pipeline_tests::wait_until;
use serde_json::Value;
use sha2::Sha256;

use super::{
    events::{STREAM, event, http, id, start, store_all},
    receiver::{Received, Receiver, Reply},
};
use crate::running::Pipeline;

const OK: Reply = Reply::Status(204, "");

/// Returns the dead letters of sinks.
fn letters(pipeline: &Pipeline) -> Vec<Value> {
    let (_, listed, _) = pipeline.wiredesk(&["dead", "list", "--stage", "sink", "--json"]);
    listed.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_article_is_a_signed_request_with_a_key_of_its_own() {
    let pipeline = Pipeline::set_up().await;
    let receiver = Receiver::start(|_, _| OK);
    let folder = tempfile::tempdir().unwrap();
    let secret = folder.path().join("secret");
    fs::write(&secret, format!("whsec_{}\n", STANDARD.encode("hunter2"))).unwrap();
    store_all(&pipeline.jetstream, 0..3).await;
    let sink = start(&pipeline, &["webhook", &receiver.url, "--secret-file", secret.to_str().unwrap()]);
    pipeline.settled_on(STREAM, "sink-webhook").await;
    let requests = receiver.received();
    let keys: BTreeSet<&str> = requests.iter().map(|request| request.header("idempotency-key")).collect();
    assert_eq!((requests.len(), keys.len()), (3, 3));
    for request in &requests {
        let number: usize = request.id().rsplit('-').next().unwrap().parse().unwrap();
        assert_eq!(request.body, event(number).to_string().into_bytes());
        assert_eq!(request.header("content-type"), "application/json");
        assert_eq!(request.header("webhook-id"), request.header("idempotency-key"));
        assert_eq!(request.header("webhook-signature"), signature(request, b"hunter2"));
    }
    assert!(!sink.stderr().contains("hunter2"), "{}", sink.stderr());
}

/// Returns the signature that Standard Webhooks asks for.
fn signature(request: &Received, secret: &[u8]) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).unwrap();
    mac.update(
        format!("{}.{}.", request.header("webhook-id"), request.header("webhook-timestamp")).as_bytes(),
    );
    mac.update(&request.body);
    format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()))
}

#[tokio::test(flavor = "multi_thread")]
async fn faults_delay_an_article_and_refusals_make_it_a_dead_letter() {
    let pipeline = Pipeline::set_up().await;
    let receiver = Receiver::start(|id, before| match (id, before) {
        ("article-1", 0 | 1) => Reply::Status(500, "try again"),
        ("article-2", _) => Reply::Status(410, "no longer wanted"),
        ("article-3", 0) => Reply::Never,
        ("article-4", 0) => Reply::CutOff,
        ("article-5", 0) => Reply::Half,
        ("article-6", 0) => Reply::Status(503, "busy"),
        ("article-7", _) => Reply::Status(500, "it never works"),
        _ => OK,
    });
    store_all(&pipeline.jetstream, 0..10).await;
    let mut sink = start(&pipeline, &["webhook", &receiver.url, "--timeout", "300ms", "--attempts", "3"]);
    pipeline.settled_on(STREAM, "sink-webhook").await;

    let mut accepted = receiver.accepted();
    accepted.sort_unstable();
    let expected: Vec<String> = [0, 1, 3, 4, 5, 6, 8, 9].map(id).into();
    assert_eq!(accepted, expected);
    let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for request in receiver.received() {
        keys.entry(request.id()).or_default().insert(request.header("idempotency-key").to_owned());
    }
    assert!(keys.values().all(|keys| keys.len() == 1), "an article has one key: {keys:?}");

    let errors: BTreeMap<String, String> = letters(&pipeline)
        .iter()
        .map(|letter| {
            assert_eq!(letter["reason"], "refused");
            (letter["article"].as_str().unwrap().to_owned(), letter["error"].as_str().unwrap().to_owned())
        })
        .collect();
    let expected = [
        (id(2), "the receiver answered 410: no longer wanted".to_owned()),
        (id(7), "the receiver answered 500, 3 times: it never works".to_owned()),
    ];
    assert_eq!(errors, expected.into());
    sink.wait_for_stderr("article set aside");
    assert!(!sink.stderr().contains("no longer wanted"), "answers may quote articles: {}", sink.stderr());

    // A replay gives the receiver another chance, and others nothing.
    receiver.reply(|_, _| OK);
    let (status, _, stderr) = pipeline.wiredesk(&["dead", "replay", "--stage", "sink"]);
    assert!(status.success(), "{stderr}");
    wait_until("the replayed articles", || (receiver.accepted().len() == 10).then_some(()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_receiver_that_does_not_accept_the_sink_stops_it_and_is_named() {
    let pipeline = Pipeline::set_up().await;
    let receiver = Receiver::start(|_, _| Reply::Status(401, "who are you?"));
    store_all(&pipeline.jetstream, 0..20).await;
    let mut sink = start(&pipeline, &["webhook", &receiver.url, "--http", "127.0.0.1:0"]);
    sink.wait_for_stderr("target_denied");
    let (status, said) = http(&sink, "/readyz");
    assert!(status == 503 && said.contains("target_denied") && said.contains(&receiver.url), "{said}");
    let (_, metrics) = http(&sink, "/metrics");
    assert!(metrics.contains("reason=\"target_denied\"} 1"), "{metrics}");
    assert!(letters(&pipeline).is_empty());

    receiver.reply(|_, _| OK);
    pipeline.settled_on(STREAM, "sink-webhook").await;
    wait_until("the sink to be ready", || (http(&sink, "/readyz").0 == 200).then_some(()));
    let accepted: BTreeSet<String> = receiver.accepted().into_iter().collect();
    assert_eq!(accepted.len(), 20);
    let log = sink.stderr();
    assert_eq!(
        log.matches("the target of a sink does not accept the sink").count(),
        2,
        "begin and end: {log}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sink_reads_one_batch_ahead_and_returns_all_that_it_has_when_it_stops() {
    let pipeline = Pipeline::set_up().await;
    let receiver = Receiver::start(|_, _| Reply::Never);
    store_all(&pipeline.jetstream, 0..35).await;
    let mut sink = start(&pipeline, &["webhook", &receiver.url, "--batch", "10"]);
    pipeline.counts_on(STREAM, "sink-webhook", (15, 20)).await;
    sink.terminate();
    assert!(sink.wait().success(), "{}", sink.stderr());
    assert!(sink.stderr().contains("returned=20"), "{}", sink.stderr());
}
