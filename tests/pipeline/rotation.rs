//! Secrets and certificates that change while a worker runs.

use std::{fs, path::Path, process::Command, time::Instant};

use async_nats::{ConnectOptions, jetstream};
use messages::{Event, StageName};
use pipeline_tests::{Binaries, NatsServer, Process, wait_until};

use crate::{
    running::{Pipeline, RECEIVED, many_articles},
    telemetry::{get, probed},
};

const USER: &str = "newsroom";

/// Returns the configuration of a server that accepts one password.
fn accepting(password: &str) -> String {
    format!("authorization {{ user: {USER}, password: \"{password}\" }}\n")
}

/// A command that reads the password from a file.
fn with_password_in(file: &Path, mut command: Command) -> Command {
    command.env("NATS_USER", USER).env("NATS_PASSWORD_FILE", file);
    command
}

fn set_up(command: Command) {
    let (status, _, stderr) = Process::run(command);
    assert!(status.success(), "{stderr}");
}

/// Returns the lines in what a worker logged that contain `words`.
fn lines(worker: &Process, words: &str) -> usize {
    worker.stderr().lines().filter(|line| line.contains(words)).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_goes_on_with_the_new_password() {
    let binaries = Binaries::built();
    let server = NatsServer::start_configured(&accepting("first"));
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(&file, "first\n").unwrap();
    set_up(with_password_in(file.path(), binaries.wiredesk(server.url(), &["setup"])));
    let mut worker =
        Process::start(with_password_in(file.path(), binaries.worker(StageName::Detect, server.url())));
    worker.wait_for_stderr("ready");

    let pipeline = pipeline_with(server, "first").await;
    let articles = many_articles(20);
    for received in &articles[..10] {
        pipeline.publish(RECEIVED, received.encode()).await;
    }
    let begun = Instant::now();
    // The server hangs up on everybody who used the first password.
    pipeline.server.configure(&accepting("second"));
    pipeline.server.reload();
    worker.wait_for_stderr("NATS refuses the connection, reading the secrets again");
    let pipeline = pipeline_with(pipeline.server, "second").await;
    for received in &articles[10..] {
        pipeline.publish(RECEIVED, received.encode()).await;
    }
    fs::write(&file, "second\n").unwrap();

    pipeline.stored("ARTICLES_DETECTED", articles.len()).await;
    assert_eq!(pipeline.count("ARTICLES_DETECTED").await, articles.len());
    let most = 1 + begun.elapsed().as_secs() / 30;
    let logged = lines(&worker, "NATS refuses the connection");
    assert!(logged as u64 <= most, "{logged} lines in {:?}: {}", begun.elapsed(), worker.stderr());
    worker.terminate();
    assert!(worker.wait().success());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_whose_password_stays_wrong_ends_and_names_the_file() {
    let binaries = Binaries::built();
    let server = NatsServer::start_configured(&accepting("sesame-1"));
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(&file, "sesame-1\n").unwrap();
    set_up(with_password_in(file.path(), binaries.wiredesk(server.url(), &["setup"])));
    let mut command = with_password_in(file.path(), binaries.worker(StageName::Detect, server.url()));
    command.env("WIREDESK_REFUSED_LIMIT", "2s");
    let mut worker = Process::start(command);
    worker.wait_for_stderr("ready");
    server.configure(&accepting("sesame-2"));
    server.reload();
    assert_eq!(worker.wait().code(), Some(1), "{}", worker.stderr());
    let expected =
        ["has refused the connection for 2 s", "NATS_PASSWORD_FILE", &*file.path().to_string_lossy()];
    for words in expected {
        assert!(worker.stderr().contains(words), "{words}: {}", worker.stderr());
    }
    assert!(!worker.stderr().contains("sesame"), "{}", worker.stderr());
}

/// Returns the path of a file in `tests/certificates`.
fn certificate(name: &str) -> String {
    format!("{}/certificates/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// Returns the configuration of a server that proves itself with `server`, and asks its clients for a
/// certificate of the authority `set`.
fn proving(server: &str, set: &str) -> String {
    format!(
        "tls {{ cert_file: \"{}\", key_file: \"{}\", ca_file: \"{}\", verify: true }}\n",
        certificate(&format!("{server}.pem")),
        certificate(&format!("{set}-server-key.pem")),
        certificate(&format!("{set}-ca.pem")),
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_names_a_certificate_that_went_wrong_and_reads_a_new_one() {
    let binaries = Binaries::built();
    let folder = tempfile::tempdir().unwrap();
    let install = |set: &str| {
        for file in ["ca", "client", "client-key"] {
            fs::copy(certificate(&format!("{set}-{file}.pem")), folder.path().join(file)).unwrap();
        }
    };
    let with_certificates = |mut command: Command| {
        for (variable, file) in [("NATS_CA", "ca"), ("NATS_CERT", "client"), ("NATS_KEY", "client-key")] {
            command.env(variable, folder.path().join(file));
        }
        command
    };
    install("first");
    let mut server = NatsServer::start_configured(&proving("first-server", "first"));
    set_up(with_certificates(binaries.wiredesk(server.url(), &["setup"])));
    let mut command = with_certificates(binaries.worker(StageName::Detect, server.url()));
    command.env("WIREDESK_HTTP", "127.0.0.1:0").env("WIREDESK_LOG_FORMAT", "json");
    let (mut worker, probes) = probed(command);

    server.configure(&proving("first-server-expired", "first"));
    server.restart();
    worker.wait_for_stderr("TLS with NATS fails, reading the certificates again");
    worker.wait_for_stderr("certificate expired");
    let (status, body) = get(&probes, "/readyz");
    assert!(status.contains("503") && body.contains("TLS handshake"), "{status} {body}");

    server.configure(&proving("second-server", "second"));
    server.restart();
    worker.wait_for_stderr("UnknownIssuer");
    install("second");
    wait_until("a worker that can work", || {
        let mut health = with_certificates(binaries.worker(StageName::Detect, server.url()));
        health.arg("health");
        Process::run(health).0.success().then_some(())
    });
    worker.wait_for_stderr("pulling works again");
    assert!(worker.is_running());
}

/// Returns the pipeline on `server`, used with a password.
async fn pipeline_with(server: NatsServer, password: &str) -> Pipeline {
    let options = ConnectOptions::new().user_and_password(USER.to_owned(), password.to_owned());
    let client = options.connect(server.url()).await.expect("the server takes connections");
    Pipeline { server, jetstream: jetstream::new(client) }
}
