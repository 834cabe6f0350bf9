//! One sentence with the vocabulary of its language, as the parsers read it.

use super::magnitudes::{Factor, Magnitudes};
use super::meaning::{Around, Meaning};
use super::national_currencies::NationalCurrencies;
use super::numerals::{self, Marks};
use super::vocabulary::Vocabulary;
use crate::document::{Document, Sentence};
use crate::languages::common;

/// Reads the tokens of one sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct SentenceReader<'r> {
    pub(super) document: &'r Document<'r>,
    /// The text that the tokens are in.
    field: &'r str,
    pub(super) vocabulary: &'r Vocabulary,
    /// What all languages have in common.
    pub(super) common: &'r Common,
    /// How the language writes numbers.
    pub(super) marks: Marks,
    /// What each word of the sentence means. The parsers ask for most words several times.
    meanings: &'r [Meaning],
    /// First token of the sentence.
    pub(super) first: usize,
    /// One past its last token.
    end: usize,
}

/// Words that texts of every language look up.
#[derive(Debug)]
pub(super) struct Common {
    pub(super) magnitudes: Magnitudes,
    pub(super) national_currencies: NationalCurrencies,
}

/// A place between two characters: a token, and the bytes of it that are read.
///
/// Numbers and what follows them are often one token: "20M", "2천억".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) index: usize,
    pub(super) byte: usize,
}

impl Place {
    pub(super) fn at(index: usize) -> Self {
        Self { index, byte: 0 }
    }

    /// Returns one past the last token of which anything is read.
    pub(super) fn end(self) -> usize {
        self.index + usize::from(self.byte > 0)
    }
}

/// Looks up what each word of a sentence means, into `meanings`.
pub(super) fn look_up(
    document: &Document<'_>,
    vocabulary: &Vocabulary,
    sentence: &Sentence,
    meanings: &mut Vec<Meaning>,
) {
    let field = document.field(sentence.field);
    let tokens = document.tokens.get(sentence.tokens.clone()).unwrap_or_default();
    meanings.clear();
    meanings.extend(tokens.iter().map(|token| vocabulary.meaning(token.span.of(field))));
}

impl<'r> SentenceReader<'r> {
    /// Creates the reader of a sentence whose words were looked up.
    pub(super) fn new(
        document: &'r Document<'r>,
        vocabulary: &'r Vocabulary,
        common: &'r Common,
        sentence: &Sentence,
        meanings: &'r [Meaning],
    ) -> Self {
        let (first, end) = (sentence.tokens.start, sentence.tokens.end);
        let is_unknown = vocabulary.marks.is_unknown || !document.is_language_sure;
        let marks = Marks { is_unknown, ..vocabulary.marks };
        let field = document.field(sentence.field);
        Self { document, field, vocabulary, common, marks, meanings, first, end }
    }

    /// Reports whether a date that begins at `next` ends the range whose first date ends at `end`.
    pub(super) fn is_range(&self, end: usize, next: usize) -> bool {
        self.is_range_joint(end)
            && (next == end + 1 || (next == end + 2 && self.meaning(end + 1) == Meaning::This))
    }

    /// Reports whether a token stands between the ends of a range: a dash, or "to".
    pub(super) fn is_range_joint(&self, index: usize) -> bool {
        let joint = self.text(index);
        let is_word = || {
            let own = self.vocabulary.words.range_joints.split_ascii_whitespace();
            common::RANGE_JOINTS.contains(&joint) || own.into_iter().any(|word| word == joint)
        };
        !joint.is_empty() && (joint.chars().all(is_range_dash) || is_word())
    }

