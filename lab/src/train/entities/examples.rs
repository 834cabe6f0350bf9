//! Converts text with gold names into training examples: runs of tokens, each with its features and possible
//! labels.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use entity_tagger::document::{Document, Passage, Placement, Token};
use entity_tagger::gazetteer::Gazetteer;
use entity_tagger::mentions::RuleModel;
use entity_tagger::mentions::trained::{
    ANY, GROUPS, Group, LABELS, LabelSet, OUTSIDE, Observed, Place, Scores, WordClasses, labels_of, parts,
};
use messages::{EntityType, Field};
use text::{CodePoints, Offsets, Span};

use super::labelling;
use super::texts::named;
use crate::corpus::columns::Composed;
use crate::corpus::taught::{Belief, TaughtDocument};

/// Reads the features of text.
pub(super) struct Reader<'r> {
    pub(super) gazetteer: &'r Gazetteer,
    pub(super) rules: &'r RuleModel,
    pub(super) classes: &'r WordClasses,
    /// Group of features to leave out.
    pub(super) without: Option<Group>,
}

/// All runs of tokens, in flat lists.
#[derive(Debug, Default)]
pub(super) struct Examples {
    /// Features of all tokens: at first their hashes, after [`Examples::number`] their numbers.
    pub(super) features: Vec<u32>,
    /// End of each token's features.
    ends: Vec<u32>,
    /// Possible labels of each token.
    pub(super) allowed: Vec<LabelSet>,
    /// The runs.
    pub(super) runs: Vec<Run>,
    /// A teacher's label probabilities for the tokens of its runs, as logarithms.
    beliefs: Vec<Scores>,
    /// Hashes of the features of the word itself.
    identities: HashSet<u32>,
    /// Whether a feature, by its number, is of the word itself.
    pub(super) is_identity: Vec<bool>,
    /// Number of gold names, and of those among them that the model cannot find.
    pub(super) names: (usize, usize),
}

/// A run of tokens.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub(super) tokens: Range<usize>,
    pub(super) weight: f32,
    /// Start of the tokens' probabilities, if a teacher labelled the run.
    beliefs: Option<usize>,
}

impl Examples {
    /// Returns the teacher's probabilities for the tokens of a run; `None` if the labels are from a corpus.
    pub(super) fn beliefs(&self, run: &Run) -> Option<&[Scores]> {
        run.beliefs.map(|start| &self.beliefs[start..start + run.tokens.len()])
    }

    /// Returns the features of a token.
    pub(super) fn features(&self, token: usize) -> &[u32] {
        let start = token.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.features[start..self.ends[token] as usize]
    }

    /// Numbers the features that occur at least `least` times, and drops the others. Returns their hashes and
    /// counts.
    pub(super) fn number(&mut self, least: u32) -> Vec<(u32, u32)> {
        let mut counts: HashMap<u32, u32> = HashMap::new();
        for feature in &self.features {
            *counts.entry(*feature).or_default() += 1;
        }
        let mut kept: Vec<u32> =
            counts.iter().filter(|(_, count)| **count >= least).map(|(hash, _)| *hash).collect();
        // A fixed order, because that of a hash map differs between runs.
        kept.sort_unstable();
        let numbers: HashMap<u32, u32> = kept.iter().copied().zip(0..).collect();
        let (mut features, mut start) = (Vec::new(), 0);
        for end in &mut self.ends {
            let of_token = &self.features[start..*end as usize];
            features.extend(of_token.iter().filter_map(|hash| numbers.get(hash)));
            start = *end as usize;
            *end = features.len() as u32;
        }
        self.features = features;
        self.is_identity = kept.iter().map(|hash| self.identities.contains(hash)).collect();
        kept.into_iter().map(|hash| (hash, counts[&hash])).collect()
    }

