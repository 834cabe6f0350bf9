//! Least privilege: the permissions that `wiredesk setup --print-permissions` prints are enough for each
//! user's work, and a real server refuses everything else.

use std::{
    io::{BufRead, BufReader, Write},
    net::TcpStream,
    process::Command,
};

use messages::StageName;
use pipeline_tests::{Binaries, NatsServer, Process, articles_folder, wait_until};
use serde_json::json;

use crate::console::client::Console;

const PUBLISHER: &str = "publisher";
const POLLER: &str = "feeds";
const READER: &str = "reader";
const SINK: &str = "sink";
const ALERTER: &str = "alerter";
const CONSOLE: &str = "console";
const FUSED: &str = "worker";
pub(crate) const OPERATOR: &str = "operator";
const DETECTOR: &str = "language-detector";
const SEGMENTER: &str = "segmenter";
const TAGGER: &str = "entity-tagger";
const SUMMARIZER: &str = "summarizer";
const LINKER: &str = "story-linker";
const USERS: [&str; 13] = [
    DETECTOR, SEGMENTER, TAGGER, SUMMARIZER, LINKER, FUSED, PUBLISHER, POLLER, READER, SINK, ALERTER,
    CONSOLE, OPERATOR,
];

/// Subjects, and the users that may publish on them.
const MAY_PUBLISH: [(&str, &[&str]); 41] = [
    // Events: one user publishes each. The console publishes articles, and replays what became a dead letter.
    ("articles.v1.received.live", &[PUBLISHER, POLLER, CONSOLE, OPERATOR]),
    ("articles.v1.received.backfill", &[PUBLISHER, POLLER, CONSOLE, OPERATOR]),
    ("articles.v1.detected.live.en", &[DETECTOR, FUSED, CONSOLE, OPERATOR]),
    ("articles.v1.segmented.live.en", &[SEGMENTER, FUSED, CONSOLE, OPERATOR]),
    ("articles.v1.tagged.backfill.de", &[TAGGER, FUSED, CONSOLE, OPERATOR]),
    ("articles.v1.summarized.live.und", &[SUMMARIZER, FUSED, CONSOLE, OPERATOR]),
    ("articles.v1.dead.detect.invalid_json", &[DETECTOR, FUSED, OPERATOR]),
    ("articles.v1.dead.tag.panicked.replayed.7", &[TAGGER, FUSED, CONSOLE, OPERATOR]),
    ("articles.v1.dead.summarize.panicked", &[SUMMARIZER, FUSED, OPERATOR]),
    ("articles.v1.dead.sink.refused", &[SINK, OPERATOR]),
    ("articles.v1.dead.alert.invalid_event", &[ALERTER, OPERATOR]),
    ("articles.v1.alerts.ministers", &[ALERTER, OPERATOR]),
    // Stories: the linker publishes them, and reads them again after a restart.
    ("articles.v1.linked.live.en", &[LINKER, OPERATOR]),
    ("articles.v1.dead.link.invalid_event", &[LINKER, OPERATOR]),
    ("$JS.API.STREAM.MSG.GET.ARTICLES_LINKED", &[LINKER, OPERATOR]),
    ("$JS.API.CONSUMER.MSG.NEXT.ARTICLES_LINKED.mine", &[LINKER, READER, SINK, ALERTER, CONSOLE, OPERATOR]),
    ("$KV.ARTICLES_STORIES.linker", &[LINKER, OPERATOR]),
    // Deliveries: their stage pulls and settles them.
    ("$JS.API.CONSUMER.MSG.NEXT.ARTICLES_RECEIVED.language-detector-live", &[DETECTOR, FUSED, OPERATOR]),
    ("$JS.API.CONSUMER.MSG.NEXT.ARTICLES_TAGGED.summarizer-backfill", &[SUMMARIZER, FUSED, OPERATOR]),
    ("$JS.ACK.ARTICLES_DETECTED.segmenter-live.1.1.1.1.0", &[SEGMENTER, FUSED, OPERATOR]),
    ("$JS.ACK.ARTICLES_SEGMENTED.entity-tagger-live.1.1.1.1.0", &[TAGGER, FUSED, OPERATOR]),
    // The age of the oldest pending article: read from the message.
    ("$JS.API.DIRECT.GET.ARTICLES_DETECTED", &[SEGMENTER, FUSED, READER, SINK, CONSOLE, OPERATOR]),
    // Results: readers and sinks create their own consumers.
    (
        "$JS.API.CONSUMER.CREATE.ARTICLES_SUMMARIZED.mine.articles.v1.summarized.>",
        &[LINKER, READER, SINK, ALERTER, CONSOLE, OPERATOR],
    ),
    ("$JS.ACK.ARTICLES_SUMMARIZED.mine.1.1.1.1.0", &[READER, SINK, ALERTER, OPERATOR]),
    ("$JS.API.CONSUMER.MSG.NEXT.ARTICLES_ALERTS.mine", &[READER, SINK, CONSOLE, OPERATOR]),
    ("$JS.API.CONSUMER.MSG.NEXT.ARTICLES_TAGGED.mine", &[READER, SINK, CONSOLE, OPERATOR]),
    ("$JS.ACK.ARTICLES_TAGGED.mine.1.1.1.1.0", &[READER, SINK, OPERATOR]),
    ("$JS.ACK.ARTICLES_TAGGED.summarizer-live.1.1.1.1.0", &[SUMMARIZER, FUSED, OPERATOR]),
    ("$JS.API.CONSUMER.CREATE.ARTICLES_TAGGED.summarizer-live", &[OPERATOR]),
    ("$JS.API.CONSUMER.CREATE.ARTICLES_TAGGED.summarizer-live.articles.v1.tagged.live.*", &[OPERATOR]),
    ("$JS.API.CONSUMER.CREATE.ARTICLES_RECEIVED.mine", &[CONSOLE, OPERATOR]),
    // What was seen of feeds.
    ("$KV.ARTICLES_FEEDS.host.1", &[POLLER, OPERATOR]),
    ("$JS.API.STREAM.CREATE.KV_ARTICLES_FEEDS", &[POLLER, OPERATOR]),
    ("$JS.API.STREAM.DELETE.KV_ARTICLES_FEEDS", &[OPERATOR]),
    // Streams: the operator; the console drops dead letters.
    ("$JS.API.STREAM.CREATE.ARTICLES_EXTRA", &[OPERATOR]),
    ("$JS.API.STREAM.DELETE.ARTICLES_RECEIVED", &[OPERATOR]),
    ("$JS.API.STREAM.MSG.DELETE.ARTICLES_DEAD", &[CONSOLE, OPERATOR]),
    ("$JS.API.STREAM.MSG.DELETE.ARTICLES_TAGGED", &[OPERATOR]),
    ("$JS.API.STREAM.PURGE.ARTICLES_DEAD", &[CONSOLE, OPERATOR]),
    ("$JS.API.CONSUMER.DELETE.ARTICLES_RECEIVED.language-detector-live", &[OPERATOR]),
    ("somebody.elses.subject", &[]),
];

