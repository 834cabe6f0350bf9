//! What a host's `robots.txt` allows (RFC 9309).

use std::time::Duration;

use robotxt::{AccessResult, Robots};
use url::Url;

/// The name of this program in `robots.txt` and, with its version, in the header `User-Agent`.
pub const AGENT: &str = "Wiredesk";
/// How long the rules of a host hold. RFC 9309 allows a day.
pub const FRESH: Duration = Duration::from_hours(24);
/// How long the answer of a host holds that does not give its rules.
pub const FRESH_IF_UNREACHABLE: Duration = Duration::from_mins(10);

/// The rules of one host.
#[derive(Debug)]
pub struct Rules {
    robots: Robots,
    /// How long they hold.
    pub fresh: Duration,
    /// Whether the host gave them. If not, nothing is allowed.
    pub is_known: bool,
}

impl Rules {
    /// Returns the rules in the answer to a request for `robots.txt`.
    ///
    /// `status` is that of HTTP, `None` if there was no answer. Without the file, everything is allowed. While the host
    /// does not answer, or answers with an error of its own, nothing is.
    pub fn of(status: Option<u16>, body: &[u8]) -> Self {
        let (access, fresh, is_known) = match status {
            Some(200..=299) => (AccessResult::Successful(body), FRESH, true),
            Some(300..=499) => (AccessResult::Unavailable, FRESH, true),
            _ => (AccessResult::Unreachable, FRESH_IF_UNREACHABLE, false),
        };
        Self { robots: Robots::from_access(access, AGENT), fresh, is_known }
    }

    /// Reports whether the address may be fetched.
    pub fn allow(&self, url: &Url) -> bool {
        self.robots.is_url_allowed(url)
    }
}

/// Returns the address of the rules for `url`.
pub fn address(url: &Url) -> Option<Url> {
    robotxt::robots_url(url).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(status: Option<u16>, body: &str, path: &str, expected: bool) {
        let url = Url::parse("https://example.org").unwrap().join(path).unwrap();
        assert_eq!(Rules::of(status, body.as_bytes()).allow(&url), expected, "{status:?} {body:?} {path}");
    }

    #[test]
    fn the_rules_for_this_program_hold_and_else_those_for_all() {
        let rules = "User-agent: *\nDisallow: /\n\nUser-agent: wiredesk\nDisallow: /private\nAllow: /private/feed.xml\n";
        check(Some(200), rules, "/feed.xml", true);
        check(Some(200), rules, "/private/other.xml", false);
        check(Some(200), rules, "/private/feed.xml", true);
        check(Some(200), "User-agent: *\nDisallow: /*.xml$", "/feed.xml", false);
        check(Some(200), "User-agent: Other\nDisallow: /", "/feed.xml", true);
    }

    #[test]
    fn without_a_file_everything_is_allowed_and_without_an_answer_nothing() {
        check(Some(404), "User-agent: *\nDisallow: /", "/feed.xml", true);
        check(Some(401), "", "/feed.xml", true);
        check(Some(503), "", "/feed.xml", false);
        check(None, "", "/feed.xml", false);
        let (silent, without) = (Rules::of(None, b""), Rules::of(Some(404), b""));
        assert!(silent.fresh < without.fresh && !silent.is_known && without.is_known);
    }

    #[test]
    fn the_rules_are_at_the_root_of_the_host() {
        let url = Url::parse("https://example.org:8443/a/feed.xml?b#c").unwrap();
        assert_eq!(address(&url).unwrap().as_str(), "https://example.org:8443/robots.txt");
    }
}
