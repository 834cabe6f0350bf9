//! Lines under pictures that open with the name of somebody whom the story names.

use messages::BlockKind;

use super::cues::NAME_CONNECTORS;
use super::line::Line;
use super::paragraph::Paragraph;

/// The widest line that opens with a name, in columns.
const WIDEST_WITH_NAME: usize = 80;

/// The shortest name that is searched for, in bytes. A shorter one recurs by chance.
const SHORTEST_NAME: usize = 7;

/// The most names that are searched for in the whole body. It bounds the work.
const MOST_SEARCHES: usize = 8;

/// Marks the short lines of `story` that open with the name of somebody whom the text names, too: `Learco Zoli with
/// his dog`, `Andrea Abis, mayor`.
pub(super) fn mark(body: &str, story: &[Paragraph<'_>], kinds: &mut [BlockKind]) {
    let mut searches = 0;
    for (paragraph, kind) in story.iter().zip(kinds) {
        if *kind != BlockKind::Paragraph || searches == MOST_SEARCHES {
            continue;
        }
        let Some(name) = name_opening(&paragraph.bare) else { continue };
        searches += 1;
        // The line itself is one match.
        if body.matches(name).nth(1).is_some() {
            *kind = BlockKind::Caption;
        }
    }
}

/// Returns the name that a short line without a stop opens with, perhaps behind a title, if a comma or a word between
/// names follows it.
fn name_opening<'b>(line: &Line<'b>) -> Option<&'b str> {
    if !(SHORTEST_NAME..=WIDEST_WITH_NAME).contains(&line.columns) || line.ends_like_sentence {
        return None;
    }
    (0..=1).find_map(|before| name_behind(line.text, before))
}

/// Returns the two words of a name behind the first `before` words, which may be a title.
fn name_behind(line: &str, before: usize) -> Option<&str> {
    let mut words = line.split_whitespace().skip(before);
    let (first, surname) = words.next().zip(words.next())?;
    let next = words.next()?;
    let is_name = |word: &str| {
        word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || c == '-')
    };
    let name = surname.trim_end_matches(',');
    let goes_on = if name.len() < surname.len() {
        next.starts_with(char::is_lowercase)
    } else {
        NAME_CONNECTORS.contains(next)
    };
    // Both words lie in `line`.
    let (start, end) = (
        first.as_ptr() as usize - line.as_ptr() as usize,
        surname.as_ptr() as usize - line.as_ptr() as usize,
    );
    let name_in_line = line.get(start..end + name.len())?;
    (goes_on && is_name(first) && is_name(name) && name_in_line.len() >= SHORTEST_NAME)
        .then_some(name_in_line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_opens_with_a_name_goes_on_behind_it() {
        let name = |line| name_opening(&Line::measure(line));
        assert_eq!(name("Learco Zoli con il suo cane"), Some("Learco Zoli"));
        assert_eq!(name("Andrea Abis, sindaco"), Some("Andrea Abis"));
        assert_eq!(name("Vlasnik Ante Jakovljev i Sivko"), Some("Ante Jakovljev"));
        assert_eq!(name("Jane Doe quits the board"), None);
        assert_eq!(name("The mayor, a farmer"), None);
        assert_eq!(name("Jane Doe and her bear sleep."), None);
    }
}
