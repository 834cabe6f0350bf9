//! What differs between two texts, word by word.

use std::{fmt::Write, time::Duration};

use formats::escaped;
use similar::{Algorithm, ChangeTag, TextDiff};

/// How long the search for the smallest difference may take. After that the rest is found less exactly.
const PATIENCE: Duration = Duration::from_millis(200);

/// Returns both texts as HTML, with what the first alone has in `<del>` and what the second alone has in `<ins>`.
pub(super) fn side_by_side(old: &str, new: &str) -> (String, String) {
    let diff =
        TextDiff::configure().algorithm(Algorithm::Patience).timeout(PATIENCE).diff_unicode_words(old, new);
    let (mut before, mut after) = (Side::new("del"), Side::new("ins"));
    for change in diff.iter_all_changes() {
        match change.tag() {
            ChangeTag::Equal => {
                before.push(change.value(), false);
                after.push(change.value(), false);
            }
            ChangeTag::Delete => before.push(change.value(), true),
            ChangeTag::Insert => after.push(change.value(), true),
        }
    }
    (before.end(), after.end())
}

/// One of the two texts, with neighbouring changes in one element.
struct Side {
    tag: &'static str,
    html: String,
    is_open: bool,
}

impl Side {
    fn new(tag: &'static str) -> Self {
        Self { tag, html: String::new(), is_open: false }
    }

    fn push(&mut self, text: &str, is_changed: bool) {
        if is_changed != self.is_open {
            let slash = if self.is_open { "/" } else { "" };
            // Writing to memory cannot fail.
            let _ = write!(self.html, "<{slash}{}>", self.tag);
            self.is_open = is_changed;
        }
        self.html.push_str(&escaped(text));
    }

    fn end(mut self) -> String {
        self.push("", false);
        self.html
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changed_words_are_marked_on_their_side() {
        let (old, new) = side_by_side("Rain fell in <Oslo>.", "Snow fell in <Oslo> today.");
        assert_eq!(old, "<del>Rain</del> fell in &lt;Oslo&gt;.");
        assert_eq!(new, "<ins>Snow</ins> fell in &lt;Oslo&gt;<ins> today</ins>.");
    }

    #[test]
    fn words_without_spaces_are_found() {
        let (old, new) = side_by_side("函館市で大雪", "札幌市で大雪");
        assert!(old.contains("<del>") && old.ends_with("市で大雪"), "{old}");
        assert!(new.contains("<ins>"), "{new}");
    }
}
