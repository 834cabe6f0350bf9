//! The clients in `examples/`, in other languages.
//!
//! `build.rs` looks for their tools. A test without its tool is ignored.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    process::Command,
};

use pipeline_tests::{Process, target_folder};

use crate::running::Pipeline;

/// The `PyPI` package with the client library of the Python example.
const NATS_PY: &str = "nats-py==2.16.0";

fn example(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples").join(path)
}

fn succeeds(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}:\n{stderr}");
    String::from_utf8(output.stdout).expect("output in UTF-8")
}

/// Returns the interpreter of a virtual environment with the client library, which is created once in the
/// target folder.
fn python_with_nats() -> PathBuf {
    let folder = target_folder().join("python-nats");
    fs::create_dir_all(&folder).expect("the target folder can be written");
    // A lock, because several test processes may need the environment at the same time.
    let lock = File::create(folder.join("lock")).expect("the target folder can be written");
    lock.lock().expect("a file can be locked");
    let environment = folder.join(NATS_PY);
    let python = environment.join("bin/python");
    let ready = environment.join("ready");
    if !ready.exists() {
        succeeds(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&environment));
        succeeds(Command::new(&python).args(["-m", "pip", "install", "--quiet", NATS_PY]));
        File::create(ready).expect("the target folder can be written");
    }
    python
}

/// Returns the command of the Python example, which connects to `url`.
fn python_example(url: &str) -> Command {
    let mut command = Command::new(python_with_nats());
    command.arg(example("python/publish_and_read.py")).env("NATS_URL", url).env("PYTHONUTF8", "1");
    command
}

#[tokio::test(flavor = "multi_thread")]
#[cfg_attr(not(python_with_venv), ignore = "python3 with venv and pip not found")]
async fn a_python_client_publishes_an_article_and_reads_the_result() {
    let pipeline = Pipeline::set_up().await;
    let _workers = pipeline.workers();
    let (status, stdout, stderr) = Process::run(python_example(pipeline.server.url()));
    assert!(status.success(), "{stderr}");
    assert!(stdout.starts_with("language: en ("), "{stdout}");
    assert!(stdout.contains("LOC  Lisbon ×"), "{stdout}");
    let (_, summary) = stdout.split_once("summary:\n").expect("it prints a summary");
    let article = fs::read_to_string(example("article.txt")).expect("the sample article");
    assert_eq!(summary.lines().count(), 3, "{summary}");
    for sentence in summary.lines() {
        assert!(article.contains(sentence.trim()), "not a sentence of the article: {sentence}");
    }
}

#[tokio::test(flavor = "multi_thread")]
#[cfg_attr(not(python_with_venv), ignore = "python3 with venv and pip not found")]
async fn the_python_client_reports_what_is_missing() {
    let pipeline = Pipeline::not_set_up().await;
    let (status, _, stderr) = Process::run(python_example(pipeline.server.url()));
    assert!(!status.success());
    assert!(stderr.contains("wiredesk setup"), "{stderr}");

    let url = pipeline.server.url().to_owned();
    drop(pipeline);
    let (status, _, stderr) = Process::run(python_example(&url));
    assert!(!status.success());
    assert!(stderr.contains("no NATS server at"), "{stderr}");
}

#[test]
#[cfg_attr(not(node), ignore = "node not found")]
fn the_javascript_client_is_valid() {
    succeeds(Command::new("node").arg("--check").arg(example("javascript/publish-and-read.mjs")));
}

#[test]
#[cfg_attr(not(gofmt), ignore = "gofmt not found")]
fn the_go_client_is_valid_and_formatted() {
    let unformatted = succeeds(Command::new("gofmt").arg("-l").arg(example("go/main.go")));
    assert_eq!(unformatted, "");
}
