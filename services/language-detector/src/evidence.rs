//! Weighs trigrams against function words.
//!
//! Each language scores the words it covers; whatlang's answer adds a bonus. The constants were tuned
//! on NTREX-128 (headlines, leads and articles of 57 news stories in 118 languages): the bonus by
//! accuracy, the weights by a logistic regression of "this answer is right", whose output is therefore
//! the confidence.

use text::Script;

use crate::identify::Candidate;
use crate::tags::{self, KnownLanguage};
use crate::words::{Coverage, share_of};

/// Words that whatlang's answer is worth, whatever the length of the text.
const BONUS: f64 = 0.4;

/// The same for each word of the text.
const BONUS_A_WORD: f64 = 0.02;

/// The same at full trigram margin.
const BONUS_OF_MARGIN: f64 = 0.06;

/// From this many words on a close relative that whatlang cannot name takes part in the bonus, less one
/// word: a draw goes to the language that was named.
const WORDS_TO_SHARE_FULLY: usize = 15;

/// Its part of the bonus in shorter texts, where the few words decide little.
const SHARE_OF_SHORT_TEXTS: f64 = 0.5;

/// Prose of this many words in a known language has …
const WORDS_OF_PROSE: usize = 40;

/// … at least this share of them in the language's list: even agglutinating languages do.
const LEAST_COVERAGE_OF_PROSE: f64 = 0.1;

/// Most confidence in a language whose words are missing from prose, whatever the trigrams say.
const MOST_WITHOUT_COVERAGE: f64 = 0.5;

/// Runners-up below this are not worth a consumer's attention.
const LEAST_ALTERNATIVE: f64 = 0.02;

/// What both witnesses say about one text.
pub(crate) struct Evidence {
    /// Languages by share of the text's words, most first.
    pub(crate) coverage: Vec<Coverage>,
    /// Words in the text.
    pub(crate) word_count: usize,
    /// The language whatlang names.
    pub(crate) trigrams: Option<&'static KnownLanguage>,
    /// How far ahead of its others, 0 to 1.
    pub(crate) margin: f64,
    /// The script they are written in.
    pub(crate) script: Script,
}

/// A language and the words that speak for it.
#[derive(Debug, Clone, Copy)]
struct Score {
    language: &'static KnownLanguage,
    words: f64,
}

impl Evidence {
    /// The likely languages, most likely first.
    pub(crate) fn candidates(&self) -> Vec<Candidate> {
        let scores = self.scores();
        let Some((best, others)) = scores.split_first() else { return Vec::new() };
        let confidence = self.confidence(*best, others.first().copied());
        let mut candidates = vec![Candidate { language: best.language, confidence }];
        // What the best leaves over is shared out by score.
        let sum: f64 = others.iter().take(3).map(|other| other.words).sum();
        for other in others.iter().take(3) {
            let share = (1.0 - confidence) * other.words / sum.max(f64::MIN_POSITIVE);
            if share >= LEAST_ALTERNATIVE {
                candidates.push(Candidate { language: other.language, confidence: share.min(confidence) });
            }
        }
        candidates
    }

    fn scores(&self) -> Vec<Score> {
        let count = self.word_count as f64;
        let mut scores: Vec<Score> = self
            .coverage
            .iter()
            .map(|covered| Score {
                language: covered.language,
                words: covered.share * count + self.bonus(covered.language),
            })
            .collect();
        if let Some(named) = self.trigrams
            && !scores.iter().any(|score| score.language == named)
        {
            scores.push(Score { language: named, words: self.bonus(named) });
        }
        scores.sort_by(|one, other| other.words.total_cmp(&one.words));
        scores
    }

    /// What whatlang's answer is worth to `language`: all of it to the one named, a part to a close
    /// relative that whatlang could not have named.
    fn bonus(&self, language: &KnownLanguage) -> f64 {
        let Some(named) = self.trigrams else { return 0.0 };
        let whole = (BONUS_A_WORD + BONUS_OF_MARGIN * self.margin) * self.word_count as f64 + BONUS;
        if language == named {
            whole
        } else if tags::are_confusable(language, named) && !language.has_trigrams(self.script) {
            if self.word_count >= WORDS_TO_SHARE_FULLY { whole - 1.0 } else { whole * SHARE_OF_SHORT_TEXTS }
        } else {
            0.0
        }
    }

