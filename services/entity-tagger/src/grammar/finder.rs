//! Finds the dates, times and amounts of a document.

use std::collections::HashMap;

use foldhash::fast::FixedState;
use messages::EntityType;
use text::TokenKind;
use time::Date;

use super::expression::Expression;
use super::sentence::SentenceReader;
use super::vocabulary::{Meaning, Vocabulary};
use super::{amounts, calendar, dates, tenses, times};
use crate::document::Document;
use crate::languages::{DateWords, profile, profiles};

/// Finds dates, times and amounts, with the vocabulary of each language that has one.
///
/// ```
/// use entity_tagger::{document::{Document, Passage, Placement}, gazetteer::Gazetteer};
/// use entity_tagger::grammar::{Grammar, published_on};
/// use messages::Field;
/// use text::Span;
///
/// let body = "Am Freitag kostete es 3,5 Millionen Euro.";
/// let mut document = Document::new("", body, "de");
/// let span = Span::new(0, body.len());
/// let passage = Passage { field: Field::Body, span, block: 0, placement: Placement::Body };
/// document.push(passage, &Gazetteer::load());
///
/// let found = Grammar::load().find(&document, published_on(Some("2019-04-16T08:00:00Z")));
/// let values: Vec<_> = found.iter().filter_map(|expression| expression.value.as_deref()).collect();
/// assert_eq!(values, ["2019-04-12", "EUR 3500000"]);
/// ```
#[derive(Debug)]
pub struct Grammar {
    /// By the tag of the profile.
    vocabularies: HashMap<&'static str, Vocabulary, FixedState>,
    /// Signs and digits, for languages without words of their own.
    signs: Vocabulary,
}

/// Tokens that begin an amount although they are capitalized words: the "US" of "US$".
const CURRENCY_PREFIXES: [&str; 10] = ["US", "U.S.", "A", "AU", "C", "CA", "HK", "NZ", "R", "S"];

impl Grammar {
    /// Loads the words that are compiled in.
    pub fn load() -> Self {
        static SIGNS: DateWords = DateWords::SIGNS;
        let vocabularies =
            profiles().filter_map(|profile| Some((profile.tag, Vocabulary::new(profile.dates?))));
        Self { vocabularies: vocabularies.collect(), signs: Vocabulary::new(&SIGNS) }
    }

    /// Reports whether date words are known for a language.
    pub fn knows(&self, language: &str) -> bool {
        profile(language).dates.is_some()
    }

    /// Returns every expression in reading order; no two overlap.
    ///
    /// "Monday" and "next week" are counted from the day `published`.
    pub fn find(&self, document: &Document<'_>, published: Option<Date>) -> Vec<Expression> {
        let vocabulary = self.vocabularies.get(document.profile.tag).unwrap_or(&self.signs);
        let mut found = Vec::new();
        for sentence in &document.sentences {
            let reader = SentenceReader::new(document, vocabulary, sentence);
            let mut index = sentence.tokens.start;
            // Where the last date ended, and its day, which may begin a range.
            let mut last: Option<(usize, Date)> = None;
            while index < sentence.tokens.end {
                let not_before = last.filter(|(end, _)| reader.is_range(*end, index)).map(|(_, day)| day);
                match expression(&reader, index, published, not_before) {
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

/// Returns the expression that begins at a token. Every parser looks at a fixed number of tokens at most, so
/// the work is linear in the length of the text.
fn expression(
    reader: &SentenceReader<'_>,
    start: usize,
    published: Option<Date>,
    not_before: Option<Date>,
) -> Option<Expression> {
    if !may_begin(reader, start) {
        return None;
    }
    let expression = |(end, entity_type, value)| Expression { tokens: start..end, entity_type, value };
    let amount = amounts::amount(reader, start).map(expression);
    amount
        .or_else(|| {
            times::time(reader, start).map(|(end, value)| expression((end, EntityType::Time, Some(value))))
        })
        .or_else(|| {
            let (end, when) = dates::date(reader, start)?;
            let tense = tenses::tense(reader, start, end);
            let context = calendar::Context { published, tense, not_before };
            let value = when.and_then(|when| calendar::resolve(when, context));
            Some(expression((end, EntityType::Date, value)))
        })
}

/// Reports whether an expression may begin at a token. Most tokens are ordinary words and need no look at the
/// parsers.
fn may_begin(reader: &SentenceReader<'_>, start: usize) -> bool {
    let Some(token) = reader.document.token(start) else { return false };
    let meaning = reader.meaning(start);
    match token.kind {
        TokenKind::Punctuation => meaning == Meaning::Percent,
        TokenKind::Word if meaning == Meaning::Other && !reader.begins_with_digit(start) => {
            let text = reader.text(start);
            let is_article = reader.meaning(start + 1) == Meaning::Edge;
            is_article || CURRENCY_PREFIXES.contains(&text) || reader.vocabulary.named_time(text).is_some()
        }
        _ => true,
    }
}
