//! Lines that are compared by their letters and digits alone.

/// The letters and digits of a line, in small letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Letters(String);

/// Letters of the shortest beginning by which two headlines agree.
const SHORTEST: usize = 12;

impl Letters {
    pub(super) fn of(line: &str) -> Self {
        Self(line.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect())
    }

    /// Reports whether two lines have the same letters. Lines without letters have not.
    pub(super) fn are_those_of(&self, other: &Self) -> bool {
        !self.0.is_empty() && self == other
    }

    /// Reports whether two headlines are the same, or one is the beginning of the other.
    pub(super) fn agree_with(&self, other: &Self) -> bool {
        let (short, long) = if self.0.len() < other.0.len() { (self, other) } else { (other, self) };
        short == long || (long.0.starts_with(&short.0) && short.0.chars().count() >= SHORTEST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_compared_by_letters_and_digits() {
        for (one, other, same, agree) in [
            ("The Gazette", "the-GAZETTE", true, true),
            ("Rain stops play", "Rain stops play in Oslo", false, true),
            ("Rain stops", "Rain stops play in Oslo", false, false),
            ("…", "—", false, true),
        ] {
            let (one, other) = (Letters::of(one), Letters::of(other));
            assert_eq!((one.are_those_of(&other), one.agree_with(&other)), (same, agree), "{one:?}");
        }
    }
}
