//! Log lines that repeat: at most one for each cause in half a minute, with the number of those left out. Pure.

use std::{collections::HashMap, time::Duration};

use tokio::time::Instant;

/// The least time between two lines with the same cause. A person who watches the log sees that the trouble
/// goes on, and a night of it is a few thousand lines.
const EVERY: Duration = Duration::from_secs(30);
/// The number of causes that are remembered. Beyond it, the one whose last line is the oldest is forgotten.
const MOST_CAUSES: usize = 64;

/// What was logged lately, by cause.
#[derive(Debug, Default)]
pub(crate) struct LogLimit {
    causes: HashMap<String, Logged>,
}

/// The last line with some cause.
#[derive(Debug)]
struct Logged {
    at: Instant,
    left_out: u64,
}

/// The permission to log one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Line {
    /// The number of lines with the same cause that were left out before it. `None` for none, so that the
    /// field is absent from the log.
    pub(crate) left_out: Option<u64>,
}

impl LogLimit {
    /// Decides whether a line that reports `text` may be logged at the time `now`.
    pub(crate) fn admit(&mut self, text: &str, now: Instant) -> Option<Line> {
        let cause = cause(text);
        if let Some(logged) = self.causes.get_mut(&cause)
            && now.duration_since(logged.at) < EVERY
        {
            logged.left_out += 1;
            return None;
        }
        let before = self.causes.insert(cause, Logged { at: now, left_out: 0 });
        self.forget_the_oldest();
        let left_out = before.map(|logged| logged.left_out).filter(|lines| *lines > 0);
        Some(Line { left_out })
    }

    fn forget_the_oldest(&mut self) {
        if self.causes.len() <= MOST_CAUSES {
            return;
        }
        let oldest = self.causes.iter().min_by_key(|(_, logged)| logged.at);
        if let Some(oldest) = oldest.map(|(cause, _)| cause.clone()) {
            self.causes.remove(&oldest);
        }
    }
}

/// Returns what a text has in common with others of the same cause: its words without digits. Sequences,
/// times and the random ends of inboxes differ from line to line.
fn cause(text: &str) -> String {
    let words = text.split(|character: char| !character.is_alphanumeric());
    let lasting = words.filter(|word| !word.is_empty() && !word.contains(|c: char| c.is_ascii_digit()));
    lasting.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Passes texts to a new limit, each with its time in seconds, and returns which were admitted, with the
    /// number of those left out.
    fn check(texts: &[(u64, &str)], expected: &[Option<u64>]) {
        let start = Instant::now();
        let mut limit = LogLimit::default();
        let lines = texts.iter().map(|(second, text)| {
            let line = limit.admit(text, start + Duration::from_secs(*second));
            line.map(|line| line.left_out.unwrap_or(0))
        });
        assert_eq!(lines.collect::<Vec<_>>(), expected, "{texts:?}");
    }

    #[test]
    fn the_same_cause_is_logged_once_in_half_a_minute_with_the_number_of_lines_left_out() {
        check(
            &[
                (0, "refused"),
                (1, "refused"),
                (29, "refused"),
                (30, "refused"),
                (59, "refused"),
                (90, "refused"),
            ],
            &[Some(0), None, None, Some(2), None, Some(1)],
        );
    }

    #[test]
    fn another_cause_is_logged_at_once() {
        check(&[(0, "refused"), (0, "timed out"), (1, "refused")], &[Some(0), Some(0), None]);
    }

    #[test]
    fn numbers_do_not_make_another_cause() {
        let violation =
            |sequence| format!("Permissions Violation for Publish to \"$JS.ACK.A.b.1.{sequence}.0\"");
        check(&[(0, &violation(7)), (1, &violation(8))], &[Some(0), None]);
        check(&[(0, "no reply on _INBOX.x7Ab"), (1, "no reply on _INBOX.q9Zz")], &[Some(0), None]);
    }

    #[test]
    fn what_is_remembered_has_a_bound() {
        let mut limit = LogLimit::default();
        let now = Instant::now();
        for length in 1..1_000 {
            assert!(limit.admit(&"x".repeat(length), now).is_some());
        }
        assert!(limit.causes.len() <= MOST_CAUSES);
    }
}
