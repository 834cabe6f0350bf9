//! Articles that can never be processed become dead letters with their history, and do not hold up others.

use messages::{StageName, headers};

use crate::running::{Pipeline, RECEIVED, Stored};

fn header(letter: &Stored, name: &str) -> String {
    let value = letter.headers.get(name).unwrap_or_else(|| panic!("a dead letter has {name}"));
    value.as_str().to_owned()
}

/// Publishes `payload` on the input of `stage`, and checks the dead letter.
async fn check(subject: &str, stage: StageName, payload: &[u8], reason: &str) -> Stored {
    let pipeline = Pipeline::set_up().await;
    let _workers = pipeline.workers();
    pipeline.publish(subject, payload.to_vec()).await;
    let letter = pipeline.stored("ARTICLES_DEAD", 1).await.swap_remove(0);
    assert_eq!(letter.subject, format!("articles.v1.dead.{stage}.{reason}"));
    assert_eq!(letter.payload, payload, "the payload is kept byte for byte");
    assert_eq!(header(&letter, headers::DEAD_SUBJECT), subject);
    assert_eq!(header(&letter, headers::DEAD_SEQUENCE), "1");
    assert_eq!(header(&letter, headers::DEAD_STAGE), stage.as_str());
    assert_eq!(header(&letter, headers::DEAD_REASON), reason);
    assert_eq!(header(&letter, headers::DELIVERIES), "1");
    assert!(!header(&letter, headers::DEAD_ERROR).is_empty());
    assert!(!header(&letter, headers::VERSION).is_empty());
    assert!(header(&letter, headers::DEAD_TIME).ends_with('Z'));

    // The next article is processed, and nothing is left to redeliver.
    pipeline
        .publish(RECEIVED, r#"{"body":"Rain fell on Oslo on Friday, and the streets were empty."}"#)
        .await;
    pipeline.stored("ARTICLES_SUMMARIZED", 1).await;
    pipeline.settled().await;
    assert_eq!(pipeline.count("ARTICLES_DEAD").await, 1);
    letter
}

#[tokio::test(flavor = "multi_thread")]
async fn sets_invalid_json_aside() {
    check(RECEIVED, StageName::Detect, b"{\"body\": \"Rain\xff", "invalid_json").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sets_an_empty_body_aside() {
    check(RECEIVED, StageName::Detect, b"{\"body\":\" \\n\\u3000\"}", "empty_body").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sets_an_article_without_a_body_aside() {
    check(RECEIVED, StageName::Detect, br#"{"headline":"Rain"}"#, "missing_body").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_stage_sets_other_events_aside() {
    let events = ["received", "detected", "segmented", "tagged"];
    for (stage, event) in StageName::ALL.into_iter().zip(events).skip(1) {
        check(
            &format!("articles.v1.{event}.live.en"),
            stage,
            br#"{"schema":"wiredesk.article/1"}"#,
            "invalid_event",
        )
        .await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_error_does_not_quote_the_article() {
    let payload = br#"{"body":["Confidential until Friday"]}"#;
    let letter = check(RECEIVED, StageName::Detect, payload, "invalid_article").await;
    assert!(!header(&letter, headers::DEAD_ERROR).contains("Confidential"));
}
