//! Programs and the server: settings, secrets, waiting for the server, health.

use std::process::Command;

use messages::StageName;
use pipeline_tests::{Binaries, NatsServer, Process};

use crate::running::Pipeline;

const USER: &str = "newsroom";
const PASSWORD: &str = "correct horse";
const WRONG: &str = "battery staple";

/// Returns the commands of all workers and one of the tool, which connect to `url`.
fn programs(url: &str) -> Vec<Command> {
    let binaries = Binaries::built();
    let mut programs: Vec<Command> = StageName::ALL.map(|stage| binaries.worker(stage, url)).into();
    programs.push(binaries.wiredesk(url, &["status"]));
    programs
}

/// Runs `health` and returns its exit code and standard error.
fn health(url: &str, stage: StageName) -> (Option<i32>, String) {
    let mut command = Binaries::built().worker(stage, url);
    command.arg("health");
    let (status, _, stderr) = Process::run(command);
    (status.code(), stderr)
}

#[test]
fn reports_all_invalid_settings_at_once() {
    let wrong = [
        ("NATS_URL", "ftp://newswire"),
        ("NATS_CREDS", "/no/such/file"),
        ("NATS_USER", "without a password"),
        ("WIREDESK_PREFIX", "two.tokens"),
    ];
    let wrong_for_workers = [
        ("WIREDESK_IN_FLIGHT", "none"),
        ("WIREDESK_THREADS", "0"),
        ("WIREDESK_LOG", "==="),
        ("WIREDESK_LOG_FORMAT", "xml"),
    ];
    for mut program in programs("") {
        let name = program.get_program().to_string_lossy().into_owned();
        program.envs(wrong).envs(wrong_for_workers);
        let (status, stdout, stderr) = Process::run(program);
        assert_eq!(status.code(), Some(2), "{name}: {stderr}");
        assert_eq!(stdout, "", "{name}");
        let is_worker = !name.ends_with("wiredesk");
        let settings = wrong.iter().chain(wrong_for_workers.iter().filter(|_| is_worker));
        for (setting, _) in settings {
            assert!(stderr.contains(setting), "{name} does not report {setting}: {stderr}");
        }
    }
}

#[test]
fn reports_a_wrong_password_without_showing_it() {
    let server = NatsServer::start_guarded(USER, PASSWORD);
    for mut program in programs(server.url()) {
        let name = program.get_program().to_string_lossy().into_owned();
        program.env("NATS_USER", USER).env("NATS_PASSWORD", WRONG);
        let (status, stdout, stderr) = Process::run(program);
        assert_eq!(status.code(), Some(1), "{name}: {stderr}");
        assert_eq!(stdout, "", "{name}");
        assert!(
            stderr.contains("refused the connection") && stderr.contains("NATS_PASSWORD"),
            "{name}: {stderr}"
        );
        assert!(!stderr.contains(WRONG), "{name}: {stderr}");
    }
}

#[test]
fn accepts_the_right_password() {
    let server = NatsServer::start_guarded(USER, PASSWORD);
    let mut setup = Binaries::built().wiredesk(server.url(), &["setup"]);
    setup.env("NATS_USER", USER).env("NATS_PASSWORD", PASSWORD);
    let (status, _, stderr) = Process::run(setup);
    assert!(status.success(), "{stderr}");
}

