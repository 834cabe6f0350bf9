//! The accurate tier: a small transformer, pooled with the fast model in the languages whose profile says so.
//! In languages that the transformer does not know, the fast tier.

use encoder::TokenClassifier;

use super::words::words_by_sentence;
use crate::calibration::Calibration;
use crate::document::Document;
use crate::languages;
use crate::mentions::trained::{LABELS, Place, Scores, parts};
use crate::mentions::{MentionModel, ScoredSpan, TrainedModel};

/// Finds names with a transformer, which has read much text, and the fast model, which has the gazetteer and
/// the whole article.
#[derive(Debug)]
pub struct AccurateModel {
    transformer: TokenClassifier,
    /// For each label of the fast model, the index of the transformer's label with the same meaning.
    matching_labels: [Option<usize>; LABELS],
    fast: TrainedModel,
    name: String,
}

impl AccurateModel {
    /// Creates the model. `fast` is pooled with the transformer for some of the languages that the transformer
    /// knows, and serves those that it does not know.
    pub fn new(transformer: TokenClassifier, fast: TrainedModel) -> Self {
        let name = format!("{}.pool-2+{}", transformer.name(), fast.name());
        let matching_labels = matching_labels(transformer.labels());
        Self { transformer, matching_labels, fast, name }
    }

    /// Returns the transformer's log-probability of each label, for each token of the document.
    pub fn opinions(&self, document: &Document<'_>) -> Vec<Scores> {
        let tokens = document.sentences.iter().flat_map(|sentence| sentence.tokens.clone());
        let mut opinions = vec![[0.0; LABELS]; document.tokens.len()];
        for (token, logits) in tokens.zip(self.transformer.logits(&words_by_sentence(document))) {
            if let Some(opinion) = opinions.get_mut(token) {
                *opinion = log_probabilities(&logits, &self.matching_labels);
            }
        }
        opinions
    }

    /// Finds names by the transformer's opinions, pooled with the fast model where it has a share, from 0 to 1.
    pub fn pool(&self, document: &Document<'_>, opinions: &[Scores], share: f32) -> Vec<ScoredSpan> {
        if share > 0.0 {
            self.fast.find_with(document, opinions, share)
        } else {
            self.fast.find_by(document, opinions)
        }
    }
}

/// Finds the transformer's label for each label of the fast model.
///
/// The transformer's labels (BIO) say whether a name begins or continues. Those of the fast model (BILOU)
/// also say whether it ends; the best path through the pooled scores decides that.
fn matching_labels(names: &[String]) -> [Option<usize>; LABELS] {
    std::array::from_fn(|label| {
        let wanted = match parts(label) {
            None => "O".to_owned(),
            Some((entity_type, Place::Begin | Place::Unit)) => format!("B-{}", entity_type.as_str()),
            Some((entity_type, _)) => format!("I-{}", entity_type.as_str()),
        };
        names.iter().position(|name| *name == wanted)
    })
}

/// Returns the logarithm of each label's probability. A label that the transformer lacks is impossible.
/// Without logits every label gets 0, which leaves the pool to the fast model.
fn log_probabilities(logits: &[f32], matching_labels: &[Option<usize>; LABELS]) -> Scores {
    if logits.is_empty() {
        return [0.0; LABELS];
    }
    let largest = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let log_total = logits.iter().map(|logit| (logit - largest).exp()).sum::<f32>().ln() + largest;
    let logit = |label: Option<usize>| label.and_then(|label| logits.get(label)).copied();
    matching_labels.map(|label| logit(label).unwrap_or(f32::NEG_INFINITY) - log_total)
}

impl MentionModel for AccurateModel {
    fn name(&self) -> &str {
        &self.name
    }

    fn knows(&self, language: &str) -> bool {
        !self.is_replaced(language) || self.fast.knows(language)
    }

    fn is_replaced(&self, language: &str) -> bool {
        !self.transformer.languages().iter().any(|known| known == language)
    }

    fn calibration(&self, language: &str) -> Calibration {
        if self.is_replaced(language) {
            return self.fast.calibration(language);
        }
        languages::profile(language).accurate_calibration
    }

