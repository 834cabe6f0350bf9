//! A row of the table of languages.

use std::sync::OnceLock;

use super::abbreviations::Abbreviations;
use super::common;
use super::profile::{Profile, SentenceModel};

/// A language: its tags, and what its file says about it.
#[derive(Debug)]
pub(crate) struct Language {
    /// BCP 47 primary subtags that the profile serves, its own language first.
    tags: &'static [&'static str],
    profile: Profile,
    /// The abbreviations, sorted on first use.
    abbreviations: OnceLock<Abbreviations>,
}

impl Language {
    pub(super) const fn new(tags: &'static [&'static str], profile: Profile) -> Self {
        Self { tags, profile, abbreviations: OnceLock::new() }
    }

    /// Returns the BCP 47 primary subtag, which also names its weights in the model file.
    pub(crate) fn tag(&self) -> &'static str {
        self.tags.first().copied().unwrap_or_default()
    }

    /// Reports whether the profile serves this BCP 47 primary subtag.
    pub(super) fn has_tag(&self, tag: &str) -> bool {
        self.tags.contains(&tag)
    }

    /// Returns what the file of the language says.
    pub(crate) fn profile(&self) -> &Profile {
        &self.profile
    }

    /// Returns the abbreviations of the language, or those that most European languages share.
    pub(crate) fn abbreviations(&self) -> &Abbreviations {
        self.abbreviations.get_or_init(|| {
            let words = &self.profile.words;
            let others = words.final_units.iter().chain(words.year_marks).copied();
            Abbreviations::new(self.profile.abbreviations.as_ref().unwrap_or(&common::ABBREVIATIONS), others)
        })
    }

    /// Reports whether the language has weights in the model file.
    pub(crate) fn has_model(&self) -> bool {
        self.profile.sentences.model != SentenceModel::None
    }

    /// Returns all tags that the profile serves.
    #[cfg(test)]
    pub(super) fn tags(&self) -> impl Iterator<Item = &'static str> {
        self.tags.iter().copied()
    }
}
