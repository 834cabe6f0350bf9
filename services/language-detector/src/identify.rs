//! Identifies the language of a cleaned text. The method is here, its parts are in the modules below.
//!
//! The script decides first. If several languages share the script, the trained model ([`crate::model`])
//! decides. If the model is in doubt, whatlang votes too: its trigrams and alphabets make other mistakes than
//! the model does.

use text::Script;
use whatlang::Detector;

use crate::candidates::{Candidate, ranked};
use crate::choice::LanguageChoice;
use crate::excerpts::{middle_of, only_in, start_of};
use crate::han::{Allowed, CharacterForms, allowed};
use crate::model::{Features, Group, Model};
use crate::script::{Letters, has_foreign_letter, single_language};
use crate::tags::{self, KnownLanguage};

/// Fewest letters of a reliable answer, about two words.
const FEWEST_RELIABLE_LETTERS: usize = 12;

/// Fewest characters of a reliable answer in scripts that write a word with one or two characters.
const FEWEST_RELIABLE_SYLLABLES: usize = 6;

/// Bytes of cleaned words that are identified first.
const FIRST_EXCERPT: usize = 300;

/// Bytes of cleaned words that are identified if the first excerpt leaves doubt.
const LONGER_EXCERPT: usize = 1_000;

/// Bytes of cleaned words in a quick guess, about ten words.
const QUICK_EXCERPT: usize = 80;

/// From this confidence on, the first excerpt is enough.
const CLEAR: f64 = 0.99;

/// Below this confidence whatlang votes, and a quick guess does not count.
const DOUBTFUL: f64 = 0.9;

/// ISO 15924 code of the group of Chinese, Cantonese and Japanese.
const HAN: &str = "Hani";

/// Subtracted from the logit of Cantonese if a text has too few Cantonese characters. The model learned
/// Cantonese from traditional characters and Chinese mostly from simplified ones, and must not decide by that
/// difference.
const WITHOUT_CANTONESE: f32 = 8.0;

/// Subtracted from the logit of a language whose standard lacks characters of the text. It outweighs the model,
/// which learnt from longer texts with kana.
const EXCLUDED: f32 = 12.0;

/// Most Chinese characters of a text that may be Chinese or Japanese alike.
const MOST_UNDECIDED: usize = 12;

/// Most letters of a text that is too short for a doubtful answer.
const MOST_DOUBTFUL_LETTERS: usize = 40;

/// Below this confidence the answer for a short text is wrong more often than right, whatever the language.
const LEAST_SHORT_CONFIDENCE: f64 = 0.3;

/// Most letters of two or three words.
const MOST_LETTERS_OF_WORDS: usize = 20;

/// Below this confidence the answer for two or three words is often an exotic language: `Actor dies at 91`.
const LEAST_CONFIDENCE_OF_WORDS: f64 = 0.55;

/// Most Chinese characters of a name and a word, such as `北海道地震`.
const MOST_IN_A_NAME: usize = 6;

/// Least confidence in the language of so few characters, if they may be Chinese or Japanese alike.
const SURE_NAME: f64 = 0.97;

/// Least share of kana in a Japanese text. Japanese prose is half kana; Chinese quotes a kana name at most.
const SURE_KANA: f64 = 0.2;

/// The result for one cleaned text.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Identification {
    /// Most likely language first; empty if the text has no letters of a known script.
    pub(crate) candidates: Vec<Candidate>,
    /// The script with most letters; `None` for a text without letters.
    pub(crate) script: Option<Script>,
    /// Whether the first candidate is reliable.
    pub(crate) reliable: bool,
}

impl Identification {
    /// Reports whether a text is too short to name its language: the best candidate is a guess, or all its
    /// characters are Chinese and Japanese alike.
    pub(crate) fn is_undecided(&self, words: &str) -> bool {
        let (Some(best), Some(script)) = (self.best(), self.script) else { return false };
        // Most texts are clear, and need no count of their letters.
        if best.confidence >= CLEAR {
            return false;
        }
        let letters = Letters::count(words);
        if script == Script::Han {
            let count = letters.in_family(Script::Han);
            let least = if count <= MOST_IN_A_NAME { SURE_NAME } else { DOUBTFUL };
            let is_short = count <= MOST_UNDECIDED && letters.kana_share() <= 0.0;
            return is_short && best.confidence < least && allowed(words) == Allowed::Both;
        }
        (best.confidence < LEAST_SHORT_CONFIDENCE && letters.total <= MOST_DOUBTFUL_LETTERS)
            || (best.confidence < LEAST_CONFIDENCE_OF_WORDS && letters.total <= MOST_LETTERS_OF_WORDS)
    }

    /// Returns the most likely language.
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

