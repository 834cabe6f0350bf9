//! Searches for the end of a comment or a script that never pass over the same text twice.

use std::ops::Range;

use memchr::{memchr_iter, memmem};

/// Farthest end of a comment or a script that is looked for, in bytes.
///
/// The conditional comments of word processors take tens of kilobytes. A sign without an end must not take
/// the rest of a large text with it.
const FARTHEST: usize = 65_536;

/// The search for one closing mark in one text.
#[derive(Debug, Clone)]
pub(super) struct Search {
    mark: &'static str,
    /// Bytes at which the mark is known not to begin. A text of a million `<!--` is searched once for `-->`.
    barren: Range<usize>,
}

impl Search {
    /// Creates the search for `mark`, in ASCII letters of either case.
    pub(super) fn new(mark: &'static str) -> Self {
        Self { mark, barren: 0..0 }
    }

    /// Returns the byte of `text` at which the mark next begins, from byte `from` on.
    pub(super) fn find(&mut self, text: &str, from: usize) -> Option<usize> {
        let end = text.len().min(from.saturating_add(FARTHEST));
        let start = if self.barren.contains(&from) { self.barren.end } else { from };
        let found = find(text.as_bytes().get(start..end).unwrap_or_default(), self.mark.as_bytes());
        if found.is_none() {
            // A mark may begin in the last bytes and end behind them.
            let searched = end.saturating_sub(self.mark.len() - 1).max(start);
            let first = if self.barren.contains(&from) { self.barren.start } else { from };
            self.barren = first..searched;
        }
        found.map(|at| start + at)
    }
}

fn find(text: &[u8], mark: &[u8]) -> Option<usize> {
    if !mark.starts_with(b"<") {
        return memmem::find(text, mark);
    }
    let begins =
        |at: &usize| text.get(*at..*at + mark.len()).is_some_and(|found| found.eq_ignore_ascii_case(mark));
    memchr_iter(b'<', text).find(begins)
}
