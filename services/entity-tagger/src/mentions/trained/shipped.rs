//! The weights that are compiled in.

use std::sync::OnceLock;

use super::{Factors, Weights};

/// English is read in place; the other files are packed by the build script, and unpacked for the first article in their
/// language.
static ENGLISH: &[u8] = include_bytes!("../../../model/en.bin");
static PACKED: [Packed; 4] = [
    Packed::new("de", include_bytes!(concat!(env!("OUT_DIR"), "/de.deflate"))),
    Packed::new("pt", include_bytes!(concat!(env!("OUT_DIR"), "/pt.deflate"))),
    Packed::new("hr", include_bytes!(concat!(env!("OUT_DIR"), "/hr.deflate"))),
    Packed::new("sv", include_bytes!(concat!(env!("OUT_DIR"), "/sv.deflate"))),
];

struct Packed {
    language: &'static str,
    deflated: &'static [u8],
    file: OnceLock<Vec<u8>>,
}

impl Packed {
    const fn new(language: &'static str, deflated: &'static [u8]) -> Self {
        Self { language, deflated, file: OnceLock::new() }
    }

    fn file(&'static self) -> &'static [u8] {
        self.file.get_or_init(|| miniz_oxide::inflate::decompress_to_vec(self.deflated).unwrap_or_default())
    }
}

/// What is known of one language.
pub(super) struct Language {
    pub(super) tag: &'static str,
    packed: Option<&'static Packed>,
    loaded: OnceLock<Option<(Weights, Factors)>>,
}

impl Language {
    /// Every language that is compiled in.
    pub(super) fn all() -> Vec<Self> {
        let english = Weights::read(ENGLISH).map(|weights| Self::loaded("en", weights));
        let packed =
            PACKED.iter().map(|it| Self { tag: it.language, packed: Some(it), loaded: OnceLock::new() });
        english.into_iter().chain(packed).collect()
    }

    /// A language with these weights.
    pub(super) fn loaded(tag: &'static str, weights: Weights) -> Self {
        Self { tag, packed: None, loaded: OnceLock::from(Some(with_factors(weights))) }
    }

    /// Its weights; none where they cannot be read.
    pub(super) fn weights(&self) -> Option<&(Weights, Factors)> {
        let read = || self.packed.and_then(|packed| Weights::read(packed.file())).map(with_factors);
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
    fn every_file_can_be_read() {
        let languages = Language::all();
        let tags: Vec<&str> = languages.iter().map(|language| language.tag).collect();
        assert_eq!(tags, ["en", "de", "pt", "hr", "sv"]);
        for language in &languages {
            assert!(language.weights().is_some(), "{}", language.tag);
        }
    }
}
