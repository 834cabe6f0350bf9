//! `wiredesk annotate` as users run it: the built program with files and pipes.

#![expect(clippy::unwrap_used, reason = "a test stops at the first error, and so do its helpers")]

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    path::Path,
    process::{Command, Output, Stdio},
};

use serde_json::{Value, json};
use tempfile::TempDir;

const STORY: &str = "Ferry strike ends in Bergen\n\n\
    BERGEN, Norway (NTB) - Ferry crews in Bergen went back to work on Monday after the operator Fjordlinjen \
    agreed to a pay rise of 4.2 percent.\n\n\
    The strike had cut off three islands for nine days. \"We are tired but content,\" said Ingrid Solheim, who \
    led the talks for the union.\n\n\
    Fjordlinjen carries 1.3 million passengers a year. Solheim said the next talks begin in March.\n";

fn wiredesk(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wiredesk"));
    command.arg("annotate").args(arguments).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(arguments: &[&str]) -> Output {
    wiredesk(arguments).output().unwrap()
}

fn piped(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = wiredesk(arguments).stdin(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

fn lines(output: &Output) -> Vec<Value> {
    let text = std::str::from_utf8(&output.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in files {
        fs::write(folder.path().join(name), content).unwrap();
    }
    folder
}

fn path(folder: &Path, name: &str) -> String {
    folder.join(name).to_str().unwrap().to_owned()
}

/// Returns articles of very different lengths with the ids 0, 1, 2 …
fn feed(count: usize) -> String {
    let article = |id: usize| {
        let body = if id.is_multiple_of(7) { STORY.repeat(8) } else { format!("Rain fell on day {id}.") };
        json!({"id": id.to_string(), "body": body}).to_string() + "\n"
    };
    (0..count).map(article).collect()
}

#[test]
fn a_text_file_becomes_one_line_with_all_layers() {
    let folder = folder(&[("story.txt", STORY)]);
    let output = run(&[&path(folder.path(), "story.txt")]);
    assert_eq!(output.status.code(), Some(0));
    let [event] = lines(&output).try_into().unwrap();
    assert_eq!(event["article"]["body"], STORY);
    assert_eq!(event["language"]["tag"], "en");
    assert_eq!(event["segments"]["blocks"][0]["kind"], "headline");
    assert!(event["entities"]["entities"].as_array().unwrap().iter().any(|e| e["name"] == "Ingrid Solheim"));
    assert_eq!(event["summary"]["sentences"].as_array().unwrap().len(), 3);
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn results_keep_the_order_of_the_articles_with_any_number_of_threads() {
    let feed = feed(60);
    let four = piped(&["--threads", "4"], feed.as_bytes());
    let ids: Vec<Value> = lines(&four).iter().map(|event| event["article"]["id"].clone()).collect();
    let expected: Vec<Value> = (0..60).map(|id| json!(id.to_string())).collect();
    assert_eq!(ids, expected);
    assert_eq!(four.stdout, piped(&["--threads", "1"], feed.as_bytes()).stdout);
}

#[test]
fn a_failed_article_is_a_line_and_the_exit_status_is_1() {
    let folder = folder(&[
        (
            "feed.jsonl",
            "{\"id\":\"a\",\"body\":\"Rain.\"}\n{\"id\":\"b\"}\n\n{broken\n{\"body\":\"Snow.\"}\n",
        ),
        ("empty.txt", ""),
    ]);
    let [feed, missing, empty] =
        ["feed.jsonl", "missing.txt", "empty.txt"].map(|name| path(folder.path(), name));
    let output = run(&[&feed, &missing, &empty]);
    assert_eq!(output.status.code(), Some(1));
    let lines = lines(&output);
    let found: Vec<String> = lines
        .iter()
        .map(|line| match line.get("error") {
            Some(error) => format!(
                "{} {} {} {}",
                line["id"],
                error["stage"],
                error["code"],
                error["origin"].as_str().unwrap().replace(folder.path().to_str().unwrap(), "")
            ),
            None => line["article"]["body"].to_string(),
        })
        .collect();
    assert_eq!(
        found,
        [
            r#""Rain.""#,
            r#""b" "detect" "missing_body" /feed.jsonl:2"#,
            r#"null "detect" "invalid_json" /feed.jsonl:4"#,
            r#""Snow.""#,
            r#"null "read" "unreadable" /missing.txt"#,
            r#"null "detect" "empty_body" /empty.txt"#,
        ]
    );
}

#[test]
fn through_names_the_last_stage() {
    for (stage, last_layer, next_layer) in [
        ("detect", "language", "segments"),
        ("segment", "segments", "entities"),
        ("tag", "entities", "summary"),
    ] {
        let [event] = lines(&piped(&["--through", stage], STORY.as_bytes())).try_into().unwrap();
        assert!(event.get(last_layer).is_some() && event.get(next_layer).is_none(), "{stage}");
    }
}

#[test]
fn flags_add_tokens_and_set_the_length_of_the_summary() {
    let [plain] = lines(&piped(&[], STORY.as_bytes())).try_into().unwrap();
    assert!(plain["segments"].get("tokens").is_none());
    let [with_flags] = lines(&piped(&["--tokens", "--summary", "1"], STORY.as_bytes())).try_into().unwrap();
    assert!(with_flags["segments"]["tokens"].as_array().unwrap().len() > 50);
    assert_eq!(with_flags["summary"]["sentences"].as_array().unwrap().len(), 1);
}

#[test]
fn standard_input_is_one_text_or_json_lines() {
    let [text] = lines(&piped(&["-"], STORY.as_bytes())).try_into().unwrap();
    assert_eq!(text["article"]["body"], STORY);
    let two = lines(&piped(&[], b"{\"body\":\"Rain.\"}\r\n{\"body\":\"Snow.\"}"));
    assert_eq!(two.len(), 2);
    let [as_text] = lines(&piped(&["--input", "text"], b"{\"body\":\"Rain.\"}")).try_into().unwrap();
    assert_eq!(as_text["article"]["body"], "{\"body\":\"Rain.\"}");
}

#[test]
fn without_input_there_is_no_output() {
    let output = piped(&[], b"");
    assert_eq!((output.status.code(), output.stdout.len()), (Some(0), 0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "note: no articles found\n");
}

#[test]
fn each_result_of_a_slow_feed_is_printed_at_once() {
    let mut child = wiredesk(&["--threads", "3"]).stdin(Stdio::piped()).spawn().unwrap();
    let mut feed = child.stdin.take().unwrap();
    let mut results = BufReader::new(child.stdout.take().unwrap()).lines();
    for id in ["first", "second", "third"] {
        writeln!(feed, "{}", json!({"id": id, "body": "Rain fell in Oslo."})).unwrap();
        let event: Value = serde_json::from_str(&results.next().unwrap().unwrap()).unwrap();
        assert_eq!(event["article"]["id"], id);
    }
    drop(feed);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_closed_output_pipe_is_not_an_error() {
    let mut child = wiredesk(&[]).stdin(Stdio::piped()).spawn().unwrap();
    let mut feed = child.stdin.take().unwrap();
    let feeder = std::thread::spawn(move || {
        // The feed never ends, so only the closed pipe can end the run.
        let article = json!({"body": STORY}).to_string() + "\n";
        while feed.write_all(article.as_bytes()).is_ok() {}
    });
    let mut results = BufReader::new(child.stdout.take().unwrap());
    results.read_line(&mut String::new()).unwrap();
    drop(results);
    assert_eq!(child.wait().unwrap().code(), Some(0));
    let mut errors = String::new();
    child.stderr.take().unwrap().read_to_string(&mut errors).unwrap();
    assert_eq!(errors, "");
    feeder.join().unwrap();
}

#[test]
fn text_has_no_colours_in_a_pipe() {
    // The tests of the view cover the layers of the later stages.
    let text = piped(&["--output", "pretty", "--through", "segment"], STORY.as_bytes());
    insta::assert_snapshot!(String::from_utf8(text.stdout).unwrap(), @r"
    Ferry strike ends in Bergen
    id               fe0c58b693f6b34b7349617a8b62e018
    language         English (en), Latin script, 100 % sure
    dateline         BERGEN, Norway · NTB
    structure        3 paragraphs, 6 sentences
    ");
    let failed = piped(&["--output", "pretty"], b"{\"id\":\"a\"}");
    assert_eq!(failed.status.code(), Some(1));
    insta::assert_snapshot!(
        String::from_utf8(failed.stdout).unwrap().trim_end(),
        @"error: -:1: not an article: it has no `body` (detect: missing_body)"
    );
}

#[test]
fn invalid_arguments_give_exit_status_2() {
    for arguments in [["--threads", "0"], ["--through", "publish"], ["--summary", "none"], ["-", "-"]] {
        let output = run(&arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty());
    }
}

#[test]
fn environment_variables_set_what_flags_do_not() {
    let mut child = wiredesk(&[])
        .env("WIREDESK_SUMMARY", "1")
        .env("WIREDESK_TOKENS", "true")
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(STORY.as_bytes()).unwrap();
    let [event] = lines(&child.wait_with_output().unwrap()).try_into().unwrap();
    assert_eq!(event["summary"]["sentences"].as_array().unwrap().len(), 1);
    assert!(event["segments"]["tokens"].is_array());
}

#[test]
fn invalid_settings_are_reported_together() {
    let output = run(&["--summary", "none", "--languages", "english", "--tier", "best", "-", "-"]);
    let report = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(report.starts_with("error: 4 settings need attention:"), "{report}");
    for setting in ["--summary", "--languages", "--tier", "`-`"] {
        assert!(report.contains(setting), "{setting} in: {report}");
    }
}
