//! What is in the way of `wiredesk setup`: each error names the stream, the cause and the remedy, and leaves
//! nothing half set up.

use std::{
    io::{Read, Write},
    net::{TcpListener, TcpStream},
};

use async_nats::jetstream::{
    self,
    consumer::{AckPolicy, Config as ConsumerConfig},
    stream::{Config, StorageType},
};
use messages::StageName;
use pipeline_tests::{Binaries, NatsServer, Process};

use crate::running::{Pipeline, RECEIVED};

/// Runs the tool on a server, and returns its exit code and all its output.
fn tool(server: &NatsServer, arguments: &[&str]) -> (Option<i32>, String) {
    let (status, stdout, stderr) = Process::run(Binaries::built().wiredesk(server.url(), arguments));
    (status.code(), format!("{stdout}{stderr}"))
}

/// Runs setup, which fails with all of `words`.
#[track_caller]
fn refused(server: &NatsServer, arguments: &[&str], words: &[&str]) {
    let (code, said) = tool(server, &[&["setup"], arguments].concat());
    assert_eq!(code, Some(1), "{said}");
    for word in words {
        assert!(said.contains(word), "no `{word}` in: {said}");
    }
    assert!(!said.contains("created"), "{said}");
}

async fn jetstream_of(server: &NatsServer) -> jetstream::Context {
    jetstream::new(async_nats::connect(server.url()).await.expect("the server takes connections"))
}

async fn streams(server: &NatsServer) -> usize {
    jetstream_of(server).await.query_account().await.expect("JetStream is on").streams
}