    /// Identifies the language of `words`, the output of [`crate::clean::clean`].
    pub(crate) fn identify(&self, words: &str) -> Identification {
        let found = self.excerpt(start_of(words, FIRST_EXCERPT), Vote::InDoubt);
        let is_clear = found.reliable && found.best().is_some_and(|best| best.confidence >= CLEAR);
        if is_clear || words.len() <= FIRST_EXCERPT {
            return found;
        }
        self.excerpt(start_of(words, LONGER_EXCERPT), Vote::InDoubt)
    }

    /// Guesses the language from the middle of `words`. Returns `None` if that leaves doubt.
    ///
    /// It costs a fraction of [`Identifier::identify`] and is enough for most paragraphs.
    pub(crate) fn quick_guess(&self, words: &str) -> Option<Candidate> {
        let found = self.excerpt(middle_of(words, QUICK_EXCERPT), Vote::Never);
        found.best().filter(|best| best.confidence >= DOUBTFUL)
    }

    fn excerpt(&self, words: &str, vote: Vote) -> Identification {
        let letters = Letters::count(words);
        let Some(script) = letters.dominant() else { return Identification::default() };
        let found = self.in_script(script, &letters, words, vote);
        // Latin brand names may have most letters of an Asian headline. With a word of Hangul it is Korean.
        match letters.syllables_beside(script) {
            Some(other) if !found.reliable => self.in_script(other, &letters, words, vote),
            _ => found,
        }
    }

    /// Identifies the language of `words`, which are written in `script`.
    fn in_script(&self, script: Script, letters: &Letters, words: &str, vote: Vote) -> Identification {
        let (candidates, is_plausible) = match (self.model.group(script), single_language(script)) {
            // No other language of the group uses kana.
            (Some(_), _) if script == Script::Han && letters.kana_share() >= SURE_KANA => {
                (self.single(tags::JAPANESE, letters, script), true)
            }
            (Some(group), _) if letters.is_mixed() => self.classify(group, &only_in(script, words), vote),
            (Some(group), _) => self.classify(group, words, vote),
            (None, Some(code)) => (self.single(code, letters, script), !has_foreign_letter(words, script)),
            (None, None) => (Vec::new(), false),
        };
        let has_enough_letters = letters.in_family(script) >= fewest_reliable_letters(script);
        let reliable = is_plausible && self.is_sure(&candidates) && has_enough_letters;
        Identification { candidates, script: Some(script), reliable }
    }

    /// Reports whether the first candidate is likely enough, and no easily mistaken language is likely as
    /// well.
    fn is_sure(&self, candidates: &[Candidate]) -> bool {
        let Some((best, others)) = candidates.split_first() else { return false };
        let most_of_a_rival = f64::from(self.model.settings.max_rival_confidence);
        best.confidence >= f64::from(self.model.settings.min_confidence)
            && others.iter().all(|other| {
                other.confidence <= most_of_a_rival || !tags::are_confusable(best.language, other.language)
            })
    }

    /// Reports whether `language` may be named and its news may be written in `script`.
    pub(crate) fn is_written_in(&self, language: &KnownLanguage, script: Script) -> bool {
        // A declaration cannot be right if its language does not use the script of the text.
        let is_written = match self.model.group(script) {
            Some(group) => group.languages().contains(&language),
            None => single_language(script) == Some(language.iso639_3),
        };
        is_written && self.choice.allows(language)
    }

    /// Returns the only language of a script, with more confidence if most letters are in the script.
    fn single(&self, code: &str, letters: &Letters, script: Script) -> Vec<Candidate> {
        let share = letters.in_family(script) as f64 / letters.total.max(1) as f64;
        let confidence = if share > 0.5 { 0.99 } else { 0.9 };
        let language = tags::by_code(code).filter(|language| self.choice.allows(language));
        language.map(|language| Candidate { language, confidence }).into_iter().collect()
    }

    /// Ranks the languages of `group` for `words`, and reports whether the first is plausible by itself.
    fn classify(&self, group: &Group, words: &str, vote: Vote) -> (Vec<Candidate>, bool) {
        let mut logits = self.logits(group, words);
        let may_be_cantonese = weigh_cantonese(group, words, &mut logits);
        // The characters exclude a language, but they do not tell Chinese from Cantonese. So the answer is no surer
        // than the model is without them.
        let is_sure = group.script() != HAN || self.is_sure(&ranked(group, &logits));
        weigh_characters(group, words, &mut logits);
        if !self.choice.is_all() {
            add(&mut logits, group, |language| !self.choice.allows(language), f32::NEG_INFINITY);
        }
        let mut candidates = ranked(group, &logits);
        if vote == Vote::InDoubt
            && candidates.first().is_some_and(|best| best.confidence < DOUBTFUL)
            && let Some(found) = self.trigrams.detect(words)
            && let Some(named) = tags::by_trigrams(found.lang())
        {
            let vote = self.model.settings.trigram_vote * found.confidence() as f32;
            add(&mut logits, group, |language| tags::is_supported_by(language, named), vote);
            candidates = ranked(group, &logits);
        }
        let best = candidates.first().map(|best| best.language);
        let column = group.languages().iter().position(|language| Some(*language) == best);
        let coverage = column.and_then(|column| group.coverage(column));
        let is_plausible =
            coverage.is_none_or(|coverage| coverage.admits(words)) && !may_be_cantonese && is_sure;
        (candidates, is_plausible)
    }

