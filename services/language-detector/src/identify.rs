//! Which language a cleaned text is in: the one place that holds the method.
//!
//! Two witnesses are heard. whatlang compares trigrams and alphabets, but answers with one of its own
//! languages whatever it reads. Function words know more languages and notice when none fits. Their
//! agreement, margin and coverage make the confidence ([`crate::evidence`]).

use text::{Script, script_of};
use whatlang::Detector;

use crate::evidence::Evidence;
use crate::han::Telltales;
use crate::script::{Letters, single_language};
use crate::tags::{self, KnownLanguage};
use crate::words::FunctionWords;

/// Fewest letters on which an answer is ever reliable: some four words.
const FEWEST_RELIABLE_LETTERS: usize = 20;

/// Fewest characters, in scripts that write a word with one or two.
const FEWEST_RELIABLE_SYLLABLES: usize = 6;

/// Least confidence that is reliable. On the development half of NTREX-128, which also tuned the weights,
/// one answer in 2,000 above it was wrong among whatlang's languages, at 65 % of headlines and 87 % of
/// leads; over all 118 languages, eight headlines and four leads in 1,000, mostly in a sister of the
/// language named.
const LEAST_RELIABLE_CONFIDENCE: f64 = 0.88;

/// What of a text whatlang reads, in bytes: on NTREX-128 more changes no answer about a whole article.
const LONGEST_FOR_TRIGRAMS: usize = 1_500;

/// Languages with sisters that no table here holds (Tahitian, Tongan, Venda, Ndebele, Dzongkha, …), which
/// read like them at any length: named, but never called reliable.
const NEVER_RELIABLE: [&str; 9] = ["bod", "mri", "nso", "smo", "sot", "ssw", "tso", "xho", "zul"];

/// A language the text may be in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Candidate {
    /// Which language.
    pub language: &'static KnownLanguage,
    /// How sure, 0 to 1.
    pub confidence: f64,
}

/// What a cleaned text was found to be.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Identified {
    /// Most likely first; empty when there is nothing to go by.
    pub(crate) candidates: Vec<Candidate>,
    /// Letters looked at.
    pub(crate) letters: usize,
    /// The script that carries the text.
    pub(crate) script: Option<Script>,
}

impl Identified {
    /// The most likely language.
    pub(crate) fn best(&self) -> Option<Candidate> {
        self.candidates.first().copied()
    }

    /// Whether the answer can be stood by.
    pub(crate) fn is_reliable(&self) -> bool {
        let fewest = match self.script {
            Some(Script::Han | Script::Hangul) => FEWEST_RELIABLE_SYLLABLES,
            _ => FEWEST_RELIABLE_LETTERS,
        };
        self.letters >= fewest
            && self.best().is_some_and(|best| {
                best.confidence >= LEAST_RELIABLE_CONFIDENCE
                    && !NEVER_RELIABLE.contains(&best.language.iso639_3)
            })
    }
}

/// Identifies the language of cleaned texts.
#[derive(Debug, Clone)]
pub(crate) struct Identifier {
    trigrams: Detector,
    function_words: FunctionWords,
}

impl Identifier {
    pub(crate) fn new() -> Self {
        Self { trigrams: Detector::new(), function_words: FunctionWords::new() }
    }

    /// The languages that `words`, the output of [`crate::clean::clean`], may be in.
    pub(crate) fn identify(&self, words: &str) -> Identified {
        let letters = Letters::of(words);
        let Some(script) = letters.dominant() else {
            return Identified { letters: letters.total, ..Identified::default() };
        };
        let candidates = match (script, single_language(script)) {
            (Script::Han, _) => chinese_or_japanese(words, &letters),
            (_, Some(code)) => single(code, &letters, script),
            (_, None) if letters.is_mixed() => self.weigh(&only_in(script, words), script),
            (_, None) => self.weigh(words, script),
        };
        Identified { candidates, letters: letters.in_family(script), script: Some(script) }
    }

    /// Whether the function words alone say that `words` are in `language`.
    ///
    /// A tenth of the cost of [`Identifier::identify`], and enough for most paragraphs.
    pub(crate) fn confirms(&self, words: &str, script: Script, language: &KnownLanguage) -> bool {
        /// Real prose has 25 to 50 % of its words in its language's list; a third of its lead suffices.
        const LEAST_SHARE: f64 = 0.2;
        const LEAST_LEAD: f64 = 0.08;
        let (coverage, _) = self.function_words.coverage(words, script);
        let (Some(best), next) = (coverage.first(), coverage.get(1)) else { return false };
        best.language == language
            && best.share >= LEAST_SHARE
            && best.share - next.map_or(0.0, |next| next.share) >= LEAST_LEAD
    }

    fn weigh(&self, words: &str, script: Script) -> Vec<Candidate> {
        let (coverage, word_count) = self.function_words.coverage(words, script);
        let found = self.trigrams.detect(start_of(words));
        let trigrams = found.as_ref().and_then(|info| tags::by_trigrams(info.lang()));
        let margin = found.map_or(0.0, |info| info.confidence());
        Evidence { coverage, word_count, trigrams, margin, script }.candidates()
    }
}

/// Whole words from the start of `words`, as many as the trigrams look at.
fn start_of(words: &str) -> &str {
    let end = words.as_bytes().iter().skip(LONGEST_FOR_TRIGRAMS).position(|byte| *byte == b' ');
    end.and_then(|end| words.get(..LONGEST_FOR_TRIGRAMS + end)).unwrap_or(words)
}

