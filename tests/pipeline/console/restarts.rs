//! Restarts: of the console, of a second one beside it, and of the server.

use pipeline_tests::{Process, wait_until};
use serde_json::Value;

use super::{article, client::Console, running};
use crate::running::Pipeline;

fn publish_some(console: &Console) {
    for id in ["a", "b", "c"] {
        console.enriched(&article(id));
    }
}

/// Returns everything that a console says about the articles.
fn everything(console: &Console) -> Vec<Value> {
    let (_, list) = console.get("/api/articles");
    let ways = ["a", "b", "c"].map(|id| console.get(&format!("/api/articles/{id}/timeline")).1);
    std::iter::once(list).chain(ways).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn consoles_side_by_side_and_after_a_restart_say_the_same() {
    let (pipeline, _workers, mut console) = running().await;
    publish_some(&console);
    let said = wait_until("all steps", || {
        let said = everything(&console);
        let is_whole = |way: &Value| way["steps"].as_array().is_some_and(|steps| steps.len() == 5);
        said[1..].iter().all(is_whole).then_some(said)
    });
    let other = Console::start(pipeline.server.url());
    other.wait_until_ready();
    assert_eq!(everything(&other), said);
    console.process.terminate();
    assert!(console.process.wait().success());
    let again = Console::start(pipeline.server.url());
    again.wait_until_ready();
    assert_eq!(everything(&again), said);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_console_goes_on_when_the_server_comes_back() {
    let (mut pipeline, _workers, console) = running().await;
    console.enriched(&article("before"));
    pipeline.restart_server().await;
    let after = wait_until("an article after the restart", || {
        let (status, answer) = console.post_json("/api/articles?wait=60s", &article("after"));
        (status == 200).then_some(answer)
    });
    assert_eq!(after["article"]["id"], "after");
    let (_, list) = console.get("/api/articles");
    assert_eq!(list["articles"].as_array().map(Vec::len), Some(2), "{list}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_console_waits_for_the_setup() {
    let pipeline = Pipeline::not_set_up().await;
    let mut console = Console::start(pipeline.server.url());
    console.process.wait_for_stderr("run `wiredesk setup` first");
    assert_eq!(console.get("/readyz").0, 503);
    let (status, _, stderr): (_, _, String) = pipeline.wiredesk(&["setup"]);
    assert!(status.success(), "{stderr}");
    console.wait_until_ready();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_console_ends_while_readers_wait() {
    let (_pipeline, _workers, mut console) = running().await;
    let _reader = console.events("", None);
    let process: &mut Process = &mut console.process;
    process.terminate();
    assert!(process.wait().success());
}
