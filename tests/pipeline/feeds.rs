//! `wiredesk feeds` against a web server of the test.

use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use pipeline_tests::{Binaries, Process, wait_until};
use serde_json::Value;
use tempfile::TempDir;

use crate::{
    running::Pipeline,
    telemetry::{get, probed},
};

/// How many feeds the tests of many feeds have.
const MANY: usize = 200;

/// The items of each path: guid and text.
type Items = BTreeMap<String, Vec<(String, String)>>;

/// A path that redirects to itself.
const LOOP: &str = "/loop.xml";
/// The path of a web page.
const PAGE: &str = "/rain.html";
/// The web page.
const STORY: &str = "<!doctype html><html lang=en><head><title>Rain in Lisbon</title></head><body><nav><a href=/>Home</a></nav>\
    <article><h1>Rain in Lisbon</h1><p>It rained all night in Lisbon, and the river left its bed before dawn.</p>\
    <p>The trams stood still until noon, when the sun came back over the city.</p></article></body></html>";

/// A web server with feeds, which heeds ETags. It serves one connection at a time: who opens a second one to it waits
/// until the first is closed.
struct Web {
    address: String,
    items: Arc<Mutex<Items>>,
    /// The number of documents that were sent.
    sent: Arc<AtomicUsize>,
}

impl Web {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let address = format!("http://{}", listener.local_addr().expect("it has an address"));
        let web = Self { address, items: Arc::default(), sent: Arc::default() };
        let (items, sent) = (Arc::clone(&web.items), Arc::clone(&web.sent));
        thread::spawn(move || {
            for connection in listener.incoming().map_while(Result::ok) {
                while answer(&connection, &items, &sent) {}
            }
        });
        web
    }

    fn set(&self, path: &str, items: &[(&str, &str)]) {
        let items = items.iter().map(|(guid, text)| ((*guid).to_owned(), (*text).to_owned())).collect();
        self.items.lock().unwrap().insert(path.to_owned(), items);
    }

    fn sent(&self) -> usize {
        self.sent.load(Ordering::Relaxed)
    }

    /// Writes a list of these paths to a folder, and returns its path.
    fn list(&self, folder: &TempDir, paths: &[&str]) -> String {
        list(folder, paths.iter().map(|path| format!("{}{path}", self.address)))
    }
}

/// Writes a list of feeds to a folder, and returns its path.
fn list(folder: &TempDir, addresses: impl Iterator<Item = String>) -> String {
    let feed = |address| format!("[[feed]]\nurl = \"{address}\"\nsource = \"The Gazette\"\n\n");
    let file = folder.path().join("list.toml");
    std::fs::write(&file, addresses.map(feed).collect::<String>()).expect("the folder can be written");
    file.to_string_lossy().into_owned()
}

/// Answers one request. Returns false when the connection ends.
fn answer(mut connection: &TcpStream, items: &Mutex<Items>, sent: &AtomicUsize) -> bool {
    let mut header = String::new();
    let mut lines = BufReader::new(connection);
    while lines.read_line(&mut header).is_ok_and(|length| length > 2) {}
    let Some(path) = header.split(' ').nth(1) else { return false };
    let other = match path {
        PAGE => {
            let length = STORY.len();
            format!("200 OK\r\ncontent-type: text/html\r\ncontent-length: {length}\r\n\r\n{STORY}")
        }
        LOOP => format!("302 Found\r\nlocation: {LOOP}\r\ncontent-length: 0\r\n\r\n"),
        _ => String::new(),
    };
    if !other.is_empty() {
        return connection.write_all(format!("HTTP/1.1 {other}").as_bytes()).is_ok();
    }
    let items = items.lock().unwrap().clone();
    let (status, body) = match items.get(path) {
        None => ("404 Not Found", String::new()),
        Some(items) => {
            let etag = format!("etag: \"{}\"\r\n", items.len());
            if header.to_ascii_lowercase().contains(&format!("if-none-match: \"{}\"", items.len())) {
                ("304 Not Modified", etag)
            } else {
                sent.fetch_add(1, Ordering::Relaxed);
                ("200 OK", etag)
            }
        }
    };
    let document = items.get(path).filter(|_| status == "200 OK").map(|items| rss(items)).unwrap_or_default();
    let head = format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\n{body}\r\n", document.len());
    connection.write_all(format!("{head}{document}").as_bytes()).is_ok()
}

