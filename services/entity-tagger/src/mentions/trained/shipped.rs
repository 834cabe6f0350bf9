//! The weights that are compiled in: those that `model/languages.txt` lists.

use std::sync::OnceLock;

use super::packed::unpack;
use super::{Factors, Weights};

// `SHIPPED: [Shipped; N]`, the languages of `model/languages.txt` in its order, as the build script writes
// them.
include!(concat!(env!("OUT_DIR"), "/models.rs"));

/// The weights of one language, unpacked for the first article in the language.
struct Shipped {
    tag: &'static str,
    packed: &'static [u8],
    unpacked: OnceLock<Vec<u8>>,
}

impl Shipped {
    const fn new(tag: &'static str, packed: &'static [u8]) -> Self {
        Self { tag, packed, unpacked: OnceLock::new() }
    }

    fn read(&'static self) -> Option<Weights> {
        let unpacked = || unpack(self.packed).map(|draft| draft.encode()).unwrap_or_default();
        Weights::read(self.unpacked.get_or_init(unpacked))
    }
}

/// The model of one language.
pub(super) struct Language {
    pub(super) tag: &'static str,
    shipped: Option<&'static Shipped>,
    loaded: OnceLock<Option<(Weights, Factors)>>,
}

/// Returns the languages with weights that are compiled in.
pub fn shipped_languages() -> impl Iterator<Item = &'static str> {
    SHIPPED.iter().map(|shipped| shipped.tag)
}

impl Language {
    /// Returns every language that is compiled in.
    pub(super) fn all() -> Vec<Self> {
        let language = |shipped: &'static Shipped| Self {
            tag: shipped.tag,
            shipped: Some(shipped),
            loaded: OnceLock::new(),
        };
        SHIPPED.iter().map(language).collect()
    }

    /// Makes a language with these weights.
    pub(super) fn loaded(tag: &'static str, weights: Weights) -> Self {
        Self { tag, shipped: None, loaded: OnceLock::from(Some(with_factors(weights))) }
    }

    /// Returns the weights, or nothing if they cannot be read.
    pub(super) fn weights(&self) -> Option<&(Weights, Factors)> {
        let read = || self.shipped.and_then(Shipped::read).map(with_factors);
        self.loaded.get_or_init(read).as_ref()
    }
}

fn with_factors(weights: Weights) -> (Weights, Factors) {
    let factors = Factors::new(&weights.transitions);
    (weights, factors)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_file_that_is_compiled_in() {
        for language in Language::all() {
            assert!(language.weights().is_some(), "{}", language.tag);
        }
        assert_eq!(Language::all().len(), SHIPPED.len());
    }
}
