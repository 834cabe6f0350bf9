//! Errors together with their causes.

use std::error::Error;

/// The cause of an error: what the server or the client library reported.
pub type Cause = Box<dyn Error + Send + Sync>;

/// Writes an error and its causes on one line, separated by colons.
///
/// A cause is left out if the text before it already contains it, because some libraries repeat their causes.
pub fn with_causes(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let message = error.to_string();
        if !text.contains(&message) {
            text = format!("{text}: {message}");
        }
        cause = error.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use thiserror::Error;

    use super::*;

    #[derive(Debug, Error)]
    #[error("cannot publish")]
    struct Outer(#[source] Cause);

    #[test]
    fn names_each_cause_once() {
        assert_eq!(with_causes(&Outer("stream is full".into())), "cannot publish: stream is full");
        assert_eq!(with_causes(&Outer(Box::new(Outer("no reply".into())))), "cannot publish: no reply");
    }
}
