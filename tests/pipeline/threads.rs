//! A worker and the limit of threads.

use std::process::Command;

use messages::StageName;
use pipeline_tests::{Binaries, Process};

use crate::running::Pipeline;

/// A user that has no other process. The operating system does not bound the threads of root.
const NOBODY_ELSE: &str = "54321";

/// Returns a command for the detector, whose user may have at most `most` processes and threads.
fn limited(pipeline: &Pipeline, most: u32) -> Command {
    let worker = Binaries::built().worker(StageName::Detect, pipeline.server.url());
    let id = Command::new("id").arg("-u").output().expect("`id` runs").stdout;
    let mut command = if id == b"0\n" {
        let mut command = Command::new("setpriv");
        command.args(["--reuid", NOBODY_ELSE, "--clear-groups", "prlimit"]);
        command
    } else {
        Command::new("prlimit")
    };
    command.arg(format!("--nproc={most}:{most}")).arg(worker.get_program());
    command.env("NATS_URL", pipeline.server.url()).env("WIREDESK_THREADS", "8");
    command
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_that_gets_too_few_threads_ends_and_names_the_limit() {
    let pipeline = Pipeline::set_up().await;
    // Enough for both processes of the worker and some of its threads, and for none at all.
    for most in [5, 1] {
        let (status, _, stderr) = Process::run(limited(&pipeline, most));
        assert_eq!(status.code(), Some(1), "{most}: {stderr}");
        let named = stderr.contains("refuses the worker a thread") && stderr.contains("--threads");
        assert!(named, "{most}: {stderr}");
    }
}
