//! The marks of a text that may end sentences, and the quotations open at each, found in one pass over the
//! bytes.

use text::ByteSet;

use super::rules::Rules;

/// The first bytes of all characters that the scan stops at: marks of any language, quotation marks, commas.
///
/// Beyond ASCII these are the lead bytes that some mark begins with. Cyrillic and most of Latin have none, so
/// text in these scripts is scanned without stops.
static STOPS: ByteSet = ByteSet::of(b".!?;:-\"',\xcd\xd6\xd8\xdb\xe0\xe1\xe2\xe3\xef");

/// The same without the marks that only some languages have.
static COMMON_STOPS: ByteSet = ByteSet::of(b".!?\"',\xcd\xd6\xd8\xdb\xe0\xe1\xe2\xe3\xef");

/// A scan over the marks of a text.
#[derive(Debug)]
pub(super) struct Marks<'t> {
    text: &'t str,
    stops: &'static ByteSet,
    rules: &'t Rules,
    /// The byte up to which the text has been read.
    at: usize,
    /// The quotations that are open there.
    pub(super) open: Quotations,
}

/// The open quotations, of those whose marks look the same at both ends.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Quotations {
    /// Whether one between straight double quotation marks is open.
    pub(super) straight: bool,
    /// Whether one between two apostrophes, or two commas and two apostrophes, is open.
    pub(super) paired: bool,
    /// Whether one between single apostrophes with spaces around them is open.
    pub(super) single: bool,
}

impl<'t> Marks<'t> {
    /// Begins at the start of `text`.
    pub(super) fn new(text: &'t str, rules: &'t Rules) -> Self {
        let stops = if rules.has_extra_mark() { &STOPS } else { &COMMON_STOPS };
        Self { text, stops, rules, at: 0, open: Quotations::default() }
    }

    /// Returns the next mark and its byte position.
    pub(super) fn next(&mut self) -> Option<(usize, char)> {
        let unread = self.text.get(self.at..)?;
        let bytes = unread.as_bytes();
        let mut at = 0;
        while let Some(stop) = self.stops.find(bytes, at) {
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

    /// Reads up to `end`, the end of the last candidate, without stopping at marks.
    pub(super) fn skip_to(&mut self, end: usize) {
        let bytes = self.text.as_bytes().get(self.at..end).unwrap_or_default();
        let mut at = 0;
        while at < bytes.len() {
            at += self.open.read(bytes, at);
        }
        self.at = end;
    }
}

impl Quotations {
    /// Opens or closes a quotation if a quotation mark is at `at`. Returns the bytes that it read, at
    /// least one.
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
    use crate::languages::language;

    #[test]
    fn stops_at_every_mark_of_every_language() {
        for tag in ["el", "hy", "fa", "ur", "ja", "my", "en"] {
            let rules = Rules::new(language(tag));
            for mark in ('\0'..=char::MAX).filter(|character| rules.is_mark(*character)) {
                let first = mark.to_string().as_bytes()[0];
                let marks = Marks::new("", &rules);
                assert!(marks.stops.holds(first), "{tag}: {mark} U+{:04X}", u32::from(mark));
            }
        }
    }
}
