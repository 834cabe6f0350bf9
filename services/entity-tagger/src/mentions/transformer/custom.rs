//! A model that the user brings: a folder in Hugging Face layout for the languages it is meant for, the fast model for all others.

use std::sync::Arc;

use encoder::huggingface::{Model, Name, Word};

use crate::calibration::Calibration;
use crate::document::{Document, Sentence};
use crate::gazetteer::Gazetteer;
use crate::mentions::{MentionModel, RuleModel, ScoredSpan, trained};

/// The languages a model is asked for; a folder does not say which it knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ModelLanguages {
    /// Every one, and articles of which none is known.
    All,
    /// Those with these primary subtags.
    Only(Vec<String>),
}

impl ModelLanguages {
    fn has(&self, language: &str) -> bool {
        match self {
            Self::All => true,
            Self::Only(languages) => languages.iter().any(|known| known == language),
        }
    }
}

/// Finds names with a folder's model.
#[derive(Debug)]
pub struct CustomModel {
    model: Model,
    languages: ModelLanguages,
    fast: Box<dyn MentionModel>,
    rules: RuleModel,
    name: String,
}

impl CustomModel {
    /// `fast` serves every language but those of the model; `gazetteer` makes names whole that the model cuts.
    pub fn new(
        model: Model,
        languages: ModelLanguages,
        fast: Box<dyn MentionModel>,
        gazetteer: Arc<Gazetteer>,
    ) -> Self {
        let name = match &languages {
            ModelLanguages::All => model.name().to_owned(),
            ModelLanguages::Only(only) => format!("{}/{}+{}", model.name(), only.join(","), fast.name()),
        };
        Self { model, languages, fast, rules: RuleModel::new(gazetteer), name }
    }
}

impl MentionModel for CustomModel {
    fn name(&self) -> &str {
        &self.name
    }

    fn knows(&self, language: &str) -> bool {
        self.languages.has(language) || self.fast.knows(language)
    }

    fn is_replaced(&self, language: &str) -> bool {
        !self.languages.has(language)
    }

    fn calibration(&self, language: &str) -> Calibration {
        if self.is_replaced(language) { self.fast.calibration(language) } else { Calibration::NONE }
    }

    fn find(&self, document: &Document<'_>) -> Vec<ScoredSpan> {
        if self.is_replaced(document.language) {
            return self.fast.find(document);
        }
        let word = |index: usize| Word {
            text: document.text(index),
            spaced: document.token(index).is_some_and(|token| token.spaced),
        };
        let words = |sentence: &Sentence| sentence.tokens.clone().map(word).collect();
        let sentences: Vec<Vec<Word<'_>>> = document.sentences.iter().map(words).collect();
        spans(document, &self.model.names(&sentences), &self.rules)
    }
}

/// The names of each sentence; those that `rules` find in the tables and the network cut are made whole.
fn spans(document: &Document<'_>, names: &[Vec<Name>], rules: &RuleModel) -> Vec<ScoredSpan> {
    let placed = document.sentences.iter().zip(names);
    let mut spans =
        placed.flat_map(|(sentence, names)| names.iter().filter_map(|name| scored(sentence, name))).collect();
    trained::make_listed_whole(document, rules, &mut spans);
    spans
}

fn scored(sentence: &Sentence, name: &Name) -> Option<ScoredSpan> {
    let entity_type = trained::TYPES.into_iter().find(|known| known.as_str() == name.kind)?;
    let first = sentence.tokens.start;
    Some(ScoredSpan {
        tokens: first + name.words.start..first + name.words.end,
        entity_type,
        score: name.score,
    })
}
