//! The marks of a text that may end sentences, and the quotations open at each, by one look at each byte.

use text::ByteSet;

use super::Rules;

/// The first bytes of all that the scan stops for: marks of any language, quotation marks, commas.
///
/// Of the scripts beyond ASCII those in which a character begins that is a mark; Cyrillic and most of Latin have none.
static STOPS: ByteSet = ByteSet::of(b".!?;:-\"',\xcd\xd6\xd8\xdb\xe0\xe1\xe2\xe3\xef");

/// The marks of a text in order.
#[derive(Debug)]
pub(super) struct Marks<'t> {
    text: &'t str,
    rules: &'t Rules,
    /// How far the text has been read.
    at: usize,
    /// The quotations open there.
    pub(super) open: Quotations,
}

/// Which quotations are open, of those whose marks look the same at both ends.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Quotations {
    pub(super) straight: bool,
    /// Two apostrophes, or two commas and two apostrophes.
    pub(super) paired: bool,
    /// An apostrophe that stands alone.
    pub(super) single: bool,
}

impl<'t> Marks<'t> {
    pub(super) fn of(text: &'t str, rules: &'t Rules) -> Self {
        Self { text, rules, at: 0, open: Quotations::default() }
    }

    /// The next mark, and where it stands.
    pub(super) fn next(&mut self) -> Option<(usize, char)> {
        let unread = self.text.get(self.at..)?;
        let bytes = unread.as_bytes();
        let mut at = 0;
        while let Some(stop) = STOPS.find(bytes, at) {
            let byte = bytes.get(stop).copied()?;
            at = stop + 1;
            let character = match byte {
                b'"' | b'\'' | b',' => {
                    at = stop + self.open.read(bytes, stop);
                    continue;
                }
                0..=0x7f => char::from(byte),
                _ => unread.get(stop..)?.chars().next()?,
            };
            if self.rules.is_mark(character) {
                self.at += stop;
                return Some((self.at, character));
            }
        }
        None
    }

    /// Passes over what stands between the last mark and `end`.
    pub(super) fn pass(&mut self, end: usize) {
        let bytes = self.text.as_bytes().get(self.at..end).unwrap_or_default();
        let mut at = 0;
        while at < bytes.len() {
            at += self.open.read(bytes, at);
        }
        self.at = end;
    }
}

impl Quotations {
    /// Reads what stands at `at` and says how many bytes it takes.
    fn read(&mut self, bytes: &[u8], at: usize) -> usize {
        let next = bytes.get(at + 1);
        match (bytes.get(at), next) {
            (Some(b'"'), _) => self.straight = !self.straight,
            (Some(b'\''), Some(b'\'')) | (Some(b','), Some(b',')) => {
                self.paired = !self.paired;
                return 2;
            }
            (Some(b'\''), Some(b' ')) if at.checked_sub(1).and_then(|at| bytes.get(at)) == Some(&b' ') => {
                self.single = !self.single;
            }
            _ => {}
        }
        1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scan_stops_for_every_mark_there_is() {
        for language in ["el", "hy", "fa", "ur", "ja", "my", "en"] {
            let rules = Rules::of(language);
            for mark in ('\0'..=char::MAX).filter(|character| rules.is_mark(*character)) {
                let first = mark.to_string().as_bytes()[0];
                assert!(STOPS.holds(first), "{language}: {mark} U+{:04X}", u32::from(mark));
            }
        }
    }
}