fn rss(items: &[(String, String)]) -> String {
    let item = |(guid, text): &(String, String)| {
        format!("<item><guid>{guid}</guid><title>News</title><description>{text}</description></item>")
    };
    let items: String = items.iter().map(item).collect();
    format!("<rss version=\"2.0\"><channel><title>Feed</title>{items}</channel></rss>")
}

/// Starts web servers that together have many feeds of three items each, and writes their list.
fn many(folder: &TempDir, hosts: usize) -> (Vec<Web>, String) {
    let webs: Vec<Web> = std::iter::repeat_with(Web::start).take(hosts).collect();
    let mut addresses = Vec::new();
    for (web, number) in webs.iter().cycle().zip(0..MANY) {
        let path = format!("/{number}.xml");
        web.set(&path, &[("1", "It rains."), ("2", "It snows."), ("3", "It hails.")]);
        addresses.push(format!("{}{path}", web.address));
    }
    let list = list(folder, addresses.into_iter());
    (webs, list)
}

/// Starts an instance for feeds of this machine.
fn start(pipeline: &Pipeline, list: &str) -> Process {
    Process::start(Binaries::built().wiredesk(pipeline.server.url(), &["feeds", list, "--allow-private"]))
}

/// Waits until every item of many feeds is published, ends the instances, polls all feeds once more, and checks that
/// no item was published twice.
async fn every_item_is_published_once(pipeline: &Pipeline, list: &str, instances: &mut [Process]) {
    let stored = async {
        while pipeline.count("ARTICLES_RECEIVED").await < 3 * MANY {
            tokio::time::sleep(crate::running::LOOK_EVERY).await;
        }
    };
    tokio::time::timeout(pipeline_tests::DEADLINE, stored).await.expect("every item is published");
    for instance in instances {
        instance.terminate();
        assert!(instance.wait().success(), "{}", instance.stderr());
    }
    let (status, printed, complaint) = pipeline.wiredesk(&["feeds", list, "--once", "--allow-private"]);
    assert!(status.success(), "{complaint}");
    assert_eq!(printed.matches(" 0 new\n").count(), MANY, "{printed}");
    let mut ids = received(pipeline).await;
    assert_eq!(ids.len(), 3 * MANY);
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 3 * MANY);
}

