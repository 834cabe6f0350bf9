//! `wiredesk alerts`: one alert for each article and rule, whatever is killed or changed.

use std::{fs, path::Path, time::Duration};

use pipeline_tests::{Binaries, Process, admin, wait_until};
use serde_json::{Value, json};

use super::events::{self, STREAM, http, id, store};
use crate::running::Pipeline;

const ALERTS: &str = "ARTICLES_ALERTS";
const NAME: &str = "alerter";

/// Three rules: one for every second article, one for the others, and one for all.
const RULES: &str = r#"
[[rule]]
name = "ann"
query = 'per:"Ann Lee" AND rain'
[[rule]]
name = "german"
query = 'regen AND language:de'
[[rule]]
name = "all"
query = 'NOT snow'
"#;

/// Returns the finished article number `number`, with one block.
fn event(number: usize) -> Value {
    let mut event = events::event(number);
    let length = event["article"]["body"].as_str().unwrap().chars().count();
    event["segments"]["blocks"] = json!([{"kind": "paragraph", "start": 0, "end": length}]);
    event
}

async fn store_all(pipeline: &Pipeline, numbers: std::ops::Range<usize>) {
    for number in numbers {
        store(&pipeline.jetstream, &event(number).to_string()).await;
    }
}

async fn set_up() -> Pipeline {
    let pipeline = Pipeline::set_up().await;
    let (status, printed, stderr) = pipeline.wiredesk(&["setup", "--alerts"]);
    assert!(status.success() && printed.contains("created    stream ARTICLES_ALERTS"), "{printed}{stderr}");
    pipeline
}

fn start(pipeline: &Pipeline, rules: &Path) -> Process {
    let arguments = ["alerts", "run", rules.to_str().unwrap(), "--http", "127.0.0.1:0"];
    let mut alerter = Process::start(Binaries::built().wiredesk(pipeline.server.url(), &arguments));
    alerter.wait_for_stderr("ready");
    alerter
}

/// Returns the alerts as rule and article.
async fn raised(pipeline: &Pipeline, count: usize) -> Vec<(String, String)> {
    let stored = pipeline.stored(ALERTS, count).await;
    let mut raised: Vec<(String, String)> = stored
        .iter()
        .map(|stored| {
            let alert: Value = serde_json::from_slice(&stored.payload).unwrap();
            let text = |pointer: &str| alert.pointer(pointer).and_then(Value::as_str).unwrap().to_owned();
            assert_eq!(stored.subject, format!("articles.v1.alerts.{}", text("/rule")));
            (text("/rule"), text("/article/id"))
        })
        .collect();
    raised.sort();
    raised
}

