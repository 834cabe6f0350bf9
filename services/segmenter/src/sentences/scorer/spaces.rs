//! The features of a space in a language that marks no sentence ends, and the walk over the spaces of a block.
//!
//! Thai and Lao set a space after a sentence, but also between clauses, around names and around numbers. What
//! tells them apart are the letters on either side and the length of the clauses. Letters stand for words here:
//! a word segmenter would cost more than all other work on the block.

use text::Span;

use super::core::Core;
use crate::languages::Language;

/// The most letters on either side of a space that are read.
const LETTERS: usize = 6;

/// The fewest letters that are a feature.
const FEWEST_LETTERS: usize = 2;

/// Characters in one step of the length of a sentence, and of a clause.
const SENTENCE_STEP: usize = 12;
const CLAUSE_STEP: usize = 6;

/// The most features of a space: the size of the buffer.
const MOST_FEATURES: usize = 32;

/// The features of one space at a time, for one language.
#[derive(Debug)]
pub(crate) struct SpaceFeatures {
    /// The hash of the language's tag, mixed into each feature.
    language: u32,
    found: Vec<u32>,
}

/// White space, with the characters of the clauses on either side.
#[derive(Debug, Clone, Copy)]
struct Space {
    span: Span,
    before: usize,
    behind: usize,
}

/// What is known of a sentence up to a space.
#[derive(Debug, Clone, Copy, Default)]
struct SentenceSoFar {
    /// Its first byte.
    start: usize,
    characters: usize,
    has_open_quotation: bool,
    has_open_bracket: bool,
}

/// The kinds of characters next to a space. The numbers are features of the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Edge = 0,
    Digit = 1,
    Capital = 2,
    Letter = 3,
    Stop = 4,
    Terminal = 5,
    Quotation = 6,
    Closing = 7,
    Opening = 8,
    Mark = 9,
    /// A letter of a script without spaces.
    Unspaced = 10,
}

/// What a feature is made of. The numbers are part of the hash.
#[derive(Debug, Clone, Copy)]
enum Template {
    /// Nothing: the prior.
    Any = 100,
    /// The kinds of the characters on both sides.
    Kinds,
    /// Letters behind the space.
    Right,
    /// Letters before the space.
    Left,
    /// The length of the sentence.
    Length,
    LengthKinds,
    /// The length of the clause before, behind, and of both.
    Before,
    Behind,
    Clauses,
    LengthBehind,
    RightLength,
    LeftLength,
    /// Two letters on each side.
    Both,
    /// Whether a quotation or a bracket is open.
    Open,
    /// The letters that the sentence opens with.
    First,
}

/// Returns the ends of the sentences of `text`, a block, in bytes. `marked` are the ends that a mark shows, in
/// order. Calls `decide` at each other space where a sentence could end, with its position and its features.
pub(crate) fn walk_spaces(
    text: &str,
    marked: &[usize],
    features: &mut SpaceFeatures,
    mut decide: impl FnMut(usize, &[u32]) -> bool,
) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut marked = marked.iter().copied().peekable();
    let mut sentence = SentenceSoFar::default();
    let mut read = 0;
    for space in spaces(text) {
        let mut is_marked = false;
        while let Some(end) = marked.next_if(|end| *end <= space.span.start) {
            ends.push(end);
            sentence = SentenceSoFar { start: end, ..SentenceSoFar::default() };
            (read, is_marked) = (end, end == space.span.start);
        }
        sentence.read(Span::new(read, space.span.start).of(text));
        read = space.span.end;
        if is_marked {
            sentence = SentenceSoFar { start: read, ..SentenceSoFar::default() };
            continue;
        }
        sentence.characters += 1;
        if space.may_end(text) && decide(space.span.start, features.of_space(text, &sentence, &space)) {
            ends.push(space.span.start);
            sentence = SentenceSoFar { start: read, ..SentenceSoFar::default() };
        }
    }
    ends.extend(marked);
    ends
}

/// Returns the white space inside `text`.
fn spaces(text: &str) -> Vec<Space> {
    let mut spaces: Vec<Space> = Vec::new();
    let (mut clause, mut last) = (0, 0);
    for piece in text::pieces(text) {
        let characters = piece.of(text).chars().count();
        if let Some(space) = spaces.last_mut() {
            space.behind = characters;
        }
        if last > 0 {
            // The clause behind is not yet known.
            let span = Span::new(last, piece.start);
            spaces.push(Space { span, before: clause, behind: characters });
        }
        (clause, last) = (characters, piece.end);
    }
    spaces
}

impl Space {
    /// Reports whether a sentence may end here: not between two words of a script with spaces.
    fn may_end(&self, text: &str) -> bool {
        let (left, right) = self.neighbours(text);
        let is_plain = |kind| matches!(kind, Kind::Digit | Kind::Capital | Kind::Letter);
        !(is_plain(left) && is_plain(right))
    }

    /// Returns the kinds of the characters on both sides.
    fn neighbours(&self, text: &str) -> (Kind, Kind) {
        let left = text.get(..self.span.start).unwrap_or_default().chars().next_back();
        let right = text.get(self.span.end..).unwrap_or_default().chars().next();
        (Kind::of(left), Kind::of(right))
    }
}

impl SentenceSoFar {
    /// Reads on.
    fn read(&mut self, text: &str) {
        for character in text.chars() {
            self.characters += 1;
            match character {
                '"' => self.has_open_quotation = !self.has_open_quotation,
                '“' | '‘' | '«' => self.has_open_quotation = true,
                '”' | '’' | '»' => self.has_open_quotation = false,
                '(' | '[' => self.has_open_bracket = true,
                ')' | ']' => self.has_open_bracket = false,
                _ => {}
            }
        }
    }
}