    /// Adds a text. If the corpus does not mark miscellaneous names, a token that the rules take for one may
    /// be one.
    pub(super) fn add(
        &mut self,
        reader: &Reader<'_>,
        text: &Composed,
        language: &str,
        marks_misc: bool,
        weight: f32,
    ) {
        let offsets = Offsets::new(&text.text);
        let bytes = |points: CodePoints| offsets.to_bytes(points).unwrap_or(Span::new(0, 0));
        let mut document = Document::new("", &text.text, language);
        for (block, sentence) in text.sentences.iter().enumerate() {
            let stretch =
                Passage { field: Field::Body, span: bytes(*sentence), block, placement: Placement::Body };
            document.push(stretch, reader.gazetteer);
        }
        let names: Vec<(Span, EntityType)> =
            text.names.iter().map(|(span, entity_type)| (bytes(*span), named(*entity_type))).collect();
        let observed = Observed::new(&document, reader.rules, reader.classes);
        let allowed = self.allowed(&document, &names, &observed, marks_misc);
        self.push(reader, &document, &observed, weight, Some(&allowed), None);
    }

    /// Adds a text that a teacher labelled. `silver` is the weight of the corpus' own labels, if the text has
    /// some.
    pub(super) fn add_taught(
        &mut self,
        reader: &Reader<'_>,
        text: &TaughtDocument,
        weight: f32,
        silver: f32,
    ) {
        let document = labelling::read(text, reader.gazetteer);
        let observed = Observed::new(&document, reader.rules, reader.classes);
        let mut beliefs = believed(&document, &text.beliefs);
        if let Some(names) = text.names.as_ref().filter(|_| silver > 0.0) {
            let allowed = self.allowed(&document, names, &observed, true);
            beliefs.iter_mut().zip(allowed).for_each(|(beliefs, allowed)| mix(beliefs, allowed, silver));
        }
        self.push(reader, &document, &observed, weight, None, Some(&beliefs));
    }

    /// Adds the runs of candidate tokens in a document, with the labels of a corpus or the probabilities of a
    /// teacher.
    fn push(
        &mut self,
        reader: &Reader<'_>,
        document: &Document<'_>,
        observed: &Observed,
        weight: f32,
        allowed: Option<&[LabelSet]>,
        beliefs: Option<&[Scores]>,
    ) {
        for sentence in &document.sentences {
            for run in open_runs(observed, sentence.tokens.clone()) {
                let start = self.ends.len();
                let first_belief = beliefs.map(|beliefs| {
                    self.beliefs.extend(&beliefs[run.clone()]);
                    self.beliefs.len() - run.len()
                });
                for index in run {
                    let (features, identities) = (&mut self.features, &mut self.identities);
                    observed.features(&sentence.tokens, index, |group, hash| {
                        if reader.without != Some(group) {
                            features.push(hash);
                            if group == Group::Identity {
                                identities.insert(hash);
                            }
                        }
                    });
                    self.ends.push(self.features.len() as u32);
                    self.allowed.push(allowed.map_or(ANY, |allowed| allowed[index]));
                }
                self.runs.push(Run { tokens: start..self.ends.len(), weight, beliefs: first_belief });
            }
        }
    }

    /// Returns the possible labels of each token: the one by the gold names, or any if a gold name cuts
    /// through a token or contains a token that is not a candidate.
    fn allowed(
        &mut self,
        document: &Document<'_>,
        names: &[(Span, EntityType)],
        observed: &Observed,
        marks_misc: bool,
    ) -> Vec<LabelSet> {
        let by_rules = |index| match parts(observed.label_by_rules(index)) {
            Some((EntityType::Misc, _)) if !marks_misc => 1 << observed.label_by_rules(index),
            _ => 0,
        };
        let mut allowed: Vec<LabelSet> =
            (0..document.tokens.len()).map(|index| (1 << OUTSIDE) | by_rules(index)).collect();
        // Names are in order, so each search continues where the last one ended.
        let mut at = 0;
        for (span, entity_type) in names {
            while document.tokens.get(at).is_some_and(|token| token.span.end <= span.start) {
                at += 1;
            }
            let tokens: Vec<usize> = (at..document.tokens.len())
                .take_while(|index| document.tokens[*index].span.start < span.end)
                .collect();
            let edge = |index: Option<&usize>| index.map(|index| document.tokens[*index].span);
            let fits = edge(tokens.first()).is_some_and(|first| first.start == span.start)
                && edge(tokens.last()).is_some_and(|last| last.end == span.end);
            let open = tokens.iter().all(|index| observed.is_candidate(*index));
            self.names.0 += 1;
            self.names.1 += usize::from(!(fits && open));
            for (index, label) in tokens.iter().zip(labels_of(*entity_type, tokens.len())) {
                allowed[*index] = if fits && open { 1 << label } else { ANY };
            }
        }
        allowed
    }
}

