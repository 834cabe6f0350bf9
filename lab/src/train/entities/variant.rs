//! A training that leaves something out, or learns from a part of the texts.

use std::path::PathBuf;

use entity_tagger::mentions::trained::Group;

use super::recipe::{Recipe, TAUGHT};

/// What a training learns from, and how long.
#[derive(Debug, Clone)]
pub(super) struct Variant {
    /// Holds this fold of five of the corpora annotated by hand out.
    pub(super) fold: Option<usize>,
    /// Leaves a group of features out.
    pub(super) without: Option<Group>,
    /// Whether the corpora annotated by hand are learnt from.
    pub(super) by_hand: bool,
    /// Whether the silver corpus is learnt from where no teacher labelled any text.
    pub(super) own_silver: bool,
    /// The sources of text labelled by a teacher that are learnt from.
    pub(super) taught: Vec<&'static str>,
    /// How much of what is learnt of the silver corpus' text is its own labels, beside a teacher's: 0 to 1.
    pub(super) silver: f32,
    /// A model whose weights are averaged with those that are learnt.
    pub(super) mean: Option<PathBuf>,
    /// One document in so many of every source is learnt from.
    pub(super) one_in: usize,
    /// Passes over the texts.
    pub(super) epochs: usize,
}

impl Variant {
    /// The whole training of a recipe.
    pub(super) fn whole(recipe: &Recipe) -> Self {
        Self {
            fold: None,
            without: None,
            by_hand: true,
            own_silver: true,
            taught: TAUGHT.map(|(source, _)| source).to_vec(),
            silver: 0.0,
            mean: None,
            one_in: 1,
            epochs: recipe.epochs,
        }
    }

    /// Whether text from this source, labelled by a teacher, is learnt from.
    pub(super) fn takes(&self, source: &str) -> bool {
        // A source without a weight is an error of the recipe, to be found where it is added.
        self.taught.contains(&source) || !TAUGHT.iter().any(|(listed, _)| *listed == source)
    }

    /// Whether a group of features is left out.
    pub(super) fn lacks(&self, group: Group) -> bool {
        self.without == Some(group)
    }
}
