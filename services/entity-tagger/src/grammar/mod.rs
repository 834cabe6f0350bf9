//! Dates, times and amounts, by grammar: small parsers over tokens, one table of words a language.

mod amounts;
mod calendar;
mod dates;
mod languages;
mod numbers;
mod tenses;
mod times;
mod vocabulary;

use std::ops::Range;

use messages::EntityType;
use text::TokenKind;
use time::Date;

pub use calendar::published_on;
use vocabulary::{Vocabulary, Word};

use crate::document::Document;

/// A date, time or amount found.
#[derive(Debug, Clone, PartialEq)]
pub struct Expression {
    /// Its tokens, as indexes into the document's.
    pub tokens: Range<usize>,
    /// What it is.
    pub entity_type: EntityType,
    /// What it means, where that could be worked out.
    pub value: Option<String>,
}

/// The vocabularies of every language that has one.
#[derive(Debug)]
pub struct Grammar {
    vocabularies: Vec<Vocabulary>,
    /// Signs, digits and years, for languages without a table.
    bare: Vocabulary,
}

impl Grammar {
    /// Loads the tables that are compiled in.
    pub fn load() -> Self {
        Self {
            vocabularies: languages::TABLES.iter().map(|table| Vocabulary::new(table)).collect(),
            bare: Vocabulary::new(&languages::BARE),
        }
    }

    /// Whether there is a table of date words for a language.
    pub fn knows(&self, language: &str) -> bool {
        self.vocabularies.iter().any(|vocabulary| vocabulary.table.language == language)
    }

    /// Every expression, in reading order and apart from each other.
    ///
    /// `published` is the day that "Monday" and "next week" are counted from.
    pub fn find(&self, document: &Document<'_>, published: Option<Date>) -> Vec<Expression> {
        let known =
            self.vocabularies.iter().find(|vocabulary| vocabulary.table.language == document.language);
        let vocabulary = known.unwrap_or(&self.bare);
        let mut found = Vec::new();
        for sentence in &document.sentences {
            let reader =
                Reader { document, vocabulary, end: sentence.tokens.end, first: sentence.tokens.start };
            let mut index = sentence.tokens.start;
            // Where the last date ended, and its first day: the beginning of a range.
            let mut last: Option<(usize, Date)> = None;
            while index < sentence.tokens.end {
                let not_before = last.filter(|(end, _)| reader.is_range(*end, index)).map(|(_, day)| day);
                match reader.expression(index, published, not_before) {
                    Some(expression) => {
                        index = expression.tokens.end.max(index + 1);
                        last = calendar::day_of(&expression).map(|day| (expression.tokens.end, day));
                        found.push(expression);
                    }
                    None => index += 1,
                }
            }
        }
        found
    }
}

/// Reads the tokens of one sentence.
#[derive(Debug, Clone, Copy)]
struct Reader<'r> {
    document: &'r Document<'r>,
    vocabulary: &'r Vocabulary,
    /// First token of the sentence.
    first: usize,
    /// One past its last token.
    end: usize,
}

impl<'r> Reader<'r> {
    /// The expression that begins at a token. Every parser looks ahead a fixed number of tokens at most.
    fn expression(
        &self,
        start: usize,
        published: Option<Date>,
        not_before: Option<Date>,
    ) -> Option<Expression> {
        let kind = self.document.token(start)?.kind;
        let plain = kind == TokenKind::Word && self.word(start) == Word::Other && !self.mixed(start);
        let may_begin =
            ["US", "U.S.", "A", "AU", "C", "CA", "HK", "NZ", "R", "S", "noon", "Noon", "midnight"];
        let article = self.word(start + 1) == Word::Edge;
        let sign = kind == TokenKind::Punctuation && self.word(start) != Word::Percent;
        if sign || (plain && !article && !may_begin.contains(&self.text(start))) {
            return None;
        }
        let expression = |(end, entity_type, value)| Expression { tokens: start..end, entity_type, value };
        let amount = amounts::amount(self, start).map(expression);
        amount
            .or_else(|| {
                times::time(self, start).map(|(end, value)| expression((end, EntityType::Time, Some(value))))
            })
            .or_else(|| {
                let (end, when) = dates::date(self, start)?;
                let tense = tenses::tense(self, start, end);
                let context = calendar::Context { published, tense, not_before };
                let value = when.and_then(|when| calendar::resolve(when, context));
                Some(expression((end, EntityType::Date, value)))
            })
    }

    /// Whether a date that begins at `next` ends the range that began with the one that ends at `end`.
    fn is_range(&self, end: usize, next: usize) -> bool {
        let joint = self.text(end);
        let connects =
            matches!(joint, "to" | "until" | "through" | "bis" | "au" | "al" | "a" | "até" | "hasta")
                || (!joint.is_empty() && joint.chars().all(text::is_dash));
        connects && (next == end + 1 || (next == end + 2 && self.word(end + 1) == Word::This))
    }

    /// The text of a token of this sentence; empty outside.
    fn text(&self, index: usize) -> &'r str {
        if (self.first..self.end).contains(&index) { self.document.text(index) } else { "" }
    }

    /// What a token's word means to the grammar.
    fn word(&self, index: usize) -> Word {
        self.vocabulary.word(self.text(index))
    }

    /// Digits and letters in one token: `24th`, `15h30`, `12km`.
    fn mixed(&self, index: usize) -> bool {
        self.text(index).starts_with(|character: char| character.is_ascii_digit())
    }

    /// Whether a token follows the one before without a space.
    fn is_joined(&self, index: usize) -> bool {
        self.document.token(index).is_some_and(|token| !token.spaced)
    }
}
