//! Requests to servers that answer well, badly or not at all.

use std::{io::Write, net::Ipv4Addr, time::Duration};

use flate2::{Compression, write::GzEncoder};
use ureq::tls::TlsConfig;

use super::server::{Server, answer};
use crate::fetch::{Answer, Document, FetchError, Fetcher, TIME_LIMIT, Validators, Wanted};

fn fetcher(allow_private: bool) -> Fetcher {
    Fetcher::new(allow_private, TIME_LIMIT, TlsConfig::default())
}

fn ask(server: &Server) -> Result<Answer, FetchError> {
    fetcher(true).ask(&server.url, Wanted::Feed, &Validators::default(), 0)
}

/// Asks a server that always sends `bytes`, and returns the code of the error.
fn code(bytes: Vec<u8>) -> &'static str {
    ask(&Server::start(move |_| bytes.clone())).unwrap_err().code()
}

fn gzip(body: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(body).unwrap();
    encoder.finish().unwrap()
}

fn text(found: Answer) -> String {
    match found {
        Answer::Document(document) => document.text(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_document_comes_with_what_recognizes_it() {
    let headers =
        "content-type: text/xml\r\netag: W/\"7\"\r\nlast-modified: Sun, 06 Nov 1994 08:49:37 GMT\r\n";
    let server = Server::start(move |_| answer("200 OK", headers, b"<rss/>"));
    let validators = Validators {
        etag: Some("W/\"7\"".to_owned()),
        last_modified: Some("Sun, 06 Nov 1994 08:49:37 GMT".to_owned()),
    };
    let content_type = Some("text/xml".to_owned());
    let expected = Document { body: b"<rss/>".to_vec(), content_type, validators };
    assert_eq!(ask(&server).unwrap(), Answer::Document(expected));
    let request = server.requests().remove(0).to_ascii_lowercase();
    assert!(
        request.contains("user-agent: wiredesk/") && request.contains("accept-encoding: gzip"),
        "{request}"
    );
    assert!(!request.contains("if-none-match") && !request.contains("if-modified-since"), "{request}");
}

#[test]
fn an_unchanged_document_is_not_sent_again() {
    let server = Server::start(|request| {
        let is_conditional =
            request.contains("if-none-match: \"7\"\r\n") && request.contains("if-modified-since: then\r\n");
        answer(if is_conditional { "304 Not Modified" } else { "500 Error" }, "", b"")
    });
    let validators = Validators { etag: Some("\"7\"".to_owned()), last_modified: Some("then".to_owned()) };
    assert_eq!(fetcher(true).ask(&server.url, Wanted::Feed, &validators, 0).unwrap(), Answer::Unchanged);
}

#[test]
fn gzip_is_read_and_wrong_encodings_are_repaired() {
    let sent = gzip("<rss>é</rss>".as_bytes());
    let server = Server::start(move |_| answer("200 OK", "content-encoding: gzip\r\n", &sent));
    assert_eq!(text(ask(&server).unwrap()), "<rss>é</rss>");
    let server = Server::start(|_| {
        answer("200 OK", "content-type: text/xml; charset=windows-1251\r\n", b"<a>\xC4\xE0</a>")
    });
    assert_eq!(text(ask(&server).unwrap()), "<a>Да</a>");
}

#[test]
fn a_gzip_bomb_is_refused() {
    let bomb = gzip(&vec![b' '; 64 << 20]);
    assert!(bomb.len() < 1 << 20);
    assert_eq!(code(answer("200 OK", "content-encoding: gzip\r\n", &bomb)), "too_large");
}

#[test]
fn a_document_that_is_too_large_is_refused() {
    assert_eq!(code(answer("200 OK", "", &vec![b' '; 11 << 20])), "too_large");
}

#[test]
fn what_breaks_off_is_no_document() {
    assert_eq!(code(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n<rss/>".to_vec()), "broken");
    assert_eq!(code(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n6\r\n<rss/>".to_vec()), "broken");
    assert_eq!(code(b"HTTP/1.1 200 OK\r\n".to_vec()), "broken");
    assert_eq!(code(b"no HTTP at all\r\n\r\n".to_vec()), "broken");
    assert_eq!(code(answer("200 OK", "content-encoding: gzip\r\n", b"\x1f\x8bno gzip")), "unreadable");
    assert_eq!(code(answer("200 OK", "content-encoding: br\r\n", b"x")), "unreadable");
}

#[test]
fn a_server_that_is_too_slow_is_given_up() {
    let silent = Server::start(|_| vec![]);
    let hurried = Fetcher::new(true, Duration::from_millis(200), TlsConfig::default());
    let error = hurried.ask(&silent.url, Wanted::Feed, &Validators::default(), 0).unwrap_err();
    assert_eq!(error.code(), "timed_out");
}

#[test]
fn redirects_are_returned_and_lead_to_the_web_only() {
    for (location, expected) in [
        ("/other.xml", Some("/other.xml")),
        ("https://example.org/a#b", Some("https://example.org/a")),
        ("ftp://example.org/a", None),
        ("file:///etc/passwd", None),
    ] {
        let headers = format!("location: {location}\r\n");
        let server = Server::start(move |_| answer("301 Moved", &headers, b""));
        let expected = expected.map(|expected| Answer::Moved(server.url.join(expected).unwrap()));
        assert_eq!(ask(&server).ok(), expected, "{location}");
    }
    assert_eq!(code(answer("302 Found", "", b"")), "redirects");
}

#[test]
fn a_refusal_has_its_status_and_the_time_that_the_server_asks_for() {
    let server = Server::start(|_| answer("429 Too Many Requests", "retry-after: 120\r\n", b""));
    match ask(&server).unwrap_err() {
        FetchError::Status { status: 429, retry_after } => assert_eq!(retry_after.unwrap().as_secs(), 120),
        other => panic!("{other}"),
    }
    assert_eq!(code(answer("410 Gone", "", b"")), "gone");
}

#[test]
fn hosts_in_private_networks_are_refused_by_address_and_by_name() {
    let server = Server::start(|_| answer("200 OK", "", b"<rss/>"));
    let guarded = fetcher(false);
    for host in ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1"] {
        let url = server.url.as_str().replace("127.0.0.1", host).parse().unwrap();
        let error = guarded.ask(&url, Wanted::Feed, &Validators::default(), 0).unwrap_err();
        assert_eq!(error.code(), "private_address", "{host}");
    }
    assert!(server.requests().is_empty());
}

#[test]
fn a_redirect_to_a_host_in_a_private_network_is_refused() {
    let server = Server::start(|_| answer("302 Found", "location: http://127.0.0.2/feed.xml\r\n", b""));
    let guarded =
        Fetcher::guarded(|address| address == Ipv4Addr::LOCALHOST, TIME_LIMIT, TlsConfig::default());
    let ask = |url| guarded.ask(url, Wanted::Feed, &Validators::default(), 0);
    let Answer::Moved(next) = ask(&server.url).unwrap() else { panic!("it is a redirect") };
    assert_eq!(ask(&next).unwrap_err().code(), "private_address");
}

#[test]
fn the_rules_of_a_host_are_found_behind_redirects() {
    let server = Server::start(|request| match request.split(' ').nth(1) {
        Some("/robots.txt") => answer("301 Moved", "location: /rules\r\n", b""),
        _ => answer("200 OK", "", b"User-agent: *\nDisallow: /feed.xml"),
    });
    let rules = fetcher(true).rules(&server.url);
    assert!(!rules.allow(&server.url));
    assert!(rules.allow(&server.url.join("/other.xml").unwrap()));
}

#[test]
fn rules_behind_a_loop_of_redirects_do_not_exist() {
    let server = Server::start(|_| answer("301 Moved", "location: /robots.txt\r\n", b""));
    assert!(fetcher(true).rules(&server.url).allow(&server.url));
    assert_eq!(server.requests().len(), 6);
}

#[test]
fn the_rules_of_a_private_host_leave_the_refusal_to_the_feed() {
    let server = Server::start(|_| answer("200 OK", "", b""));
    assert!(fetcher(false).rules(&server.url).allow(&server.url));
}

#[test]
fn a_page_is_asked_for_as_a_page() {
    let server = Server::start(|_| answer("200 OK", "", b"<html></html>"));
    fetcher(true).ask(&server.url, Wanted::Page, &Validators::default(), 0).unwrap();
    let request = server.requests().remove(0).to_ascii_lowercase();
    assert!(request.contains("accept: text/html"), "{request}");
}

#[test]
fn only_some_failures_pass() {
    let status = |status| FetchError::Status { status, retry_after: None };
    for error in [status(503), status(429), FetchError::TimedOut, FetchError::NoRules] {
        assert!(error.is_passing(), "{error}");
    }
    for error in [status(404), status(410), FetchError::Disallowed, FetchError::Private] {
        assert!(!error.is_passing(), "{error}");
    }
}
