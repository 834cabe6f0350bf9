//! The accurate tier: a small transformer and the fast model together for the language of the weight file, the fast model alone
//! for all others.

use encoder::TokenClassifier;

use crate::calibration::Calibration;
use crate::document::{Document, Sentence};
use crate::mentions::trained::{LABELS, Place, Scores, parts};
use crate::mentions::{MentionModel, ScoredSpan, TrainedModel};

/// The language the weights were trained on; its vocabulary knows no other well.
const LANGUAGE: &str = "en";

/// Fitted on GMB dev, which the encoder was not trained on: `cargo lab tiers` prints it.
const CALIBRATION: Calibration = Calibration { slope: 0.767, shift: -0.976 };

/// Finds names with an encoder that has read much text, and a fast model that has the tables and the whole article.
#[derive(Debug)]
pub struct AccurateModel {
    encoder: TokenClassifier,
    /// For each label of the fast model, that of the encoder which says the same.
    encoder_labels: [Option<usize>; LABELS],
    fast: TrainedModel,
    name: String,
}

impl AccurateModel {
    /// `fast` gives its opinion on English, and serves every other language alone.
    pub fn new(encoder: TokenClassifier, fast: TrainedModel) -> Self {
        let name = format!("{}.pool-1+{}", encoder.name(), fast.name());
        let encoder_labels = encoder_labels(encoder.labels());
        Self { encoder, encoder_labels, fast, name }
    }

    /// What the encoder thinks of each token of the document.
    fn opinions(&self, document: &Document<'_>) -> Vec<Scores> {
        let words = |sentence: &Sentence| -> Vec<&str> {
            sentence.tokens.clone().map(|token| document.text(token)).collect()
        };
        let sentences: Vec<Vec<&str>> = document.sentences.iter().map(words).collect();
        let tokens = document.sentences.iter().flat_map(|sentence| sentence.tokens.clone());
        let mut opinions = vec![[0.0; LABELS]; document.tokens.len()];
        for (token, scores) in tokens.zip(self.encoder.scores(&sentences)) {
            if let Some(opinion) = opinions.get_mut(token) {
                *opinion = opinion_of(&scores, &self.encoder_labels);
            }
        }
        opinions
    }
}

/// The encoder's labels say whether a name begins or goes on, those of the fast model also whether it ends: the pool's best path
/// decides that.
fn encoder_labels(names: &[String]) -> [Option<usize>; LABELS] {
    std::array::from_fn(|label| {
        let wanted = match parts(label) {
            None => "O".to_owned(),
            Some((entity_type, Place::Begin | Place::Unit)) => format!("B-{}", entity_type.as_str()),
            Some((entity_type, _)) => format!("I-{}", entity_type.as_str()),
        };
        names.iter().position(|name| *name == wanted)
    })
}

/// The logarithm of each label's probability: that of one which the encoder does not know is 0. Without scores there is no opinion.
fn opinion_of(scores: &[f32], encoder_labels: &[Option<usize>; LABELS]) -> Scores {
    if scores.is_empty() {
        return [0.0; LABELS];
    }
    let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let total = scores.iter().map(|score| (score - most).exp()).sum::<f32>().ln() + most;
    let score = |label: Option<usize>| label.and_then(|label| scores.get(label)).copied();
    encoder_labels.map(|label| score(label).unwrap_or(f32::NEG_INFINITY) - total)
}

impl MentionModel for AccurateModel {
    fn name(&self) -> &str {
        &self.name
    }

    fn knows(&self, language: &str) -> bool {
        language == LANGUAGE || self.fast.knows(language)
    }

    fn is_replaced(&self, language: &str) -> bool {
        language != LANGUAGE
    }

    fn calibration(&self, language: &str) -> Calibration {
        if language == LANGUAGE { CALIBRATION } else { self.fast.calibration(language) }
    }

    fn find(&self, document: &Document<'_>) -> Vec<ScoredSpan> {
        if self.is_replaced(document.language) {
            return self.fast.find(document);
        }
        self.fast.find_with(document, &self.opinions(document))
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
    fn a_label_is_as_likely_as_the_encoder_s_that_says_the_same() {
        let mut scores = [0.0; 9];
        scores[3] = 2.0; // B-ORG
        let opinion = opinion_of(&scores, &encoder_labels(&names()));
        let all = 8.0 + 2.0_f32.exp();
        let likely = |kind, place| opinion[label(kind, place)].exp() * all;
        for place in [Place::Begin, Place::Unit] {
            assert!((likely(EntityType::Org, place) - 2.0_f32.exp()).abs() < 1e-4);
            assert!((likely(EntityType::Per, place) - 1.0).abs() < 1e-4);
        }
        assert!((likely(EntityType::Org, Place::Last) - 1.0).abs() < 1e-4);
        assert!((opinion[OUTSIDE].exp() * all - 1.0).abs() < 1e-4);
        assert!(opinion_of(&[], &encoder_labels(&names())).iter().all(|share| share.abs() < 1e-9));
    }

    #[test]
    fn a_type_that_the_encoder_does_not_know_is_impossible() {
        let known = &names()[..7];
        let opinion = opinion_of(&[0.0; 7], &encoder_labels(known));
        assert!(opinion[label(EntityType::Misc, Place::Unit)].exp() < f32::MIN_POSITIVE);
        assert!((opinion[label(EntityType::Loc, Place::Unit)].exp() - 1.0 / 7.0).abs() < 1e-5);
    }

    /// The names of `TEXT`, and what the pool makes of it with these opinions.
    fn found(opinions: impl Fn(&str) -> Scores) -> [Vec<(String, EntityType)>; 2] {
        let gazetteer = Arc::new(Gazetteer::load());
        let fast = TrainedModel::load(Arc::clone(&gazetteer));
        let mut document = Document::new("", TEXT, "en");
        let span = Span::new(0, TEXT.len());
        document.push(Passage { field: Field::Body, span, block: 0, placement: Placement::Body }, &gazetteer);
        let opinions: Vec<Scores> =
            (0..document.tokens.len()).map(|token| opinions(document.text(token))).collect();
        [fast.find(&document), fast.find_with(&document, &opinions)].map(|spans| {
            let name = |span: &ScoredSpan| {
                let words: Vec<&str> = span.tokens.clone().map(|token| document.text(token)).collect();
                (words.join(" "), span.entity_type)
            };
            spans.iter().map(name).collect()
        })
    }

    #[test]
    fn an_encoder_without_an_opinion_changes_no_name() {
        let [fast, pool] = found(|_| [0.0; LABELS]);
        assert!(fast.contains(&("Oslo".to_owned(), EntityType::Loc)), "{fast:?}");
        assert_eq!(pool, fast);
    }

    #[test]
    fn a_sure_encoder_decides_what_the_fast_model_only_believes() {
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
            // The second has no capital and no evidence, so the fast model alone does not look at it.
            for name in ["Larkom", "larkom"] {
                assert!(pool.contains(&(name.to_owned(), kind)), "{name}: {pool:?}");
            }
        }
    }
}