/// Returns the configuration of a server whose clients share one account with these limits of JetStream.
fn account_with(jetstream: &str) -> String {
    format!(
        "no_auth_user: anyone\naccounts {{ NEWS {{ jetstream: {jetstream}, users: [{{user: anyone, password: any}}] }} }}\n"
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn the_limits_of_an_account_are_checked_before_anything_is_created() {
    for (limits, arguments, words) in [
        ("{max_file: 2GB}", &[][..], &["need 6.1 GiB more", "`max_file`", "--max-bytes"][..]),
        ("{max_streams: 3}", &[], &["8 streams are missing", "`max_streams`"]),
        (
            "{store_max_stream_bytes: 1MB}",
            &["--max-bytes", "2MiB"],
            &["shall hold 2 MiB", "1 MiB a stream", "--max-bytes"],
        ),
    ] {
        let server = NatsServer::start_configured(&account_with(limits));
        refused(&server, arguments, words);
        assert_eq!(streams(&server).await, 0, "{limits}");
    }
    let server = NatsServer::start_configured(&account_with("{max_file: 2GB}"));
    let (code, said) = tool(&server, &["setup", "--max-bytes", "64MiB"]);
    assert_eq!(code, Some(0), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_with_too_little_storage_keeps_no_half_of_a_pipeline() {
    let server = NatsServer::start_configured("jetstream { max_file_store: 3GB }\n");
    let (code, said) = tool(&server, &["setup"]);
    assert_eq!(code, Some(1), "{said}");
    for word in ["stream ARTICLES_", "too little storage", "--max-bytes", "max_file_store"] {
        assert!(said.contains(word), "no `{word}` in: {said}");
    }
    assert_eq!(streams(&server).await, 0, "what this run created is deleted again");
    let (code, said) = tool(&server, &["setup", "--max-bytes", "256MiB"]);
    assert_eq!(code, Some(0), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_single_server_keeps_one_copy() {
    let server = NatsServer::start();
    refused(&server, &["--replicas", "3"], &["stream ARTICLES_RECEIVED", "a single server", "--replicas"]);
    assert_eq!(streams(&server).await, 0);
}

#[test]
fn an_account_without_jetstream_is_named() {
    let server = NatsServer::start_configured(&account_with("disabled"));
    refused(&server, &[], &["JetStream is off, or not allowed for this account", "jetstream: enabled"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_foreign_stream_that_takes_our_subjects_is_named() {
    let server = NatsServer::start();
    let archive = Config { name: "ARCHIVE".into(), subjects: vec!["articles.>".into()], ..Config::default() };
    jetstream_of(&server).await.create_stream(archive).await.expect("a stream can be created");
    let expected = [
        "stream ARTICLES_RECEIVED",
        "stream ARCHIVE already takes `articles.>`",
        "nats stream edit",
        "--prefix",
    ];
    refused(&server, &[], &expected);
    assert_eq!(streams(&server).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn prefixes_that_differ_only_in_case_never_share_streams() {
    let server = NatsServer::start();
    let (code, said) = tool(&server, &["setup", "--prefix", "Wire"]);
    assert_eq!(code, Some(0), "{said}");
    for force in [&[][..], &["--force"]] {
        let arguments = [&["--prefix", "wire"], force].concat();
        let expected =
            ["stream WIRE_RECEIVED", "somebody else", "`Wire.v1.received.>`", "upper and lower case"];
        refused(&server, &arguments, &expected);
        let (_, said) = tool(&server, &["setup", "--prefix", "wire"]);
        assert!(!said.contains("--force"), "{said}");
    }
    let mut worker = Binaries::built().worker(StageName::Segment, server.url());
    worker.env("WIREDESK_PREFIX", "wire");
    let (status, _, stderr) = Process::run(worker);
    assert_eq!(status.code(), Some(1));
    assert!(stderr.contains("segmenter-live") && stderr.contains("Wire.v1.detected"), "{stderr}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stream_in_memory_is_named() {
    let server = NatsServer::start();
    let stream = Config {
        name: "ARTICLES_TAGGED".into(),
        subjects: vec!["articles.v1.tagged.>".into()],
        storage: StorageType::Memory,
        ..Config::default()
    };
    jetstream_of(&server).await.create_stream(stream).await.expect("a stream can be created");
    refused(&server, &["--force"], &["stream ARTICLES_TAGGED", "memory", "nats stream rm ARTICLES_TAGGED"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_consumer_that_workers_cannot_use_is_named() {
    let pipeline = Pipeline::set_up().await;
    let (stream, name) = ("ARTICLES_DETECTED", "segmenter-live");
    let plain = ConsumerConfig {
        durable_name: Some(name.into()),
        filter_subject: "articles.v1.detected.live.*".into(),
        ..ConsumerConfig::default()
    };
    let push = ConsumerConfig {
        deliver_subject: Some("somewhere".into()),
        ack_policy: AckPolicy::Explicit,
        ..plain.clone()
    };
    let without_acks = ConsumerConfig { ack_policy: AckPolicy::None, ..plain };
    for (config, kind) in [(push, "a push consumer"), (without_acks, "without acknowledgements")] {
        let stored = pipeline.stream(stream).await;
        stored.delete_consumer(name).await.expect("it can be deleted");
        stored.create_consumer(config).await.expect("it can be created");
        let expected = ["consumer segmenter-live of ARTICLES_DETECTED", kind];
        refused(&pipeline.server, &["--force"], &expected);
        refused(&pipeline.server, &[], &["nats consumer rm ARTICLES_DETECTED segmenter-live"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_publish_that_no_stream_takes_names_stream_and_subject() {
    let pipeline = Pipeline::set_up().await;
    let mut worker = pipeline.worker(StageName::Detect);
    let mut elsewhere = pipeline.stream("ARTICLES_DETECTED").await.cached_info().config.clone();
    elsewhere.subjects = vec!["elsewhere.>".into()];
    pipeline.jetstream.update_stream(&elsewhere).await.expect("a stream takes another subject");
    pipeline
        .publish(RECEIVED, r#"{"body":"Rain fell on Oslo on Friday, and the streets were empty."}"#)
        .await;
    worker.wait_for_stderr(
        "no stream takes `articles.v1.detected.live.en`: stream ARTICLES_DETECTED is missing",
    );
}

/// Passes one connection on to a server, whose version it changes in the first line.
fn claiming(server: &NatsServer, version: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let url = format!("nats://{}", listener.local_addr().expect("the listener has an address"));
    let address = server.url().trim_start_matches("nats://").to_owned();
    std::thread::spawn(move || {
        let (client, _) = listener.accept().expect("a client connects");
        let server = TcpStream::connect(address).expect("the server takes connections");
        let (from_client, to_server) =
            (client.try_clone().expect("a stream"), server.try_clone().expect("a stream"));
        let upstream = std::thread::spawn(move || pass_on(from_client, to_server));
        with_version(&server, &client, version);
        pass_on(server, client);
        upstream.join().expect("no pipe panics");
    });
    url
}

/// Passes on the line in which a server introduces itself, with another version.
fn with_version(mut server: &TcpStream, mut client: &TcpStream, version: &str) {
    let mut line = Vec::new();
    let mut byte = [0];
    while !line.ends_with(b"\n") {
        server.read_exact(&mut byte).expect("the server introduces itself");
        line.extend(byte);
    }
    let info = String::from_utf8(line).expect("the line is text");
    let (before, rest) = info.split_once("\"version\":\"").expect("the line names the version");
    let (_, after) = rest.split_once('"').expect("the version ends");
    write!(client, "{before}\"version\":\"{version}\"{after}").expect("the client reads");
}

fn pass_on(mut from: TcpStream, mut to: TcpStream) {
    // Either side may end the connection at any time.
    let _ = std::io::copy(&mut from, &mut to);
    let _ = to.shutdown(std::net::Shutdown::Write);
}

#[test]
fn setup_warns_of_a_server_that_loses_messages_and_doctor_calls_it_wrong() {
    let binaries = Binaries::built();
    let server = NatsServer::start();
    let (status, _, stderr) = Process::run(binaries.wiredesk(&claiming(&server, "2.10.25"), &["setup"]));
    assert!(status.success(), "{stderr}");
    let fault = "nats-server 2.10.25 loses confirmed messages when it is killed";
    assert!(stderr.contains(&format!("warning: {fault}")) && stderr.contains("2.10.26 or later"), "{stderr}");
    let doctor = ["doctor", "--monitoring", "127.0.0.1:1"];
    let (status, stdout, _) = Process::run(binaries.wiredesk(&claiming(&server, "2.10.25"), &doctor));
    assert_eq!(status.code(), Some(1));
    assert!(stdout.contains(&format!("WRONG  server: {fault}")), "{stdout}");
    let (status, _, stderr) = Process::run(binaries.wiredesk(&claiming(&server, "2.10.26"), &["setup"]));
    assert!(status.success() && !stderr.contains("warning"), "{stderr}");
}
