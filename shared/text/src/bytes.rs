//! Sets of bytes, for fast scans of a text, and the mark in front of one.

/// The byte order mark that some programs write in front of UTF-8.
pub const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

/// Returns a text in UTF-8 without the byte order mark in front of it.
pub fn without_mark(text: &[u8]) -> &[u8] {
    text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text)
}

/// A set of bytes.
///
/// A scan for characters first looks for the bytes that such a character may begin with, and decodes the
/// character only where it finds one.
#[derive(Debug, Clone)]
pub struct ByteSet([bool; 256]);

impl ByteSet {
    /// Creates the set of `bytes`.
    #[expect(clippy::indexing_slicing, reason = "a byte is below 256")]
    pub const fn of(bytes: &[u8]) -> Self {
        let (mut set, mut rest) = ([false; 256], bytes);
        while let [first, behind @ ..] = rest {
            set[*first as usize] = true;
            rest = behind;
        }
        Self(set)
    }

    /// Reports whether `byte` is in the set.
    #[inline]
    pub fn holds(&self, byte: u8) -> bool {
        self.0.get(usize::from(byte)).copied().unwrap_or(false)
    }

    /// Returns the index of the first byte of `bytes` that is in the set, from index `from` on.
    ///
    /// It is fast for sets that most texts rarely hold, because it tests eight bytes at once.
    #[inline]
    pub fn find(&self, bytes: &[u8], from: usize) -> Option<usize> {
        let rest = bytes.get(from..)?;
        // Without an early exit the compiler tests the eight bytes at once.
        let is_free = |chunk: &&[u8; 8]| !chunk.iter().fold(false, |found, byte| found | self.holds(*byte));
        let free = rest.as_chunks().0.iter().take_while(is_free).count() * 8;
        let offset = rest.get(free..)?.iter().position(|byte| self.holds(*byte))?;
        Some(from + free + offset)
    }

    /// Counts the bytes at the end of `bytes` that are in the set, up to `most`.
    #[inline]
    pub fn count_at_end(&self, bytes: &[u8], most: usize) -> usize {
        bytes.iter().rev().take(most).take_while(|byte| self.holds(**byte)).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_bytes_of_the_set_from_either_end() {
        let set = ByteSet::of(b".\xff");
        assert!(set.holds(b'.') && set.holds(0xff) && !set.holds(0) && !set.holds(b'a'));
        assert_eq!(set.find(b"a.b\xff", 0), Some(1));
        assert_eq!(set.find(b"a.b\xff", 2), Some(3));
        assert_eq!(set.find(b"a.b", 2), None);
        assert_eq!(set.find(b"a.b", 9), None);
        assert_eq!(set.count_at_end(b"a..\xff", 9), 3);
        assert_eq!(set.count_at_end(b"a..\xff", 2), 2);
    }
}