/// Returns the alerts that [`RULES`] raise for these articles.
fn expected(numbers: std::ops::Range<usize>) -> Vec<(String, String)> {
    let of_article = |number: usize| {
        let rule = if number.is_multiple_of(2) { "ann" } else { "german" };
        [(rule.to_owned(), id(number)), ("all".to_owned(), id(number))]
    };
    let mut all: Vec<(String, String)> = numbers.flat_map(of_article).collect();
    all.sort();
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn every_alert_is_there_once_although_alerter_and_server_are_killed() {
    let mut pipeline = set_up().await;
    let folder = tempfile::tempdir().unwrap();
    let rules = folder.path().join("rules.toml");
    fs::write(&rules, RULES).unwrap();
    let mut alerter = start(&pipeline, &rules);
    let place = [(STREAM.to_owned(), NAME.to_owned())];
    admin::set_ack_wait(&pipeline.jetstream, &place, Duration::from_secs(1)).await;
    for round in 0..4 {
        store_all(&pipeline, round * 100..(round + 1) * 100).await;
        alerter.kill();
        if round % 2 == 1 {
            pipeline.restart_server().await;
        }
        alerter = start(&pipeline, &rules);
    }
    pipeline.settled_on(STREAM, NAME).await;
    assert_eq!(pipeline.count(ALERTS).await, 800);
    assert_eq!(raised(&pipeline, 800).await, expected(0..400));
    assert_eq!(pipeline.count("ARTICLES_DEAD").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_alert_names_its_place_and_its_event_and_comes_once_for_all_revisions() {
    let pipeline = set_up().await;
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("rules.toml"), "[[rule]]\nname = \"rain\"\nquery = 'rain OR loc:Oslo'\n")
        .unwrap();
    let mut corrected = event(0);
    corrected["article"]["revision"] = "another".into();
    for event in [event(0), corrected] {
        store(&pipeline.jetstream, &event.to_string()).await;
    }
    let _alerter = start(&pipeline, folder.path());
    pipeline.settled_on(STREAM, NAME).await;
    assert_eq!(pipeline.count(ALERTS).await, 1);
    let stored = pipeline.stored(ALERTS, 1).await.remove(0);
    let alert: Value = serde_json::from_slice(&stored.payload).unwrap();
    assert_eq!(
        alert["found"],
        json!([
            {"start": 0, "end": 4, "text": "Rain", "term": "rain"},
            {"start": 24, "end": 28, "text": "Oslo", "term": "Oslo"},
        ])
    );
    assert_eq!(
        (&alert["schema"], &alert["article"]["headline"]),
        (&json!("wiredesk.alert/1"), &json!("Weather"))
    );
    let header =
        |name: &str| stored.headers.get(name).map(|value| value.as_str().to_owned()).unwrap_or_default();
    assert_eq!(header("Nats-Msg-Id"), "rain:article-0");
    assert_eq!(header("ce-type"), "news.article.alerted.v1");
    assert_eq!(
        (header("Wiredesk-Input-Subject"), header("Wiredesk-Input-Sequence")),
        ("articles.v1.summarized.live.en".into(), "1".into())
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn changed_rules_take_effect_and_wrong_ones_leave_the_earlier_in_force() {
    let pipeline = set_up().await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("rules.toml");
    let rule = |name: &str| format!("[[rule]]\nname = \"{name}\"\nquery = 'NOT snow'\n");
    fs::write(&file, rule("first")).unwrap();
    let mut alerter = start(&pipeline, folder.path());
    store_all(&pipeline, 0..1).await;
    assert_eq!(raised(&pipeline, 1).await, [("first".to_owned(), id(0))]);

    fs::write(&file, rule("second")).unwrap();
    alerter.wait_for_stderr("rules taken over");
    store_all(&pipeline, 1..2).await;
    assert_eq!(raised(&pipeline, 2).await[1], ("second".to_owned(), id(1)));

    fs::write(&file, "[[rule]]\nname = \"third\"\nquery = '(rain'\n").unwrap();
    alerter.wait_for_stderr("rules_invalid");
    assert!(
        alerter.stderr().contains("rules.toml:3:10: rule `third`: `(` is not closed"),
        "{}",
        alerter.stderr()
    );
    let (status, said) = http(&alerter, "/readyz");
    assert!(status == 503 && said.contains("rules_invalid"), "{said}");
    let (_, metrics) = http(&alerter, "/metrics");
    assert!(metrics.contains("wiredesk_alerts_rules 1\n"), "{metrics}");
    assert!(
        metrics.lines().any(|line| line.contains("reason=\"rules_invalid\"") && line.ends_with(" 1")),
        "{metrics}"
    );
    store_all(&pipeline, 2..3).await;
    assert_eq!(raised(&pipeline, 3).await[2], ("second".to_owned(), id(2)));

    fs::write(&file, rule("third")).unwrap();
    wait_until("the alerter to be ready", || (http(&alerter, "/readyz").0 == 200).then_some(()));
    store_all(&pipeline, 3..4).await;
    assert_eq!(raised(&pipeline, 4).await[3], ("third".to_owned(), id(3)));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_stream_of_alerts_exists_only_if_it_is_asked_for_and_then_stays() {
    let pipeline = Pipeline::set_up().await;
    let folder = tempfile::tempdir().unwrap();
    let rules = folder.path().join("rules.toml");
    fs::write(&rules, RULES).unwrap();
    let rules = rules.to_str().unwrap();
    for arguments in [&["alerts", "run", rules][..], &["alerts", "watch"]] {
        let (status, _, stderr) = pipeline.wiredesk(arguments);
        assert_eq!(status.code(), Some(1));
        assert!(
            stderr.contains("stream ARTICLES_ALERTS does not exist: run `wiredesk setup --alerts`"),
            "{stderr}"
        );
    }
    let (_, printed, _) = pipeline.wiredesk(&["setup"]);
    assert!(!printed.contains(ALERTS), "{printed}");
    assert!(pipeline.wiredesk(&["setup", "--alerts"]).0.success());
    let (_, printed, _) = pipeline.wiredesk(&["setup"]);
    assert!(
        printed.contains("unchanged  stream ARTICLES_ALERTS") && printed.contains("as planned"),
        "{printed}"
    );
    assert!(pipeline.wiredesk(&["status"]).1.contains(ALERTS));
}

#[tokio::test(flavor = "multi_thread")]
async fn alerts_are_watched_by_rule_and_from_a_place() {
    let pipeline = set_up().await;
    let folder = tempfile::tempdir().unwrap();
    let rules = folder.path().join("rules.toml");
    fs::write(&rules, RULES).unwrap();
    store_all(&pipeline, 0..4).await;
    let mut alerter = start(&pipeline, &rules);
    pipeline.settled_on(STREAM, NAME).await;
    let watched = |arguments: &[&str]| {
        let (status, printed, stderr) =
            pipeline.wiredesk(&[&["alerts", "watch", "--stored"], arguments].concat());
        assert!(status.success(), "{stderr}");
        printed
            .lines()
            .map(|line| serde_json::from_str::<Value>(line).unwrap()["rule"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(watched(&[]).len(), 8);
    assert_eq!(watched(&["german"]), ["german", "german"]);
    assert_eq!(watched(&["--durable", "desk"]).len(), 8);
    assert_eq!(watched(&["--durable", "desk"]).len(), 0);
    alerter.terminate();
    assert!(alerter.wait().success(), "{}", alerter.stderr());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_finished_article_becomes_a_dead_letter() {
    let pipeline = set_up().await;
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("rules.toml"), RULES).unwrap();
    let mut outside = event(0);
    outside["segments"]["blocks"][0]["end"] = 999.into();
    for text in ["{\"secret", &outside.to_string()] {
        store(&pipeline.jetstream, text).await;
    }
    let alerter = start(&pipeline, folder.path());
    pipeline.settled_on(STREAM, NAME).await;
    let (_, listed, _) = pipeline.wiredesk(&["dead", "list", "--stage", "alert", "--json"]);
    let reasons: Vec<Value> =
        listed.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["reason"].clone()).collect();
    assert_eq!(reasons, ["invalid_json", "invalid_event"]);
    assert!(!alerter.stderr().contains("secret"), "{}", alerter.stderr());
}

/// A rule on the size of a story, which raises one alert for each story, and one that does not ask for stories.
const STORY_RULES: &str = r#"
[[rule]]
name = "large"
query = 'loc:Oslo AND sources>=2'
once = "story"
[[rule]]
name = "rain"
query = 'rain'
"#;

/// Stores an article that the linker gave this story.
async fn store_linked(pipeline: &Pipeline, number: usize, story: &str, sources: u32) {
    let mut event = event(2 * number);
    event["story"] =
        json!({"id": story, "first_seen": "2026-11-29T08:00:00Z", "size": number + 1, "sources": sources});
    pipeline.publish("articles.v1.linked.live.en", event.to_string()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn rules_on_stories_read_the_articles_of_the_linker_and_may_raise_one_alert_a_story() {
    let pipeline = Pipeline::not_set_up().await;
    assert!(pipeline.wiredesk(&["setup", "--stories", "--alerts"]).0.success());
    let folder = tempfile::tempdir().unwrap();
    let rules = folder.path().join("rules.toml");
    fs::write(&rules, STORY_RULES).unwrap();
    let rules = rules.to_str().unwrap();
    let (status, _, stderr) = pipeline.wiredesk(&["alerts", "run", rules]);
    assert_eq!(status.code(), Some(1));
    assert!(stderr.contains("rule `large` asks for stories") && stderr.contains("--stories"), "{stderr}");

    for (number, (story, sources)) in
        [("a", 1), ("a", 2), ("b", 1), ("a", 3), ("b", 2)].into_iter().enumerate()
    {
        store_linked(&pipeline, number, story, sources).await;
    }
    let mut alerter = Process::start(
        Binaries::built().wiredesk(pipeline.server.url(), &["alerts", "run", rules, "--stories"]),
    );
    alerter.wait_for_stderr("ready");
    pipeline.settled_on("ARTICLES_LINKED", NAME).await;
    let raised = raised(&pipeline, 7).await;
    let large: Vec<&str> =
        raised.iter().filter(|(rule, _)| rule == "large").map(|(_, article)| article.as_str()).collect();
    assert_eq!(large, [id(2), id(8)]);
    assert_eq!(pipeline.count(ALERTS).await, 7);
    let stored = pipeline.stored(ALERTS, 7).await;
    let alerts: Vec<Value> =
        stored.iter().map(|stored| serde_json::from_slice(&stored.payload).unwrap()).collect();
    let alert = alerts.iter().find(|alert| alert["rule"] == "large").unwrap();
    let story = json!({"id": "a", "first_seen": "2026-11-29T08:00:00Z", "size": 2, "sources": 2});
    assert_eq!((&alert["once"], &alert["story"]), (&json!("story"), &story));
    let of_rain = alerts.iter().find(|alert| alert["rule"] == "rain").unwrap();
    assert!(of_rain.get("once").is_none() && of_rain["story"]["id"] == "a", "{of_rain}");
}

#[tokio::test(flavor = "multi_thread")]
async fn status_and_doctor_name_a_linker_and_an_alerter_that_do_not_work() {
    let pipeline = Pipeline::not_set_up().await;
    assert!(pipeline.wiredesk(&["setup", "--stories", "--alerts"]).0.success());
    store_all(&pipeline, 0..3).await;
    let said = || {
        let (_, doctor, _) = pipeline.wiredesk(&["doctor", "--monitoring", "127.0.0.1:1"]);
        (doctor, pipeline.wiredesk(&["status"]).1)
    };
    let (doctor, status) = said();
    for found in [
        "stories: story-linker: 3 articles of ARTICLES_SUMMARIZED wait, and nobody asks for them",
        "alerts: alerter: 3 articles of ARTICLES_SUMMARIZED wait, and nobody asks for them",
    ] {
        assert!(doctor.contains(&format!("check  {found}")), "{doctor}");
        let (_, found) = found.split_once(": ").unwrap();
        assert!(status.contains(&format!("! {found}")), "{status}");
    }
    let folder = tempfile::tempdir().unwrap();
    let rules = folder.path().join("rules.toml");
    fs::write(&rules, RULES).unwrap();
    let _alerter = start(&pipeline, &rules);
    let mut linker = Process::start(Binaries::built().wiredesk(pipeline.server.url(), &["story-linker"]));
    linker.wait_for_stderr("ready");
    pipeline.settled_on(STREAM, NAME).await;
    pipeline.stored("ARTICLES_LINKED", 3).await;
    let (doctor, status) = said();
    assert!(doctor.contains("fine   stories: story-linker: 0 articles"), "{doctor}");
    assert!(doctor.contains("fine   alerts: alerter: 0 articles"), "{doctor}");
    assert!(!status.contains("nobody asks for them"), "{status}");
    assert!(status.contains("\nstory-linker             ARTICLES_SUMMARIZED               0"), "{status}");
}

#[test]
fn rules_on_stories_are_tested_without_a_server() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str, text: &str| {
        let file = folder.path().join(name);
        fs::write(&file, text).unwrap();
        file.to_str().unwrap().to_owned()
    };
    let body = "Heavy rain flooded the lower streets of Oslo on Monday night. The trams stood still until noon, and two schools stayed closed.";
    let article = |(number, source): (usize, &&str)| {
        json!({"id": number.to_string(), "source": source, "body": body}).to_string()
    };
    let sources = ["Wire", "The Gazette", "wire", "Post"];
    let articles = sources.iter().enumerate().map(article).collect::<Vec<_>>().join("\n");
    let rules = path(
        "rules.toml",
        "[[rule]]\nname = \"two\"\nquery = 'sources>=2'\nonce = 'story'\n[[rule]]\nname = \"three\"\nquery = 'sources>=3'\n",
    );
    let articles = path("articles.jsonl", &articles);
    let (status, printed, stderr) =
        Process::run(Binaries::built().wiredesk("", &["alerts", "test", &rules, &articles]));
    assert!(status.success(), "{stderr}");
    let alerts: Vec<Value> = printed.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let found: Vec<(&str, &str)> = alerts
        .iter()
        .map(|alert| (alert["rule"].as_str().unwrap(), alert["article"]["id"].as_str().unwrap()))
        .collect();
    assert_eq!(found, [("two", "1"), ("three", "3")]);
    assert_eq!((&alerts[1]["story"]["size"], &alerts[1]["story"]["sources"]), (&json!(4), &json!(3)));
}

#[test]
fn rules_are_tested_and_checked_without_a_server() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str, text: &str| {
        let file = folder.path().join(name);
        fs::write(&file, text).unwrap();
        file.to_str().unwrap().to_owned()
    };
    let rules = path(
        "rules.toml",
        "[[rule]]\nname = \"oslo\"\nquery = 'loc:Oslo AND rain*'\n[[rule]]\nname = \"snow\"\nquery = 'snow'\n",
    );
    let story = path(
        "story.txt",
        "Rainy days in Oslo\n\nIt rained in Oslo on Monday. The rain stopped on Tuesday.\n",
    );
    let run = |arguments: &[&str]| Process::run(Binaries::built().wiredesk("", arguments));
    let (status, printed, stderr) = run(&["alerts", "test", &rules, &story]);
    assert!(status.success(), "{stderr}");
    let alert: Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(alert["rule"], "oslo");
    let texts: Vec<&str> =
        alert["found"].as_array().unwrap().iter().map(|it| it["text"].as_str().unwrap()).collect();
    assert!(texts.contains(&"rained") && texts.contains(&"Oslo"), "{texts:?}");
    assert!(stderr.contains("1 articles, 1 alerts; 1 rules found nothing: snow"), "{stderr}");

    // What `annotate` prints is taken as it is.
    let (_, enriched, _) = run(&["annotate", &story]);
    let enriched = path("enriched.jsonl", &enriched);
    assert_eq!(run(&["alerts", "test", &rules, &enriched]).1, printed);

    let (status, printed, _) = run(&["alerts", "check", &rules]);
    assert!(status.success() && printed == "2 rules can be read.\n", "{printed}");
    let wrong = path("wrong.toml", "[[rule]]\nname = \"a\"\nquery = 'rain snow'\n");
    for command in ["check", "test"] {
        let (status, _, stderr) = run(&["alerts", command, &wrong]);
        assert_eq!(status.code(), Some(1));
        assert!(stderr.contains("wrong.toml:3:15: rule `a`: an operator is missing"), "{stderr}");
    }
}
