//! The letters and digits of a word: what it is to the model, and how it looks, by one look at each character.

/// How a word looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Shape {
    /// No letter or digit.
    #[default]
    Marks = 0,
    Small = 1,
    Title = 2,
    /// One capital: `A`.
    Capital = 3,
    Capitals = 4,
    Digits = 5,
    /// Digits and letters, or capitals inside.
    Mixed = 6,
    /// Letters of a script without capitals.
    Caseless = 7,
    /// An address of the web or of mail.
    Address = 8,
}

/// What the model sees of the letters and digits of a word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Core {
    /// Its characters in small letters, digits all alike.
    pub(super) hash: u32,
    /// The last three of them.
    pub(super) ending: u32,
    /// How many they are.
    pub(super) length: u8,
    pub(super) shape: Shape,
}

/// Characters of each kind in a word.
#[derive(Debug, Default)]
struct Kinds {
    small: u32,
    capital: u32,
    digit: u32,
    /// Letters that are neither small nor capital.
    other: u32,
    first_is_capital: bool,
}

impl Core {
    /// Reads the first characters of `word`, `most` of them.
    pub(super) fn read(word: &str, most: usize) -> Self {
        Self::of(word.chars().take(most))
    }

    /// Reads a word at the head of `bytes` that is letters and digits of ASCII, white space behind it, and no longer than
    /// `most`; `None` for any other.
    #[inline]
    pub(super) fn plain(bytes: &[u8], most: usize) -> Option<Self> {
        let letters = bytes.iter().take(most).take_while(|byte| byte.is_ascii_alphanumeric());
        let core = Self::of(letters.map(|byte| char::from(*byte)));
        let ends =
            bytes.get(usize::from(core.length)).is_none_or(|behind| matches!(behind, b'\t'..=b'\r' | b' '));
        (core.length > 0 && ends).then_some(core)
    }

    #[inline]
    fn of(characters: impl Iterator<Item = char>) -> Self {
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
    /// Counts a character in, and gives it as a small letter or as the digit that stands for all.
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
    fn shape(&self) -> Shape {
        match (self.small, self.capital, self.digit, self.other) {
            (0, 0, 0, 0) => Shape::Marks,
            (_, 0, 0, 0) => Shape::Small,
            (0, 1, 0, 0) => Shape::Capital,
            (0, _, 0, 0) => Shape::Capitals,
            (_, 1, 0, 0) if self.first_is_capital => Shape::Title,
            (0, 0, _, 0) => Shape::Digits,
            (0, 0, 0, _) => Shape::Caseless,
            _ => Shape::Mixed,
        }
    }
}

/// The last four marks of a row; 0 for none.
pub(super) fn hash_marks(marks: &str) -> u32 {
    if marks.is_empty() {
        return 0;
    }
    marks.chars().rev().take(4).fold(0x1b87_3593, |hash, mark| mix(hash, mark as u32)) | 1
}

#[inline]
fn mix(hash: u32, value: u32) -> u32 {
    (hash ^ value).wrapping_mul(0x0100_0193).rotate_left(5)
}
