//! The letters and digits of a word, hashed and classed in one pass over its characters.

/// The shape of a word. The numbers are features of the model.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum WordShape {
    /// No letter or digit.
    #[default]
    Marks = 0,
    /// Letters in small case.
    Small = 1,
    /// A capital, then lower case.
    Title = 2,
    /// One capital: `A`.
    Capital = 3,
    /// Two capitals or more.
    Capitals = 4,
    /// Digits alone.
    Digits = 5,
    /// Digits and letters, or capitals inside the word.
    Mixed = 6,
    /// Letters of a script without capitals.
    Caseless = 7,
    /// An address of the web or of mail.
    Address = 8,
}

/// What the model sees of the letters and digits of a word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Core {
    /// The hash of its characters, in lower case and with all digits as `0`.
    pub(super) hash: u32,
    /// The hash of the last three of them.
    pub(super) ending: u32,
    /// The number of characters.
    pub(super) length: u8,
    pub(super) shape: WordShape,
}

/// The counts of each kind of character in a word.
#[derive(Debug, Default)]
struct Kinds {
    small: u32,
    capital: u32,
    digit: u32,
    /// Letters of scripts without capitals.
    other: u32,
    first_is_capital: bool,
}

impl Core {
    /// Reads the first `most` characters of `word`.
    pub(super) fn of_word(word: &str, most: usize) -> Self {
        Self::of_characters(word.chars().take(most))
    }

    /// Reads the word at the start of `bytes`, if it is made of ASCII letters and digits, is no longer than
    /// `most` and has white space after it; `None` otherwise.
    #[inline]
    pub(super) fn of_plain_word(bytes: &[u8], most: usize) -> Option<Self> {
        let letters = bytes.iter().take(most).take_while(|byte| byte.is_ascii_alphanumeric());
        let core = Self::of_characters(letters.map(|byte| char::from(*byte)));
        let ends =
            bytes.get(usize::from(core.length)).is_none_or(|behind| matches!(behind, b'\t'..=b'\r' | b' '));
        (core.length > 0 && ends).then_some(core)
    }

    #[inline]
    fn of_characters(characters: impl Iterator<Item = char>) -> Self {
        let (mut hash, mut length) = (0x811c_9dc5_u32, 0);
        let mut last = [0_u32; 3];
        let mut kinds = Kinds::default();
        for character in characters {
            let plain = kinds.count(character, length == 0) as u32;
            hash = mix(hash, plain);
            last = [last[1], last[2], plain];
            length += 1;
        }
        let ending = last.into_iter().fold(7, mix);
        Self { hash: hash | 1, ending, length, shape: kinds.shape() }
    }
}

impl Kinds {
    /// Counts a character. Returns it as a lower-case letter, or `0` for any ASCII digit.
    #[inline]
    fn count(&mut self, character: char, is_first: bool) -> char {
        match character {
            'a'..='z' => self.small += 1,
            'A'..='Z' => {
                self.capital += 1;
                self.first_is_capital |= is_first;
                return character.to_ascii_lowercase();
            }
            '0'..='9' => {
                self.digit += 1;
                return '0';
            }
            '\0'..='\x7f' => {}
            _ => {
                self.count_wide(character, is_first);
                return character.to_lowercase().next().unwrap_or(character);
            }
        }
        character
    }

    fn count_wide(&mut self, character: char, is_first: bool) {
        if character.is_lowercase() {
            self.small += 1;
        } else if character.is_uppercase() {
            self.capital += 1;
            self.first_is_capital |= is_first;
        } else if character.is_numeric() {
            self.digit += 1;
        } else if character.is_alphabetic() {
            self.other += 1;
        }
    }

    #[inline]
    fn shape(&self) -> WordShape {
        match (self.small, self.capital, self.digit, self.other) {
            (0, 0, 0, 0) => WordShape::Marks,
            (_, 0, 0, 0) => WordShape::Small,
            (0, 1, 0, 0) => WordShape::Capital,
            (0, _, 0, 0) => WordShape::Capitals,
            (_, 1, 0, 0) if self.first_is_capital => WordShape::Title,
            (0, 0, _, 0) => WordShape::Digits,
            (0, 0, 0, _) => WordShape::Caseless,
            _ => WordShape::Mixed,
        }
    }
}

/// Hashes the last four marks of a row; 0 for none.
pub(super) fn hash_marks(marks: &str) -> u32 {
    if marks.is_empty() {
        return 0;
    }
    marks.chars().rev().take(4).fold(0x1b87_3593, |hash, mark| mix(hash, mark as u32)) | 1
}

/// Computes one step of the FNV-1a hash, with a rotation so that small values reach the upper bits.
#[inline]
fn mix(hash: u32, value: u32) -> u32 {
    (hash ^ value).wrapping_mul(0x0100_0193).rotate_left(5)
}
