//! The weights that are compiled in: those that `model/languages.tsv` lists.

use std::sync::OnceLock;

use super::packed::unpack;
use super::{Factors, Weights};

// `SHIPPED: [Shipped; N]`, the languages of `model/languages.tsv` in its order, as the build script writes
// them.
include!(concat!(env!("OUT_DIR"), "/models.rs"));

/// The weights of one language.
struct Shipped {
    tag: &'static str,
    file: File,
}

/// How the binary holds a file of weights.
enum File {
    /// As it is, read in place.
    Plain(&'static [u8]),
    /// Packed, and unpacked for the first article in the language.
    Packed(&'static [u8], OnceLock<Vec<u8>>),
}

impl Shipped {
    fn read(&'static self) -> Option<Weights> {
        match &self.file {
            File::Plain(file) => Weights::read(file),
            File::Packed(packed, unpacked) => Weights::read(
                unpacked.get_or_init(|| unpack(packed).map(|draft| draft.encode()).unwrap_or_default()),
            ),
        }
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
    /// Returns every language that is compiled in. Plain weights are read at once, so that the first article
    /// does not wait.
    pub(super) fn all() -> Vec<Self> {
        let language = |shipped: &'static Shipped| match shipped.file {
            File::Plain(_) => Some(Self::loaded(shipped.tag, shipped.read()?)),
            File::Packed(..) => {
                Some(Self { tag: shipped.tag, shipped: Some(shipped), loaded: OnceLock::new() })
            }
        };
        SHIPPED.iter().filter_map(language).collect()
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
