//! A sorted list of phrases that is searched by their first bytes.

/// Phrases in byte order, each once.
#[derive(Debug)]
pub(super) struct SortedPhrases {
    phrases: Vec<String>,
    /// The first bytes of each phrase. Numbers are compared much faster than texts.
    firsts: Vec<u64>,
}

impl SortedPhrases {
    /// Sorts these phrases, which may come more than once.
    pub(super) fn new(mut phrases: Vec<String>) -> Self {
        phrases.sort_unstable();
        phrases.dedup();
        let firsts =
            phrases.iter().map(|phrase| u64::from_be_bytes(first_bytes(phrase.as_bytes()))).collect();
        Self { phrases, firsts }
    }

    /// Returns the index of the last phrase that is not behind `line` in byte order.
    pub(super) fn last_up_to(&self, line: &str) -> Option<usize> {
        let first = u64::from_be_bytes(first_bytes(line.as_bytes()));
        let start = self.firsts.partition_point(|one| *one < first);
        let same = self.firsts.get(start..)?.iter().take_while(|one| **one == first).count();
        let same = self.phrases.get(start..start + same)?;
        (start + same.partition_point(|phrase| phrase.as_str() <= line)).checked_sub(1)
    }

    /// Reports whether `line` is one of them.
    pub(super) fn contains(&self, line: &str) -> bool {
        self.last_up_to(line).and_then(|index| self.phrases.get(index)).is_some_and(|phrase| phrase == line)
    }

    /// Returns the phrases in order.
    pub(super) fn as_slice(&self) -> &[String] {
        &self.phrases
    }
}

/// The number of first bytes, so many that they are read and compared at once.
pub(super) const MOST_FIRST: usize = 8;

/// Returns the first bytes of a text, with zeros behind a shorter one. No phrase has a zero.
#[inline]
pub(super) fn first_bytes(text: &[u8]) -> [u8; MOST_FIRST] {
    if let Some(first) = text.first_chunk() {
        return *first;
    }
    let mut first = [0; MOST_FIRST];
    for (place, byte) in first.iter_mut().zip(text) {
        *place = *byte;
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_last_phrase_up_to_a_line() {
        let words = ["read more", "read", "read more about", "ab", "続きを読む", "read"];
        let phrases = SortedPhrases::new(words.map(str::to_owned).to_vec());
        let found =
            |line| phrases.last_up_to(line).and_then(|index| phrases.as_slice().get(index)).map(|one| &**one);
        assert_eq!(found("read more abroad"), Some("read more about"));
        assert_eq!(found("read more abo"), Some("read more"));
        assert_eq!(found("read"), Some("read"));
        assert_eq!(found("reader"), Some("read more about"));
        assert_eq!(found("a"), None);
        assert_eq!(found("abc"), Some("ab"));
        assert_eq!(found("続きを読む方"), Some("続きを読む"));
        assert!(phrases.contains("read more") && phrases.contains("ab"));
        assert!(!phrases.contains("read mor") && !phrases.contains(""));
    }
}
