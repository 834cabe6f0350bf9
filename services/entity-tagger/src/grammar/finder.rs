//! Finds the dates, times and amounts of a document.

use std::collections::HashMap;
use std::sync::OnceLock;

use foldhash::fast::FixedState;
use messages::EntityType;
use text::TokenKind;
use time::Date;

use super::expression::Expression;
use super::magnitudes::Magnitudes;
use super::meaning::{Meaning, Tense, Unit};
use super::national_currencies::NationalCurrencies;
use super::sentence::{Common, SentenceReader, look_up};
use super::vocabulary::Vocabulary;
use super::when::When;
use super::{amounts, calendar, dates, numerals, table, tenses, times};
use crate::document::Document;
use crate::languages::{common, profile, profiles};

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
    /// By language. A vocabulary is made when the first article in its language comes.
    vocabularies: HashMap<&'static str, OnceLock<Vocabulary>, FixedState>,
    /// Signs and digits alone, for a language without words.
    signs: Vocabulary,
    common: Common,
}

impl Grammar {
    /// Loads what all languages have in common. The words of a language are loaded with its first article.
    pub fn load() -> Self {
        let tags =
            table::tags().chain(profiles().filter(|known| known.dates.is_some()).map(|known| known.tag));
        Self {
            vocabularies: tags.map(|tag| (tag, OnceLock::new())).collect(),
            signs: Vocabulary::new(messages::UNDETERMINED, profile(messages::UNDETERMINED)),
            common: Common {
                magnitudes: Magnitudes::load(),
                national_currencies: NationalCurrencies::load(),
            },
        }
    }

    /// Reports whether date words are known for a language.
    pub fn knows(&self, language: &str) -> bool {
        self.vocabularies.contains_key(language) && language != messages::UNDETERMINED
    }

    /// Returns the vocabulary that reads what the first one does not: English, the language of most short texts
    /// whose language is not clear.
    fn second_vocabulary(&self, document: &Document<'_>) -> Option<&Vocabulary> {
        (!document.is_language_sure).then(|| self.vocabulary(common::LINGUA_FRANCA))
    }

    fn vocabulary(&self, language: &str) -> &Vocabulary {
        match self.vocabularies.get_key_value(language) {
            Some((tag, vocabulary)) => vocabulary.get_or_init(|| Vocabulary::new(tag, profile(tag))),
            None => &self.signs,
        }
    }

    /// Reports whether the tenses of a language are known. If not, a weekday is the nearest one.
    pub fn knows_tenses(&self, language: &str) -> bool {
        profile(language).dates.is_some_and(|words| !words.present.is_empty())
    }

