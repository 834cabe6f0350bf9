//! The profile of a language: everything the rules ask about it.

use crate::weights::Weights;

/// What the summarizer knows of one language. All words are in lower case.
#[expect(clippy::struct_excessive_bools, reason = "each is an independent fact about a language")]
pub(crate) struct Profile {
    /// Words too frequent to show the topic of a sentence, and reporting verbs, separated by white space.
    ///
    /// In Chinese and Japanese these are single characters. Pairs of characters that hold one are left out.
    pub(super) stop_words: &'static str,
    /// Openings that refer to the sentence before: pronouns, connectives, "the company".
    pub(super) orphan_openings: &'static [&'static str],
    /// Phrases of the web page around the story.
    pub(super) boilerplate: &'static [&'static str],
    /// Beginnings of words, and phrases, that mark news: something was announced, decided or found, somebody
    /// was killed or charged, a source is named.
    pub(super) cues: &'static [&'static str],
    /// The number words from zero on, in the order of their values.
    #[cfg_attr(not(feature = "abstractive"), expect(dead_code, reason = "only abstracts are checked by it"))]
    pub(crate) number_words: &'static [&'static str],
    /// Whether speech may open with a dash. In other languages a dash follows a dateline or marks a list.
    pub(crate) opens_speech_with_dash: bool,
    /// Whether names have case endings. If not, Niger and Nigeria are two names and not two forms of one.
    pub(crate) inflects_names: bool,
    /// Whether every noun has a capital letter, so that capitals do not mark names.
    #[cfg_attr(not(feature = "abstractive"), expect(dead_code, reason = "only abstracts are checked by it"))]
    pub(crate) capitalizes_nouns: bool,
    /// Whether a space separates sentences.
    pub(crate) spaces_sentences: bool,
    /// The weights tuned on articles in the language.
    pub(crate) tuned_weights: Option<Weights>,
}

impl Profile {
    /// The profile of a language without a file. The files replace what is different.
    pub(crate) const NONE: Self = Self {
        stop_words: "",
        orphan_openings: &[],
        boilerplate: &[],
        cues: &[],
        number_words: &[],
        opens_speech_with_dash: false,
        inflects_names: true,
        capitalizes_nouns: false,
        spaces_sentences: true,
        tuned_weights: None,
    };

    /// Returns the tuned weights, or else those chosen by hand.
    pub(crate) fn weights(&self) -> Weights {
        self.tuned_weights.unwrap_or(Weights::neutral())
    }
}
