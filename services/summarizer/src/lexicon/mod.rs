//! What the summarizer knows of each language: one small file each, and the table that finds it.
//!
//! A language without a file is summarized all the same, with no stop words and no orphan
//! openings; provenance then says so. Adding a language adds a file and a row.

mod ar;
mod de;
mod en;
mod es;
mod fr;
mod hi;
mod it;
mod ja;
mod nl;
mod pl;
mod pt;
mod ru;
mod sv;
mod tr;
mod uk;
mod zh;

use std::collections::{HashMap, HashSet};

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use text::Span;

/// One language's file. All words are in lower case.
pub(crate) struct Language {
    /// Words too common to tell what a sentence is about, with reporting verbs; parted by white space.
    ///
    /// Where a script has no spaces these are single characters, and a bigram that holds one is dropped.
    stop_words: &'static str,
    /// Openings that lean on the sentence before: pronouns, connectives, "the company".
    orphan_openings: &'static [&'static str],
    /// Phrases of the page around the story.
    boilerplate: &'static [&'static str],
    /// Beginnings of words, and phrases, that news turns on: what was announced, decided or found, who was killed or
    /// charged, whose word it is.
    cues: &'static [&'static str],
}

/// Which file serves which language (BCP 47 primary subtag).
const LANGUAGES: &[(&str, &Language)] = &[
    ("ar", &ar::LANGUAGE),
    ("de", &de::LANGUAGE),
    ("en", &en::LANGUAGE),
    ("es", &es::LANGUAGE),
    ("fr", &fr::LANGUAGE),
    ("hi", &hi::LANGUAGE),
    ("it", &it::LANGUAGE),
    ("ja", &ja::LANGUAGE),
    ("nl", &nl::LANGUAGE),
    ("pl", &pl::LANGUAGE),
    ("pt", &pt::LANGUAGE),
    ("ru", &ru::LANGUAGE),
    ("sv", &sv::LANGUAGE),
    ("tr", &tr::LANGUAGE),
    ("uk", &uk::LANGUAGE),
    ("yue", &zh::LANGUAGE),
    ("zh", &zh::LANGUAGE),
];

/// Signs of the page around the story in any language.
const BOILERPLATE_ANYWHERE: &[&str] = &["http://", "https://", "www.", "©", "(c) 20", "📷", "▶"];

/// Every language's words, ready for look-up.
pub(crate) struct Lexicons {
    known: HashMap<&'static str, Lexicon>,
    neutral: Lexicon,
    boilerplate: Option<AhoCorasick>,
}

/// One language's words, ready for look-up.
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
            LANGUAGES.iter().flat_map(|(_, language)| language.boilerplate).chain(BOILERPLATE_ANYWHERE);
        Self {
            known: LANGUAGES.iter().map(|(tag, language)| (*tag, Lexicon::new(language))).collect(),
            neutral: Lexicon::default(),
            // A set this small always builds; without it no sentence would count as boilerplate.
            boilerplate: searcher(phrases),
        }
    }

    /// The words of a language; `None` where it has no file.
    pub(crate) fn known(&self, language: &str) -> Option<&Lexicon> {
        self.known.get(language)
    }

    /// The words of a language; none at all where it has no file.
    pub(crate) fn of(&self, language: &str) -> &Lexicon {
        self.known(language).unwrap_or(&self.neutral)
    }

    /// Whether a sentence belongs to the page around the story. Pages mix languages, so every language's phrases count.
    pub(crate) fn is_boilerplate(&self, sentence: &str) -> bool {
        self.boilerplate.as_ref().is_some_and(|phrases| phrases.is_match(sentence))
    }
}

/// Looks for phrases with one step a byte: every sentence is searched.
///
/// A set this small always builds; without it nothing would be found.
fn searcher(phrases: impl IntoIterator<Item = &'static &'static str>) -> Option<AhoCorasick> {
    let builder = &mut AhoCorasick::builder();
    builder.ascii_case_insensitive(true).kind(Some(AhoCorasickKind::DFA)).build(phrases).ok()
}

