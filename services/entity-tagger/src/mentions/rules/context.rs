//! A document with the look-ups that the rules share.

use std::collections::HashSet;

use foldhash::fast::FixedState;
use text::Shape;

use super::hits::Hits;
use crate::document::{Casing, Document};
use crate::gazetteer::Gazetteer;
use crate::languages::Profile;

/// A document with the look-ups that the rules share.
pub(super) struct RuleContext<'d> {
    pub(super) document: &'d Document<'d>,
    pub(super) profile: &'static Profile,
    pub(super) hits: Hits<'d>,
    /// Words that also occur in lower case.
    in_lower_case: HashSet<&'d str, FixedState>,
    /// Words that have a capital where not every word has one.
    pub(super) capitalised: HashSet<&'d str, FixedState>,
}

impl<'d> RuleContext<'d> {
    pub(super) fn new(document: &'d Document<'d>, gazetteer: &'d Gazetteer) -> Self {
        let words = |share: usize| {
            HashSet::with_capacity_and_hasher(document.tokens.len() / share, FixedState::default())
        };
        let (mut in_lower_case, mut capitalised) = (words(2), words(8));
        for sentence in document.sentences.iter().filter(|sentence| sentence.casing == Casing::Sentence) {
            for index in sentence.tokens.clone() {
                let Some(token) = document.token(index) else { continue };
                match token.shape {
                    Shape::Lower => _ = in_lower_case.insert(document.text(index)),
                    Shape::Caseless => {}
                    _ if !token.initial => _ = capitalised.insert(document.text(index)),
                    _ => {}
                }
            }
        }
        let hits = Hits::new(document, gazetteer);
        Self { document, profile: document.profile, hits, in_lower_case, capitalised }
    }

    /// Reports whether the word also occurs in lower case in this article.
    pub(super) fn seen_in_lower_case(&self, index: usize) -> bool {
        self.in_lower_case.contains(self.document.text(index).to_lowercase().as_str())
    }

    /// Reports whether the token is a word with a capital.
    pub(super) fn is_capital(&self, index: usize) -> bool {
        self.document
            .token(index)
            .is_some_and(|token| matches!(token.shape, Shape::Title | Shape::Upper | Shape::Mixed))
    }

    /// Reports whether a known place ends right before the token.
    pub(super) fn ends_place(&self, index: usize) -> bool {
        index.checked_sub(1).and_then(|last| self.hits.at(last)).is_some_and(|hit| hit.entry.kind.is_place())
    }

    /// Reports whether white space comes before the token.
    pub(super) fn is_spaced(&self, index: usize) -> bool {
        self.document.token(index).is_some_and(|token| token.spaced)
    }
}