/// Returns the ids of all received articles.
async fn received(pipeline: &Pipeline) -> Vec<String> {
    let count = pipeline.count("ARTICLES_RECEIVED").await;
    let stored = pipeline.stored("ARTICLES_RECEIVED", count).await;
    let id = |payload: &[u8]| {
        let article: Value = serde_json::from_slice(payload).expect("an article is JSON");
        article["id"].as_str().expect("it has an id").to_owned()
    };
    stored.iter().map(|stored| id(&stored.payload)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn new_and_corrected_items_are_published_once() {
    let pipeline = Pipeline::set_up().await;
    let folder = TempDir::new().unwrap();
    let web = Web::start();
    web.set("/feed.xml", &[("2", "It snows."), ("1", "It rains.")]);
    let list = web.list(&folder, &["/feed.xml"]);
    let once = || pipeline.wiredesk(&["feeds", &list, "--once", "--allow-private"]);

    let (status, printed, complaint) = once();
    assert!(status.success(), "{complaint}");
    assert!(printed.ends_with("/feed.xml: read, 2 new\n"), "{printed}");
    let (_, printed, _) = once();
    assert!(printed.ends_with("/feed.xml: unchanged, 0 new\n"), "{printed}");
    assert_eq!(web.sent(), 1);
    // The third item is new, and the first one was corrected.
    web.set("/feed.xml", &[("3", "The sun shines."), ("2", "It snows."), ("1", "It rains no more.")]);
    let (_, printed, _) = once();
    assert!(printed.ends_with("/feed.xml: read, 2 new\n"), "{printed}");

    let stored = pipeline.stored("ARTICLES_RECEIVED", 4).await;
    let articles: Vec<Value> =
        stored.iter().map(|stored| serde_json::from_slice(&stored.payload).unwrap()).collect();
    let bodies: Vec<&str> = articles.iter().map(|article| article["body"].as_str().unwrap()).collect();
    assert_eq!(bodies, ["It rains.", "It snows.", "It rains no more.", "The sun shines."]);
    assert_eq!(articles[0]["id"], format!("{}/feed.xml#1", web.address));
    assert_eq!(articles[0]["source"], "The Gazette");
    assert_eq!(pipeline.count("ARTICLES_RECEIVED").await, 4);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_feed_that_fails_is_reported_and_the_others_go_on() {
    let pipeline = Pipeline::set_up().await;
    let folder = TempDir::new().unwrap();
    let web = Web::start();
    web.set("/good.xml", &[("1", "It rains.")]);
    let list = web.list(&folder, &["/missing.xml", LOOP, "/good.xml"]);

    let (status, printed, complaint) = pipeline.wiredesk(&["feeds", &list, "--once", "--allow-private"]);
    assert_eq!(status.code(), Some(1));
    assert!(printed.ends_with("/good.xml: read, 1 new\n"), "{printed}");
    assert!(complaint.contains("/missing.xml: the server answered with status 404"), "{complaint}");
    assert!(complaint.contains("/loop.xml: more than 5 redirects"), "{complaint}");
    // It is not asked again at once.
    let (status, printed, _) = pipeline.wiredesk(&["feeds", &list, "--once", "--allow-private"]);
    assert!(status.success() && printed.contains("/missing.xml: not polled for "), "{printed}");

    let (_, printed, _) = pipeline.wiredesk(&["feeds", "status", "--json"]);
    let feeds: Vec<Value> = printed.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let found = |member: &str| feeds.iter().map(|feed| feed[member].clone()).collect::<Vec<_>>();
    assert_eq!(found("outcome"), ["unchanged", "redirects", "status"]);
    assert_eq!(found("failures"), [0, 1, 1]);
    assert_eq!(found("published"), [1, 0, 0]);
    let (_, table, _) = pipeline.wiredesk(&["feeds", "status"]);
    assert_eq!(table.lines().count(), 4, "{table}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_text_behind_a_teaser_is_that_of_its_page() {
    let pipeline = Pipeline::set_up().await;
    let folder = TempDir::new().unwrap();
    let web = Web::start();
    let (page, missing) = (format!("{}{PAGE}", web.address), format!("{}/missing.html", web.address));
    web.set("/feed.xml", &[(&missing, "It snows."), (&page, "It rains.")]);
    let list = web.list(&folder, &["/feed.xml"]);
    let once = || pipeline.wiredesk(&["feeds", &list, "--once", "--allow-private"]);

    let (status, printed, complaint) = once();
    assert!(status.success() && printed.ends_with("/feed.xml: read, 2 new\n"), "{printed}{complaint}");
    assert!(complaint.contains("a page cannot be read"), "{complaint}");
    let stored = pipeline.stored("ARTICLES_RECEIVED", 2).await;
    let articles: Vec<Value> =
        stored.iter().map(|stored| serde_json::from_slice(&stored.payload).unwrap()).collect();
    let body = articles[0]["body"].as_str().unwrap();
    assert!(body.starts_with("It rained all night") && body.ends_with("over the city."), "{body}");
    assert_eq!(articles[0]["id"], page);
    assert_eq!((&articles[0]["headline"], &articles[0]["source_format"]), (&"News".into(), &"html".into()));
    assert_eq!((&articles[1]["body"], &articles[1]["source_format"]), (&"It snows.".into(), &"rss".into()));
    // Neither page is asked for again.
    let (_, printed, complaint) = once();
    assert!(printed.ends_with("/feed.xml: unchanged, 0 new\n"), "{printed}");
    assert!(!complaint.contains("page"), "{complaint}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_instance_serves_metrics_of_its_feeds() {
    let pipeline = Pipeline::set_up().await;
    let folder = TempDir::new().unwrap();
    let web = Web::start();
    web.set("/feed.xml", &[("1", "It snows."), (&format!("{}{PAGE}", web.address), "It rains.")]);
    let list = web.list(&folder, &["/feed.xml"]);
    let arguments = ["feeds", &list, "--allow-private", "--http", "127.0.0.1:0"];
    let mut command = Binaries::built().wiredesk(pipeline.server.url(), &arguments);
    command.env("WIREDESK_LOG_FORMAT", "json");
    let (_instance, address) = probed(command);

    let feed = format!("feed=\"{}/feed.xml\"", web.address.trim_start_matches("http://"));
    for line in [
        format!("wiredesk_feed_polls_total{{{feed},outcome=\"read\"}} 1"),
        format!("wiredesk_feed_articles_total{{{feed}}} 2"),
        format!("wiredesk_feed_pages_total{{{feed},outcome=\"read\"}} 1"),
        format!("wiredesk_feed_failures{{{feed}}} 0"),
    ] {
        wait_until(&line, || get(&address, "/metrics").1.contains(&line).then_some(()));
    }
    for probe in ["/healthz", "/readyz"] {
        let (status, why) = get(&address, probe);
        assert!(status.contains("200"), "{probe}: {status} {why}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn private_hosts_are_refused_and_a_dry_run_needs_no_server() {
    let folder = TempDir::new().unwrap();
    let web = Web::start();
    web.set("/feed.xml", &[("1", "It rains.")]);
    let list = web.list(&folder, &["/feed.xml"]);
    let dry_run = |options: &[&str]| {
        let arguments = [&["feeds", &list, "--dry-run"], options].concat();
        Process::run(Binaries::built().wiredesk("nats://127.0.0.1:1", &arguments))
    };
    let (status, printed, complaint) = dry_run(&[]);
    assert!(!status.success() && printed.is_empty() && complaint.contains("--allow-private"), "{complaint}");
    assert_eq!(web.sent(), 0);
    let (status, printed, complaint) = dry_run(&["--allow-private"]);
    assert!(status.success(), "{complaint}");
    let article: Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(article["body"], "It rains.");
}

#[tokio::test(flavor = "multi_thread")]
async fn with_a_kill_and_several_instances_every_item_is_published_once() {
    let pipeline = Pipeline::set_up().await;
    let folder = TempDir::new().unwrap();
    let (webs, list) = many(&folder, 1);
    let mut killed = start(&pipeline, &list);
    wait_until("half of the feeds to be read", || (webs[0].sent() >= MANY / 2).then_some(()));
    killed.kill();
    let mut instances = [start(&pipeline, &list), start(&pipeline, &list)];
    every_item_is_published_once(&pipeline, &list, &mut instances).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn several_instances_share_the_hosts() {
    let pipeline = Pipeline::set_up().await;
    let folder = TempDir::new().unwrap();
    let (webs, list) = many(&folder, 8);
    let mut instances = [start(&pipeline, &list), start(&pipeline, &list), start(&pipeline, &list)];
    every_item_is_published_once(&pipeline, &list, &mut instances).await;
    let sent: usize = webs.iter().map(Web::sent).sum();
    assert_eq!(sent, MANY, "each feed was sent once");
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_server_restarts_no_item_is_lost() {
    let mut pipeline = Pipeline::set_up().await;
    let folder = TempDir::new().unwrap();
    let (webs, list) = many(&folder, 1);
    let mut instances = [start(&pipeline, &list)];
    wait_until("half of the feeds to be read", || (webs[0].sent() >= MANY / 2).then_some(()));
    pipeline.restart_server().await;
    every_item_is_published_once(&pipeline, &list, &mut instances).await;
}
