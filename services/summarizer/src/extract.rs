//! Chooses the extract, the keywords and a headline for a story.

use crate::budget::Budget;
use crate::candidates::Candidates;
use crate::features::{Features, features};
use crate::headline;
use crate::keywords::{Keyword, keywords};
use crate::lexicon::Lexicons;
use crate::select::select;
use crate::story::Story;
use crate::terms::Terms;
use crate::weights::Weights;

/// The extract of a story.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Extract {
    /// Indexes of the chosen sentences in the story, in article order.
    pub sentences: Vec<usize>,
    /// The keywords, best first.
    pub keywords: Vec<Keyword>,
    /// Index of the sentence that can replace a missing headline.
    pub headline: Option<usize>,
}

/// Makes extracts. It holds the words of every language, so create one and keep it.
///
/// ```
/// use summarizer::{Budget, Extractor, Story, Weights};
/// use text::Span;
///
/// let body = "Heavy rain closed the harbour of Turku on Monday. Where will the ferries go? The harbour master expects \
///     the ferries to sail again on Tuesday.";
/// let (first, second) = (body.find(" Where").unwrap(), body.find(" The harbour master").unwrap());
/// let sentences = vec![Span::new(0, first), Span::new(first + 1, second), Span::new(second + 1, body.len())];
/// let story = Story { body, language: "en", sentences, ..Story::default() };
///
/// let extract = Extractor::default().extract(&story, &Weights::tuned(), Budget::Sentences(2));
/// assert_eq!(extract.sentences, [0, 2]);
/// ```
pub struct Extractor {
    lexicons: Lexicons,
}

/// The terms and features of a story, which depend neither on the weights nor on the budget.
///
/// Tuning computes them once for each story and then selects many times.
pub struct Extraction {
    terms: Terms,
    features: Vec<Features>,
    /// Characters between two sentences of the extract.
    separator: usize,
}

impl Default for Extractor {
    fn default() -> Self {
        Self { lexicons: Lexicons::new() }
    }
}

impl Extractor {
    /// Reports whether there are stop words for a language, given as a BCP 47 primary subtag.
    pub fn has_stop_words(&self, language: &str) -> bool {
        self.lexicons.has(language)
    }

    /// Computes the terms and features of a story.
    pub fn analyze(&self, story: &Story<'_>) -> Extraction {
        let terms = Terms::collect(story, self.lexicons.get(story.language));
        let features = features(story, &terms, &self.lexicons);
        Extraction { terms, features, separator: story.separator().len() }
    }

    /// Returns the extract of a story, with a headline if the story has none.
    pub fn extract(&self, story: &Story<'_>, weights: &Weights, budget: Budget) -> Extract {
        let extraction = self.analyze(story);
        let headline = story.headline.is_empty().then(|| extraction.headline(weights)).flatten();
        let keywords = keywords(story, &extraction.terms);
        Extract { sentences: extraction.select(weights, budget), keywords, headline }
    }
}

impl Extraction {
    /// Returns the indexes of the chosen sentences, in article order.
    pub fn select(&self, weights: &Weights, budget: Budget) -> Vec<usize> {
        let (sentences, features) = (&*self.terms.sentences, &*self.features);
        select(Candidates { sentences, features, separator: self.separator }, weights, budget)
    }

    fn headline(&self, weights: &Weights) -> Option<usize> {
        headline::suggest(&self.terms.sentences, &self.features, weights)
    }
}
