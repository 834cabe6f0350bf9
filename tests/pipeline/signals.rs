//! Signals: which ones end a worker, and which do not.

use std::{
    io::{BufRead, BufReader},
    process::{Command, Stdio},
};

use messages::{Event, StageName};
use pipeline_tests::{Binaries, wait_until};

use crate::running::{Pipeline, RECEIVED, many_articles};

#[tokio::test(flavor = "multi_thread")]
async fn a_hangup_and_the_user_signals_do_not_end_a_worker() {
    let pipeline = Pipeline::set_up().await;
    let mut worker = pipeline.worker(StageName::Detect);
    for signal in ["HUP", "USR1", "USR2", "HUP"] {
        worker.signal(signal);
        worker.signal_worker(signal);
    }
    worker.wait_for_stderr("SIGHUP ignored");
    for received in many_articles(3) {
        pipeline.publish(RECEIVED, received.encode()).await;
    }
    pipeline.stored("ARTICLES_DETECTED", 3).await;
    assert_eq!(worker.ids().len(), 2, "supervisor and worker process run");
    assert_eq!(worker.stderr().matches("SIGHUP ignored").count(), 1, "{}", worker.stderr());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_goes_on_when_nobody_reads_its_log_any_more() {
    let mut pipeline = Pipeline::set_up().await;
    let mut command = Binaries::built().worker(StageName::Detect, pipeline.server.url());
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut worker = command.spawn().expect("it starts");
    let mut log = BufReader::new(worker.stderr.take().expect("standard error is piped")).lines();
    assert!(log.any(|line| line.is_ok_and(|line| line.contains("ready"))));
    // A terminal that is closed takes no more lines, and sends this signal.
    drop(log);
    send("HUP", worker.id());
    pipeline.restart_server().await;
    for received in many_articles(3) {
        pipeline.publish(RECEIVED, received.encode()).await;
    }
    pipeline.stored("ARTICLES_DETECTED", 3).await;
    send("TERM", worker.id());
    let status =
        wait_until("the end of the worker", || worker.try_wait().expect("a child can be waited for"));
    assert!(status.success(), "{status}");
}

fn send(signal: &str, id: u32) {
    let status = Command::new("kill").args([&format!("-{signal}"), &id.to_string()]).status();
    assert!(status.is_ok_and(|status| status.success()), "`kill -{signal}` reaches the worker");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_signal_to_stop_drains_the_worker() {
    let pipeline = Pipeline::set_up().await;
    for signal in ["TERM", "INT", "QUIT"] {
        let mut worker = pipeline.worker(StageName::Detect);
        worker.signal(signal);
        assert!(worker.wait().success(), "{signal}: {}", worker.stderr());
        assert!(worker.stderr().contains("stopping, in-flight deliveries may finish"), "{}", worker.stderr());
        let mut alone = pipeline.worker(StageName::Detect);
        alone.signal_worker(signal);
        assert!(alone.wait().success(), "{signal} to the worker process: {}", alone.stderr());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_signal_to_stop_is_answered_in_the_log() {
    let mut pipeline = Pipeline::set_up().await;
    let mut worker = pipeline.worker(StageName::Detect);
    // Without its server the worker cannot flush, so it does not end at once.
    pipeline.server.kill();
    worker.terminate();
    worker.wait_for_stderr("stopping, in-flight deliveries may finish");
    worker.signal("INT");
    worker.wait_for_stderr("already stopping, the process ends within six seconds");
    assert!(worker.wait().success(), "{}", worker.stderr());
}
