//! A custom model: a folder in Hugging Face layout that the user supplies for some languages, and the fast
//! model for all others.

use std::sync::Arc;

use encoder::{Name, NameRecognizer};

use super::words::words_by_sentence;
use crate::calibration::Calibration;
use crate::document::{Document, Sentence};
use crate::gazetteer::Gazetteer;
use crate::mentions::{MentionModel, RuleModel, ScoredSpan, trained};

/// The languages that a custom model is used for. The user chooses them, since a folder does not say which
/// ones it knows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum ModelLanguages {
    /// Every language, and articles whose language is undetermined.
    #[default]
    All,
    /// The languages with these primary subtags.
    Only(Vec<String>),
}

impl ModelLanguages {
    fn contains(&self, language: &str) -> bool {
        match self {
            Self::All => true,
            Self::Only(languages) => languages.iter().any(|listed| listed == language),
        }
    }
}

/// Finds names with the user's model.
#[derive(Debug)]
pub struct CustomModel {
    recognizer: NameRecognizer,
    languages: ModelLanguages,
    fast: Box<dyn MentionModel>,
    rules: RuleModel,
    name: String,
}

impl CustomModel {
    /// Creates the model. `fast` serves all languages but `languages`; `gazetteer` completes names of which
    /// the model finds only pieces.
    pub fn new(
        recognizer: NameRecognizer,
        languages: ModelLanguages,
        fast: Box<dyn MentionModel>,
        gazetteer: Arc<Gazetteer>,
    ) -> Self {
        let identity = recognizer.identity();
        let name = match &languages {
            ModelLanguages::All => identity.to_owned(),
            ModelLanguages::Only(only) => format!("{identity}/{}+{}", only.join(","), fast.name()),
        };
        Self { recognizer, languages, fast, rules: RuleModel::new(gazetteer), name }
    }
}

impl MentionModel for CustomModel {
    fn name(&self) -> &str {
        &self.name
    }

    fn knows(&self, language: &str) -> bool {
        self.languages.contains(language) || self.fast.knows(language)
    }

    fn is_replaced(&self, language: &str) -> bool {
        !self.languages.contains(language)
    }

    fn calibration(&self, language: &str) -> Calibration {
        if self.is_replaced(language) { self.fast.calibration(language) } else { Calibration::NONE }
    }

    fn find(&self, document: &Document<'_>) -> Vec<ScoredSpan> {
        if self.is_replaced(document.language) {
            return self.fast.find(document);
        }
        let names = self.recognizer.names(&words_by_sentence(document));
        let by_sentence = document.sentences.iter().zip(&names);
        let mut spans = by_sentence
            .flat_map(|(sentence, names)| names.iter().filter_map(|name| scored_span(sentence, name)))
            .collect();
        trained::make_listed_whole(document, &self.rules, &mut spans);
        spans
    }
}

/// Converts a name of a sentence to a span of the document.
fn scored_span(sentence: &Sentence, name: &Name) -> Option<ScoredSpan> {
    let entity_type = trained::TYPES.into_iter().find(|known| known.as_str() == name.kind)?;
    let first = sentence.tokens.start;
    Some(ScoredSpan {
        tokens: first + name.words.start..first + name.words.end,
        entity_type,
        score: name.score,
    })
}
