//! Refusals that the server reports on its own, because the refused message has no reply.

/// The phrases with which the server begins, and what the client tried.
const KINDS: [(&str, &str); 2] = [
    ("permissions violation for publish to \"", "publish on"),
    ("permissions violation for subscription to \"", "subscribe to"),
];
/// How many tokens of an event's or a dead letter's subject are the same for all articles:
/// `articles.v1.detected.live`, `$JS.ACK.<stream>.<consumer>`.
const COMMON_TOKENS: usize = 4;

/// Returns what an error of the server refuses: `publish on articles.v1.detected.live.>`. Returns `None` for
/// other errors.
///
/// Subjects that differ from article to article are cut, so that few different ones are left.
pub(super) fn violation(error: &str) -> Option<String> {
    let lower = error.to_lowercase();
    KINDS.iter().find_map(|(phrase, tried)| {
        let start = lower.find(phrase)? + phrase.len();
        // The phrases are ASCII, and lower case keeps the length of ASCII only, so `get` guards the rest.
        let subject = error.get(start..)?.split('"').next()?;
        Some(format!("{tried} {}", common(subject)))
    })
}

/// Returns the part of a subject that is the same for all articles.
pub(super) fn common(subject: &str) -> String {
    // In a domain the API is `$JS.<domain>.API`.
    let is_api = subject.starts_with("$JS.") && !subject.starts_with("$JS.ACK.");
    if is_api || subject.starts_with("$SRV.") {
        return subject.to_owned();
    }
    let kept = if subject.starts_with("_INBOX") { 1 } else { COMMON_TOKENS };
    let tokens: Vec<&str> = subject.split('.').collect();
    match tokens.get(..kept) {
        Some(first) if tokens.len() > kept => format!("{}.>", first.join(".")),
        _ => subject.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_what_the_server_refuses() {
        for (error, expected) in [
            (
                "Permissions Violation for Publish to \"articles.v1.detected.live.en\"",
                Some("publish on articles.v1.detected.live.>"),
            ),
            (
                "nats: Permissions Violation for Publish to \"$JS.API.CONSUMER.MSG.NEXT.ARTICLES_RECEIVED.language-detector-live\"",
                Some("publish on $JS.API.CONSUMER.MSG.NEXT.ARTICLES_RECEIVED.language-detector-live"),
            ),
            (
                "nats: Permissions Violation for Publish to \"$JS.leaf.API.STREAM.INFO.ARTICLES_DEAD\"",
                Some("publish on $JS.leaf.API.STREAM.INFO.ARTICLES_DEAD"),
            ),
            (
                "Permissions Violation for Publish to \"$JS.ACK.ARTICLES_RECEIVED.language-detector-live.1.7.7.1.0\"",
                Some("publish on $JS.ACK.ARTICLES_RECEIVED.language-detector-live.>"),
            ),
            (
                "Permissions Violation for Subscription to \"_INBOX.abc.*\" using queue \"q\"",
                Some("subscribe to _INBOX.>"),
            ),
            ("Stale Connection", None),
            ("Permissions Violation for Publish to", None),
        ] {
            assert_eq!(violation(error).as_deref(), expected, "{error}");
        }
    }
}
