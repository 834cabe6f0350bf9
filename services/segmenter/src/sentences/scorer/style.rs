//! How an article writes: whether its sentences open with capitals and its lines end with marks.

use text::ByteSet;

/// The fewest lower-case letters after marks that show a habit. One may come after a name: `Yahoo! in`.
const FEWEST_SMALL_OPENINGS: usize = 2;

/// The fewest letters of a word that is not an abbreviation.
const SHORTEST_WORD: usize = 4;

/// The habits of an article, which affect every sentence in it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct WritingStyle {
    /// How often a lower-case letter follows a mark, from 0 for never to 3 for half of the time or more.
    pub(super) small_openings: u32,
    /// The quarters of its lines that end with a mark, rounded up.
    pub(super) marked: u32,
    /// Whether it holds a mail address.
    pub(super) has_mail: bool,
    /// Its length in bytes, in four steps.
    pub(super) size: u32,
}

impl WritingStyle {
    /// Reports whether sentences may open in lower case.
    pub(super) fn is_loose(self) -> bool {
        self.small_openings > 0
    }

    /// Reports whether nobody has edited the text, so that it may break what the rules expect.
    pub(crate) fn is_casual(self) -> bool {
        self.is_loose() || self.marked < 3
    }

    /// Encodes marks, addresses and length as one number.
    pub(super) fn code(self) -> u32 {
        (u32::from(self.has_mail) * 8 + self.marked) * 8 + self.size
    }

    /// Measures the style of a whole body.
    pub(crate) fn measure(body: &str) -> Self {
        let bytes = body.as_bytes();
        let size = match bytes.len() {
            0..=180 => 0,
            181..=720 => 1,
            721..=3000 => 2,
            _ => 3,
        };
        Self {
            small_openings: small_openings(bytes),
            marked: marked_quarters(body),
            has_mail: bytes.contains(&b'@'),
            size,
        }
    }
}

/// Marks that sentences end with.
static MARKS: ByteSet = ByteSet::of(b".!?");

/// Counts how often a lower-case letter follows a mark, in four steps.
fn small_openings(bytes: &[u8]) -> u32 {
    let (mut small, mut all, mut from) = (0_usize, 0_usize, 0);
    while let Some(at) = MARKS.find(bytes, from) {
        from = at + 1;
        let [gap, next] = [1, 2].map(|offset| bytes.get(at + offset).copied().unwrap_or(0));
        if gap.is_ascii_whitespace() && next.is_ascii_alphabetic() {
            // After a short word the stop may belong to an abbreviation.
            let word = bytes.get(at.saturating_sub(SHORTEST_WORD)..at).unwrap_or_default();
            let is_word = word.len() == SHORTEST_WORD && word.iter().all(u8::is_ascii_lowercase);
            all += 1;
            small += usize::from(next.is_ascii_lowercase() && (is_word || bytes.get(at) != Some(&b'.')));
        }
    }
    let share = (small * 100).checked_div(all).unwrap_or(0);
    match share {
        _ if small < FEWEST_SMALL_OPENINGS => 0,
        0..=4 => 0,
        5..=19 => 1,
        20..=49 => 2,
        _ => 3,
    }
}

/// Counts the quarters of the lines that end with a mark, rounded up; 0 for none.
fn marked_quarters(body: &str) -> u32 {
    let (mut lines, mut marked) = (0_usize, 0_usize);
    for line in body.split('\n') {
        let line = line.trim_end_matches(|c: char| c.is_whitespace() || text::is_closing_mark(c));
        lines += usize::from(!line.is_empty());
        marked += usize::from(line.ends_with(['.', '!', '?', '…']));
    }
    (marked * 4).div_ceil(lines.max(1)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_edited_and_a_list_of_names_is_casual() {
        assert!(!WritingStyle::measure("Rain fell.\n\n\"Trams stood still.\"\n").is_casual());
        assert!(WritingStyle::measure("Ada Bell\nTom Marsh\nRain fell.").is_casual());
        assert!(WritingStyle::measure("rain fell today. then trams stood still! nobody cared.").is_casual());
    }

    #[test]
    fn quarters_of_marked_lines_are_rounded_up() {
        assert_eq!(marked_quarters(""), 0);
        assert_eq!(marked_quarters("Rain\nSnow\nHail\nFog.\nWind"), 1);
        assert_eq!(marked_quarters("Rain.\n\nSnow?”\n"), 4);
    }
}
