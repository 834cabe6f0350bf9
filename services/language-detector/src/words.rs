//! Counts the function words of each language in a text.

use std::collections::HashMap;

use text::Script;

use crate::function_words::FUNCTION_WORDS;
use crate::tags::{self, KnownLanguage};

/// Which languages use a word, by script. Looked up, never walked: its order shows in no result.
#[derive(Debug, Clone)]
pub(crate) struct FunctionWords {
    languages: HashMap<&'static str, Vec<u8>>,
}

/// How many words of a text are function words of one language.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Coverage {
    pub(crate) language: &'static KnownLanguage,
    /// Share of the text's words, 0 to 1.
    pub(crate) share: f64,
}

impl FunctionWords {
    /// Turns the table around: from languages with words to words with languages.
    pub(crate) fn new() -> Self {
        let mut languages: HashMap<&'static str, Vec<u8>> = HashMap::new();
        for (row, (_, _, words)) in FUNCTION_WORDS.iter().enumerate() {
            for word in words.split(' ') {
                languages.entry(word).or_default().push(row as u8);
            }
        }
        Self { languages }
    }

    /// The languages of `script` whose function words stand in `words`, most first, and the number of words.
    pub(crate) fn coverage(&self, words: &str, script: Script) -> (Vec<Coverage>, usize) {
        let mut hits = [0_usize; FUNCTION_WORDS.len()];
        let mut total = 0;
        for word in words.split(' ') {
            total += 1;
            for row in self.languages.get(word).into_iter().flatten() {
                if let Some(hits) = hits.get_mut(usize::from(*row)) {
                    *hits += 1;
                }
            }
        }
        let rows =
            FUNCTION_WORDS.iter().zip(hits).filter(|((written, _, _), hits)| *written == script && *hits > 0);
        let mut found: Vec<Coverage> = rows
            .filter_map(|((_, code, _), hits)| {
                Some(Coverage { language: tags::by_code(code)?, share: hits as f64 / total as f64 })
            })
            .collect();
        // Stable: equals stay in the order of the table.
        found.sort_by(|one, other| other.share.total_cmp(&one.share));
        (found, total)
    }
}

/// The share that `language` has among `coverage`.
pub(crate) fn share_of(coverage: &[Coverage], language: &KnownLanguage) -> f64 {
    coverage.iter().find(|covered| covered.language == language).map_or(0.0, |covered| covered.share)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, script: Script, expected: &str) {
        let (coverage, _) = FunctionWords::new().coverage(words, script);
        assert_eq!(coverage.first().map(|best| best.language.tag), Some(expected), "{words:?}");
    }

    #[test]
    fn every_row_names_a_language_of_the_table() {
        assert!(FUNCTION_WORDS.iter().all(|(_, code, _)| tags::by_code(code).is_some()));
        assert!(u8::try_from(FUNCTION_WORDS.len()).is_ok());
    }

    #[test]
    fn function_words_name_languages_that_trigrams_lack() {
        check("qeveria tha se nuk do të ketë zgjedhje në këtë vit dhe se", Script::Latin, "sq");
        check("ríkisstjórnin sagði að það væri ekki rétt að hún hefði", Script::Latin, "is");
        check("serikali ilisema kuwa watu wengi katika mji wa", Script::Latin, "sw");
        check("үкімет бұл туралы және болып табылады үшін", Script::Cyrillic, "kk");
    }

    #[test]
    fn a_word_counts_only_in_its_script() {
        let (coverage, total) = FunctionWords::new().coverage("the and of", Script::Cyrillic);
        assert!(coverage.is_empty() && total == 3);
    }
}
