//! Which language a cleaned text is in: the one place that holds the method.
//!
//! The script decides first; where several languages share it, the trained model ([`crate::model`]) does. In
//! doubt whatlang is asked as well: its trigrams and alphabets err on other texts than the model does.

use text::{Script, script_of};
use whatlang::Detector;

use crate::han::Telltales;
use crate::model::{Features, Group, Model};
use crate::script::{Letters, family, single_language};
use crate::tags::{self, KnownLanguage};

/// Fewest letters on which an answer is ever reliable: some two words.
const FEWEST_RELIABLE_LETTERS: usize = 12;

/// Fewest characters, in scripts that write a word with one or two.
const FEWEST_RELIABLE_SYLLABLES: usize = 6;

/// What of a text is looked at, in bytes: more changes no answer.
const LONGEST_LOOKED_AT: usize = 1_000;

/// whatlang is asked where the model is less sure than this.
const ASKS_BELOW: f64 = 0.9;

/// What whatlang's answer adds to the logit of its language, at full margin.
const VOTE: f32 = 1.0;

/// Taken off the logit of Cantonese where no character of its own stands: the model's Cantonese texts are
/// in traditional characters, most of its Chinese ones are not, and it must not go by that.
const WITHOUT_CANTONESE: f32 = 8.0;

/// Runners-up below this are not worth a consumer's attention.
const LEAST_ALTERNATIVE: f64 = 0.02;

/// Candidates named, the best among them.
const MOST_CANDIDATES: usize = 4;

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
    /// Whether the answer can be stood by.
    pub(crate) reliable: bool,
}

impl Identified {
    /// The most likely language.
    pub(crate) fn best(&self) -> Option<Candidate> {
        self.candidates.first().copied()
    }
}

/// Identifies the language of cleaned texts.
#[derive(Debug, Clone)]
pub(crate) struct Identifier {
    model: Model,
    trigrams: Detector,
}

impl Identifier {
    pub(crate) fn new(model: Model) -> Self {
        Self { model, trigrams: Detector::new() }
    }

    /// The languages that `words`, the output of [`crate::clean::clean`], may be in.
    pub(crate) fn identify(&self, words: &str) -> Identified {
        let words = start_of(words);
        let letters = Letters::of(words);
        let Some(script) = letters.dominant() else {
            return Identified { letters: letters.total, ..Identified::default() };
        };
        let candidates = match (self.model.group(script), single_language(script)) {
            (Some(_), _) if script == Script::Han && letters.kana_share() >= SURE_KANA => {
                single("jpn", &letters, script)
            }
            (Some(group), _) if letters.is_mixed() => self.weigh(group, &only_in(script, words)),
            (Some(group), _) => self.weigh(group, words),
            (None, Some(code)) => single(code, &letters, script),
            (None, None) => Vec::new(),
        };
        let letters = letters.in_family(script);
        let reliable = self.is_reliable(&candidates, script, letters);
        Identified { candidates, letters, script: Some(script), reliable }
    }

    /// Whether news in `language` may be written in `script`.
    pub(crate) fn is_written_in(&self, language: &KnownLanguage, script: Script) -> bool {
        match self.model.group(script) {
            Some(group) => group.languages().contains(&language),
            None => single_language(script) == Some(language.iso639_3),
        }
    }

    fn is_reliable(&self, candidates: &[Candidate], script: Script, letters: usize) -> bool {
        let fewest = match script {
            Script::Han | Script::Hangul => FEWEST_RELIABLE_SYLLABLES,
            _ => FEWEST_RELIABLE_LETTERS,
        };
        let sure = candidates
            .first()
            .is_some_and(|best| best.confidence >= f64::from(self.model.settings.least_reliable));
        letters >= fewest && sure
    }