    fn logits(&self, group: &Group, words: &str) -> Vec<f32> {
        let mut features = Features::default();
        features.read(words, group.size());
        let sums = group.sums(&features.buckets);
        let mut logits = group.logits(&sums, features.buckets.len());
        for logit in &mut logits {
            *logit *= self.model.settings.inverse_temperature;
        }
        logits
    }
}

/// When whatlang votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Vote {
    /// If the model is in doubt.
    InDoubt,
    Never,
}

/// Lowers the logit of Cantonese in a text with too few Cantonese characters.
///
/// Returns whether the text may be Cantonese all the same: the model says so, and the text is so short that
/// it may show none of the characters.
fn weigh_cantonese(group: &Group, words: &str, logits: &mut [f32]) -> bool {
    if group.script() != HAN {
        return false;
    }
    let forms = CharacterForms::count(words);
    if forms.are_cantonese() {
        return false;
    }
    let is_named = ranked(group, logits).first().is_some_and(|best| best.language.is_cantonese());
    add(logits, group, KnownLanguage::is_cantonese, -WITHOUT_CANTONESE);
    is_named && forms.may_hide_cantonese()
}

/// Lowers the logits of the languages that the characters of the text do not allow.
fn weigh_characters(group: &Group, words: &str, logits: &mut [f32]) {
    if group.script() != HAN {
        return;
    }
    match allowed(words) {
        Allowed::Chinese => add(logits, group, KnownLanguage::is_japanese, -EXCLUDED),
        Allowed::Japanese => add(logits, group, |language| !language.is_japanese(), -EXCLUDED),
        Allowed::Both => {}
    }
}

fn fewest_reliable_letters(script: Script) -> usize {
    match script {
        Script::Han | Script::Hangul => FEWEST_RELIABLE_SYLLABLES,
        _ => FEWEST_RELIABLE_LETTERS,
    }
}

/// Adds `summand` to the logits of the `chosen` languages.
fn add(logits: &mut [f32], group: &Group, chosen: impl Fn(&KnownLanguage) -> bool, summand: f32) {
    let columns = logits.iter_mut().zip(group.languages());
    for (logit, _) in columns.filter(|(_, language)| chosen(language)) {
        *logit += summand;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::clean;

    fn identify(text: &str) -> Identification {
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
    fn a_headline_in_kanji_alone_is_japanese_if_it_has_japanese_forms() {
        check("政府経済対策発表", "ja");
        check_unreliable("首相訪米中止");
    }

    #[test]
    fn chinese_with_a_latin_acronym_is_not_japanese() {
        check("ERP系统使用说明", "zh");
        check("GDP下滑3%，失业人数增长", "zh");
        check("CEO辭職", "zh");
        check("FIFA会長続投", "ja");
    }

    #[test]
    fn a_short_text_without_evidence_is_undecided() {
        let identifier = Identifier::new(Model::shipped());
        let check = |text: &str, expected: bool| {
            let words = clean(text, 4_000);
            let found = identifier.identify(&words);
            assert_eq!(found.is_undecided(&words), expected, "{text:?}: {:?}", found.best());
        };
        check("Rents slip", true);
        check("央行降息", true);
        check("The council said on Monday that the bridge would open in May", false);
        check("铁路罢工结束", false);
    }

    #[test]
    fn simplified_characters_make_chinese_reliable() {
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
    fn capitals_do_not_change_the_language() {
        check("DIE REGIERUNG HAT AM MONTAG NEUE MASSNAHMEN GEGEN DIE TEUERUNG BESCHLOSSEN", "de");
        check("МИНИСТРЫ ОБСУДИЛИ НОВЫЙ ЗАКОН О БЮДЖЕТЕ И О НАЛОГАХ", "ru");
    }

    #[test]
    fn names_languages_that_whatlang_does_not_know() {
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
    fn a_text_without_letters_has_no_candidate() {
        assert_eq!(identify("2026 🎉 – 42 %").candidates, []);
        assert_eq!(identify("").candidates, []);
    }
}
