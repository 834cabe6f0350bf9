//! The query of a rule: what an article must have.
//!
//! ```text
//! (minist* OR "prime minister") AND language:en AND NOT source:"The Onion"
//! loc:Oslo AND sources>=5
//! ```

mod error;
mod lexer;
mod parser;

use messages::{EntityType, Field};

use crate::phrase::Phrase;

pub use error::QueryError;
pub use parser::parse;

/// A query as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Query {
    /// One condition.
    Atom(Atom),
    /// All of these.
    All(Vec<Query>),
    /// At least one of these.
    Any(Vec<Query>),
    /// Not this.
    Not(Box<Query>),
}

/// One condition.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Atom {
    /// The text has a word or phrase.
    Text {
        /// The field, or `None` for both.
        field: Option<Field>,
        /// The word or phrase.
        phrase: Phrase,
    },
    /// A mention or an entity has a name.
    Name {
        /// Its type, or `None` for a name of any type.
        of_type: Option<EntityType>,
        /// The whole name.
        phrase: Phrase,
    },
    /// An entity has an id in another catalogue.
    Link {
        /// The scheme of the id: `geonames`; `None` for any.
        scheme: Option<String>,
        /// The id.
        id: String,
    },
    /// The article is in a language.
    Language(String),
    /// The article has a publisher.
    Source(Phrase),
    /// The article's story has at least so many articles or publishers.
    Story {
        /// What is counted.
        count: StoryCount,
        /// The least number.
        least: u32,
    },
}

/// What a story has a number of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StoryCount {
    /// Articles: `articles>=10`.
    Articles,
    /// Publishers: `sources>=5`.
    Sources,
}
