//! Articles from files, folders and streams.

use std::{fs, io::Cursor, path::PathBuf};

use runtime::settings::Problems;

use super::{arguments::InputArgs, format::InputFormat, input::Input, read, sniff};

const TWO_LINES: &str = "{\"body\":\"Rain.\"}\n{\"body\":\"Snow.\"}\n";

/// Returns `origin payload` of each input, or `origin code`.
fn shown(inputs: impl Iterator<Item = Input>) -> Vec<String> {
    let one = |Input { origin, payload }| match payload {
        Ok(payload) => format!("{origin} {}", String::from_utf8_lossy(&payload)),
        Err(error) => format!("{origin} {}", error.code()),
    };
    inputs.map(one).collect()
}

/// Reads `paths` in a new folder that holds `files`. Origins are relative to that folder.
fn read_paths(files: &[(&str, &[u8])], paths: &[&str], format: InputFormat) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    let paths = paths.iter().map(|path| folder.path().join(path)).collect();
    let inputs = InputArgs { paths, input: format }.inputs();
    let prefix = folder.path().join("").display().to_string();
    shown(inputs).into_iter().map(|line| line.replace(&prefix, "")).collect()
}

fn read_file(name: &str, content: &str) -> Vec<String> {
    read_paths(&[(name, content.as_bytes())], &[name], InputFormat::Auto)
}

fn piped(content: &str) -> Vec<String> {
    shown(sniff::any("-".to_owned(), Cursor::new(content.to_owned().into_bytes())))
}

