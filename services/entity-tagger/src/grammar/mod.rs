//! Dates, times and amounts, by grammar: small parsers over tokens, with the words of the language's profile.

mod amounts;
mod calendar;
mod currencies;
mod dates;
mod decimal;
mod expression;
mod finder;
mod magnitudes;
mod meaning;
mod national_currencies;
mod numbers;
mod numerals;
mod other_calendars;
mod sentence;
mod table;
mod tenses;
#[cfg(test)]
mod tests;
mod times;
mod vocabulary;
mod when;
mod word_lists;

pub use calendar::published_on;
pub use expression::Expression;
pub use finder::Grammar;
