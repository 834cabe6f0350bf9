//! Which language a cleaned text is in: the one place that holds the method.
//!
//! The script decides first; where several languages share it, the trained model ([`crate::model`]) does. In
//! doubt whatlang is asked as well: its trigrams and alphabets err on other texts than the model does.

use text::{Script, script_of};
use whatlang::Detector;

use crate::choice::LanguageChoice;
use crate::han::Telltales;
use crate::model::{Features, Group, Model};
use crate::script::{Letters, family, has_foreign_letter, single_language};
use crate::tags::{self, KnownLanguage};

/// Fewest letters on which an answer is ever reliable: some two words.
const FEWEST_RELIABLE_LETTERS: usize = 12;

/// Fewest characters, in scripts that write a word with one or two.
const FEWEST_RELIABLE_SYLLABLES: usize = 6;

/// What of a text is looked at, in bytes of its cleaned words.
const LOOKED_AT_FIRST: usize = 300;

/// The same where that does not make it clear.
const LOOKED_AT_AT_MOST: usize = 1_000;

/// The same for a glance: some ten words.
const GLANCED_AT: usize = 80;

/// From this confidence on, more text would not change the answer.
const CLEAR: f64 = 0.99;

/// whatlang is asked where the model is less sure than this.
const ASKS_BELOW: f64 = 0.9;

/// ISO 15924 code of the group of Chinese, Cantonese and Japanese.
const HAN: &str = "Hani";

/// Taken off the logit of Cantonese where too few characters of its own stand: the model's Cantonese texts are
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
    /// The languages that may be named.
    pub(crate) choice: LanguageChoice,
}

impl Identifier {
    pub(crate) fn new(model: Model) -> Self {
        Self { model, trigrams: Detector::new(), choice: LanguageChoice::default() }
    }

    /// The languages that `words`, the output of [`crate::clean::clean`], may be in.
    pub(crate) fn identify(&self, words: &str) -> Identified {
        let found = self.look_at(start_of(words, LOOKED_AT_FIRST), true);
        let is_clear = found.reliable && found.best().is_some_and(|best| best.confidence >= CLEAR);
        if is_clear || words.len() <= LOOKED_AT_FIRST {
            return found;
        }
        self.look_at(start_of(words, LOOKED_AT_AT_MOST), true)
    }

    /// Whether a glance at the middle of `words` finds them to be in `language`.
    ///
    /// It costs a fraction of [`Identifier::identify`] and settles most paragraphs.
    pub(crate) fn confirms(&self, words: &str, language: &KnownLanguage) -> bool {
        let found = self.look_at(middle_of(words, GLANCED_AT), false);
        found.best().is_some_and(|best| best.language == language && best.confidence >= ASKS_BELOW)
    }

    /// `asks`: whether whatlang is heard in doubt.
    fn look_at(&self, words: &str, asks: bool) -> Identified {
        let letters = Letters::of(words);
        let Some(script) = letters.dominant() else {
            return Identified { letters: letters.total, ..Identified::default() };
        };
        let found = self.look_in(script, &letters, words, asks);
        // Brand names alone do not make an alphabet's prose: a headline with a word or two of Hangul is Korean.
        match letters.beside(script) {
            Some(other) if !found.reliable => self.look_in(other, &letters, words, asks),
            _ => found,
        }
    }

    /// The languages of `script` that `words` may be in.
    fn look_in(&self, script: Script, letters: &Letters, words: &str, asks: bool) -> Identified {
        let (candidates, fits) = match (self.model.group(script), single_language(script)) {
            (Some(_), _) if script == Script::Han && letters.kana_share() >= SURE_KANA => {
                self.single("jpn", letters, script)
            }
            (Some(group), _) if letters.is_mixed() => self.weigh(group, &only_in(script, words), asks),
            (Some(group), _) => self.weigh(group, words, asks),
            (None, Some(code)) => {
                let (candidates, fits) = self.single(code, letters, script);
                (candidates, fits && !has_foreign_letter(words, script))
            }
            (None, None) => (Vec::new(), false),
        };
        let letters = letters.in_family(script);
        let reliable = fits && self.is_sure(&candidates) && letters >= fewest_reliable(script);
        Identified { candidates, letters, script: Some(script), reliable }
    }

    /// Whether the first of `candidates` is likely enough, and no close relative of it is.
    fn is_sure(&self, candidates: &[Candidate]) -> bool {
        let Some((best, others)) = candidates.split_first() else { return false };
        let most_of_a_relative = f64::from(self.model.settings.most_of_a_relative);
        best.confidence >= f64::from(self.model.settings.least_confidence)
            && others.iter().all(|other| {
                other.confidence <= most_of_a_relative || !tags::are_confusable(best.language, other.language)
            })
    }

