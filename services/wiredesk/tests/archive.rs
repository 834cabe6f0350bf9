//! A web archive is larger than memory may be, so `wiredesk annotate` reads it one record at a time.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test stops at the first error, and so do its helpers")]

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    process::{Child, ChildStdin, Command, Stdio},
};

use serde_json::Value;

const MIB: usize = 1 << 20;
/// The images between two pages. They are most of a real archive, too.
const IMAGES: usize = 25;

fn record(kind: &str, content: &[u8]) -> Vec<u8> {
    let response = format!("HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n");
    let length = response.len() + content.len();
    let head = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: <https://example.org/1>\r\nContent-Length: {length}\r\n\r\n{response}"
    );
    [head.as_bytes(), content, b"\r\n\r\n"].concat()
}

/// Writes images of one mebibyte, and a page. Returns what the archive's reader has printed about the page.
fn read_on(archive: &mut ChildStdin, printed: &mut impl BufRead) -> Value {
    let image = record("image/png", &vec![7; MIB]);
    for _ in 0..IMAGES {
        archive.write_all(&image).unwrap();
    }
    let paragraph = "<p>It rained all day in Oslo, and the river rose by a metre before the evening.</p>";
    let page = format!("<html><article><h1>Rain in Oslo</h1>{}</article></html>", paragraph.repeat(20));
    archive.write_all(&record("text/html", page.as_bytes())).unwrap();
    archive.flush().unwrap();
    let mut line = String::new();
    printed.read_line(&mut line).unwrap();
    serde_json::from_str(&line).unwrap()
}

/// Returns the largest resident memory that a process had so far, in KiB.
fn peak(process: &Child) -> usize {
    let status = fs::read_to_string(format!("/proc/{}/status", process.id())).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches("kB").trim().parse().unwrap()
}

#[test]
fn an_archive_of_100_mib_is_read_in_little_memory() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wiredesk"));
    command.args(["annotate", "--input", "warc", "--output", "jsonl", "--threads", "1", "-"]);
    let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let (mut archive, printed) = (process.stdin.take().unwrap(), process.stdout.take().unwrap());
    let mut printed = BufReader::new(printed);
    let first = read_on(&mut archive, &mut printed);
    assert_eq!(first["article"]["headline"], "Rain in Oslo");
    let before = peak(&process);
    for _ in 0..3 {
        assert_eq!(read_on(&mut archive, &mut printed)["article"]["headline"], "Rain in Oslo");
    }
    let grown = peak(&process) - before;
    assert!(grown < 10 * 1024, "reading 75 MiB more took {grown} KiB");
    drop(archive);
    assert!(process.wait().unwrap().success());
}
