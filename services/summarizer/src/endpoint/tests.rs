//! Tests against a small server that takes one connection for each request.

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::{TcpListener, TcpStream},
    sync::mpsc::{Receiver, Sender, channel},
    thread,
    time::{Duration, Instant},
};

use messages::{
    Article, ArticleReceived, ArticleSummarized, Block, BlockKind, Entities, Field, Language, Provenance,
    Segments, Sentence, Stage as _, StageIdentity, StageName,
};
use serde_json::{Value, json};

use super::client::{Endpoint, LARGEST_ANSWER, Options};
use crate::{Summarizer, abstractive::AbstractiveSummarizer};

/// What the server does with one request.
#[derive(Clone)]
enum Reply {
    /// Sends a status and a body.
    Send(&'static str, String),
    /// Sends nothing until the client gives up.
    Silence,
    /// Closes the connection without an answer.
    HangUp,
}

/// Starts a server that answers one request after the other with `replies`. Returns its address, and a
/// receiver of the head and body of each request.
fn serve(replies: Vec<Reply>) -> (String, Receiver<(String, Value)>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/v1", listener.local_addr().unwrap());
    let (sender, received) = channel();
    thread::spawn(move || {
        for reply in replies {
            let (stream, _) = listener.accept().unwrap();
            handle(stream, &reply, &sender);
        }
    });
    (url, received)
}

fn handle(mut stream: TcpStream, reply: &Reply, sender: &Sender<(String, Value)>) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let (mut head, mut length) = (String::new(), 0);
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        if let Some(value) = line.to_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap();
        }
        if line.trim().is_empty() {
            break;
        }
        head.push_str(&line);
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    let _ = sender.send((head, serde_json::from_slice(&body).unwrap()));
    match reply {
        Reply::Send(status, text) => {
            let length = text.len();
            // The client may give up before the end.
            let _ = write!(
                stream,
                "HTTP/1.1 {status}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{text}"
            );
        }
        Reply::Silence => {
            let _ = reader.read(&mut [0]);
        }
        Reply::HangUp => {}
    }
}

fn says(content: &str) -> Reply {
    Reply::Send("200 OK", json!({"choices": [{"message": {"content": content}}]}).to_string())
}

const BODY: &str = "Rain stopped 12 trams in Oslo on Sunday.";

/// Summarizes an article of one sentence with the model at `url`.
fn summarize(url: &str) -> ArticleSummarized {
    let options = Options {
        url: url.to_owned(),
        model: "tiny".to_owned(),
        key: Some("secret".to_owned()),
        timeout: Duration::from_millis(400),
        tokens: 99,
        attempts: 2,
        pause: Duration::from_millis(1),
    };
    let language = Language {
        tag: "en".to_owned(),
        iso639_3: "eng".to_owned(),
        script: "Latn".to_owned(),
        confidence: 1.0,
        reliable: true,
        alternatives: Vec::new(),
        paragraphs: Vec::new(),
    };
    let end = BODY.len();
    let block = Block { kind: BlockKind::Paragraph, field: Field::Body, start: 0, end, dateline: None };
    let sentences = vec![Sentence { field: Field::Body, start: 0, end, block: 0 }];
    let segments = Segments { blocks: vec![block], sentences, tokens: None };
    let by = |stage| Provenance::ok(&StageIdentity { stage, version: "0", model: "by-hand".to_owned() });
    let event = ArticleReceived { article: Article::from_body(BODY) }
        .detected(language, by(StageName::Detect))
        .segmented(segments, by(StageName::Segment))
        .tagged(Entities::default(), by(StageName::Tag));
    AbstractiveSummarizer::new(Summarizer::default(), Endpoint::new(options)).process(event).unwrap()
}

/// Checks that the article gets its extract, no abstract, and `reason` among its limits.
fn check_falls_back(replies: Vec<Reply>, reason: &str) {
    let (url, _received) = serve(replies);
    let event = summarize(&url);
    assert_eq!((event.summary.text.as_str(), &event.summary.written), (BODY, &None), "{reason}");
    let by = event.provenance.last().unwrap();
    assert_eq!((by.model.as_str(), by.limits.as_slice()), ("extract-5+tiny", &[reason.to_owned()][..]));
}

