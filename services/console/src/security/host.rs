//! Where a request comes from: the name by which it calls this console, and the site that made a browser send it.
//!
//! Any page in a browser can send requests to an open console that this browser reaches. Such a page has another
//! origin. With a domain of its own that leads to the console (DNS rebinding) it would have the same, hence the
//! check of the name.

use std::net::IpAddr;

use axum::http::{HeaderMap, header};

/// Reports whether the request calls the console by a domain, which may be anybody's. Names without a dot are those of
/// this machine or of services in its network.
pub(super) fn is_called_by_domain(headers: &HeaderMap) -> bool {
    let Some(host) = headers.get(header::HOST) else { return false };
    let host = host.to_str().unwrap_or(".");
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    let name = name.trim_start_matches('[').trim_end_matches(']');
    name.parse::<IpAddr>().is_err() && name.contains(['.', ':'])
}

/// Reports whether another site made a browser send the request. Programs other than browsers send neither header.
pub(crate) fn is_of_another_site(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    match text("sec-fetch-site") {
        Some(site) => !matches!(site, "same-origin" | "none"),
        None => text(header::ORIGIN.as_str()).is_some_and(|origin| {
            let host = origin.split_once("://").map(|(_, host)| host);
            host.is_none() || host != text(header::HOST.as_str())
        }),
    }
}

/// Reports whether a person follows a link to a page, and no page loads the answer into itself. Only browsers say so.
pub(super) fn is_navigation(headers: &HeaderMap) -> bool {
    let says = |name, word| headers.get(name).is_some_and(|value| value == word);
    says("sec-fetch-mode", "navigate") && says("sec-fetch-dest", "document")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(named: &[(&'static str, &str)]) -> HeaderMap {
        named.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect()
    }

    #[test]
    fn a_domain_may_be_anybodys() {
        for (host, expected) in [
            ("localhost:8080", false),
            ("127.0.0.1", false),
            ("192.168.0.7:8080", false),
            ("[::1]:8080", false),
            ("console:8080", false),
            ("evil.example:8080", true),
            ("127.0.0.1.evil.example", true),
            ("localhost.", true),
        ] {
            assert_eq!(is_called_by_domain(&headers(&[("host", host)])), expected, "{host}");
        }
    }

    #[test]
    fn a_request_that_another_site_made_is_recognized() {
        let host = ("host", "localhost:8080");
        for (named, expected) in [
            (vec![host], false),
            (vec![host, ("sec-fetch-site", "same-origin")], false),
            (vec![host, ("sec-fetch-site", "cross-site")], true),
            (vec![host, ("sec-fetch-site", "same-site")], true),
            (vec![host, ("origin", "http://localhost:8080")], false),
            (vec![host, ("origin", "http://localhost:9090")], true),
            (vec![host, ("origin", "null")], true),
        ] {
            assert_eq!(is_of_another_site(&headers(&named)), expected, "{named:?}");
        }
    }
}
