//! Programs and the server: settings, secrets, who waits for whom, health.

use std::process::Command;

use messages::StageName;
use pipeline_tests::{Binaries, NatsServer, Process};

use crate::running::Pipeline;

const USER: &str = "newsroom";
const PASSWORD: &str = "correct horse";
const WRONG: &str = "battery staple";

/// Every worker and a command of the tool, pointed at `url`.
fn programs(url: &str) -> Vec<Command> {
    let binaries = Binaries::built();
    let mut programs: Vec<Command> = StageName::ALL.map(|stage| binaries.worker(stage, url)).into();
    programs.push(binaries.wiredesk(url, &["status"]));
    programs
}

/// Exit code and standard error of `health`.
fn health(url: &str, stage: StageName) -> (Option<i32>, String) {
    let mut command = Binaries::built().worker(stage, url);
    command.arg("health");
    let (status, _, stderr) = Process::run(command);
    (status.code(), stderr)
}

#[test]
fn all_settings_that_cannot_work_are_named_at_once() {
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
            assert!(stderr.contains(setting), "{name} says nothing of {setting}: {stderr}");
        }
    }
}

#[test]
fn a_wrong_password_is_said_plainly_and_shown_to_nobody() {
    let server = NatsServer::start_guarded(USER, PASSWORD);
    for mut program in programs(server.url()) {
        let name = program.get_program().to_string_lossy().into_owned();
        program.env("NATS_USER", USER).env("NATS_PASSWORD", WRONG);
        let (status, stdout, stderr) = Process::run(program);
        assert_eq!(status.code(), Some(1), "{name}: {stderr}");
        assert_eq!(stdout, "", "{name}");
        assert!(stderr.contains("refused us") && stderr.contains("NATS_PASSWORD"), "{name}: {stderr}");
        assert!(!stderr.contains(WRONG), "{name}: {stderr}");
    }
}

#[test]
fn the_right_password_opens() {
    let server = NatsServer::start_guarded(USER, PASSWORD);
    let mut setup = Binaries::built().wiredesk(server.url(), &["setup"]);
    setup.env("NATS_USER", USER).env("NATS_PASSWORD", PASSWORD);
    let (status, _, stderr) = Process::run(setup);
    assert!(status.success(), "{stderr}");
}

#[test]
fn of_several_servers_one_that_is_up_will_do() {
    let mut away = NatsServer::start();
    away.kill();
    let server = NatsServer::start();
    for url in [format!("{},{}", away.url(), server.url()), format!("{},{}", server.url(), away.url())] {
        let (status, _, stderr) = Process::run(Binaries::built().wiredesk(&url, &["setup"]));
        assert!(status.success(), "{url}: {stderr}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn health_is_0_where_a_worker_could_work_and_1_elsewhere() {
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
async fn a_worker_started_before_its_server_begins_once_it_is_there() {
    let mut pipeline = Pipeline::set_up().await;
    pipeline.server.kill();
    let mut early = StageName::ALL.map(|stage| pipeline.starting(stage));
    for worker in &mut early {
        worker.wait_for_stderr("trying until NATS answers");
    }
    pipeline.restart_server().await;
    for worker in &mut early {
        worker.wait_for_stderr("ready");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_asked_to_end_before_its_server_is_there_ends() {
    let mut pipeline = Pipeline::set_up().await;
    pipeline.server.kill();
    let mut worker = pipeline.starting(StageName::Detect);
    worker.wait_for_stderr("trying until NATS answers");
    worker.terminate();
    assert!(worker.wait().success(), "{}", worker.stderr());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_command_without_a_server_says_so_at_once() {
    let mut pipeline = Pipeline::not_set_up().await;
    pipeline.server.kill();
    for command in ["setup", "status", "results"] {
        let (status, _, stderr) = pipeline.wiredesk(&[command]);
        assert_eq!(status.code(), Some(1), "{command}: {stderr}");
        assert!(stderr.contains("cannot reach NATS at"), "{command}: {stderr}");
    }
}