#[test]
fn a_text_file_is_one_article() {
    assert_eq!(read_file("a.txt", "Rain.\r\n\r\nSnow."), [r#"a.txt {"body":"Rain.\r\n\r\nSnow."}"#]);
    assert_eq!(read_file("README", "Rain."), [r#"README {"body":"Rain."}"#]);
}

#[test]
fn a_byte_order_mark_is_not_part_of_the_text() {
    assert_eq!(read_file("a.txt", "\u{FEFF}Rain."), [r#"a.txt {"body":"Rain."}"#]);
    assert_eq!(read_file("a.jsonl", "\u{FEFF}{}\n"), ["a.jsonl:1 {}"]);
    assert_eq!(read_file("a.json", "\u{FEFF}[{}]"), ["a.json[0] {}"]);
    assert_eq!(piped("\u{FEFF}Rain."), [r#"- {"body":"Rain."}"#]);
    assert_eq!(piped("\u{FEFF}{}"), ["-:1 {}"]);
}

#[test]
fn lines_are_numbered_as_in_an_editor() {
    assert_eq!(read_file("a.jsonl", "{}\r\n\r\n  \n{\"id\":1}"), ["a.jsonl:1 {}", "a.jsonl:4 {\"id\":1}"]);
}

#[test]
fn a_json_file_is_an_object_an_array_or_lines() {
    assert_eq!(read_file("a.json", "{\n \"id\": 1\n}\n"), ["a.json {\n \"id\": 1\n}"]);
    assert_eq!(read_file("a.json", "{\"id\": 1}"), ["a.json {\"id\": 1}"]);
    assert_eq!(read_file("a.json", "[{\"id\":1},\n 7]"), ["a.json[0] {\"id\":1}", "a.json[1] 7"]);
    assert_eq!(
        read_file("a.json", TWO_LINES),
        ["a.json:1 {\"body\":\"Rain.\"}", "a.json:2 {\"body\":\"Snow.\"}"]
    );
    assert_eq!(read_file("a.json", "[{\"id\":1}"), ["a.json [{\"id\":1}"]);
}

#[test]
fn the_flag_overrides_the_extension() {
    let file: &[(&str, &[u8])] = &[("a.json", b"{}\n{}")];
    assert_eq!(read_paths(file, &["a.json"], InputFormat::Text), [r#"a.json {"body":"{}\n{}"}"#]);
    assert_eq!(
        read_paths(&[("a.log", b"{}\n{}")], &["a.log"], InputFormat::Jsonl),
        ["a.log:1 {}", "a.log:2 {}"]
    );
}

#[test]
fn the_format_of_standard_input_depends_on_its_first_character() {
    assert_eq!(piped(" \n{\"id\":1}\n{}"), ["-:2 {\"id\":1}", "-:3 {}"]);
    assert_eq!(piped("\n Rain.\n"), [r#"- {"body":"\n Rain.\n"}"#]);
    assert_eq!(piped("é"), [r#"- {"body":"é"}"#]);
    assert!(piped(" \n\t").is_empty());
}

#[test]
fn a_folder_is_read_in_the_order_of_names_without_hidden_and_other_files() {
    let files: &[(&str, &[u8])] = &[
        ("news/b.txt", b"B"),
        ("news/a/z.TXT", b"Z"),
        ("news/a/.cache/c.txt", b"C"),
        ("news/.d.txt", b"D"),
        ("news/e.png", b"\x89PNG"),
        ("news/c.jsonl", b"{}"),
    ];
    assert_eq!(
        read_paths(files, &["news"], InputFormat::Auto),
        [r#"news/a/z.TXT {"body":"Z"}"#, r#"news/b.txt {"body":"B"}"#, "news/c.jsonl:1 {}"]
    );
}

const FEED: &str =
    "<rss version='2.0'><channel><item><description>Rain.</description></item><item/></channel></rss>";
const NINJS: &str = r#"{"uri":"u","body_text":"Rain."}"#;

#[test]
fn feeds_and_agency_formats_are_known_by_their_content() {
    let rain = r#"{"body":"Rain.","source_format":"rss"}"#;
    assert_eq!(read_file("a.xml", FEED), [format!("a.xml[0] {rain}"), "a.xml[1] no_text".to_owned()]);
    assert_eq!(piped(FEED), [format!("-[0] {rain}"), "-[1] no_text".to_owned()]);
    let ninjs = r#"{"id":"u","body":"Rain.","source_format":"ninjs"}"#;
    assert_eq!(read_file("a.json", NINJS), [format!("a.json {ninjs}")]);
    assert_eq!(
        read_file("a.json", &format!("[{NINJS},{{}}]")),
        [format!("a.json[0] {ninjs}"), "a.json[1] {}".into()]
    );
    assert_eq!(piped(&format!("{NINJS}\n{{}}")), [format!("-:1 {ninjs}"), "-:2 {}".into()]);
    assert_eq!(piped(&NINJS.replace(',', ",\n").replace('{', "{\n")), [format!("- {ninjs}")]);
    let json_feed = r#"{"version":"https://jsonfeed.org/version/1","title":"T","items":[{"id":"1","content_text":"Rain."}]}"#;
    let article = r#"{"id":"1","body":"Rain.","source":"T","source_format":"json_feed"}"#;
    assert_eq!(piped(json_feed), [format!("-[0] {article}")]);
    assert_eq!(read_file("a.json", json_feed), [format!("a.json[0] {article}")]);
}

#[test]
fn a_table_is_known_by_its_extension_or_its_first_line() {
    let rain = r#"{"id":"1","body":"Rain.","source_format":"csv"}"#;
    assert_eq!(
        read_file("a.csv", "id,body\n1,Rain.\n2,\n"),
        [format!("a.csv:2 {rain}"), "a.csv:3 no_text".into()]
    );
    assert_eq!(piped("id,body\n1,Rain.\n"), [format!("-:2 {rain}")]);
    assert_eq!(piped("Rain, wind\nand text.\n"), [r#"- {"body":"Rain, wind\nand text.\n"}"#]);
}

const PAGE: &str = "<!DOCTYPE html><title>Rain</title><p>It rained all day in Oslo, and the river rose by a metre. \
    People carried their furniture up the stairs.</p>";

#[test]
fn a_web_page_is_known_by_its_extension_or_its_content() {
    let body = "It rained all day in Oslo, and the river rose by a metre. People carried their furniture up the stairs.";
    let rain = format!(r#"{{"headline":"Rain","body":"{body}","source_format":"html"}}"#);
    for name in ["a.html", "a.HTM", "a.xml", "index.php", "page"] {
        assert_eq!(read_file(name, PAGE), [format!("{name} {rain}")]);
    }
    assert_eq!(piped(PAGE), [format!("- {rain}")]);
    assert_eq!(read_file("a.html", "<p>Rain.</p>"), ["a.html no_text"]);
    assert_eq!(read_file("a.txt", "<html>"), [r#"a.txt {"body":"<html>"}"#]);
}

#[test]
fn a_web_archive_is_known_by_its_extension_or_its_content() {
    let response = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{PAGE}");
    let length = response.len();
    let record = |kind: &str| {
        format!("WARC/1.0\r\nWARC-Type: {kind}\r\nContent-Length: {length}\r\n\r\n{response}\r\n\r\n")
    };
    let archive = record("request") + &record("response");
    let expected = |name: &str| format!("{name}@{}", record("request").len());
    for name in ["a.warc", "archive"] {
        let found = read_file(name, &archive);
        assert!(found.len() == 1 && found[0].starts_with(&expected(name)), "{found:?}");
    }
    let found = piped(&archive);
    assert!(found.len() == 1 && found[0].starts_with(&expected("-")), "{found:?}");
    assert_eq!(piped("Wind."), [r#"- {"body":"Wind."}"#]);
    assert_eq!(piped("\u{1f}x"), [r#"- {"body":"\u001fx"}"#]);
    assert_eq!(read_paths(&[("a.gz", b"\x1f\x8b")], &["a.gz"], InputFormat::Auto), ["a.gz invalid_utf8"]);
}

#[test]
fn xml_of_another_kind_is_an_error_in_a_file_and_text_in_a_pipe() {
    assert_eq!(read_file("a.xml", "<p>Rain.</p>"), ["a.xml unknown_xml"]);
    assert_eq!(piped("<p>Rain.</p>"), [r#"- {"body":"<p>Rain.</p>"}"#]);
}

#[test]
fn the_flag_names_the_format_of_any_file() {
    let read = |content: &str, format| read_paths(&[("a.txt", content.as_bytes())], &["a.txt"], format);
    assert_eq!(read(FEED, InputFormat::Feed).len(), 2);
    assert_eq!(read(FEED, InputFormat::Newsml), ["a.txt malformed"]);
    assert_eq!(read("id,body\n1,x", InputFormat::Csv).len(), 1);
    assert_eq!(read(NINJS, InputFormat::Jsonl), [format!("a.txt:1 {NINJS}")]);
}

#[test]
fn an_unreadable_file_keeps_its_place_in_the_order() {
    let files: &[(&str, &[u8])] = &[("a.txt", b"Rain."), ("b.txt", b"Caf\xE9"), ("c.txt", b"Snow.")];
    assert_eq!(
        read_paths(files, &["a.txt", "none.txt", "b.txt", "c.txt"], InputFormat::Auto),
        [
            r#"a.txt {"body":"Rain."}"#,
            "none.txt unreadable",
            "b.txt invalid_utf8",
            r#"c.txt {"body":"Snow."}"#
        ]
    );
}

#[test]
fn the_total_is_known_if_every_file_is_one_article() {
    let total = |paths: &[&str]| {
        let paths = paths.iter().map(PathBuf::from).collect();
        InputArgs { paths, input: InputFormat::Auto }.inputs().total()
    };
    assert_eq!(total(&["no-such.txt", "no-such-either.jsonl"]), Some(2));
    assert_eq!(total(&["no-such.txt", "-"]), None);
}

#[test]
fn rejects_standard_input_given_twice() {
    let args = InputArgs { paths: vec!["-".into(), "-".into()], input: InputFormat::Auto };
    let mut problems = Problems::default();
    args.open(&mut problems);
    assert!(problems.to_string().contains("`-` is given more than once"), "{problems}");
}

#[test]
fn a_line_is_read_before_the_next_one_arrives() {
    let (mut write, read) = std::os::unix::net::UnixStream::pair().unwrap();
    let mut inputs = read::lines("-".to_owned(), std::io::BufReader::new(read));
    for number in 1..=3 {
        std::io::Write::write_all(&mut write, b"{}\n").unwrap();
        assert_eq!(inputs.next().unwrap().origin, format!("-:{number}"));
    }
}