    /// How likely `best` is right, from its lead over `next` and what both witnesses say.
    fn confidence(&self, best: Score, next: Option<Score>) -> f64 {
        let count = self.word_count.max(1) as f64;
        let lead = best.words - next.map_or(0.0, |next| next.words);
        let covered = share_of(&self.coverage, best.language);
        let agreed = self.trigrams == Some(best.language);
        let doubtful = next.is_some_and(|next| tags::are_confusable(best.language, next.language));
        let (if_agreed, if_not) = if agreed { (1.0, 0.0) } else { (0.0, 1.0) };
        let weighed = WEIGHTS.constant
            + WEIGHTS.lead * (lead / count.sqrt()).min(3.0)
            + WEIGHTS.agreement * if_agreed
            + WEIGHTS.agreed_margin * self.margin * if_agreed
            + WEIGHTS.other_margin * self.margin * if_not
            + WEIGHTS.coverage * covered.min(0.5)
            + WEIGHTS.relative_lead * lead / best.words.max(f64::MIN_POSITIVE)
            + WEIGHTS.missing_coverage * (count.min(60.0) / 60.0) * (0.25 - covered).max(0.0)
            + if doubtful { WEIGHTS.doubtful } else { 0.0 };
        let confidence = (1.0 + (-weighed).exp()).recip();
        let is_uncovered = self.word_count >= WORDS_OF_PROSE && covered < LEAST_COVERAGE_OF_PROSE;
        if is_uncovered { confidence.min(MOST_WITHOUT_COVERAGE) } else { confidence }
    }
}

/// Weights of the logistic regression.
struct Weights {
    constant: f64,
    /// Words ahead of the next language, by the square root of the text's length.
    lead: f64,
    /// whatlang names the same language …
    agreement: f64,
    /// … by this margin.
    agreed_margin: f64,
    /// whatlang names another by this margin.
    other_margin: f64,
    /// Share of the text's words in the language's list.
    coverage: f64,
    /// The lead as a share of the best score.
    relative_lead: f64,
    /// A long text with few function words is in none of the languages.
    missing_coverage: f64,
    /// The next language is a close relative.
    doubtful: f64,
}

const WEIGHTS: Weights = Weights {
    constant: -1.61,
    lead: 1.97,
    agreement: -0.79,
    agreed_margin: 1.6,
    other_margin: 0.91,
    coverage: 4.28,
    relative_lead: 1.71,
    missing_coverage: -12.08,
    doubtful: -0.14,
};

#[cfg(test)]
mod tests {
    use super::*;

    /// Shares of the function words of `(language, share)`, whatlang's answer and margin; the outcome.
    fn weigh(covered: &[(&str, f64)], word_count: usize, named: &str, margin: f64) -> Vec<Candidate> {
        let coverage = covered
            .iter()
            .map(|(code, share)| Coverage { language: tags::by_code(code).unwrap(), share: *share })
            .collect();
        Evidence { coverage, word_count, trigrams: tags::by_code(named), margin, script: Script::Latin }
            .candidates()
    }

    fn check(candidates: &[Candidate], expected: &str) {
        assert_eq!(candidates.first().map(|best| best.language.iso639_3), Some(expected));
    }

    #[test]
    fn agreement_makes_sure() {
        let candidates = weigh(&[("deu", 0.4), ("nld", 0.1)], 30, "deu", 1.0);
        check(&candidates, "deu");
        assert!(candidates[0].confidence > 0.95);
    }

    #[test]
    fn many_words_overrule_the_trigrams() {
        check(&weigh(&[("sqi", 0.4), ("fra", 0.05)], 30, "fra", 1.0), "sqi");
    }

    #[test]
    fn trigrams_decide_where_no_function_word_stands() {
        let candidates = weigh(&[], 4, "pol", 0.6);
        check(&candidates, "pol");
        assert!(candidates[0].confidence < 0.8);
    }

    #[test]
    fn a_long_text_without_function_words_is_in_no_language_known() {
        assert!(weigh(&[("ita", 0.06)], 80, "ita", 1.0)[0].confidence <= MOST_WITHOUT_COVERAGE);
    }

    #[test]
    fn a_draw_between_relatives_goes_to_the_one_named() {
        check(&weigh(&[("bos", 0.3), ("hrv", 0.3)], 40, "hrv", 1.0), "hrv");
        check(&weigh(&[("bos", 0.4), ("hrv", 0.3)], 40, "hrv", 1.0), "bos");
    }

    #[test]
    fn confidences_fall_and_add_up_to_one_at_most() {
        let candidates = weigh(&[("spa", 0.3), ("por", 0.25), ("glg", 0.2), ("ita", 0.1)], 12, "spa", 0.4);
        assert!(candidates.is_sorted_by(|one, next| one.confidence >= next.confidence));
        assert!(candidates.iter().map(|candidate| candidate.confidence).sum::<f64>() <= 1.0 + 1e-9);
    }
}
