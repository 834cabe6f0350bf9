//! Notices that reserve rights, and sentences of a story that speak about such notices.

use super::cues::RIGHTS;
use super::folding::fold;
use super::line::{Line, MOST_COLUMNS};
use super::telling;

/// What a line says about rights.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rights {
    /// Nothing.
    Silent,
    /// It reserves them: `© 2026 The Post`, `All rights reserved.`
    Reserved,
    /// It reserves them, or a sentence goes on behind the words: `All rights reserved by the editors.`
    Continued,
    /// It is a sentence of a story: “All rights reserved,” the label said.
    Told,
}

/// Reads what a line says about rights. A wide line says nothing.
pub(super) fn read(line: &Line<'_>) -> Rights {
    if line.columns < MOST_COLUMNS {
        read_folded(&fold(line.text, MOST_COLUMNS), line)
    } else {
        Rights::Silent
    }
}

/// Reads `line`, which is `folded`.
pub(super) fn read_folded(folded: &str, line: &Line<'_>) -> Rights {
    if are_reserved_by_sign(folded) {
        return Rights::Reserved;
    }
    let Some(behind) = RIGHTS.behind_first_in(folded) else { return Rights::Silent };
    if !line.ends_like_sentence
        || (!telling::opens_with_quotation(folded) && RIGHTS.behind_first_in(behind).is_some())
    {
        return Rights::Reserved;
    }
    let next = behind.trim_start();
    if telling::opens_with_quotation(folded) || next.starts_with([',', '،', '，', '、']) {
        Rights::Told
    } else if next.starts_with(char::is_alphabetic) {
        Rights::Continued
    } else {
        Rights::Reserved
    }
}

/// Reports whether a line opens with the sign of a copyright and has a year: `© 2026 The Post`, `Copyright 2026`.
pub(super) fn are_reserved_by_sign(folded: &str) -> bool {
    let line = folded.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '<' | '['));
    let inside = line.trim_start_matches('(');
    let has_sign = inside.starts_with(['©', 'ⓒ']) || line.starts_with("(c)");
    // "Copyright lawsuits rose 30 percent" is text of a story.
    let is_between = |c: char| c.is_whitespace() || matches!(c, ':' | '©' | '(' | 'c' | ')' | ',');
    let is_word = || {
        inside
            .strip_prefix("copyright")
            .is_some_and(|rest| rest.trim_start_matches(is_between).starts_with('#'))
    };
    (has_sign && folded.contains('#')) || is_word()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Rights) {
        assert_eq!(read(&Line::measure(line)), expected, "{line:?}");
    }

    #[test]
    fn a_sentence_may_tell_of_rights() {
        check("© 2026 The Post", Rights::Reserved);
        check("Copyright 2026 The Post. All rights reserved. No part may be copied.", Rights::Reserved);
        check("Alle Rechte vorbehalten", Rights::Reserved);
        check("All rights reserved by the editors.", Rights::Continued);
        check("“All rights reserved,” the label said.", Rights::Told);
        check("Sva prava pridržana, pisalo je ispod teksta.", Rights::Told);
        check("She reserved a table.", Rights::Silent);
    }
}