/// Starts a server with the printed users. The password of each is its name.
fn guarded_server() -> NatsServer {
    guarded_by(|printed| printed)
}

/// Starts a server with the users that `change` makes of the printed ones.
pub(crate) fn guarded_by(change: impl FnOnce(String) -> String) -> NatsServer {
    let (status, printed, stderr) =
        Process::run(Binaries::built().wiredesk("", &["setup", "--print-permissions"]));
    assert!(status.success(), "{stderr}");
    let passwords = USERS.map(|user| {
        let variable = user.replace('-', "_").to_uppercase();
        format!("{variable}_PASSWORD: \"{user}\"\n")
    });
    NatsServer::start_configured(&format!("{}{}", passwords.concat(), change(printed)))
}

pub(crate) fn as_user(mut command: Command, user: &str) -> Command {
    command.env("NATS_USER", user).env("NATS_PASSWORD", user);
    command.env("NATS_INBOX_PREFIX", format!("_INBOX_{user}"));
    command
}

/// A connection that speaks the protocol itself, to read the server's answer to each line.
struct Connection {
    server: BufReader<TcpStream>,
}

impl Connection {
    fn of(server: &NatsServer, user: &str) -> Self {
        let address = server.url().trim_start_matches("nats://");
        let stream = TcpStream::connect(address).expect("the server takes connections");
        // Without Nagle's algorithm, because each line waits for an answer.
        stream.set_nodelay(true).expect("the stream is open");
        let mut connection = Self { server: BufReader::new(stream) };
        let connect =
            json!({"verbose": false, "pedantic": false, "user": user, "pass": user, "headers": true});
        assert_eq!(connection.refusal(&format!("CONNECT {connect}")), None, "{user} may connect");
        connection
    }

