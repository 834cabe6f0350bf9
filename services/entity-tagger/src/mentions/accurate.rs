//! The accurate tier: a small transformer for the languages of its weight file, the fast model for all others.

use encoder::{Name, TokenClassifier};
use messages::EntityType;

use super::{MentionModel, ScoredSpan};
use crate::document::{Document, Sentence};

/// The language the weights were trained on; its vocabulary knows no other well.
pub(crate) const LANGUAGE: &str = "en";

/// Finds names with an encoder.
#[derive(Debug)]
pub struct AccurateModel {
    encoder: TokenClassifier,
    fast: Box<dyn MentionModel>,
    name: String,
}

impl AccurateModel {
    /// `fast` serves every language but the encoder's.
    pub fn new(encoder: TokenClassifier, fast: Box<dyn MentionModel>) -> Self {
        let name = format!("{}+{}", encoder.name(), fast.name());
        Self { encoder, fast, name }
    }
}

impl MentionModel for AccurateModel {
    fn name(&self) -> &str {
        &self.name
    }

    fn knows(&self, language: &str) -> bool {
        language == LANGUAGE || self.fast.knows(language)
    }

    fn find(&self, document: &Document<'_>) -> Vec<ScoredSpan> {
        if document.language != LANGUAGE {
            return self.fast.find(document);
        }
        let words = |sentence: &Sentence| -> Vec<&str> {
            sentence.tokens.clone().map(|token| document.text(token)).collect()
        };
        let sentences: Vec<Vec<&str>> = document.sentences.iter().map(words).collect();
        let names = self.encoder.names(&sentences);
        let placed = document.sentences.iter().zip(names);
        placed
            .flat_map(|(sentence, names)| names.into_iter().filter_map(|name| scored(sentence, &name)))
            .collect()
    }
}

fn scored(sentence: &Sentence, name: &Name<'_>) -> Option<ScoredSpan> {
    let types = [EntityType::Per, EntityType::Org, EntityType::Loc, EntityType::Misc];
    let entity_type = types.into_iter().find(|known| known.as_str() == name.kind)?;
    let first = sentence.tokens.start;
    Some(ScoredSpan {
        tokens: first + name.words.start..first + name.words.end,
        entity_type,
        score: name.score,
    })
}