    /// Whether news in `language` may be written in `script`, and the language named at all.
    pub(crate) fn is_written_in(&self, language: &KnownLanguage, script: Script) -> bool {
        let is_written = match self.model.group(script) {
            Some(group) => group.languages().contains(&language),
            None => single_language(script) == Some(language.iso639_3),
        };
        is_written && self.choice.allows(language)
    }

    /// The one language of a script; as sure as the script's share of the letters.
    fn single(&self, code: &str, letters: &Letters, script: Script) -> (Vec<Candidate>, bool) {
        let share = letters.in_family(script) as f64 / letters.total.max(1) as f64;
        let confidence = if share > 0.5 { 0.99 } else { 0.9 };
        let language = tags::by_code(code).filter(|language| self.choice.allows(language));
        (language.map(|language| Candidate { language, confidence }).into_iter().collect(), true)
    }

    /// The likely languages of `group`, and whether the text looks like one in the likeliest.
    fn weigh(&self, group: &Group, words: &str, asks: bool) -> (Vec<Candidate>, bool) {
        let mut features = Features::default();
        features.read(words, group.size());
        let count = features.buckets.len();
        let sums = group.sums(&features.buckets);
        let mut logits = group.logits(&sums, count);
        for logit in &mut logits {
            *logit *= self.model.settings.sharpness;
        }
        let mut is_doubtful = false;
        let telltales = if group.script() == HAN { Some(Telltales::of(words)) } else { None };
        if let Some(telltales) = telltales.filter(|telltales| !telltales.are_cantonese()) {
            let named = candidates(group, &logits).first().map(|best| best.language.iso639_3);
            is_doubtful = named == Some("yue") && telltales.may_hide_cantonese();
            raise(&mut logits, group, |language| language.iso639_3 == "yue", -WITHOUT_CANTONESE);
        }
        if !self.choice.is_all() {
            raise(&mut logits, group, |language| !self.choice.allows(language), f32::NEG_INFINITY);
        }
        let mut candidates = candidates(group, &logits);
        if asks
            && candidates.first().is_some_and(|best| best.confidence < ASKS_BELOW)
            && let Some(found) = self.trigrams.detect(words)
            && let Some(named) = tags::by_trigrams(found.lang())
        {
            let vote = self.model.settings.vote * found.confidence() as f32;
            raise(&mut logits, group, |language| tags::may_be_meant(language, named), vote);
            candidates = self::candidates(group, &logits);
        }
        let best = candidates.first().map(|best| best.language);
        let column = group.languages().iter().position(|language| Some(*language) == best);
        let acquaintance = column.and_then(|column| group.acquaintance(column));
        let fits = acquaintance.is_none_or(|acquaintance| acquaintance.fits(words));
        (candidates, fits && !is_doubtful)
    }
}

/// Fewest letters on which an answer is ever reliable.
fn fewest_reliable(script: Script) -> usize {
    match script {
        Script::Han | Script::Hangul => FEWEST_RELIABLE_SYLLABLES,
        _ => FEWEST_RELIABLE_LETTERS,
    }
}

fn raise(logits: &mut [f32], group: &Group, chosen: impl Fn(&KnownLanguage) -> bool, by: f32) {
    let columns = logits.iter_mut().zip(group.languages());
    for (logit, _) in columns.filter(|(_, language)| chosen(language)) {
        *logit += by;
    }
}

/// The likeliest languages of `group`, with their softmax probabilities.
fn candidates(group: &Group, logits: &[f32]) -> Vec<Candidate> {
    let most = logits.iter().copied().fold(f32::MIN, f32::max);
    // Below the least number there is only minus infinity: every language was ruled out.
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

/// Whole words from the start of `words`, about `length` bytes.
fn start_of(words: &str, length: usize) -> &str {
    let end = words.as_bytes().iter().skip(length).position(|byte| *byte == b' ');
    let end = end.map_or(words.len(), |end| length + end);
    // Scripts without spaces have no word to wait for.
    let end = if end > 2 * length { words.ceil_char_boundary(length) } else { end };
    words.get(..end).unwrap_or(words)
}

/// Whole words from the middle of `words`, about `length` bytes.
fn middle_of(words: &str, length: usize) -> &str {
    let before = words.floor_char_boundary(words.len().saturating_sub(length) / 2);
    let rest = words.get(before..).unwrap_or(words);
    let start = if before == 0 { None } else { rest.find(' ').filter(|space| *space < length) };
    start_of(rest.get(start.map_or(0, |space| space + 1)..).unwrap_or(rest), length)
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
        check("SK hynix HBM4 NVIDIA 공급", "ko");
        check("OpenAI ChatGPT Plus 值得买吗", "zh");
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