impl Lexicon {
    fn new(language: &Language) -> Self {
        let mut orphan_openings: HashMap<char, Vec<&'static str>> = HashMap::new();
        for opening in language.orphan_openings {
            let Some(first) = opening.chars().next() else { continue };
            orphan_openings.entry(first).or_default().push(opening);
        }
        let stop_words = language.stop_words.split_whitespace().collect();
        Self { stop_words, orphan_openings, cues: searcher(language.cues) }
    }

    /// Whether a word in lower case is a stop word.
    pub(crate) fn is_stop_word(&self, word: &str) -> bool {
        self.stop_words.contains(word)
    }

    /// Whether a sentence opens with a word that leans on the sentence before it.
    pub(crate) fn opens_as_orphan(&self, sentence: &str) -> bool {
        let opening = sentence.trim_start_matches(|c: char| text::is_opening_mark(c) || c.is_whitespace());
        let first = opening.chars().next().and_then(|first| first.to_lowercase().next());
        let Some(candidates) = first.and_then(|first| self.orphan_openings.get(&first)) else { return false };
        let opening: String = opening.chars().take(LONGEST_OPENING).flat_map(char::to_lowercase).collect();
        candidates.iter().any(|orphan| opening.starts_with(orphan) && ends_word(&opening, orphan.len()))
    }

    /// Whether a sentence has a word or phrase that news turns on.
    pub(crate) fn has_cue(&self, sentence: &str) -> bool {
        let Some(cues) = &self.cues else { return false };
        cues.find_iter(sentence).any(|found| begins_word(sentence, found.start()))
    }
}

/// Characters of a sentence that are looked at for its opening.
const LONGEST_OPENING: usize = 32;

/// Whether a word ends at byte `at`, as it does anywhere in a script without spaces.
fn ends_word(opening: &str, at: usize) -> bool {
    let mut rest = Span::new(at, opening.len()).of(opening).chars();
    rest.next().is_none_or(|next| text::is_without_spaces(next) || !next.is_alphanumeric())
}

/// Whether a word begins at byte `at`, as it does anywhere in a script without spaces.
fn begins_word(sentence: &str, at: usize) -> bool {
    let before = Span::new(0, at).of(sentence).chars().next_back();
    before.is_none_or(|before| text::is_without_spaces(before) || !before.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_in_lower_case_and_without_doubles() {
        for (tag, language) in LANGUAGES {
            let words: Vec<&str> = language.stop_words.split_whitespace().collect();
            let distinct: HashSet<&str> = words.iter().copied().collect();
            let doubles: Vec<&&str> =
                words.iter().filter(|w| words.iter().filter(|v| v == w).count() > 1).collect();
            assert_eq!(words.len(), distinct.len(), "{tag}: {doubles:?}");
            for word in words.iter().chain(language.orphan_openings).chain(language.cues) {
                assert_eq!(**word, word.to_lowercase(), "{tag}");
            }
        }
    }

    #[test]
    fn rows_are_sorted_by_tag() {
        assert!(LANGUAGES.is_sorted_by_key(|(tag, _)| *tag));
    }

    #[test]
    fn an_orphan_opening_is_a_whole_word() {
        let lexicons = Lexicons::new();
        let check = |language: &str, sentence: &str, expected: bool| {
            assert_eq!(lexicons.of(language).opens_as_orphan(sentence), expected, "{sentence:?}");
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
    fn a_cue_begins_a_word() {
        let lexicons = Lexicons::new();
        let check = |language: &str, sentence: &str, expected: bool| {
            assert_eq!(lexicons.of(language).has_cue(sentence), expected, "{sentence:?}");
        };
        check("en", "The mayor Announced a curfew.", true);
        check("en", "An unannounced visit.", false);
        check("en", "The goodwill between them.", false);
        check("uk", "Міська рада схвалила бюджет.", true);
        check("ja", "市は新しい計画を発表した。", true);
        check("xx", "The mayor announced a curfew.", false);
    }

    #[test]
    fn the_page_around_the_story_is_recognized() {
        let lexicons = Lexicons::new();
        for sentence in
            ["CLICK HERE for more.", "See https://example.org", "© Example", "Lesen Sie auch: Regen"]
        {
            assert!(lexicons.is_boilerplate(sentence), "{sentence:?}");
        }
        assert!(!lexicons.is_boilerplate("The minister clicked with voters here."));
    }
}
