//! The sentences of one block.

use text::Span;

use super::rules::Rules;
use super::rulings::rulings;
use super::scorer::{BlockContext, Features, SpaceFeatures, Weights, walk, walk_spaces};
use super::{enumerations, unspaced};
use crate::languages::Language;

/// What decides where the sentences of a block end.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Segmentation<'a> {
    pub(crate) rules: &'a Rules,
    /// The model, if it has weights for the language.
    pub(crate) scored: Option<Scored<'a>>,
}

/// The model's weights for a language, and what the block and its article are like.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scored<'a> {
    pub(crate) weights: Weights<'a>,
    pub(crate) language: &'static Language,
    pub(crate) context: BlockContext,
}

impl Segmentation<'_> {
    /// Returns the sentences of the stretch `within` in order. Together they cover it, apart from white
    /// space.
    pub(crate) fn sentences(&self, text: &str, within: Span) -> Vec<Span> {
        let stretch = within.of(text);
        let ends = self.ends(stretch);
        let mut sentences: Vec<Span> = Vec::with_capacity(ends.len() + 1);
        let mut start = 0;
        for end in ends.into_iter().chain([stretch.len()]) {
            let sentence = Span::new(start, end).trimmed(stretch);
            start = end;
            match sentences.last_mut() {
                _ if sentence.is_empty() => {}
                // Closing marks alone belong to the sentence that they close.
                Some(last) if sentence.of(stretch).chars().all(text::is_closing_mark) => {
                    last.end = sentence.end;
                }
                _ => sentences.push(sentence),
            }
        }
        sentences.into_iter().map(|sentence| sentence.shifted(within.start)).collect()
    }

    fn ends(&self, text: &str) -> Vec<usize> {
        if self.rules.is_unspaced() {
            return self.unspaced_ends(text);
        }
        let ends = match self.scored {
            Some(scored) => {
                let mut features = Features::new(scored.language);
                let decide = |_, found: &[u32]| scored.weights.decide(found);
                walk(text, self.rules, scored.context, &mut features, decide)
            }
            None => rulings(text, self.rules).filter(|ruling| ruling.ends).map(|ruling| ruling.end).collect(),
        };
        with_entries(text, ends)
    }

    /// Returns the ends of a language that writes without spaces between words.
    fn unspaced_ends(&self, text: &str) -> Vec<usize> {
        let marked = unspaced::marked_ends(text, self.rules);
        if !unspaced::splits_at_spaces(text, self.rules, &marked) {
            return marked;
        }
        match self.scored {
            Some(scored) if scored.context.marks_only => marked,
            Some(scored) => {
                let mut features = SpaceFeatures::new(scored.language);
                walk_spaces(text, &marked, &mut features, |_, found| scored.weights.decide(found))
            }
            None => unspaced::with_clauses(text, marked),
        }
    }
}

/// Adds ends before the entries of a list, and removes those between an entry and its label.
fn with_entries(text: &str, mut ends: Vec<usize>) -> Vec<usize> {
    let labels = enumerations::entry_labels(text);
    let caption = enumerations::caption_label_end(text);
    if labels.is_empty() && caption.is_none() {
        return ends;
    }
    if !labels.is_empty() {
        ends.retain(|end| {
            let label = labels.get(labels.partition_point(|label| label.end < *end));
            label.is_none_or(|label| *end <= label.start)
        });
        ends.extend(labels.iter().map(|label| label.start));
    }
    ends.extend(caption);
    ends.sort_unstable();
    ends.dedup();
    ends
}
