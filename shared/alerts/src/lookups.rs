//! Where the atoms of all rules are looked up.

use std::collections::HashMap;

use aho_corasick::BuildError;
use messages::{EntityType, Field};

use crate::{
    index::Index,
    phrase::Phrase,
    query::{Atom, StoryCount},
};

/// Finds the atoms that are true for an article.
#[derive(Debug)]
pub(crate) struct Lookups {
    /// The atoms by number.
    pub(crate) atoms: Vec<Atom>,
    pub(crate) words: Index<(u32, Option<Field>)>,
    pub(crate) names: Index<(u32, Option<EntityType>)>,
    pub(crate) sources: Index<u32>,
    /// By id: the scheme, if the rule names one.
    pub(crate) links: HashMap<String, Vec<(u32, Option<String>)>>,
    /// By the tag in lower case.
    pub(crate) languages: HashMap<String, u32>,
    /// The least sizes of stories.
    pub(crate) stories: Vec<(StoryCount, u32, u32)>,
}

impl Lookups {
    /// Builds the look-ups of atoms, given by number.
    ///
    /// # Errors
    ///
    /// When the words are too many for an automaton.
    pub(crate) fn new(atoms: Vec<Atom>) -> Result<Self, BuildError> {
        let (mut words, mut names, mut sources) = (Vec::<(Phrase, _)>::new(), Vec::new(), Vec::new());
        let mut links = HashMap::<String, Vec<(u32, Option<String>)>>::new();
        let (mut languages, mut stories) = (HashMap::new(), Vec::new());
        for (atom, number) in atoms.iter().zip(0_u32..) {
            match atom {
                Atom::Text { field, phrase } => words.push((phrase.clone(), (number, *field))),
                Atom::Name { of_type, phrase } => names.push((phrase.clone(), (number, *of_type))),
                Atom::Source(phrase) => sources.push((phrase.clone(), number)),
                Atom::Link { scheme, id } => {
                    links.entry(id.clone()).or_default().push((number, scheme.clone()));
                }
                Atom::Language(tag) => {
                    languages.insert(tag.clone(), number);
                }
                Atom::Story { count, least } => stories.push((*count, *least, number)),
            }
        }
        let (words, names, sources) = (Index::new(words)?, Index::new(names)?, Index::new(sources)?);
        Ok(Self { atoms, words, names, sources, links, languages, stories })
    }
}
