//! Addresses of pages.

use std::fmt::Write;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What is encoded in a part of an address: all but letters, digits and `-._~`.
const PART: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Encodes one part of a path or a query.
pub(super) fn part(text: &str) -> String {
    utf8_percent_encode(text, PART).to_string()
}

/// Returns the path of an article: `/articles/a-1`.
pub(super) fn article(id: &str) -> String {
    format!("/articles/{}", part(id))
}

/// Returns `path` with those of the members that have a value.
pub(super) fn with<'v>(path: &str, members: impl IntoIterator<Item = (&'v str, Option<&'v str>)>) -> String {
    let mut address = path.to_owned();
    let mut separator = if path.contains('?') { '&' } else { '?' };
    for (name, value) in members {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            address.push(separator);
            // Writing to memory cannot fail.
            let _ = write!(address, "{name}={}", part(value));
            separator = '&';
        }
    }
    address
}

/// Returns an address of the web, or `None` if following it would do something else, as `javascript:` does.
pub(super) fn of_the_web(url: &str) -> Option<&str> {
    let is_web = ["http://", "https://"]
        .iter()
        .any(|scheme| url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
    is_web.then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_values_are_encoded() {
        assert_eq!(article("a/b?c#d é"), "/articles/a%2Fb%3Fc%23d%20%C3%A9");
        assert_eq!(
            with("/dead", [("stage", None), ("reason", Some("a&b")), ("since", Some(""))]),
            "/dead?reason=a%26b"
        );
        assert_eq!(with("/dead?a=b", [("c", Some("d"))]), "/dead?a=b&c=d");
    }

    #[test]
    fn only_addresses_of_the_web_are_links() {
        assert!(of_the_web("https://example.org/").is_some());
        assert!(of_the_web("HTTP://example.org/").is_some());
        for url in
            ["javascript:alert(1)", " https://x", "data:text/html,x", "//example.org", "é", "https:\u{0}//x"]
        {
            assert_eq!(of_the_web(url), None, "{url}");
        }
    }
}
