//! What the headers of a linked article say about its story.

use messages::headers::{self, percent_decoded};
use runtime::bus::StoredEvent;

/// The version of the header with the story.
const VERSION: &str = "1";

/// The story of an article, as it was when the article was linked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linked {
    /// The id of the story.
    pub story: String,
    /// When its first article was finished, in nanoseconds since 1970.
    pub first_seen: i64,
    /// The stories that became part of it with this article.
    pub merged: Vec<String>,
    /// The earlier article with most text in common, if this one is a copy.
    pub copy_of: Option<Copy>,
}

/// An earlier article with text in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copy {
    /// The id of the earlier article.
    pub id: String,
    /// The thousandths of the shorter text that are also in the other.
    pub share: u16,
}

impl Linked {
    /// Reads the headers of a linked article. Returns `None` if they are not there or of another version.
    pub(super) fn read(event: &StoredEvent) -> Option<Self> {
        let (first_seen, story, merged) = story(event.header(headers::STORY)?)?;
        Some(Self { story, first_seen, merged, copy_of: event.header(headers::COPY_OF).and_then(copy) })
    }
}

/// Reads version, number of articles, milliseconds of the first one since 1970, id, and merged ids.
fn story(header: &str) -> Option<(i64, String, Vec<String>)> {
    let mut fields = header.split(' ');
    fields.next().filter(|version| *version == VERSION)?;
    let (_, first_seen) = (fields.next()?, fields.next()?.parse::<i64>().ok()?);
    let story = percent_decoded(fields.next()?);
    Some((first_seen.checked_mul(1_000_000)?, story, fields.map(percent_decoded).collect()))
}

/// Reads the share in common and an id.
fn copy(header: &str) -> Option<Copy> {
    let (share, id) = header.split_once(' ')?;
    let share: f64 = share.parse().ok().filter(|share| (0.0..=1.0).contains(share))?;
    Some(Copy { id: percent_decoded(id), share: (share * 1e3).round() as u16 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_names_the_story_and_what_became_part_of_it() {
        let read = story("1 7 1764400000123 Z%C3%BCrich%201 b c%20d").unwrap();
        let expected =
            (1_764_400_000_123_000_000, "Zürich 1".to_owned(), vec!["b".to_owned(), "c d".to_owned()]);
        assert_eq!(read, expected);
    }

    #[test]
    fn the_header_of_another_version_is_not_read() {
        for header in ["", "2 1 0 a", "1 1 x a", "1 1 0", "1 1 9223372036854775807 a"] {
            assert_eq!(story(header), None, "{header}");
        }
    }

    #[test]
    fn a_copy_has_the_share_in_common() {
        assert_eq!(copy("0.934 a%201"), Some(Copy { id: "a 1".to_owned(), share: 934 }));
        for header in ["", "0.9", "2 a", "NaN a", "-1 a"] {
            assert_eq!(copy(header), None, "{header}");
        }
    }
}