    /// Returns the server's refusal of `line`, if any. The server answers the PING only after that.
    fn refusal(&mut self, line: &str) -> Option<String> {
        write!(self.server.get_mut(), "{line}\r\nPING\r\n").expect("the connection is open");
        let mut refusal = None;
        loop {
            let mut answer = String::new();
            self.server.read_line(&mut answer).expect("the server answers");
            match answer.trim_end() {
                "PONG" => return refusal,
                "" => panic!("the server hung up after `{line}`: {refusal:?}"),
                said if said.starts_with("-ERR") => refusal = Some(said.to_owned()),
                _ => {}
            }
        }
    }

    fn may_publish(&mut self, subject: &str) -> bool {
        self.refusal(&format!("PUB {subject} 0\r\n")).is_none()
    }

    fn may_subscribe(&mut self, subject: &str) -> bool {
        self.refusal(&format!("SUB {subject} 1")).is_none()
    }
}

#[test]
fn each_user_may_publish_only_on_its_own_subjects() {
    let server = guarded_server();
    for user in USERS {
        let mut connection = Connection::of(&server, user);
        for (subject, allowed) in MAY_PUBLISH {
            assert_eq!(connection.may_publish(subject), allowed.contains(&user), "{user} on {subject}");
        }
    }
}

#[test]
fn each_user_may_read_only_its_own_inbox() {
    let server = guarded_server();
    for user in USERS {
        let mut connection = Connection::of(&server, user);
        for other in USERS {
            let inbox = format!("_INBOX_{other}.answers.*");
            assert_eq!(connection.may_subscribe(&inbox), user == other, "{user} on {inbox}");
        }
        for subject in ["_INBOX.>", ">", "$JS.API.>"] {
            assert!(!connection.may_subscribe(subject), "{user} on {subject}");
        }
        for subject in ["articles.v1.summarized.>", "articles.v1.received.live"] {
            assert_eq!(connection.may_subscribe(subject), user == OPERATOR, "{user} on {subject}");
        }
    }
}

#[test]
fn each_program_can_work_as_its_own_user() {
    let server = guarded_server();
    let binaries = Binaries::built();
    let tool = |user: &str, arguments: &[&str]| {
        let (status, stdout, stderr) =
            Process::run(as_user(binaries.wiredesk(server.url(), arguments), user));
        assert!(status.success(), "{arguments:?}: {stderr}");
        stdout
    };
    tool(OPERATOR, &["setup", "--stories"]);
    let mut workers = StageName::ALL
        .map(|stage| Process::start(as_user(binaries.worker(stage, server.url()), stage.worker())));
    for worker in &mut workers {
        worker.wait_for_stderr("ready");
    }
    for stage in StageName::ALL {
        let mut health = as_user(binaries.worker(stage, server.url()), stage.worker());
        health.arg("health");
        let (status, _, stderr) = Process::run(health);
        assert!(status.success(), "{stage}: {stderr}");
    }

    let folder = articles_folder();
    let published = tool(PUBLISHER, &["publish", &folder.to_string_lossy()]).lines().count();
    let results = tool(READER, &["results", "--count", &published.to_string(), "--follow"]);
    assert_eq!(results.lines().count(), published);
    for expected in [published, 0] {
        assert_eq!(tool(READER, &["results", "--durable", "mine"]).lines().count(), expected);
    }
    check_sink(&server, published);
    check_linker(&server, published);
    tool(OPERATOR, &["status"]);
    // There is no such feed: only what the poller keeps on the server matters here.
    let folder = tempfile::TempDir::new().expect("a folder can be created");
    let list = folder.path().join("feeds.toml");
    std::fs::write(&list, "[[feed]]\nurl = \"http://127.0.0.1:1/feed.xml\"\n")
        .expect("the folder can be written");
    let poll = binaries.wiredesk(server.url(), &["feeds", &list.to_string_lossy(), "--once"]);
    let (_, _, complaint) = Process::run(as_user(poll, POLLER));
    assert!(complaint.contains("--allow-private") && !complaint.contains("Permissions"), "{complaint}");
    assert!(tool(OPERATOR, &["feeds", "status"]).contains("private_address"));
    check_console(&server);
    for worker in &mut workers {
        worker.terminate();
        assert!(worker.wait().success());
        assert!(!worker.stderr().contains("Permissions Violation"), "{}", worker.stderr());
    }
}

