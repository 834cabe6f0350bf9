//! Which articles a reader wants to see.

use std::collections::HashSet;

use messages::EntityType;

use super::{
    article::{Article, Kept},
    entry::Entry,
    facts::Facts,
    words::{Word, Words},
};

/// A filter for articles. An empty one lets all pass.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// The language: `en`.
    pub language: Option<String>,
    /// A part of a name, upper and lower case alike.
    pub name: Option<String>,
    /// The type of the name, or of any mention if no name is given.
    pub entity_type: Option<EntityType>,
    /// The publisher, upper and lower case alike.
    pub source: Option<String>,
    /// The nanoseconds since 1970 from which on the article arrived.
    pub since: Option<i64>,
    /// The nanoseconds since 1970 before which the article arrived.
    pub until: Option<i64>,
    /// Words, each of which is in the headline, a name, a keyword, the source or the id.
    pub query: Option<String>,
}

/// A filter with the texts of the index that match it.
pub(super) struct Prepared {
    language: Option<Marked>,
    source: Option<Marked>,
    name: Option<Marked>,
    entity_type: Option<EntityType>,
    terms: Vec<(String, Marked)>,
}

/// The numbers of the texts that match.
struct Marked(HashSet<Word>);

impl Filter {
    /// Finds the texts that match.
    pub(super) fn prepare(&self, words: &Words) -> Prepared {
        let containing = |part: &str| {
            let part = part.to_lowercase();
            Marked(words.matching(|text| text.to_lowercase().contains(&part)))
        };
        let terms = self.query.iter().flat_map(|query| query.split_whitespace());
        Prepared {
            language: self
                .language
                .as_deref()
                .map(|language| Marked(words.find(language).into_iter().collect())),
            source: self.source.as_deref().map(|source| {
                let source = source.to_lowercase();
                Marked(words.matching(|text| text.to_lowercase() == source))
            }),
            name: self.name.as_deref().map(containing),
            entity_type: self.entity_type,
            terms: terms.map(|term| (term.to_lowercase(), containing(term))).collect(),
        }
    }
}

impl Filter {
    /// Reports whether an event passes, by itself.
    pub fn admits(&self, entry: &Entry) -> bool {
        let language = entry.subject.split('.').nth(4);
        if self.language.as_deref().is_some_and(|wanted| language != Some(wanted))
            || self.since.is_some_and(|since| entry.at < since)
            || self.until.is_some_and(|until| entry.at >= until)
        {
            return false;
        }
        let none = Facts::default();
        let facts = entry.facts.as_ref().unwrap_or(&none);
        let contains = |text: &str, part: &str| text.to_lowercase().contains(&part.to_lowercase());
        let has_source = |wanted: &String| {
            facts.source.as_ref().is_some_and(|source| source.to_lowercase() == wanted.to_lowercase())
        };
        let has_name = match &self.name {
            Some(part) => facts.names.iter().any(|(name, of_type)| {
                contains(name, part) && self.entity_type.is_none_or(|wanted| wanted == *of_type)
            }),
            None => self.entity_type.is_none_or(|wanted| facts.types.contains(&wanted)),
        };
        let has_term = |term: &str| {
            let texts = facts.names.iter().map(|(name, _)| name).chain(&facts.keywords).chain(&facts.source);
            let mut texts = texts.chain([&facts.headline]).chain(&entry.id);
            texts.any(|text| contains(text, term))
        };
        self.source.as_ref().is_none_or(has_source)
            && has_name
            && self.query.iter().flat_map(|query| query.split_whitespace()).all(has_term)
    }
}

impl Prepared {
    /// Reports whether an article passes. The times are those of the order, which the caller bounds.
    pub(super) fn admits(&self, article: &Article) -> bool {
        let is_in = |marked: &Marked| article.language.is_some_and(|language| marked.has(language));
        if !self.language.as_ref().is_none_or(is_in) {
            return false;
        }
        if self.source.is_none() && self.name.is_none() && self.entity_type.is_none() {
            return self.terms.iter().all(|term| article_has(article, term));
        }
        let Some(kept) = &article.kept else { return false };
        self.source.as_ref().is_none_or(|marked| kept.source.is_some_and(|source| marked.has(source)))
            && self.has_name(kept)
            && self.terms.iter().all(|term| article_has(article, term))
    }

    fn has_name(&self, kept: &Kept) -> bool {
        let is_of_type = |of_type| self.entity_type.is_none_or(|wanted| wanted == of_type);
        match &self.name {
            Some(marked) => {
                kept.names.iter().any(|(name, of_type)| is_of_type(*of_type) && marked.has(*name))
            }
            None => self.entity_type.is_none_or(|of_type| kept.mentions(of_type)),
        }
    }
}

fn article_has(article: &Article, (term, marked): &(String, Marked)) -> bool {
    if article.id.to_lowercase().contains(term) {
        return true;
    }
    article.kept.as_ref().is_some_and(|kept| {
        kept.names.iter().any(|(name, _)| marked.has(*name))
            || kept.keywords.iter().any(|keyword| marked.has(*keyword))
            || kept.source.is_some_and(|source| marked.has(source))
            || kept.headline.to_lowercase().contains(term)
    })
}

impl Marked {
    fn has(&self, word: Word) -> bool {
        self.0.contains(&word)
    }
}
