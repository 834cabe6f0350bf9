//! The corpora that each language learns from, and their weights.

/// A corpus to learn from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Source {
    /// File under `entities/`, without its ending.
    pub(super) file: &'static str,
    /// Tag of its language.
    pub(super) language: &'static str,
    /// Whether miscellaneous names are marked. Otherwise a token outside may be in one.
    pub(super) marks_misc: bool,
    /// Whether the corpus is annotated by hand. Parts of such a corpus are held out to measure on.
    pub(super) by_hand: bool,
}

const fn source(file: &'static str, language: &'static str, marks_misc: bool, by_hand: bool) -> Source {
    Source { file, language, marks_misc, by_hand }
}

pub(super) const GMB: Source = source("gmb_4class_train", "en", true, false);
const WIKIGOLD: Source = source("wikigold", "en", true, true);
const EWT: Source = source("uner_en_ewt_dev", "en", false, true);
const GERMEVAL: Source = source("germeval14_dev", "de", true, true);
const BOSQUE: Source = source("uner_pt_bosque_train", "pt", false, true);
const SET: Source = source("uner_hr_set_train", "hr", true, true);
const TALBANKEN: Source = source("uner_sv_talbanken_train", "sv", false, true);

/// How to train the model of a language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Recipe {
    pub(super) language: &'static str,
    /// Sources with their weights.
    pub(super) sources: &'static [(Source, f32)],
    /// Least number of occurrences of a feature.
    pub(super) least: u32,
    /// Largest number of features in the model.
    pub(super) rows: usize,
    /// Number of passes over the examples.
    pub(super) epochs: usize,
}

/// The recipes, one for each language of `services/entity-tagger/model/languages.tsv`. A language also learns
/// from corpora of others, with little weight.
pub(super) const RECIPES: &[Recipe] = &[
    Recipe {
        language: "en",
        sources: &[(GMB, 1.0), (WIKIGOLD, 6.0), (EWT, 6.0), (BOSQUE, 0.5), (SET, 0.5), (GERMEVAL, 0.5)],
        least: 3,
        rows: 320_000,
        epochs: 6,
    },
    Recipe {
        language: "de",
        sources: &[(GERMEVAL, 1.0), (WIKIGOLD, 0.3), (SET, 0.3), (BOSQUE, 0.3)],
        least: 2,
        rows: 60_000,
        epochs: 6,
    },
    Recipe {
        language: "pt",
        sources: &[(BOSQUE, 1.0), (WIKIGOLD, 0.2), (SET, 0.2)],
        least: 2,
        rows: 60_000,
        epochs: 6,
    },
    Recipe {
        language: "hr",
        sources: &[(SET, 1.0), (WIKIGOLD, 0.2), (BOSQUE, 0.2)],
        least: 2,
        rows: 60_000,
        epochs: 6,
    },
    Recipe {
        language: "sv",
        sources: &[(TALBANKEN, 1.0), (WIKIGOLD, 0.5), (SET, 0.5), (BOSQUE, 0.5), (GERMEVAL, 0.5)],
        least: 2,
        rows: 60_000,
        epochs: 6,
    },
];

/// The kinds of text that a teacher labels, with their weights.
pub(super) const TAUGHT: [(&str, f32); 3] = [("silver", 1.0), ("news", 2.0), ("releases", 0.5)];

/// Weight of the silver corpus' own labels on its text, from 0 to 1. The teacher's labels have the rest.
/// Other weights than 0 lost up to 1.3 points of F1 on PUD (lab/results/ablation-silver.md).
pub const SILVER: f32 = 0.0;

#[cfg(test)]
mod tests {
    use entity_tagger::mentions::trained::shipped_languages;

    use super::*;

    #[test]
    fn every_language_with_weights_has_a_recipe() {
        for language in shipped_languages() {
            assert!(RECIPES.iter().any(|recipe| recipe.language == language), "{language}");
        }
    }
}
