//! What a network found, as spans of the document.

use encoder::Name;

use super::{RuleModel, ScoredSpan, trained};
use crate::document::{Document, Sentence};

/// The names of each sentence; those that `rules` find in the tables and the network cut are made whole.
pub(super) fn spans(document: &Document<'_>, names: &[Vec<Name<'_>>], rules: &RuleModel) -> Vec<ScoredSpan> {
    let placed = document.sentences.iter().zip(names);
    let mut spans =
        placed.flat_map(|(sentence, names)| names.iter().filter_map(|name| scored(sentence, name))).collect();
    trained::make_listed_whole(document, rules, &mut spans);
    spans
}

fn scored(sentence: &Sentence, name: &Name<'_>) -> Option<ScoredSpan> {
    let entity_type = trained::TYPES.into_iter().find(|known| known.as_str() == name.kind)?;
    let first = sentence.tokens.start;
    Some(ScoredSpan {
        tokens: first + name.words.start..first + name.words.end,
        entity_type,
        score: name.score,
    })
}
