//! The words of the profiles, prepared for fast look-up.

use std::collections::{HashMap, HashSet};

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use text::Span;

use super::profile::Profile;
use super::table::LANGUAGES;

/// Signs of a web page in any language.
const BOILERPLATE_ANYWHERE: &[&str] = &["http://", "https://", "www.", "©", "(c) 20", "📷", "▶"];

/// Characters of a sentence that may be its opening.
const LONGEST_OPENING: usize = 32;

/// The lexicons of all languages.
pub(crate) struct Lexicons {
    known: HashMap<&'static str, Lexicon>,
    empty: Lexicon,
    boilerplate: Option<AhoCorasick>,
}

/// The words of one language.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    stop_words: HashSet<&'static str, foldhash::fast::RandomState>,
    /// By their first letter.
    orphan_openings: HashMap<char, Vec<&'static str>>,
    cues: Option<AhoCorasick>,
}

impl Lexicons {
    pub(crate) fn new() -> Self {
        let phrases =
            LANGUAGES.iter().flat_map(|(_, profile)| profile.boilerplate).chain(BOILERPLATE_ANYWHERE);
        let with_words = LANGUAGES.iter().filter(|(_, profile)| !profile.stop_words.is_empty());
        Self {
            known: with_words.map(|(tag, profile)| (*tag, Lexicon::new(profile))).collect(),
            empty: Lexicon::default(),
            boilerplate: searcher(phrases),
        }
    }

    /// Reports whether there are words for a language.
    pub(crate) fn has(&self, language: &str) -> bool {
        self.known.contains_key(language)
    }

    /// Returns the words of a language. They are empty if the language has none.
    pub(crate) fn get(&self, language: &str) -> &Lexicon {
        self.known.get(language).unwrap_or(&self.empty)
    }

    /// Reports whether a sentence belongs to the web page around the story.
    ///
    /// The phrases of every language count, because pages mix languages.
    pub(crate) fn is_boilerplate(&self, sentence: &str) -> bool {
        self.boilerplate.as_ref().is_some_and(|phrases| phrases.is_match(sentence))
    }
}

/// Builds a search that takes one step for each byte, because every sentence is searched.
///
/// Sets as small as ours always build. Without the search nothing would be found.
fn searcher(phrases: impl IntoIterator<Item = &'static &'static str>) -> Option<AhoCorasick> {
    let builder = &mut AhoCorasick::builder();
    builder.ascii_case_insensitive(true).kind(Some(AhoCorasickKind::DFA)).build(phrases).ok()
}

impl Lexicon {
    fn new(profile: &Profile) -> Self {
        let mut orphan_openings: HashMap<char, Vec<&'static str>> = HashMap::new();
        for opening in profile.orphan_openings {
            let Some(first) = opening.chars().next() else { continue };
            orphan_openings.entry(first).or_default().push(opening);
        }
        let stop_words = profile.stop_words.split_whitespace().collect();
        Self { stop_words, orphan_openings, cues: searcher(profile.cues) }
    }

    /// Reports whether a word in lower case is a stop word.
    pub(crate) fn is_stop_word(&self, word: &str) -> bool {
        self.stop_words.contains(word)
    }

    /// Reports whether a sentence opens with a word that refers to the sentence before it.
    pub(crate) fn opens_as_orphan(&self, sentence: &str) -> bool {
        let opening = sentence.trim_start_matches(|c: char| text::is_opening_mark(c) || c.is_whitespace());
        let first = opening.chars().next().and_then(|first| first.to_lowercase().next());
        let Some(candidates) = first.and_then(|first| self.orphan_openings.get(&first)) else { return false };
        let opening: String = opening.chars().take(LONGEST_OPENING).flat_map(char::to_lowercase).collect();
        candidates.iter().any(|orphan| opening.starts_with(orphan) && ends_word(&opening, orphan.len()))
    }

    /// Reports whether a sentence has a word or phrase that marks news.
    pub(crate) fn has_cue(&self, sentence: &str) -> bool {
        let Some(cues) = &self.cues else { return false };
        cues.find_iter(sentence).any(|found| begins_word(sentence, found.start()))
    }
}

/// Reports whether a word may end at byte `at`. In a script without spaces it may end anywhere.
fn ends_word(opening: &str, at: usize) -> bool {
    let mut rest = Span::new(at, opening.len()).of(opening).chars();
    rest.next().is_none_or(|next| text::is_without_spaces(next) || !next.is_alphanumeric())
}

/// Reports whether a word may begin at byte `at`. In a script without spaces it may begin anywhere.
fn begins_word(sentence: &str, at: usize) -> bool {
    let before = Span::new(0, at).of(sentence).chars().next_back();
    before.is_none_or(|before| text::is_without_spaces(before) || !before.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_orphan_opening_is_a_whole_word() {
        let lexicons = Lexicons::new();
        let check = |language: &str, sentence: &str, expected: bool| {
            assert_eq!(lexicons.get(language).opens_as_orphan(sentence), expected, "{sentence:?}");
        };
        check("en", "He resigned.", true);
        check("en", "“He’s gone,” she said.", true);
        check("en", "Heavy rain fell.", false);
        check("en", "The company fell.", true);
        check("de", "Sie trat zurück.", true);
        check("ru", "Он ушёл.", true);
        check("ru", "Онлайн-торговля растёт.", false);
        check("zh", "他说，会议很成功。", true);
        check("ja", "しかし、雨は続いた。", true);
        check("xx", "He resigned.", false);
    }

    #[test]
    fn a_cue_is_the_beginning_of_a_word() {
        let lexicons = Lexicons::new();
        let check = |language: &str, sentence: &str, expected: bool| {
            assert_eq!(lexicons.get(language).has_cue(sentence), expected, "{sentence:?}");
        };
        check("en", "The mayor Announced a curfew.", true);
        check("en", "An unannounced visit.", false);
        check("en", "The goodwill between them.", false);
        check("uk", "Міська рада схвалила бюджет.", true);
        check("ja", "市は新しい計画を発表した。", true);
        check("xx", "The mayor announced a curfew.", false);
    }

    #[test]
    fn recognizes_phrases_of_web_pages() {
        let lexicons = Lexicons::new();
        for sentence in
            ["CLICK HERE for more.", "See https://example.org", "© Example", "Lesen Sie auch: Regen"]
        {
            assert!(lexicons.is_boilerplate(sentence), "{sentence:?}");
        }
        assert!(!lexicons.is_boilerplate("The minister clicked with voters here."));
    }
}