#[test]
fn the_models_summary_is_added_to_the_extract() {
    let (url, received) = serve(vec![says("Oslo's 12 trams stood still, Bergen's 9 did not.")]);
    let event = summarize(&url);
    let written = event.summary.written.clone().unwrap();
    assert_eq!(event.summary.text, BODY);
    assert_eq!(written.text, "Oslo's 12 trams stood still, Bergen's 9 did not.");
    assert_eq!(
        (written.model.as_str(), written.unsupported_claims.as_slice()),
        ("tiny", &["Bergen's".to_owned(), "9".to_owned()][..])
    );
    assert!(event.provenance.last().unwrap().limits.is_empty());

    let (head, request) = received.recv().unwrap();
    assert!(
        head.starts_with("POST /v1/chat/completions ")
            && head.to_lowercase().contains("authorization: bearer secret")
    );
    assert_eq!(
        (&request["model"], &request["max_tokens"], &request["stream"]),
        (&json!("tiny"), &json!(99), &json!(false))
    );
    assert_eq!(request["messages"][1]["content"], BODY);
}

#[test]
fn a_refusal_is_not_repeated() {
    let (url, received) = serve(vec![Reply::Send("401 Unauthorized", String::new()), says("Rain.")]);
    assert_eq!(summarize(&url).provenance.last().unwrap().limits, ["abstract_refused"]);
    assert_eq!(received.try_iter().count(), 1);
}

#[test]
fn a_transient_error_is_repeated() {
    for error in [
        Reply::HangUp,
        Reply::Send("503 Service Unavailable", String::new()),
        Reply::Send("429 Too Many Requests", "{}".to_owned()),
    ] {
        let (url, received) = serve(vec![error, says("Rain stopped trams.")]);
        assert_eq!(summarize(&url).summary.written.as_ref().unwrap().text, "Rain stopped trams.");
        assert_eq!(received.try_iter().count(), 2);
    }
}

#[test]
fn a_lasting_error_is_reported_in_provenance() {
    check_falls_back(vec![Reply::HangUp, Reply::HangUp], "abstract_unreachable");
    let unavailable = || Reply::Send("500 Internal Server Error", String::new());
    check_falls_back(vec![unavailable(), unavailable()], "abstract_unavailable");
}

#[test]
fn a_slow_answer_times_out() {
    let started = Instant::now();
    check_falls_back(vec![Reply::Silence, Reply::Silence], "abstract_timed_out");
    assert!(started.elapsed() < Duration::from_secs(10));
}

#[test]
fn an_endpoint_that_does_not_listen_is_reported_in_provenance() {
    let url = {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        format!("http://{}/v1", listener.local_addr().unwrap())
    };
    assert_eq!(summarize(&url).provenance.last().unwrap().limits, ["abstract_unreachable"]);
}

#[test]
fn an_unreadable_answer_is_reported_in_provenance() {
    for garbage in [
        "",
        "<html>busy</html>",
        "{",
        "{}",
        r#"{"choices":[]}"#,
        r#"{"choices":[{"message":{"content":7}}]}"#,
    ] {
        check_falls_back(vec![Reply::Send("200 OK", garbage.to_owned())], "abstract_unreadable");
    }
}

#[test]
fn an_answer_that_is_too_long_is_reported_in_provenance() {
    let large = "x".repeat(LARGEST_ANSWER as usize + 1);
    check_falls_back(vec![Reply::Send("200 OK", large)], "abstract_too_large");
    check_falls_back(vec![says(&"rain ".repeat(300))], "abstract_too_large");
}

#[test]
fn an_empty_answer_or_an_excuse_is_reported_in_provenance() {
    check_falls_back(vec![says(" ")], "abstract_empty");
    check_falls_back(vec![says("I'm sorry, but I can't summarize this.")], "abstract_declined");
}