    fn find(&self, document: &Document<'_>) -> Vec<ScoredSpan> {
        if self.is_replaced(document.language) {
            return self.fast.find(document);
        }
        let share = languages::profile(document.language).fast_share;
        self.pool(document, &self.opinions(document), share)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use messages::{EntityType, Field};
    use text::Span;

    use super::*;
    use crate::document::{Passage, Placement};
    use crate::gazetteer::Gazetteer;
    use crate::mentions::trained::{OUTSIDE, TYPES, label};

    const TEXT: &str =
        "Mayor Sofia Berg met Larkom in Oslo on Monday, and rained out were all the games of larkom there.";

    fn names() -> Vec<String> {
        let of_type = |kind: &EntityType| ["B", "I"].map(|place| format!("{place}-{}", kind.as_str()));
        std::iter::once("O".to_owned()).chain(TYPES.iter().flat_map(of_type)).collect()
    }

    #[test]
    fn a_label_has_the_probability_of_the_transformer_s_matching_label() {
        let mut logits = [0.0; 9];
        logits[3] = 2.0; // B-ORG
        let opinion = log_probabilities(&logits, &matching_labels(&names()));
        let all = 8.0 + 2.0_f32.exp();
        let likely = |kind, place| opinion[label(kind, place)].exp() * all;
        for place in [Place::Begin, Place::Unit] {
            assert!((likely(EntityType::Org, place) - 2.0_f32.exp()).abs() < 1e-4);
            assert!((likely(EntityType::Per, place) - 1.0).abs() < 1e-4);
        }
        assert!((likely(EntityType::Org, Place::Last) - 1.0).abs() < 1e-4);
        assert!((opinion[OUTSIDE].exp() * all - 1.0).abs() < 1e-4);
        assert!(log_probabilities(&[], &matching_labels(&names())).iter().all(|share| share.abs() < 1e-9));
    }

    #[test]
    fn a_type_that_the_transformer_lacks_is_impossible() {
        let known = &names()[..7];
        let opinion = log_probabilities(&[0.0; 7], &matching_labels(known));
        assert!(opinion[label(EntityType::Misc, Place::Unit)].exp() < f32::MIN_POSITIVE);
        assert!((opinion[label(EntityType::Loc, Place::Unit)].exp() - 1.0 / 7.0).abs() < 1e-5);
    }

    /// Returns the names of `TEXT` by the fast model, and by the pool with these opinions.
    fn found(opinions: impl Fn(&str) -> Scores) -> [Vec<(String, EntityType)>; 2] {
        let gazetteer = Arc::new(Gazetteer::load());
        let fast = TrainedModel::load(Arc::clone(&gazetteer));
        let mut document = Document::new("", TEXT, "en");
        let span = Span::new(0, TEXT.len());
        document.push(Passage { field: Field::Body, span, block: 0, placement: Placement::Body }, &gazetteer);
        let opinions: Vec<Scores> =
            (0..document.tokens.len()).map(|token| opinions(document.text(token))).collect();
        [fast.find(&document), fast.find_with(&document, &opinions, 0.5)].map(|spans| {
            let name = |span: &ScoredSpan| {
                let words: Vec<&str> = span.tokens.clone().map(|token| document.text(token)).collect();
                (words.join(" "), span.entity_type)
            };
            spans.iter().map(name).collect()
        })
    }

    #[test]
    fn a_transformer_without_an_opinion_changes_nothing() {
        let [fast, pool] = found(|_| [0.0; LABELS]);
        assert!(fast.contains(&("Oslo".to_owned(), EntityType::Loc)), "{fast:?}");
        assert_eq!(pool, fast);
    }

    #[test]
    fn a_certain_transformer_overrules_an_uncertain_fast_model() {
        let says = |token: &str, kind: EntityType| {
            if !token.eq_ignore_ascii_case("Larkom") {
                return [0.0; LABELS];
            }
            let mut opinion = [-12.0; LABELS];
            opinion[label(kind, Place::Unit)] = 0.0;
            opinion
        };
        for kind in [EntityType::Org, EntityType::Loc] {
            let [_, pool] = found(|token| says(token, kind));
            // The second has no capital and no evidence, so it is not a candidate for the fast model alone.
            for name in ["Larkom", "larkom"] {
                assert!(pool.contains(&(name.to_owned(), kind)), "{name}: {pool:?}");
            }
        }
    }
}
