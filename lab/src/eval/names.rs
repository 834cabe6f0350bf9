//! Names, gold and predicted: which types count, and how they are scored.

use std::collections::BTreeMap;

use lab_report::percent;
use messages::{Block, BlockKind, EntitiesTagged, EntityType, Field, Segments, Sentence};
use text::CodePoints;

use crate::{
    corpus::columns::Composed,
    metrics::{classification::gap, matching::Counts},
    pipeline::with_gold_segments,
};

/// The types that every corpus has. The micro average is over these.
pub(super) const CORE: [EntityType; 3] = [EntityType::Per, EntityType::Loc, EntityType::Org];

/// Where a name is, and its type.
pub(super) type Name = (CodePoints, EntityType);

/// The scores of one corpus.
#[derive(Debug, Default)]
pub(super) struct Score {
    tokens: usize,
    by_type: BTreeMap<EntityType, Counts>,
    spans: Counts,
    raw: Counts,
    /// The confidence in each name found, and whether it is right.
    pub(super) judged: Vec<(f64, bool)>,
}

impl Score {
    /// Keeps the confidence in each name found.
    pub(super) fn judge(&mut self, gold: &Composed, tagged: &EntitiesTagged) {
        for mention in tagged.entities.mentions.iter().filter(|mention| CORE.contains(&mention.entity_type)) {
            let right = gold.names.contains(&(mention.span(), mention.entity_type));
            self.judged.push((mention.score, right));
        }
    }

    /// Returns the row of a table that shows how far the confidence is from the share that is right.
    pub(super) fn calibration(&self, name: &str) -> Vec<String> {
        let mean = |total: f64| percent(total / self.judged.len().max(1) as f64);
        let sum: f64 = self.judged.iter().map(|(score, _)| score).sum();
        let right = self.judged.iter().filter(|(_, right)| *right).count();
        let error = percent(gap(self.judged.iter().copied()));
        vec![name.to_owned(), self.judged.len().to_string(), mean(sum), mean(right as f64), error]
    }

    /// Adds the names of one document; `raw` are those found without gold sentences.
    pub(super) fn add(&mut self, gold: &Composed, found: &[Name], raw: &[Name]) {
        self.tokens += gold.tokens;
        // MISC is scored by itself only, because not every corpus has it.
        for entity_type in CORE.into_iter().chain([EntityType::Misc]) {
            let counts = Counts::of(&of_types(&gold.names, &[entity_type]), &of_types(found, &[entity_type]));
            *self.by_type.entry(entity_type).or_default() += counts;
        }
        let (wanted, found) = (of_types(&gold.names, &CORE), of_types(found, &CORE));
        self.spans += Counts::of(&spans(&wanted), &spans(&found));
        self.raw += Counts::of(&wanted, &of_types(raw, &CORE));
    }

    /// Returns the columns of [`Score::row`]: `first` for the name, and `more` after the scores.
    pub(super) fn columns(first: &'static str, more: &[&'static str]) -> Vec<&'static str> {
        let own = ["tokens", "names", "P", "R", "F1", "PER", "LOC", "ORG", "MISC", "span", "raw"];
        std::iter::once(first).chain(own).chain(more.iter().copied()).collect()
    }

    /// Returns the row of a table with all scores.
    pub(super) fn row(&self, name: &str, has_misc: bool) -> Vec<String> {
        let of = |entity_type| self.by_type.get(&entity_type).copied().unwrap_or_default();
        let mut micro = Counts::default();
        for entity_type in CORE {
            micro += of(entity_type);
        }
        let mut row = vec![name.to_owned(), self.tokens.to_string(), micro.gold.to_string()];
        row.extend([micro.precision(), micro.recall(), micro.f1()].map(percent));
        row.extend(CORE.map(|entity_type| percent(of(entity_type).f1())));
        row.push(if has_misc { percent(of(EntityType::Misc).f1()) } else { "–".to_owned() });
        row.extend([self.spans.f1(), self.raw.f1()].map(percent));
        row
    }
}

/// Returns the event that the segmenter would make of the text: each gold sentence is a paragraph.
pub(super) fn given(composed: &Composed, language: &str) -> messages::TextSegmented {
    let blocks = composed.sentences.iter().map(|span| Block {
        kind: BlockKind::Paragraph,
        field: Field::Body,
        start: span.start,
        end: span.end,
        dateline: None,
    });
    let sentences = composed.sentences.iter().enumerate();
    let sentences = sentences.map(|(block, span)| Sentence {
        field: Field::Body,
        start: span.start,
        end: span.end,
        block,
    });
    let segments = Segments { blocks: blocks.collect(), sentences: sentences.collect(), tokens: None };
    with_gold_segments(&composed.text, language, segments)
}

/// Returns the names in an event.
pub(super) fn names(tagged: &EntitiesTagged) -> Vec<Name> {
    let mentions = tagged.entities.mentions.iter().filter(|mention| mention.entity_type.is_name());
    mentions.map(|mention| (mention.span(), mention.entity_type)).collect()
}

/// Returns the names of these types.
pub(super) fn of_types(names: &[Name], types: &[EntityType]) -> Vec<Name> {
    names.iter().filter(|(_, entity_type)| types.contains(entity_type)).copied().collect()
}

fn spans(names: &[Name]) -> Vec<CodePoints> {
    names.iter().map(|(span, _)| *span).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::columns;

    fn name(start: usize, end: usize, entity_type: EntityType) -> Name {
        (CodePoints { start, end }, entity_type)
    }

    #[test]
    fn a_right_span_of_the_wrong_type_counts_as_a_span_only() {
        let gold = Composed { names: vec![name(0, 4, EntityType::Loc)], ..Composed::default() };
        let mut score = Score::default();
        score.add(&gold, &[name(0, 4, EntityType::Org)], &[name(0, 4, EntityType::Loc)]);
        assert_eq!(score.spans.right, 1);
        assert_eq!(score.raw.right, 1);
        assert_eq!(score.by_type[&EntityType::Loc], Counts { right: 0, predicted: 0, gold: 1 });
        assert_eq!(score.by_type[&EntityType::Org], Counts { right: 0, predicted: 1, gold: 0 });
    }

    #[test]
    fn each_gold_sentence_is_a_paragraph() {
        let composed = columns::compose(&columns::read("-DOCSTART-\tO\n\nRain\tO\n\nSnow\tO\n")[0]);
        let event = given(&composed, "en");
        assert_eq!(event.segments.blocks.len(), 2);
        assert_eq!(event.segments.sentences[1], Sentence { field: Field::Body, start: 5, end: 9, block: 1 });
    }
}