    /// Returns the text of a token of this sentence; empty outside.
    pub(super) fn text(&self, index: usize) -> &'r str {
        let token = self.document.token(index).filter(|_| (self.first..self.end).contains(&index));
        token.map_or("", |token| token.span.of(self.field))
    }

    /// Returns what a token's word means to the grammar.
    pub(super) fn meaning(&self, index: usize) -> Meaning {
        let known = index.checked_sub(self.first).and_then(|at| self.meanings.get(at));
        known.copied().unwrap_or(Meaning::Other)
    }

    /// Reports whether a token is the word before the number of a month: Vietnamese "tháng" in "tháng 10".
    pub(super) fn is_numbered_month(&self, index: usize) -> bool {
        let word = self.vocabulary.words.month_word;
        !word.is_empty() && self.begins_with_digit(index + 1) && self.text(index).to_lowercase() == word
    }

    /// Reports whether a token opens a phrase with which a date, time or amount may begin.
    pub(super) fn opens_phrase(&self, index: usize) -> bool {
        !self.term(index).0.begins_nothing() || self.around(index, |_| Some(true)).is_some()
    }

    /// Returns what the longest phrase at a token means, and where it ends.
    pub(super) fn term(&self, index: usize) -> (Meaning, usize) {
        let meaning = self.meaning(index);
        // A word that begins a phrase has a meaning, if only that, so most words need no second look-up.
        let phrases = if meaning == Meaning::Other { &[] } else { self.vocabulary.phrases(self.text(index)) };
        let mut fitting = phrases.iter().filter(|(rest, _)| {
            rest.iter().zip(index + 1..).all(|(word, index)| {
                let text = self.text(index);
                text == word.as_ref() || (text.len() <= 2 * word.len() && is_lowered(text, word))
            })
        });
        match fitting.next() {
            Some((rest, meaning)) => (*meaning, index + 1 + rest.len()),
            None => (meaning, index + 1),
        }
    }

    /// Returns the longest phrase around a span of time that begins at a token, of those that `is_wanted`
    /// names: whether it speaks of the past, and where it ends.
    pub(super) fn around(
        &self,
        index: usize,
        is_wanted: impl Fn(Around) -> Option<bool>,
    ) -> Option<(bool, usize)> {
        let is_ordinary = self.meaning(index) == Meaning::Other;
        let phrases = if is_ordinary { &[] } else { self.vocabulary.around(self.text(index)) }.iter();
        let mut fitting = phrases.filter_map(|(rest, around)| {
            let fits = rest.iter().zip(index + 1..).all(|(word, index)| self.text(index) == word.as_ref());
            Some((is_wanted(*around).filter(|_| fits)?, index + 1 + rest.len()))
        });
        fitting.next()
    }

    /// Returns what stands at a place: the rest of the token, the longest beginning of that rest in a script
    /// that writes words together, or the phrase of the tokens from here.
    pub(super) fn term_at(&self, place: Place) -> (Meaning, Place) {
        let rest = self.text(place.index).get(place.byte..).unwrap_or_default();
        let (meaning, end) = if place.byte == 0 {
            self.term(place.index)
        } else {
            (self.vocabulary.meaning(rest), place.index + 1)
        };
        if !matches!(meaning, Meaning::Other | Meaning::Head) || !writes_words_together(rest) {
            return (meaning, Place::at(end));
        }
        let cuts = rest.char_indices().map(|(at, _)| at).filter(|at| *at > 0);
        let mut cuts: Vec<usize> = cuts.take(LONGEST_BEGINNING).collect();
        cuts.reverse();
        for cut in cuts {
            let meaning = self.vocabulary.meaning(rest.get(..cut).unwrap_or_default());
            if !matches!(meaning, Meaning::Other | Meaning::Head) {
                return (meaning, Place { index: place.index, byte: place.byte + cut });
            }
        }
        (Meaning::Other, Place::at(end))
    }

    /// Returns the magnitude that a word has in all languages that know it, or as a form of a listed word.
    pub(super) fn foreign_magnitude(&self, word: &str) -> Option<Factor> {
        match self.vocabulary.inflected_scale(word) {
            Some(factor) => Some(Factor::Known(factor)),
            None => self.common.magnitudes.get(word),
        }
    }

    /// Reports whether the language of the text is unsure and a magnitude differs between languages.
    pub(super) fn is_open_magnitude(&self, word: &str) -> bool {
        self.marks.is_unknown && self.common.magnitudes.get(word) == Some(Factor::Open)
    }

    /// Reports whether a token begins with a digit: `24th`, `15h30`, `12km`.
    pub(super) fn begins_with_digit(&self, index: usize) -> bool {
        self.text(index).starts_with(|character: char| numerals::digit(character).is_some())
    }

    /// Reports whether a token follows the one before without a space.
    pub(super) fn is_joined(&self, index: usize) -> bool {
        self.document.token(index).is_some_and(|token| !token.spaced)
    }

    /// Reports whether one space of any kind, and nothing else, is before a token.
    pub(super) fn follows_one_space(&self, index: usize) -> bool {
        let Some(before) = index.checked_sub(1).filter(|before| *before >= self.first) else { return false };
        let (Some(one), Some(other)) = (self.document.token(before), self.document.token(index)) else {
            return false;
        };
        let gap = self.field.get(one.span.end..other.span.start);
        let mut gap = gap.unwrap_or_default().chars();
        gap.next().is_some_and(|space| matches!(space, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}'))
            && gap.next().is_none()
    }
}

/// Reports whether a text in lower case is a word.
fn is_lowered(text: &str, word: &str) -> bool {
    if text.is_ascii() {
        return text.len() == word.len()
            && text.bytes().zip(word.bytes()).all(|(byte, lower)| byte.to_ascii_lowercase() == lower);
    }
    text.to_lowercase() == word
}

/// Characters of the longest beginning that is looked up in a script that writes words together.
const LONGEST_BEGINNING: usize = 8;

/// Reports whether a text is in Hangul or Han, whose words follow each other inside a token.
fn writes_words_together(text: &str) -> bool {
    let is_one = |first: char| matches!(first, '\u{ac00}'..='\u{d7a3}' | '\u{4e00}'..='\u{9fff}' | '\u{30a0}'..='\u{30ff}');
    text.starts_with(is_one)
}

/// Reports whether a character divides the ends of a range: a dash of any kind, or the wave of East Asia.
pub(super) fn is_range_dash(character: char) -> bool {
    text::is_dash(character) || matches!(character, '~' | '～' | '〜')
}
