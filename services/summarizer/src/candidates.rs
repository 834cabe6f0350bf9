//! The sentences from which an extract is chosen.

use crate::budget::{Allowance, Size};
use crate::features::Features;
use crate::terms::SentenceTerms;

/// The candidates of one article, in article order.
#[derive(Clone, Copy)]
pub(crate) struct Candidates<'s> {
    pub(crate) sentences: &'s [SentenceTerms],
    pub(crate) features: &'s [Features],
    /// Characters between two sentences of the extract.
    pub(crate) separator: usize,
}

impl Candidates<'_> {
    /// Returns the size of each sentence with the separator after it.
    pub(crate) fn sizes(&self) -> impl Iterator<Item = Size> + '_ {
        self.sentences.iter().map(|sentence| self.size(sentence))
    }

    /// Returns the size of a sentence with the separator after it.
    pub(crate) fn size(&self, sentence: &SentenceTerms) -> Size {
        Size { sentences: 1, words: sentence.words, characters: sentence.characters + self.separator }
    }

    /// Reports whether an extract of `size` is within the limits. The last sentence needs no separator.
    pub(crate) fn fit(&self, size: Size, allowance: Allowance) -> bool {
        allowance.fits(size.minus(Size { characters: self.separator, ..Size::default() }))
    }
}