/// Checks that a sink can do all of its work as its own user.
fn check_sink(server: &NatsServer, published: usize) {
    let mut operator = Connection::of(server, OPERATOR);
    assert!(operator.refusal("PUB articles.v1.summarized.live.en 1\r\n{").is_none());
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().to_string_lossy();
    let mut sink = Process::start(as_user(
        Binaries::built().wiredesk(server.url(), &["sink", "jsonl", &path, "--batch-time", "50ms"]),
        SINK,
    ));
    let lines =
        |file: std::fs::DirEntry| std::fs::read_to_string(file.path()).unwrap_or_default().lines().count();
    wait_until("all articles in the file", || {
        let files = std::fs::read_dir(folder.path()).ok()?.flatten();
        (files.map(lines).sum::<usize>() == published).then_some(())
    });
    sink.wait_for_stderr("article set aside");
    sink.terminate();
    assert!(sink.wait().success(), "{}", sink.stderr());
    assert!(!sink.stderr().contains("Permissions Violation"), "{}", sink.stderr());
}

/// Checks that a story-linker can do all of its work as its own user.
fn check_linker(server: &NatsServer, published: usize) {
    let command = Binaries::built().wiredesk(server.url(), &["story-linker"]);
    let mut linker = Process::start(as_user(command, LINKER));
    linker.wait_for_stderr("article set aside");
    wait_until("all articles to be linked", || {
        let status = Binaries::built().wiredesk(server.url(), &["status", "--json"]);
        let (_, status, _) = Process::run(as_user(status, OPERATOR));
        let status: serde_json::Value = serde_json::from_str(&status).ok()?;
        let mut streams = status["streams"].as_array()?.iter();
        let stories = streams.find(|stream| stream["name"] == "ARTICLES_LINKED")?;
        (stories["messages"] == published).then_some(())
    });
    linker.terminate();
    assert!(linker.wait().success(), "{}", linker.stderr());
    assert!(!linker.stderr().contains("Permissions Violation"), "{}", linker.stderr());
}

/// Checks that the console can do all of its work as its own user.
fn check_console(server: &NatsServer) {
    let command = Binaries::built().wiredesk(server.url(), &["console", "--listen", "127.0.0.1:0"]);
    let console = Console::started(as_user(command, CONSOLE));
    console.wait_until_ready();
    let enriched = console.enriched(&json!({"id": "of-the-console", "body": "Rain fell in Oslo."}));
    assert_eq!(enriched["article"]["id"], "of-the-console");
    assert_eq!(console.get("/api/articles/of-the-console").1, enriched);
    let mut operator = Connection::of(server, OPERATOR);
    assert!(operator.refusal("PUB articles.v1.received.live 1\r\n{").is_none());
    // The letters of the sink and the linker are about one event, which is replayed once for both.
    let of_all = json!({"select": {"stage": "detect", "reason": "invalid_json"}});
    let act = |what: &str| {
        let (_, done) = console.post_json(&format!("/api/dead/{what}"), &of_all);
        done["results"].get(0).map(|result| result["fate"].clone())
    };
    let replayed = wait_until("a dead letter", || act("replay"));
    assert_eq!((replayed, act("drop")), (json!("replayed"), Some(json!("dropped"))));
    wait_until("figures", || (console.get("/api/flow").0 == 200).then_some(()));
    let log = console.process.stderr();
    assert!(!log.contains("Permissions Violation") && !log.contains("not_allowed"), "{log}");
}

#[test]
fn the_shipped_permissions_are_those_that_the_tool_prints() {
    let (_, printed, _) = Process::run(Binaries::built().wiredesk("", &["setup", "--print-permissions"]));
    let shipped = include_str!("../../deploy/nats/permissions.conf");
    assert_eq!(shipped, printed, "run `wiredesk setup --print-permissions > deploy/nats/permissions.conf`");
}