/// Returns the runs of candidate tokens in a sentence.
fn open_runs(observed: &Observed, sentence: Range<usize>) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for index in sentence.filter(|index| observed.is_candidate(*index)) {
        match runs.last_mut() {
            Some(run) if run.end == index => run.end += 1,
            _ => runs.push(index..index + 1),
        }
    }
    runs
}

/// Probability of a label that the teacher did not list: low, but not zero, so that every name stays
/// possible.
const FLOOR: f32 = 1e-3;

/// Returns the logarithms of label probabilities for each token of a document.
///
/// The teacher's `B-` stands for the first or only token of a name, and `I-` for the inner or last one. The
/// neighbouring tokens decide between the two.
fn believed(document: &Document<'_>, beliefs: &[Belief]) -> Vec<Scores> {
    let mut beliefs = beliefs.iter().peekable();
    let of_token = |token: &Token| {
        while beliefs.next_if(|belief| belief.end <= token.span.start).is_some() {}
        match beliefs.peek() {
            Some(belief) if Span::new(belief.start, belief.end) == token.span => scores(&belief.labels),
            // The tokenizer has changed since the text was labelled, so nothing is known about this token.
            Some(belief) if belief.start < token.span.end => [0.0; LABELS],
            _ => scores(&BTreeMap::from([("O".to_owned(), 1.0)])),
        }
    };
    document.tokens.iter().map(of_token).collect()
}

fn scores(labels: &BTreeMap<String, f32>) -> Scores {
    let probability = |name: &str| labels.get(name).copied().unwrap_or_default().max(FLOOR).ln();
    std::array::from_fn(|label| match parts(label) {
        None => probability("O"),
        Some((entity_type, Place::Begin | Place::Unit)) => {
            probability(&format!("B-{}", entity_type.as_str()))
        }
        Some((entity_type, _)) => probability(&format!("I-{}", entity_type.as_str())),
    })
}

/// Moves probabilities towards the one label that a corpus gives, by this share. They stay if the corpus
/// gives none.
fn mix(beliefs: &mut Scores, allowed: LabelSet, share: f32) {
    if allowed.count_ones() != 1 {
        return;
    }
    for (label, belief) in beliefs.iter_mut().enumerate() {
        let given = if allowed & (1 << label) == 0 { 0.0 } else { share };
        *belief = ((1.0 - share) * belief.exp() + given).max(FLOOR).ln();
    }
}

/// Returns the group of features that the command line names.
pub(super) fn group(name: &str) -> Option<Group> {
    GROUPS.into_iter().find(|group| format!("{group:?}").eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn probabilities_move_towards_the_label_of_the_corpus() {
        let mut beliefs = [FLOOR.ln(); LABELS];
        beliefs[OUTSIDE] = 0.0;
        mix(&mut beliefs, 1 << 4, 0.25);
        assert!((beliefs[OUTSIDE].exp() - 0.75).abs() < 1e-3 && (beliefs[4].exp() - 0.25).abs() < 1e-2);
        mix(&mut beliefs, ANY, 0.5);
        assert!((beliefs[OUTSIDE].exp() - 0.75).abs() < 1e-3, "without a label, the probabilities stay");
    }
}
