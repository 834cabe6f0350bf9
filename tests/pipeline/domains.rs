//! A pipeline in the JetStream domain of a leaf node, whose programs connect to the hub.

use std::{net::TcpListener, process::Command};

use async_nats::jetstream;
use messages::StageName;
use pipeline_tests::{Binaries, NatsServer, Process, articles, wait_until};

/// A hub and a leaf node, each with a JetStream domain of its own.
struct Servers {
    hub: NatsServer,
    leaf: NatsServer,
}

/// Starts both servers, and waits until the leaf node is connected: until then nobody answers for its domain.
/// `hub` is added to the configuration of the hub.
fn start(hub: &str) -> Servers {
    // The server does not tell which port it picked for leaf nodes, so the test picks one.
    let port =
        TcpListener::bind("127.0.0.1:0").expect("a port is free").local_addr().expect("it is bound").port();
    let hub = NatsServer::start_configured(&format!(
        "server_name: hub\njetstream {{ domain: hub }}\nleafnodes {{ listen: \"127.0.0.1:{port}\", authorization {{ user: leaf, password: leaf }} }}\n{hub}"
    ));
    let leaf = NatsServer::start_configured(&format!(
        "server_name: leaf\njetstream {{ domain: leaf }}\n\
         leafnodes {{ reconnect: 1, remotes: [{{ url: \"nats-leaf://leaf:leaf@127.0.0.1:{port}\" }}] }}\n"
    ));
    Servers { hub, leaf }
}

/// Waits until setup in the domain of the leaf node succeeds through the hub.
fn set_up(servers: &Servers, as_operator: impl Fn(Command) -> Command) {
    wait_until("the leaf node to join the hub", || {
        let setup = Binaries::built().wiredesk(servers.hub.url(), &["setup", "--nats-domain", "leaf"]);
        let (status, _, stderr) = Process::run(as_operator(setup));
        assert!(status.success() || stderr.contains("JetStream"), "{stderr}");
        status.success().then_some(())
    });
}

async fn streams_of(server: &NatsServer) -> usize {
    let client = async_nats::connect(server.url()).await.expect("the server takes connections");
    jetstream::new(client).query_account().await.expect("JetStream is on").streams
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pipeline_in_the_domain_of_a_leaf_node_is_used_through_the_hub() {
    let servers = start("");
    set_up(&servers, |setup| setup);
    assert_eq!(streams_of(&servers.leaf).await, 8);
    assert_eq!(streams_of(&servers.hub).await, 0);

    let workers = StageName::ALL.map(|stage| {
        let mut worker = Binaries::built().worker(stage, servers.hub.url());
        worker.env("NATS_DOMAIN", "leaf");
        let mut worker = Process::start(worker);
        worker.wait_for_stderr("ready");
        worker
    });
    let tool = |arguments: &[&str]| {
        let arguments = [arguments, &["--nats-domain", "leaf"]].concat();
        let (status, stdout, stderr) =
            Process::run(Binaries::built().wiredesk(servers.hub.url(), &arguments));
        assert!(status.success(), "{arguments:?}: {stderr}");
        stdout
    };
    let folder = pipeline_tests::articles_folder();
    tool(&["publish", &folder.to_string_lossy()]);
    let count = articles().len();
    let results = tool(&["results", "--count", &count.to_string(), "--follow"]);
    assert_eq!(results.lines().count(), count);
    let status = tool(&["status"]);
    assert!(status.contains("no dead letters"), "{status}");
    let doctor = tool(&["doctor", "--monitoring", "127.0.0.1:1"]);
    for line in ["fine   setup: streams and consumers are as planned", "fine   clock"] {
        assert!(doctor.contains(line), "{line} in: {doctor}");
    }
    let id = articles().swap_remove(0).article.id;
    assert!(tool(&["trace", &id]).contains("summarized"));
    drop(workers);
}

#[test]
fn a_domain_that_nobody_serves_is_named() {
    let server = NatsServer::start();
    let setup = Binaries::built().wiredesk(server.url(), &["setup", "--nats-domain", "nowhere"]);
    let (status, _, stderr) = Process::run(setup);
    assert_eq!(status.code(), Some(1));
    for words in ["nobody answers on `$JS.nowhere.API`", "--nats-domain"] {
        assert!(stderr.contains(words), "no `{words}` in: {stderr}");
    }
}

/// The printed permissions of a domain are enough for each user, on the hub.
#[test]
fn each_user_may_do_its_work_in_a_domain() {
    let print = ["setup", "--print-permissions", "--nats-domain", "leaf"];
    let (status, printed, stderr) = Process::run(Binaries::built().wiredesk("", &print));
    assert!(status.success(), "{stderr}");
    let passwords = printed.lines().filter_map(|line| line.trim().strip_prefix("password: $"));
    let variables: Vec<String> = passwords.map(|variable| format!("{variable}: \"secret\"\n")).collect();
    let servers = start(&format!("{}{printed}", variables.concat()));
    let as_user = |mut command: Command, user: &str| {
        command.env("NATS_USER", user).env("NATS_PASSWORD", "secret").env("NATS_DOMAIN", "leaf");
        command.env("NATS_INBOX_PREFIX", format!("_INBOX_{user}"));
        command
    };
    set_up(&servers, |setup| as_user(setup, "operator"));
    let url = servers.hub.url();
    let mut worker = Process::start(as_user(Binaries::built().wiredesk(url, &["worker"]), "worker"));
    worker.wait_for_stderr("ready");
    let tool = |user: &str, arguments: &[&str]| {
        let (status, stdout, stderr) =
            Process::run(as_user(Binaries::built().wiredesk(url, arguments), user));
        assert!(status.success(), "{user}: {stderr}");
        stdout
    };
    let file = pipeline_tests::articles_folder().join("en-tiny.json");
    tool("publisher", &["publish", &file.to_string_lossy()]);
    assert_eq!(tool("reader", &["results", "--count", "1", "--follow"]).lines().count(), 1);
    // There is no such feed: only what the poller keeps on the server matters here.
    let folder = tempfile::TempDir::new().expect("a folder can be created");
    let list = folder.path().join("feeds.toml");
    std::fs::write(&list, "[[feed]]\nurl = \"http://127.0.0.1:1/\"\n").expect("the folder can be written");
    let poll = Binaries::built().wiredesk(url, &["feeds", &list.to_string_lossy(), "--once"]);
    let (_, _, complaint) = Process::run(as_user(poll, "feeds"));
    assert!(complaint.contains("--allow-private") && !complaint.contains("Permissions"), "{complaint}");
    assert!(tool("operator", &["feeds", "status"]).contains("private_address"));
    worker.terminate();
    assert!(worker.wait().success());
    assert!(!worker.stderr().contains("Permissions Violation"), "{}", worker.stderr());
}
