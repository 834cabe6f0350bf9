//! Dates, times and amounts, by grammar: small parsers over tokens, with the words of the language's profile.

mod amounts;
mod calendar;
mod currencies;
mod dates;
mod expression;
mod finder;
mod numbers;
mod sentence;
mod tenses;
mod times;
mod vocabulary;

pub use calendar::published_on;
pub use expression::Expression;
pub use finder::Grammar;