/// The one language of a script; as sure as the script's share of the letters.
fn single(code: &str, letters: &Letters, script: Script) -> Vec<Candidate> {
    let share = letters.in_family(script) as f64 / letters.total.max(1) as f64;
    let confidence = if share > 0.5 { 0.99 } else { 0.9 };
    tags::by_code(code).map(|language| Candidate { language, confidence }).into_iter().collect()
}

/// The words of `script` among `words`, which hold other scripts too.
fn only_in(script: Script, words: &str) -> String {
    let belongs = |word: &&str| word.chars().next().is_some_and(|letter| script_of(letter) == script);
    words.split(' ').filter(belongs).collect::<Vec<_>>().join(" ")
}

/// Kana make a text Japanese; without them the forms of the characters speak.
///
/// Japanese prose is half kana, its shortest headlines may have none; Chinese quotes a kana name at most.
fn chinese_or_japanese(words: &str, letters: &Letters) -> Vec<Candidate> {
    let telltales = Telltales::of(words);
    let characters = letters.in_family(Script::Han);
    let chinese = telltales.simplified + telltales.traditional;
    let kana = letters.kana_share();
    let (code, other, confidence) = if kana >= 0.2 {
        ("jpn", "zho", 0.99)
    } else if kana > 0.03 && telltales.japanese >= chinese || telltales.japanese > 2 * chinese {
        ("jpn", "zho", 0.85)
    } else if telltales.cantonese * 40 >= characters && telltales.cantonese > 0 {
        ("yue", "zho", if telltales.cantonese > 2 { 0.9 } else { 0.7 })
    } else if chinese > 2 * telltales.japanese {
        ("zho", if telltales.traditional > telltales.simplified { "yue" } else { "jpn" }, 0.97)
    } else {
        // No kana and no telltale: a headline of kanji and one of hanzi look the same.
        ("zho", "jpn", 0.6)
    };
    let candidate = |code, confidence| Some(Candidate { language: tags::by_code(code)?, confidence });
    [candidate(code, confidence), candidate(other, 1.0 - confidence)].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::clean;

    fn identify(text: &str) -> Identified {
        Identifier::new().identify(&clean(text, 4_000))
    }

    fn check(text: &str, expected: &str) {
        let found = identify(text);
        assert_eq!(found.best().map(|best| best.language.tag), Some(expected), "language of {text:?}");
    }

    fn check_unreliable(text: &str) {
        let found = identify(text);
        assert!(!found.is_reliable(), "{text:?} was called reliable: {:?}", found.best());
    }

    #[test]
    fn a_script_of_one_language_decides() {
        check("Οι κάτοικοι της Αθήνας ξύπνησαν με βροχή", "el");
        check("ქალაქში დღეს ძლიერი წვიმა მოვიდა", "ka");
        check("Քաղաքում այսօր ուժեղ անձրև է տեղացել", "hy");
        check("วันนี้ฝนตกหนักในกรุงเทพ", "th");
        check("មេឃភ្លៀងខ្លាំងនៅភ្នំពេញ", "km");
        check("ຝົນຕົກໜັກຢູ່ວຽງຈັນ", "lo");
        check("இன்று சென்னையில் கனமழை பெய்தது", "ta");
    }

    #[test]
    fn kana_make_a_short_text_japanese() {
        check("東京で大雨", "ja");
        check("トヨタ、EVを発売", "ja");
    }

    #[test]
    fn a_headline_in_kanji_alone_is_never_reliable() {
        check("政府経済対策発表", "ja");
        check_unreliable("政府経済対策発表");
        check_unreliable("首相訪米中止");
    }

    #[test]
    fn telltale_characters_make_chinese_reliable() {
        check("中国经济增长放缓，政府宣布新措施", "zh");
        assert!(identify("中国经济增长放缓，政府宣布新措施").is_reliable());
    }

    #[test]
    fn latin_brand_names_do_not_make_a_headline_english() {
        check("삼성전자 Galaxy S26 Ultra 공개", "ko");
        check("苹果发布 iPhone 新机型", "zh");
    }

    #[test]
    fn capitals_change_nothing() {
        check("DIE REGIERUNG HAT AM MONTAG NEUE MASSNAHMEN GEGEN DIE TEUERUNG BESCHLOSSEN", "de");
        check("МИНИСТРЫ ОБСУДИЛИ НОВЫЙ ЗАКОН О БЮДЖЕТЕ И О НАЛОГАХ", "ru");
    }

    #[test]
    fn a_language_unknown_to_the_trigrams_is_named_by_its_words() {
        check("Qeveria tha se nuk do të ketë zgjedhje të parakohshme në këtë vit", "sq");
        check("Ríkisstjórnin sagði að það væri ekki rétt að hún hefði hafnað tillögunni", "is");
        check("Үкімет бұл туралы шешім қабылдады және ол туралы айтты", "kk");
        check("Kerajaan berkata beliau boleh menerima cadangan itu daripada syarikat berkenaan", "ms");
    }

    #[test]
    fn short_texts_are_never_reliable() {
        for text in ["Paris", "No comment", "Angela Merkel", "Кремль"] {
            check_unreliable(text);
        }
    }

    #[test]
    fn romanised_text_of_other_scripts_is_not_reliable() {
        check_unreliable("Sarkar ne kaha ki aaj barish hogi aur log ghar par rahein");
        check_unreliable("I kyvernisi anakoinose simera nea metra gia tin oikonomia");
    }

    #[test]
    fn nothing_to_go_by_has_no_candidate() {
        assert_eq!(identify("2026 🎉 – 42 %").candidates, []);
        assert_eq!(identify("").candidates, []);
    }
}
