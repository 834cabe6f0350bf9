//! Sentences of a block, by one forward scan over its marks.
//!
//! [`marks`] finds the marks, [`candidate`] reads what stands around one, [`decision`] says whether a sentence ends there
//! by rule, [`rulings`] lists both. Where a language has a model, [`scorer`] has the last word. Nothing is read twice
//! but a bounded stretch around each mark, so the time is linear in the text.

mod candidate;
mod closing;
mod decision;
mod enclosures;
mod enumerations;
mod marks;
mod rules;
mod rulings;
pub(crate) mod scorer;
mod speech;
#[cfg(test)]
mod tests;
mod unspaced;

pub(crate) use rules::Rules;
use text::Span;

use rulings::rulings;
use scorer::{Features, View, Weights, walk};

/// What decides where the sentences of a block end.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Segmentation<'a> {
    pub(crate) rules: &'a Rules,
    /// The model, where it knows the language.
    pub(crate) scored: Option<Scored<'a>>,
}

/// How the model looks at a block.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scored<'a> {
    pub(crate) weights: Weights<'a>,
    pub(crate) language: &'a str,
    pub(crate) view: View,
}

impl Segmentation<'_> {
    /// The sentences of the stretch `within`, in order; together they cover it but for white space.
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
                // A closing mark on its own belongs to the sentence that it closes.
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
            return unspaced::ends(text, self.rules);
        }
        let ends = match self.scored {
            Some(scored) => {
                let mut features = Features::new(scored.language);
                walk(text, self.rules, scored.view, &mut features, |_, found| scored.weights.decide(found))
            }
            None => rulings(text, self.rules).filter(|one| one.ends).map(|one| one.end).collect(),
        };
        with_entries(text, ends)
    }
}

/// The ends, with those before the entries of a list and without those between an entry and its label.
fn with_entries(text: &str, mut ends: Vec<usize>) -> Vec<usize> {
    let entries = enumerations::entries(text);
    let caption = enumerations::caption_label_end(text);
    if entries.is_empty() && caption.is_none() {
        return ends;
    }
    if !entries.is_empty() {
        let labels: Vec<Span> = entries.iter().map(|entry| entry.label).collect();
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
