//! Lists of words that most words of a text are not in, asked without searching them.

/// A list of words with a sieve: most words fall through it and need no search.
#[derive(Debug)]
pub(crate) struct WordList {
    words: &'static [&'static str],
    sieve: Sieve,
}

impl WordList {
    /// The list of these, in small letters.
    pub(crate) const fn of(words: &'static [&'static str]) -> Self {
        Self { words, sieve: Sieve::NONE.with(words) }
    }

    /// Whether `word` is in it, however it is capitalised.
    pub(crate) fn holds(&self, word: &str) -> bool {
        let lower;
        let word = if word.is_ascii() {
            word
        } else {
            lower = word.to_lowercase();
            lower.as_str()
        };
        self.sieve.may_hold(word) && self.words.iter().any(|listed| listed.eq_ignore_ascii_case(word))
    }
}

/// Lengths, first and last bytes of words, hashed to a bit each; a capital of ASCII counts as its small letter.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sieve([u64; SIZE]);

/// Numbers of 64 bits. With this many a list of 300 words lets about one other word in fifteen through.
const SIZE: usize = 64;

impl Sieve {
    /// The sieve that lets nothing through.
    pub(crate) const NONE: Self = Self([0; SIZE]);

    /// A sieve that lets these through, too.
    #[expect(clippy::indexing_slicing, reason = "seen by the compiler, and a place is below the size")]
    pub(crate) const fn with(mut self, words: &[&str]) -> Self {
        let mut rest = words;
        while let [word, behind @ ..] = rest {
            let (place, bit) = place(word.as_bytes());
            self.0[place] |= bit;
            rest = behind;
        }
        self
    }

    /// Whether a word of the lists may be spelt like this, capitals of ASCII aside.
    pub(crate) fn may_hold(&self, word: &str) -> bool {
        let (place, bit) = place(word.as_bytes());
        self.0.get(place).is_some_and(|bits| bits & bit != 0)
    }
}

/// Which number of a sieve a word is in, and its bit there.
const fn place(word: &[u8]) -> (usize, u64) {
    let ([first, .., last] | [first @ last]) = word else { return (0, 1) };
    let key = ((first.to_ascii_lowercase() as u32) << 16)
        | ((last.to_ascii_lowercase() as u32) << 8)
        | (word.len() as u32 & 0xff);
    let hash = key.wrapping_mul(0x9e37_79b1) >> 20;
    ((hash >> 6) as usize % SIZE, 1 << (hash & 63))
}

#[cfg(test)]
mod tests {
    use super::*;

    static LIST: WordList = WordList::of(&["mai", "märz", "г", "rfe/rl"]);

    #[test]
    fn a_word_is_found_in_any_capitals() {
        for word in ["mai", "Mai", "MAI", "MÄRZ", "März", "Г", "RFE/RL"] {
            assert!(LIST.holds(word), "{word}");
        }
        for word in ["", "ma", "maii", "mXi", "marz", "rfe"] {
            assert!(!LIST.holds(word), "{word}");
        }
    }

    #[test]
    fn a_sieve_lets_through_what_it_was_made_of_and_little_else() {
        let sieve = Sieve::NONE.with(&["Dr", "etc"]);
        assert!(sieve.may_hold("dr") && sieve.may_hold("Dr") && sieve.may_hold("etc"));
        let other = ["said", "town", "Monday", "rain", "a", "", "percent", "Oslo"];
        assert!(other.iter().filter(|word| sieve.may_hold(word)).count() < 2);
    }
}
