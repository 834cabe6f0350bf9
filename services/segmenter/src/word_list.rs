//! Lists of words that most words of a text are not in.

/// A list of words with a sieve in front: most words are rejected by the sieve and need no search.
#[derive(Debug)]
pub(crate) struct WordList {
    /// The words in byte order.
    words: Vec<&'static str>,
    sieve: Sieve,
}

impl WordList {
    /// Makes the list of these words, which may come in any order and more than once.
    pub(crate) fn new(words: impl IntoIterator<Item = &'static str>) -> Self {
        let mut words: Vec<&str> = words.into_iter().collect();
        words.sort_unstable();
        words.dedup();
        Self { sieve: Sieve::of(words.iter().copied()), words }
    }

    /// Reports whether `word` is listed in this spelling.
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.sieve.may_hold(word) && self.words.binary_search(&word).is_ok()
    }

    /// Reports whether `word` is listed, however it is capitalized. The list must be in lower case.
    pub(crate) fn contains_in_any_case(&self, word: &str) -> bool {
        if !word.is_ascii() {
            return self.contains(&word.to_lowercase());
        }
        let is_listed = || {
            let small = || word.bytes().map(|byte| byte.to_ascii_lowercase());
            self.words.binary_search_by(|listed| listed.bytes().cmp(small())).is_ok()
        };
        self.sieve.may_hold(word) && is_listed()
    }

    /// Returns the words in byte order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.words.iter().copied()
    }
}

/// A bit set of the length, first and last byte of words; a capital of ASCII counts as its lower-case letter.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sieve([u64; SIZE]);

/// The size of a sieve in 64-bit words. At this size a list of 300 words lets about one other word in fifteen
/// through.
const SIZE: usize = 64;

impl Sieve {
    /// Makes a sieve that lets these words through.
    pub(crate) fn of<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut sieve = Self([0; SIZE]);
        for word in words {
            let (place, bit) = place(word.as_bytes());
            if let Some(bits) = sieve.0.get_mut(place) {
                *bits |= bit;
            }
        }
        sieve
    }

    /// Reports whether a word of the list may be spelt like `word`, apart from capitals of ASCII.
    #[inline]
    pub(crate) fn may_hold(&self, word: &str) -> bool {
        let (place, bit) = place(word.as_bytes());
        self.0.get(place).is_some_and(|bits| bits & bit != 0)
    }
}

/// Returns the index of a word's bit in a sieve: which number holds it, and the bit alone.
#[inline]
fn place(word: &[u8]) -> (usize, u64) {
    let ([first, .., last] | [first @ last]) = word else { return (0, 1) };
    let key = (u32::from(first.to_ascii_lowercase()) << 16)
        | (u32::from(last.to_ascii_lowercase()) << 8)
        | (word.len() as u32 & 0xff);
    // Knuth's multiplicative hash: the upper bits depend on all bits of the key.
    let hash = key.wrapping_mul(0x9e37_79b1) >> 20;
    ((hash >> 6) as usize % SIZE, 1 << (hash & 63))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_word_in_any_capitals() {
        let list = WordList::new(["rfe/rl", "mai", "г", "märz", "mai"]);
        for word in ["mai", "Mai", "MAI", "MÄRZ", "März", "Г", "RFE/RL"] {
            assert!(list.contains_in_any_case(word), "{word}");
        }
        for word in ["", "ma", "maii", "mXi", "marz", "rfe"] {
            assert!(!list.contains_in_any_case(word), "{word}");
        }
    }

    #[test]
    fn finds_a_word_in_its_own_spelling() {
        let list = WordList::new(["GB", "м", "m"]);
        assert!(list.contains("GB") && list.contains("m") && list.contains("м"));
        assert!(!list.contains("gb") && !list.contains("M") && !list.contains(""));
    }

    #[test]
    fn a_sieve_rejects_most_other_words() {
        let sieve = Sieve::of(["Dr", "etc"]);
        assert!(sieve.may_hold("dr") && sieve.may_hold("Dr") && sieve.may_hold("etc"));
        let other = ["said", "town", "Monday", "rain", "a", "", "percent", "Oslo"];
        assert!(other.iter().filter(|word| sieve.may_hold(word)).count() < 2);
    }
}
