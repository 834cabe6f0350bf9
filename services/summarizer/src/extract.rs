//! From a story to its extract.

use crate::features::{Features, features};
use crate::headline;
use crate::keywords::{Keyword, keywords};
use crate::lexicon::Lexicons;
use crate::select::{Candidates, select};
use crate::terms::Terms;
use crate::{Budget, Story, Weights};

/// What is taken from a story.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Extract {
    /// Numbers of the chosen sentences among the story's, in article order.
    pub sentences: Vec<usize>,
    /// What the story is about, most telling first.
    pub keywords: Vec<Keyword>,
    /// Number of the sentence that may stand in for a missing headline.
    pub headline: Option<usize>,
}

/// Makes extracts. Holds every language's words, so make one and keep it.
pub struct Extractor {
    lexicons: Lexicons,
}

/// A story with everything worked out that does not depend on weights and budget.
///
/// Tuning reads each story once and then chooses many times.
pub struct Reading {
    terms: Terms,
    features: Vec<Features>,
    joint: usize,
}

impl Default for Extractor {
    fn default() -> Self {
        Self { lexicons: Lexicons::new() }
    }
}

impl Extractor {
    /// Whether there are words for this language (a BCP 47 primary subtag).
    pub fn knows(&self, language: &str) -> bool {
        self.lexicons.known(language).is_some()
    }

    /// Reads a story.
    pub fn read(&self, story: &Story<'_>) -> Reading {
        let terms = Terms::read(story, self.lexicons.of(story.language));
        let features = features(story, &terms, &self.lexicons);
        Reading { terms, features, joint: story.joint().len() }
    }

    /// The extract of a story, with its keywords.
    pub fn extract(&self, story: &Story<'_>, weights: &Weights, budget: Budget) -> Extract {
        let reading = self.read(story);
        let headline = story.headline.is_empty().then(|| reading.headline(weights)).flatten();
        let keywords = keywords(story, &reading.terms);
        Extract { sentences: reading.select(weights, budget), keywords, headline }
    }
}

impl Reading {
    /// Numbers of the chosen sentences, in article order.
    pub fn select(&self, weights: &Weights, budget: Budget) -> Vec<usize> {
        let (sentences, features) = (&*self.terms.sentences, &*self.features);
        select(Candidates { sentences, features, joint: self.joint }, weights, budget)
    }

    fn headline(&self, weights: &Weights) -> Option<usize> {
        headline::suggest(&self.terms.sentences, &self.features, weights)
    }
}
