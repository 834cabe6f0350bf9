//! Dead letters: seen, repaired, replayed and dropped through the console.

use pipeline_tests::wait_until;
use serde_json::{Value, json};

use super::{article, client::Console, running};
use crate::running::{Pipeline, RECEIVED};

const BROKEN: &str = r#"{"id":"broken","body": "#;

#[tokio::test(flavor = "multi_thread")]
async fn a_broken_article_is_repaired_and_replayed() {
    let (pipeline, _workers, console) = running().await;
    pipeline.publish(RECEIVED, BROKEN).await;
    pipeline.stored("ARTICLES_DEAD", 1).await;
    let (_, list) = console.get("/api/dead?reason=invalid_json");
    assert_eq!((&list["matching"], &list["letters"][0]["sequence"]), (&json!(1), &json!(1)));
    assert_eq!(console.get("/api/dead/1").1["payload"], BROKEN);

    let repaired = article("broken").to_string();
    let replay = |payload: &str| {
        console.post_json("/api/dead/replay", &json!({"select": {"sequences": [1]}, "payload": payload}))
    };
    let (_, refused) = replay(BROKEN);
    assert_eq!(refused["results"][0]["fate"], "failed");
    assert_eq!(replay(&repaired).1["results"][0]["fate"], "replayed");
    assert_eq!(replay(&repaired).1["results"][0]["fate"], "replayed_before");
    // The console reads each stream by itself, so a later step may be known before an earlier one.
    let steps = wait_until("the way of the repaired article", || {
        let (_, timeline) = console.get("/api/articles/broken/timeline");
        let steps: Vec<String> = timeline["steps"]
            .as_array()?
            .iter()
            .filter_map(|it| it["what"].as_str().map(str::to_owned))
            .collect();
        let count = |what: &str| steps.iter().filter(|it| *it == what).count();
        (count("summarized") == 1 && count("received") == 2 && count("dead") == 1).then_some(steps)
    });
    assert_eq!(steps[..3], ["received", "dead", "received"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_action_on_many_says_first_how_many_and_then_what_became_of_each() {
    let (pipeline, _workers, console) = running().await;
    for number in 0..3 {
        pipeline.publish(RECEIVED, format!("{{\"id\":\"{number}\"}}")).await;
    }
    pipeline.stored("ARTICLES_DEAD", 3).await;
    let drop = |action: Value| console.post_json("/api/dead/drop", &action);
    assert_eq!(drop(json!({"select": {}})).0, 400);
    let (_, said) = drop(json!({"select": {"reason": "missing_body"}, "dry_run": true}));
    assert_eq!(said["count"], 3);
    assert_eq!(drop(json!({"select": {"reason": "missing_body"}, "expect": 2})).0, 409);
    assert_eq!(pipeline.count("ARTICLES_DEAD").await, 3, "nothing was done");
    let (_, done) = drop(json!({"select": {"reason": "missing_body"}, "expect": 3}));
    let fates: Vec<&Value> = done["results"].as_array().unwrap().iter().map(|it| &it["fate"]).collect();
    assert_eq!(fates, ["dropped"; 3]);
    assert_eq!(pipeline.count("ARTICLES_DEAD").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_publisher_that_waits_hears_of_a_dead_letter() {
    let pipeline = Pipeline::configured("max_payload: 64KB").await;
    let (status, _, stderr) = pipeline.wiredesk(&["setup"]);
    assert!(status.success(), "{stderr}");
    let _workers = pipeline.workers();
    let console = Console::start(pipeline.server.url());
    console.wait_until_ready();
    // It fits into the stream, and no longer with the places of its sentences.
    let mut large = article("large");
    large["body"] = "Rain fell on Oslo on Friday. ".repeat(1_500).into();
    let (status, answer) = console.post_json("/api/articles?wait=60s", &large);
    assert_eq!((status, &answer["error"]["code"]), (422, &json!("too_large")), "{answer}");
    let message = answer["error"]["message"].as_str().unwrap();
    assert!(message.starts_with("the article became dead letter 1: "), "{message}");
}
