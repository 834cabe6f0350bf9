//! `wiredesk results --follow` and `--durable`: what is printed across restarts of the server and of the command.

use std::collections::BTreeSet;

use async_nats::jetstream::consumer::pull;
use pipeline_tests::{Binaries, Process, admin, wait_until};

use crate::running::Pipeline;

const STREAM: &str = "ARTICLES_SUMMARIZED";

/// Returns the event number `number`.
fn event(number: usize) -> String {
    format!("{{\"number\":{number}}}")
}

/// Returns the lines that print the events with these numbers.
fn lines(numbers: std::ops::Range<usize>) -> Vec<String> {
    numbers.map(event).collect()
}

/// Stores the events with these numbers.
async fn store(jetstream: &admin::Context, numbers: std::ops::Range<usize>) {
    for number in numbers {
        let stored = jetstream.publish("articles.v1.summarized.live.en", event(number).into()).await;
        stored.expect("the server answers").await.expect("the stream takes it");
    }
}

fn start(pipeline: &Pipeline, arguments: &[&str]) -> Process {
    Process::start(Binaries::built().wiredesk(pipeline.server.url(), &[&["results"], arguments].concat()))
}

/// Runs `results` to its end, and returns the lines that it printed.
fn run(pipeline: &Pipeline, arguments: &[&str]) -> Vec<String> {
    let (status, stdout, stderr) = pipeline.wiredesk(&[&["results"], arguments].concat());
    assert!(status.success(), "{arguments:?}: {stderr}");
    stdout.lines().map(str::to_owned).collect()
}

fn printed(process: &Process) -> Vec<String> {
    process.stdout().lines().map(str::to_owned).collect()
}

fn wait_for_lines(process: &mut Process, count: usize) {
    wait_until(&format!("{count} lines"), || {
        assert!(process.is_running(), "{}", process.stderr());
        (printed(process).len() >= count).then_some(())
    });
}

#[tokio::test(flavor = "multi_thread")]
async fn follow_prints_everything_once_across_restarts_of_the_server() {
    let mut pipeline = Pipeline::set_up().await;
    let mut follower = start(&pipeline, &["--follow"]);
    let mut durable = start(&pipeline, &["--follow", "--durable", "archive"]);
    for restart in 0..3 {
        store(&pipeline.jetstream, restart * 100..(restart + 1) * 100).await;
        wait_for_lines(&mut follower, restart * 100 + 50);
        // A command that has not connected yet ends if the server is away.
        wait_for_lines(&mut durable, 1);
        pipeline.restart_server().await;
    }
    store(&pipeline.jetstream, 300..320).await;
    wait_for_lines(&mut follower, 320);
    assert_eq!(printed(&follower), lines(0..320));
    // Deliveries that were on their way when the server died come after those behind them.
    wait_for_lines(&mut durable, 320);
    let mut once = printed(&durable);
    once.sort_by_key(|line| (line.len(), line.clone()));
    assert_eq!(once, lines(0..320));
}

#[tokio::test(flavor = "multi_thread")]
async fn follow_starts_again_in_a_stream_that_was_created_anew() {
    let pipeline = Pipeline::set_up().await;
    let mut followers = [start(&pipeline, &["--follow"]), start(&pipeline, &["--follow", "--durable", "a"])];
    store(&pipeline.jetstream, 0..5).await;
    for follower in &mut followers {
        wait_for_lines(follower, 5);
    }
    admin::delete_stream(&pipeline.jetstream, STREAM).await;
    for follower in &mut followers {
        follower.wait_for_stderr("stream ARTICLES_SUMMARIZED does not exist");
    }
    let (status, _, stderr) = pipeline.wiredesk(&["setup"]);
    assert!(status.success(), "{stderr}");
    store(&pipeline.jetstream, 5..8).await;
    for follower in &mut followers {
        wait_for_lines(follower, 8);
        assert_eq!(printed(follower), lines(0..8));
        assert_eq!(follower.stderr().matches("ARTICLES_SUMMARIZED was created anew").count(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_durable_reader_goes_on_where_the_last_run_stopped() {
    let pipeline = Pipeline::set_up().await;
    store(&pipeline.jetstream, 0..10).await;
    assert_eq!(run(&pipeline, &["--durable", "archive", "-n", "4"]), lines(0..4));
    assert_eq!(run(&pipeline, &["--durable", "archive"]), lines(4..10));
    assert_eq!(run(&pipeline, &["--durable", "archive"]), lines(0..0));
    store(&pipeline.jetstream, 10..12).await;
    assert_eq!(run(&pipeline, &["--durable", "archive"]), lines(10..12));
    assert_eq!(run(&pipeline, &["--durable", "other"]), lines(0..12));
    assert_eq!(run(&pipeline, &["--since", "1h"]), lines(0..12));
    assert_eq!(run(&pipeline, &["--durable", "new", "--since", "1h", "-n", "1"]), lines(0..1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_durable_reader_that_is_killed_loses_nothing() {
    let pipeline = Pipeline::set_up().await;
    let mut all = BTreeSet::new();
    for round in 0..3 {
        let mut killed = start(&pipeline, &["--follow", "--durable", "archive"]);
        // It dies between two events, because more are stored meanwhile.
        let jetstream = pipeline.jetstream.clone();
        let numbers = round * 1_000..(round + 1) * 1_000;
        let storing = tokio::spawn(async move { store(&jetstream, numbers).await });
        wait_for_lines(&mut killed, 20);
        killed.kill();
        all.extend(printed(&killed).into_iter().filter(|line| line.ends_with('}')));
        storing.await.unwrap();
    }
    all.extend(run(&pipeline, &["--durable", "archive"]));
    assert_eq!(all, lines(0..3_000).into_iter().collect::<BTreeSet<_>>());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_durable_name_that_belongs_to_somebody_else_is_refused() {
    let pipeline = Pipeline::set_up().await;
    let config = pull::Config { durable_name: Some("theirs".into()), ..pull::Config::default() };
    pipeline.stream(STREAM).await.create_consumer(config).await.unwrap();
    assert_eq!(run(&pipeline, &["--durable", "mine"]), lines(0..0));
    for (arguments, code, expected) in [
        (&["--durable", "summarizer-live"][..], 2, "is the consumer of a worker"),
        (&["--durable", "a.b"], 2, "is not a name"),
        (&["--durable", "mine", "some-id"], 2, "cannot be used with"),
        (&["--durable", "theirs"], 1, "that another program made"),
        (&["--durable", "mine", "--since", "1h"], 1, "already has its place in ARTICLES_SUMMARIZED"),
    ] {
        let (status, stdout, stderr) = pipeline.wiredesk(&[&["results"], arguments].concat());
        assert_eq!((status.code(), stdout.as_str()), (Some(code), ""), "{arguments:?}: {stderr}");
        assert!(stderr.contains(expected), "{arguments:?}: {stderr}");
    }
}
