//! Sinks that write to PostgreSQL.

use std::time::Duration;

use pipeline_tests::{PostgresServer, Process, admin, wait_until};
use serde_json::{Value, json};
use tokio_postgres::{Client, NoTls};

use super::events::{STREAM, event, http, id, start, store, store_all};
use crate::running::Pipeline;

const NAME: &str = "sink-postgres";

async fn connect(database: &PostgresServer) -> Client {
    let (client, connection) = tokio_postgres::connect(&database.url(), NoTls).await.expect("it answers");
    // It ends with the test, or when the database is killed.
    tokio::spawn(connection);
    client
}

/// Returns the only value of a query, as text.
async fn value(client: &Client, query: &str) -> String {
    client.query_one(&format!("SELECT ({query})::text"), &[]).await.expect("the query is right").get(0)
}

async fn count(client: &Client, table: &str) -> usize {
    value(client, &format!("SELECT count(*) FROM {table}")).await.parse().expect("a count")
}

fn sink(pipeline: &Pipeline, database: &PostgresServer, more: &[&str]) -> Process {
    start(pipeline, &[&["postgres", &database.url()], more].concat())
}

#[tokio::test(flavor = "multi_thread")]
async fn articles_entities_mentions_and_layers_are_rows() {
    let (pipeline, database) = (Pipeline::set_up().await, PostgresServer::start());
    store_all(&pipeline.jetstream, 0..4).await;
    let _sink = sink(&pipeline, &database, &[]);
    pipeline.settled_on(STREAM, NAME).await;
    let client = connect(&database).await;
    let counts = [count(&client, "articles").await, count(&client, "entities").await];
    assert_eq!((counts, count(&client, "mentions").await, count(&client, "layers").await), ([4, 4], 4, 20));
    let row = "SELECT row_to_json(a) FROM articles a WHERE id = 'article-0'";
    let row: Value = serde_json::from_str(&value(&client, row).await).unwrap();
    assert_eq!(row["headline"], "Weather");
    assert_eq!((&row["language"], &row["source"]), (&json!("en"), &json!("The Gazette")));
    assert_eq!((&row["summary"], &row["members"]), (&row["body"], &json!({"desk": "weather"})));
    let named = "SELECT string_agg(m.text || ' ' || e.type || ' ' || substr(a.body, m.start_offset + 1, m.end_offset - m.start_offset), ', ' ORDER BY m.number)
         FROM mentions m
         JOIN articles a ON a.id = m.article_id AND a.revision = m.revision
         JOIN entities e ON e.article_id = m.article_id AND e.revision = m.revision AND e.number = m.entity
         WHERE a.id = 'article-2'";
    assert_eq!(value(&client, named).await, "Ann Lee PER Ann Lee, Oslo LOC Oslo");
    let layer = "SELECT content FROM layers WHERE article_id = 'article-1' AND layer = 'summary'";
    let layer: Value = serde_json::from_str(&value(&client, layer).await).unwrap();
    assert_eq!(layer, event(1)["summary"]);
    // What an operator deletes goes with all that belongs to it.
    client.execute("DELETE FROM articles WHERE id = 'article-0'", &[]).await.unwrap();
    assert_eq!((count(&client, "mentions").await, count(&client, "layers").await), (2, 15));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_later_result_replaces_an_earlier_one_and_the_same_again_changes_nothing() {
    let (pipeline, database) = (Pipeline::set_up().await, PostgresServer::start());
    let mut again = event(0);
    again["entities"] = json!({"mentions": [], "entities": []});
    again["summary"]["text"] = "Better.".into();
    let mut corrected = event(0);
    corrected["article"]["revision"] = "another".into();
    store(&pipeline.jetstream, &event(0).to_string()).await;
    let _first = sink(&pipeline, &database, &[]);
    pipeline.settled_on(STREAM, NAME).await;
    let client = connect(&database).await;
    assert_eq!(count(&client, "mentions").await, 2);
    for event in [&again, &corrected] {
        store(&pipeline.jetstream, &event.to_string()).await;
    }
    // A second sink gets all of them again: the first result comes after the better one.
    let _second = sink(&pipeline, &database, &["--name", "second"]);
    for name in [NAME, "second"] {
        pipeline.settled_on(STREAM, name).await;
    }
    let revisions = "SELECT string_agg(revision || ' ' || summary, ', ' ORDER BY revision) FROM articles";
    assert_eq!(
        value(&client, revisions).await,
        "0123456789abcdef Better., another Rain fell on Ann Lee in Oslo."
    );
    assert_eq!((count(&client, "mentions").await, count(&client, "layers").await), (2, 10));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_database_refuses_becomes_a_dead_letter_and_the_rest_is_written() {
    let (pipeline, database) = (Pipeline::set_up().await, PostgresServer::start());
    // PostgreSQL has no character U+0000, neither in the text of an article nor in the JSON of a layer.
    let (mut article, mut layer) = (event(7), event(12));
    article["article"]["body"] = "Rain \u{0} in Oslo".into();
    layer["of_a_later_version"] = "Rain \u{0} in Oslo".into();
    store_all(&pipeline.jetstream, 0..7).await;
    store(&pipeline.jetstream, &article.to_string()).await;
    store_all(&pipeline.jetstream, 8..12).await;
    store(&pipeline.jetstream, &layer.to_string()).await;
    let sink = sink(&pipeline, &database, &[]);
    pipeline.settled_on(STREAM, NAME).await;
    let client = connect(&database).await;
    assert_eq!((count(&client, "articles").await, count(&client, "layers").await), (11, 55));
    let (_, listed, _) = pipeline.wiredesk(&["dead", "list", "--json"]);
    let letters: Vec<Value> = listed.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let of = |number| letters.iter().find(|letter| letter["article"] == id(number)).unwrap();
    for (number, said) in [(7, "22021: invalid byte sequence"), (12, "22P05: unsupported Unicode escape")] {
        assert_eq!(of(number)["reason"], json!("refused"));
        let error = of(number)["error"].as_str().unwrap();
        assert!(error.starts_with(&format!("the database answered SQLSTATE {said}")), "{error}");
    }
    assert!(!sink.stderr().contains("Rain"), "{}", sink.stderr());
}

#[tokio::test(flavor = "multi_thread")]
async fn every_article_is_there_once_although_sink_server_and_database_are_killed() {
    let (mut pipeline, mut database) = (Pipeline::set_up().await, PostgresServer::start());
    let mut process = sink(&pipeline, &database, &["--batch", "20"]);
    let place = [(STREAM.to_owned(), NAME.to_owned())];
    admin::set_ack_wait(&pipeline.jetstream, &place, Duration::from_secs(1)).await;
    for round in 0..6 {
        store_all(&pipeline.jetstream, round * 100..(round + 1) * 100).await;
        match round % 3 {
            0 => {
                process.kill();
                process = sink(&pipeline, &database, &["--batch", "20"]);
            }
            1 => pipeline.restart_server().await,
            _ => {
                database.kill();
                database.restart();
            }
        }
    }
    pipeline.settled_on(STREAM, NAME).await;
    let client = connect(&database).await;
    assert_eq!((count(&client, "articles").await, count(&client, "mentions").await), (600, 600));
    assert_eq!(pipeline.count("ARTICLES_DEAD").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_is_away_stops_the_sink_and_is_named() {
    let (pipeline, mut database) = (Pipeline::set_up().await, PostgresServer::start());
    database.kill();
    store_all(&pipeline.jetstream, 0..3).await;
    let mut process = sink(&pipeline, &database, &["--http", "127.0.0.1:0"]);
    process.wait_for_stderr("target_away");
    let (status, said) = http(&process, "/readyz");
    assert!(status == 503 && said.contains("target_away") && said.contains("target postgres"), "{said}");
    assert_eq!(pipeline.count("ARTICLES_DEAD").await, 0);
    database.restart();
    pipeline.settled_on(STREAM, NAME).await;
    wait_until("the sink to be ready", || (http(&process, "/readyz").0 == 200).then_some(()));
    assert_eq!(count(&connect(&database).await, "articles").await, 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_user_without_rights_and_tables_of_a_later_version_are_named() {
    let (pipeline, database) = (Pipeline::set_up().await, PostgresServer::start());
    let client = connect(&database).await;
    client.batch_execute("CREATE USER guest; REVOKE CREATE ON SCHEMA public FROM PUBLIC").await.unwrap();
    let guest = database.url().replace("user=wiredesk", "user=guest");
    let mut denied = start(&pipeline, &["postgres", &guest, "--name", "guest"]);
    denied.wait_for_stderr("target_denied");
    assert!(denied.stderr().contains("permission denied for schema public"), "{}", denied.stderr());
    denied.terminate();

    let mut first = sink(&pipeline, &database, &[]);
    store_all(&pipeline.jetstream, 0..1).await;
    pipeline.settled_on(STREAM, NAME).await;
    first.terminate();
    first.wait();
    client.execute("INSERT INTO wiredesk_migrations (version) VALUES (1000)", &[]).await.unwrap();
    let mut second = sink(&pipeline, &database, &[]);
    second.wait_for_stderr("a later version of this program made the tables");
}