#[test]
fn one_running_server_of_several_is_enough() {
    let mut away = NatsServer::start();
    away.kill();
    let server = NatsServer::start();
    for url in [format!("{},{}", away.url(), server.url()), format!("{},{}", server.url(), away.url())] {
        let (status, _, stderr) = Process::run(Binaries::built().wiredesk(&url, &["setup"]));
        assert!(status.success(), "{url}: {stderr}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn health_exits_with_0_if_a_worker_can_work_and_with_1_otherwise() {
    let mut pipeline = Pipeline::set_up().await;
    let bare = NatsServer::start();
    for stage in StageName::ALL {
        assert_eq!(health(pipeline.server.url(), stage).0, Some(0), "{stage}");
        let (code, stderr) = health(bare.url(), stage);
        assert_eq!(code, Some(1), "{stage}: {stderr}");
        assert!(stderr.contains("wiredesk setup"), "{stage}: {stderr}");
    }
    pipeline.server.kill();
    for stage in StageName::ALL {
        let (code, stderr) = health(pipeline.server.url(), stage);
        assert_eq!(code, Some(1), "{stage}: {stderr}");
        assert!(stderr.contains("cannot reach NATS at"), "{stage}: {stderr}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_started_before_its_server_waits_for_it() {
    let mut pipeline = Pipeline::set_up().await;
    pipeline.server.kill();
    let mut early = StageName::ALL.map(|stage| pipeline.starting(stage));
    for worker in &mut early {
        worker.wait_for_stderr("cannot connect to NATS, retrying");
    }
    pipeline.restart_server().await;
    for worker in &mut early {
        worker.wait_for_stderr("ready");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_that_waits_for_its_server_ends_on_sigterm() {
    let mut pipeline = Pipeline::set_up().await;
    pipeline.server.kill();
    let mut worker = pipeline.starting(StageName::Detect);
    worker.wait_for_stderr("cannot connect to NATS, retrying");
    worker.terminate();
    assert!(worker.wait().success(), "{}", worker.stderr());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_command_without_a_server_fails_at_once() {
    let mut pipeline = Pipeline::not_set_up().await;
    pipeline.server.kill();
    for command in ["setup", "status", "results"] {
        let (status, _, stderr) = pipeline.wiredesk(&[command]);
        assert_eq!(status.code(), Some(1), "{command}: {stderr}");
        assert!(stderr.contains("cannot reach NATS at"), "{command}: {stderr}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_user_in_the_url_is_the_one_who_connects() {
    let server = NatsServer::start_guarded(USER, PASSWORD);
    let host = server.url().trim_start_matches("nats://");
    let url = format!("nats://{USER}:{}@{host}", PASSWORD.replace(' ', "%20"));
    let (status, _, stderr) = Process::run(Binaries::built().wiredesk(&url, &["setup"]));
    assert!(status.success(), "{stderr}");
    let mut worker =
        Process::start(Binaries::built().worker(StageName::Detect, &format!("{url},nats://{host}")));
    worker.wait_for_stderr("ready");
    assert!(!worker.stderr().contains("correct"), "{}", worker.stderr());

    let mut both = Binaries::built().wiredesk(&url, &["status"]);
    both.env("NATS_USER", USER).env("NATS_PASSWORD", PASSWORD);
    let (status, _, stderr) = Process::run(both);
    assert_eq!(status.code(), Some(2), "{stderr}");
    assert!(stderr.contains("NATS_USER and the user in NATS_URL"), "{stderr}");
    assert!(!stderr.contains("correct"), "{stderr}");
}

#[test]
fn a_url_that_can_never_work_is_an_error_at_start() {
    for url in
        ["http://localhost:4222", "nats://localhost:99999", "nats://:4222", "nats://localhost/articles"]
    {
        for program in programs(url) {
            let name = program.get_program().to_string_lossy().into_owned();
            let (status, stdout, stderr) = Process::run(program);
            assert_eq!((status.code(), stdout.as_str()), (Some(2), ""), "{name}: {url}: {stderr}");
            assert!(stderr.contains("NATS_URL"), "{name}: {url}: {stderr}");
        }
    }
}

/// Returns the configuration of a server whose user may not send requests to `denied`.
fn denying(denied: &str) -> String {
    format!(
        "authorization {{ users: [{{
           user: {USER}, password: \"{PASSWORD}\", permissions: {{ publish: {{ deny: [\"{denied}\"] }} }}
         }}] }}\n"
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_whose_look_ups_are_not_answered_tries_again() {
    // A server that is lost right after the connection was made answers no look-up, as one that may not be
    // asked.
    let server = NatsServer::start_configured(&denying("nothing"));
    let as_user = |mut command: Command| {
        command.env("NATS_USER", USER).env("NATS_PASSWORD", PASSWORD);
        command
    };
    let (status, _, stderr) = Process::run(as_user(Binaries::built().wiredesk(server.url(), &["setup"])));
    assert!(status.success(), "{stderr}");
    server.configure(&denying("$JS.API.CONSUMER.INFO.>"));
    server.reload();
    let mut worker = Process::start(as_user(Binaries::built().worker(StageName::Detect, server.url())));
    worker.wait_for_stderr("cannot look up streams and consumers, retrying");
    assert!(!worker.stderr().contains("does not exist"), "{}", worker.stderr());
    server.configure(&denying("nothing"));
    server.reload();
    worker.wait_for_stderr("ready");
}
