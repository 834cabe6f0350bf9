//! Which articles a reader wants to see.

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
    /// Words in lower case, each of which is in the headline, a name, a keyword, the source or the id.
    pub words: Vec<String>,
    /// Whether to leave out articles that have the text of an earlier one. An event by itself does not tell.
    pub without_copies: bool,
}

/// A filter with the texts of the index that match it.
pub(super) struct Prepared {
    language: Option<Marked>,
    source: Option<Wanted>,
    name: Option<Wanted>,
    entity_type: Option<EntityType>,
    terms: Vec<Wanted>,
}

/// What a filter looks for, and the texts that match it.
struct Wanted {
    /// In lower case.
    text: String,
    /// Whether it is the whole text, or a part of it.
    is_whole: bool,
    marked: Marked,
}

/// A set of texts: one bit for each text of the index. A short part matches nearly all of them.
struct Marked(Vec<u64>);

impl Filter {
    /// Returns the words of a search in lower case, each once.
    pub fn words_of(search: &str) -> Vec<String> {
        let mut words: Vec<String> = search.split_whitespace().map(str::to_lowercase).collect();
        words.sort_unstable();
        words.dedup();
        words
    }

    /// Finds the texts that match. Goes through the texts of the index once.
    pub(super) fn prepare(&self, words: &Words) -> Prepared {
        let wanted = |text: &String, is_whole| Wanted {
            text: text.to_lowercase(),
            is_whole,
            marked: Marked::none_of(words),
        };
        let mut prepared = Prepared {
            language: self.language.as_deref().map(|language| Marked::only(words.find(language), words)),
            source: self.source.as_ref().map(|source| wanted(source, true)),
            name: self.name.as_ref().map(|name| wanted(name, false)),
            entity_type: self.entity_type,
            terms: self.words.iter().map(|word| wanted(word, false)).collect(),
        };
        let mut all: Vec<&mut Wanted> =
            prepared.source.iter_mut().chain(&mut prepared.name).chain(&mut prepared.terms).collect();
        if !all.is_empty() {
            for (text, word) in words.texts() {
                let text = text.to_lowercase();
                for wanted in &mut all {
                    wanted.look_at(&text, word);
                }
            }
        }
        prepared
    }
}

impl Wanted {
    fn look_at(&mut self, text: &str, word: Word) {
        let matches = if self.is_whole { text == self.text } else { text.contains(&self.text) };
        if matches {
            self.marked.add(word);
        }
    }

    fn has(&self, word: Word) -> bool {
        self.marked.has(word)
    }
}

impl Marked {
    fn none_of(words: &Words) -> Self {
        Self(vec![0; words.places().div_ceil(64)])
    }

    fn only(word: Option<Word>, words: &Words) -> Self {
        let mut marked = Self::none_of(words);
        if let Some(word) = word {
            marked.add(word);
        }
        marked
    }

    fn add(&mut self, word: Word) {
        if let Some(bits) = self.0.get_mut(word.place() / 64) {
            *bits |= 1 << (word.place() % 64);
        }
    }

    fn has(&self, word: Word) -> bool {
        self.0.get(word.place() / 64).is_some_and(|bits| bits >> (word.place() % 64) & 1 == 1)
    }
}

impl Filter {
    /// Reports whether an event passes, by itself.
    pub fn admits(&self, entry: &Entry) -> bool {
        let is_in = |wanted: &str| entry.subject.split('.').nth(4) == Some(wanted);
        if self.language.as_deref().is_some_and(|wanted| !is_in(wanted))
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
        let has_term = |term: &String| {
            let texts = facts.names.iter().map(|(name, _)| name).chain(&facts.keywords).chain(&facts.source);
            let mut texts = texts.chain([&facts.headline]).chain(&entry.id);
            texts.any(|text| contains(text, term))
        };
        self.source.as_ref().is_none_or(has_source) && has_name && self.words.iter().all(has_term)
    }
}

impl Prepared {
    /// Reports whether an article passes. The times are those of the order, which the caller bounds.
    pub(super) fn admits(&self, article: &Article) -> bool {
        let speaks = |wanted: &Marked| article.language.is_some_and(|language| wanted.has(language));
        if !self.language.as_ref().is_none_or(speaks) {
            return false;
        }
        if self.source.is_none() && self.name.is_none() && self.entity_type.is_none() {
            return self.terms.iter().all(|term| article_has(article, term));
        }
        let Some(kept) = &article.kept else { return false };
        self.source.as_ref().is_none_or(|wanted| kept.source.is_some_and(|source| wanted.has(source)))
            && self.has_name(kept)
            && self.terms.iter().all(|term| article_has(article, term))
    }

    fn has_name(&self, kept: &Kept) -> bool {
        let is_of_type = |of_type| self.entity_type.is_none_or(|wanted| wanted == of_type);
        match &self.name {
            Some(wanted) => {
                kept.names.iter().any(|(name, of_type)| is_of_type(*of_type) && wanted.has(*name))
            }
            None => self.entity_type.is_none_or(|of_type| kept.mentions(of_type)),
        }
    }
}

fn article_has(article: &Article, term: &Wanted) -> bool {
    if article.id.to_lowercase().contains(&term.text) {
        return true;
    }
    article.kept.as_ref().is_some_and(|kept| {
        kept.names.iter().any(|(name, _)| term.has(*name))
            || kept.keywords.iter().any(|keyword| term.has(*keyword))
            || kept.source.is_some_and(|source| term.has(source))
            || kept.headline.to_lowercase().contains(&term.text)
    })
}