    /// Returns every expression in reading order; no two overlap.
    ///
    /// "Monday" and "next week" are counted from the day `published`.
    pub fn find(&self, document: &Document<'_>, published: Option<Date>) -> Vec<Expression> {
        let vocabulary = self.vocabulary(document.language);
        let second = self.second_vocabulary(document);
        let mut found = Vec::new();
        let (mut meanings, mut second_meanings) = (Vec::new(), Vec::new());
        for sentence in &document.sentences {
            look_up(document, vocabulary, sentence, &mut meanings);
            let second = second.map(|vocabulary| {
                look_up(document, vocabulary, sentence, &mut second_meanings);
                SentenceReader::new(document, vocabulary, &self.common, sentence, &second_meanings)
            });
            let reader = SentenceReader::new(document, vocabulary, &self.common, sentence, &meanings);
            let mut index = sentence.tokens.start;
            // Where the last date ended, and its day, which may begin a range.
            let mut last: Option<(usize, Date)> = None;
            while index < sentence.tokens.end {
                let not_before = last.filter(|(end, _)| reader.is_range(*end, index)).map(|(_, day)| day);
                let own = expression(&reader, index, published, not_before);
                let other = || expression(second.as_ref()?, index, published, not_before);
                // The longer reading is the right one: "June 3-9, 2027" and not "2027".
                let read = match own {
                    Some(own) if own.value.is_some() => Some(own),
                    own => other().filter(|other| other.value.is_some()).or(own),
                };
                match read {
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
    let Kinds { amount, time, date } = Kinds::beginning_at(reader, start)?;
    let expression = |(end, entity_type, value)| Expression { tokens: start..end, entity_type, value };
    if amount && let Some(found) = amounts::amount(reader, start) {
        return Some(expression(found));
    }
    if time && let Some((end, value)) = times::time(reader, start) {
        return Some(expression((end, EntityType::Time, value)));
    }
    let (end, when) = dates::date(reader, start).filter(|_| date)?;
    let tense = when.filter(|when| when.needs_tense()).and_then(|_| tenses::tense(reader, start, end));
    if let Some(When::Ago { unit, count }) = when
        && count < 0
        && !may_be_ahead(reader, unit, tense)
    {
        return None;
    }
    let knows_tenses = reader.vocabulary.knows_tenses();
    let context = calendar::Context { published, tense, knows_tenses, not_before };
    let value = when.and_then(|when| calendar::resolve(when, context));
    Some(expression((end, EntityType::Date, value)))
}

/// Reports whether "in three days" is a day ahead, and not how long something took.
fn may_be_ahead(reader: &SentenceReader<'_>, unit: Unit, tense: Option<Tense>) -> bool {
    match tense {
        Some(Tense::Past) => false,
        Some(Tense::Future) => true,
        None => {
            !reader.vocabulary.words.in_needs_future
                && (unit != Unit::Year || !reader.vocabulary.knows_tenses())
        }
    }
}

/// The kinds of expressions that may begin at a token. Most tokens are ordinary words, and most others begin
/// one kind alone.
#[derive(Debug, Clone, Copy)]
struct Kinds {
    amount: bool,
    time: bool,
    date: bool,
}

impl Kinds {
    const ALL: Self = Self { amount: true, time: true, date: true };
    const AMOUNT: Self = Self { amount: true, time: false, date: false };
    const TIME: Self = Self { amount: false, time: true, date: false };
    const DATE: Self = Self { amount: false, time: false, date: true };

    /// Returns the kinds, or `None` if no expression begins at the token.
    fn beginning_at(reader: &SentenceReader<'_>, start: usize) -> Option<Self> {
        let token = reader.document.token(start)?;
        let meaning = reader.meaning(start);
        if matches!(token.kind, TokenKind::Punctuation | TokenKind::Symbol) {
            let is_sign = meaning != Meaning::Other || reader.begins_with_digit(start + 1);
            return is_sign.then_some(Self::AMOUNT);
        }
        match meaning {
            Meaning::Other if reader.begins_with_digit(start) => Some(Self::ALL),
            // Hebrew days are letters.
            Meaning::Other if matches!(reader.meaning(start + 1), Meaning::OtherMonth(_)) => Some(Self::DATE),
            // "EUR5m" is one token.
            Meaning::Other => has_digit(reader.text(start)).then_some(Self::AMOUNT),
            Meaning::BeforeDate if reader.is_numbered_month(start) => Some(Self::DATE),
            Meaning::EdgeArticle => (reader.meaning(start + 1) == Meaning::Edge).then_some(Self::DATE),
            Meaning::Measure(_) if reader.vocabulary.words.number_follows => Some(Self::AMOUNT),
            // "The", "in" and "of" begin few expressions, but most sentences have them.
            meaning if meaning.begins_nothing() => reader.opens_phrase(start).then_some(Self::ALL),
            Meaning::Currency(_) | Meaning::Percent | Meaning::PercentBefore | Meaning::Minus => {
                Some(Self::AMOUNT)
            }
            Meaning::ClockBefore | Meaning::DayPart(_) | Meaning::HalfTo | Meaning::HalfPast => {
                Some(Self::TIME)
            }
            Meaning::Number(_) | Meaning::Opener => Some(Self::ALL),
            _ => Some(Self::DATE),
        }
    }
}

fn has_digit(word: &str) -> bool {
    if word.is_ascii() {
        return word.bytes().any(|byte| byte.is_ascii_digit());
    }
    word.chars().any(|character| numerals::digit(character).is_some())
}