impl Kind {
    fn of(character: Option<char>) -> Self {
        let Some(character) = character else { return Self::Edge };
        match character {
            '.' => Self::Stop,
            '(' | '[' | '{' => Self::Opening,
            ')' | ']' | '}' => Self::Closing,
            _ if character.is_numeric() => Self::Digit,
            _ if text::is_without_spaces(character) => Self::Unspaced,
            _ if character.is_uppercase() => Self::Capital,
            _ if character.is_alphabetic() => Self::Letter,
            _ if text::is_quotation_mark(character) => Self::Quotation,
            _ if text::is_sentence_terminal(character) => Self::Terminal,
            _ => Self::Mark,
        }
    }
}

impl SpaceFeatures {
    /// Makes the features of a language.
    pub(crate) fn new(language: &Language) -> Self {
        // Tags have at most eight characters.
        let language = Core::of_word(language.tag(), 8).hash;
        Self { language, found: Vec::with_capacity(MOST_FEATURES) }
    }

    /// Returns the features of `space`. Training adds up floats in their order, so do not change it.
    fn of_space(&mut self, text: &str, sentence: &SentenceSoFar, space: &Space) -> &[u32] {
        self.found.clear();
        let (left_kind, right_kind) = space.neighbours(text);
        let kinds = left_kind as u32 * 16 + right_kind as u32;
        let length = step(sentence.characters, SENTENCE_STEP, 14);
        let (before, behind) = (step(space.before, CLAUSE_STEP, 8), step(space.behind, CLAUSE_STEP, 8));
        let left = text.get(..space.span.start).unwrap_or_default().chars().rev();
        let right = text.get(space.span.end..).unwrap_or_default().chars();
        let left = self.add_letters(Template::Left, left);
        let right = self.add_letters(Template::Right, right);
        self.add(Template::Any, 0, 0);
        self.add(Template::Kinds, kinds, 0);
        self.add(Template::Length, length, 0);
        self.add(Template::LengthKinds, length, kinds);
        self.add(Template::Before, before, 0);
        self.add(Template::Behind, behind, 0);
        self.add(Template::Clauses, before, behind);
        self.add(Template::LengthBehind, length / 2, behind);
        self.add(Template::RightLength, right[1], length / 3);
        self.add(Template::LeftLength, left[1], length / 3);
        self.add(Template::Both, left[0], right[0]);
        let open = u32::from(sentence.has_open_quotation) + 2 * u32::from(sentence.has_open_bracket);
        self.add(Template::Open, open, 0);
        let first = text.get(sentence.start..).unwrap_or_default().trim_start();
        let first = first.chars().take(4).fold(1, mixed);
        self.add(Template::First, first, 0);
        &self.found
    }

    /// Adds each row of letters from the space on. Returns the hashes of the first two and the first three.
    fn add_letters(&mut self, template: Template, letters: impl Iterator<Item = char>) -> [u32; 2] {
        let (mut hash, mut short) = (1, [0, 0]);
        for (number, letter) in (1..).zip(letters.take(LETTERS)) {
            hash = mixed(hash, letter);
            if number >= FEWEST_LETTERS {
                self.add(template, hash, 0);
            }
            if let Some(short) = number.checked_sub(FEWEST_LETTERS).and_then(|at| short.get_mut(at)) {
                *short = hash;
            }
        }
        short
    }

    /// Mixes language, template and values with the multiplier of MurmurHash3's finalizer.
    fn add(&mut self, template: Template, one: u32, two: u32) {
        let mut hash = u64::from(self.language ^ (template as u32).wrapping_mul(0x9e37_79b9));
        for value in [one, two] {
            hash = (hash ^ u64::from(value)).wrapping_mul(0xff51_afd7_ed55_8ccd);
            hash ^= hash >> 32;
        }
        self.found.push(hash as u32);
    }
}

/// Returns a length in steps, at most `most`.
fn step(length: usize, size: usize, most: u32) -> u32 {
    u32::try_from(length / size).unwrap_or(most).min(most)
}

/// Mixes a letter into a hash. All digits are one letter, and so are both cases.
fn mixed(hash: u32, letter: char) -> u32 {
    let letter = match letter {
        _ if letter.is_numeric() => '0',
        'A'..='Z' => letter.to_ascii_lowercase(),
        _ => letter,
    };
    (hash ^ letter as u32).wrapping_mul(0x0100_0193).rotate_left(7)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages::language;

    /// Checks at which pieces of `text` the walk asks.
    fn check(text: &str, marked: &[usize], expected: &[&str]) {
        let mut asked = Vec::new();
        let mut features = SpaceFeatures::new(language("th"));
        walk_spaces(text, marked, &mut features, |at, found| {
            assert!(!found.is_empty() && found.len() <= MOST_FEATURES);
            asked.push(text.get(..at).unwrap_or_default());
            false
        });
        assert_eq!(asked, expected, "{text:?}");
    }

    #[test]
    fn asks_at_spaces_but_not_between_words_that_are_written_with_spaces() {
        check("ฝนตก ที่ New York 25 บาท", &[], &["ฝนตก", "ฝนตก ที่", "ฝนตก ที่ New York 25"]);
    }

    #[test]
    fn does_not_ask_where_a_mark_ends_a_sentence() {
        let text = "ฝนตก! รถไฟ หยุด";
        check(text, &[text.find(' ').unwrap()], &["ฝนตก! รถไฟ"]);
    }

    #[test]
    fn ends_by_marks_and_by_decision_are_in_order() {
        let text = "ฝน ตก! รถไฟ หยุด";
        let marked = [text.find('!').unwrap() + 1];
        let mut features = SpaceFeatures::new(language("th"));
        let ends = walk_spaces(text, &marked, &mut features, |_, _| true);
        assert_eq!(ends, [6, 14, 27]);
    }
}