    fn weigh(&self, group: &Group, words: &str) -> Vec<Candidate> {
        let mut features = Features::default();
        features.read(words, group.size());
        let sums = group.sums(&features.buckets);
        let mut logits = group.logits(&sums, features.buckets.len());
        for logit in &mut logits {
            *logit *= self.model.settings.sharpness;
        }
        if group.script() == "Hani" && Telltales::of(words).cantonese == 0 {
            lower(&mut logits, group, "yue", WITHOUT_CANTONESE);
        }
        let candidates = candidates(group, &logits);
        if candidates.first().is_none_or(|best| best.confidence >= ASKS_BELOW) {
            return candidates;
        }
        let Some(found) = self.trigrams.detect(words) else { return candidates };
        let named = tags::by_trigrams(found.lang());
        for (logit, language) in logits.iter_mut().zip(group.languages()) {
            if Some(*language) == named {
                *logit += VOTE * found.confidence() as f32;
            }
        }
        self::candidates(group, &logits)
    }
}

fn lower(logits: &mut [f32], group: &Group, code: &str, by: f32) {
    for (logit, language) in logits.iter_mut().zip(group.languages()) {
        if language.iso639_3 == code {
            *logit -= by;
        }
    }
}

/// The likeliest languages of `group`, with their softmax probabilities.
fn candidates(group: &Group, logits: &[f32]) -> Vec<Candidate> {
    let most = logits.iter().copied().fold(f32::MIN, f32::max);
    let odds = logits.iter().map(|logit| f64::from(logit - most).exp());
    let sum: f64 = odds.clone().sum();
    let probabilities = odds.map(|odds| odds / sum);
    let mut candidates: Vec<Candidate> = group
        .languages()
        .iter()
        .zip(probabilities)
        .filter(|(_, confidence)| *confidence >= LEAST_ALTERNATIVE)
        .map(|(&language, confidence)| Candidate { language, confidence })
        .collect();
    // Stable: equals stay in the order of the codes.
    candidates.sort_by(|one, other| other.confidence.total_cmp(&one.confidence));
    candidates.truncate(MOST_CANDIDATES);
    candidates
}

/// Japanese prose is half kana; Chinese quotes a kana name at most.
const SURE_KANA: f64 = 0.2;

/// Whole words from the start of `words`, as many as are looked at.
fn start_of(words: &str) -> &str {
    let end = words.as_bytes().iter().skip(LONGEST_LOOKED_AT).position(|byte| *byte == b' ');
    end.and_then(|end| words.get(..LONGEST_LOOKED_AT + end)).unwrap_or(words)
}

/// The one language of a script; as sure as the script's share of the letters.
fn single(code: &str, letters: &Letters, script: Script) -> Vec<Candidate> {
    let share = letters.in_family(script) as f64 / letters.total.max(1) as f64;
    let confidence = if share > 0.5 { 0.99 } else { 0.9 };
    tags::by_code(code).map(|language| Candidate { language, confidence }).into_iter().collect()
}

/// The words of `script` among `words`, which hold other scripts too.
fn only_in(script: Script, words: &str) -> String {
    let belongs = |word: &&str| word.chars().next().is_some_and(|letter| family(script_of(letter)) == script);
    words.split(' ').filter(belongs).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::clean;

    fn identify(text: &str) -> Identified {
        Identifier::new(Model::shipped()).identify(&clean(text, 4_000))
    }

    fn check(text: &str, expected: &str) {
        let found = identify(text);
        assert_eq!(found.best().map(|best| best.language.tag), Some(expected), "language of {text:?}");
    }

    fn check_unreliable(text: &str) {
        let found = identify(text);
        assert!(!found.reliable, "{text:?} was called reliable: {:?}", found.best());
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
    fn a_headline_in_kanji_alone_is_japanese_where_its_forms_tell() {
        check("政府経済対策発表", "ja");
        check_unreliable("首相訪米中止");
    }

    #[test]
    fn telltale_characters_make_chinese_reliable() {
        check("中国经济增长放缓，政府宣布新措施", "zh");
        assert!(identify("中国经济增长放缓，政府宣布新措施").reliable);
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
