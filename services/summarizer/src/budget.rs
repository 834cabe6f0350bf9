//! How long an extract may be.

use std::{fmt, str::FromStr};

use thiserror::Error;

/// The length of an extract. Sentences are never cut, and at least one is taken.
///
/// Words are the word and number tokens of [`text::tokenize`]. In scripts written without spaces
/// each character is one, so `words:60` means about sixty characters of Chinese. HTML left in the text counts for nothing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Budget {
    /// So many sentences.
    Sentences(usize),
    /// As many sentences as fit into so many words.
    Words(usize),
    /// As many sentences as fit into this share of the words of all paragraphs, 0 to 1.
    Ratio(f64),
}

/// A text that is no budget.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum InvalidBudget {
    /// The unit is not one of the three.
    #[error("`{0}` is no unit of a budget: use `sentences:3`, `words:60` or `ratio:0.2`")]
    Unit(String),
    /// The count is not a whole number above zero.
    #[error("`{0}` is no count: a budget has at least one sentence or word")]
    Count(String),
    /// The share is not a number above 0 and at most 1.
    #[error("`{0}` is no share: use a number above 0 and at most 1")]
    Share(String),
}

impl Default for Budget {
    /// Three sentences: about as much as readers of news summaries are used to.
    fn default() -> Self {
        Self::Sentences(3)
    }
}

impl FromStr for Budget {
    type Err = InvalidBudget;

    /// Reads `sentences:3`, `words:60` or `ratio:0.2`; a number alone counts sentences.
    fn from_str(budget: &str) -> Result<Self, Self::Err> {
        let budget = budget.trim();
        match budget.split_once(':').map(|(unit, amount)| (unit.trim(), amount.trim())) {
            None => count(budget).map(Self::Sentences),
            Some(("sentences", amount)) => count(amount).map(Self::Sentences),
            Some(("words", amount)) => count(amount).map(Self::Words),
            Some(("ratio", amount)) => share(amount).map(Self::Ratio),
            Some((unit, _)) => Err(InvalidBudget::Unit(unit.to_owned())),
        }
    }
}

impl fmt::Display for Budget {
    /// Writes what [`FromStr`] reads.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sentences(count) => write!(formatter, "sentences:{count}"),
            Self::Words(count) => write!(formatter, "words:{count}"),
            Self::Ratio(share) => write!(formatter, "ratio:{share}"),
        }
    }
}

fn count(amount: &str) -> Result<usize, InvalidBudget> {
    amount.parse().ok().filter(|count| *count > 0).ok_or_else(|| InvalidBudget::Count(amount.to_owned()))
}

fn share(amount: &str) -> Result<f64, InvalidBudget> {
    let valid = |share: &f64| *share > 0.0 && *share <= 1.0;
    amount.parse().ok().filter(valid).ok_or_else(|| InvalidBudget::Share(amount.to_owned()))
}

/// A budget worked out for one article: both limits hold at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Allowance {
    pub(crate) sentences: usize,
    pub(crate) words: usize,
}

impl Budget {
    /// What this budget allows in an article whose paragraphs hold `words` words.
    ///
    /// Zero and shares outside 0 to 1, which only code can set, give the nearest sensible allowance.
    pub(crate) fn allowance(self, words: usize) -> Allowance {
        let unlimited = usize::MAX;
        match self {
            Self::Sentences(count) => Allowance { sentences: count.max(1), words: unlimited },
            Self::Words(count) => Allowance { sentences: unlimited, words: count },
            Self::Ratio(share) => {
                let words = (words as f64 * share.clamp(0.0, 1.0)).ceil() as usize;
                Allowance { sentences: unlimited, words }
            }
        }
    }
}

impl Allowance {
    /// Whether so much fits.
    pub(crate) fn fits(self, sentences: usize, words: usize) -> bool {
        sentences <= self.sentences && words <= self.words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(budget: &str, expected: Budget) {
        assert_eq!(budget.parse(), Ok(expected), "{budget:?}");
    }

    fn refused(budget: &str, expected: &str) {
        assert_eq!(budget.parse::<Budget>().unwrap_err().to_string(), expected, "{budget:?}");
    }

    #[test]
    fn a_budget_is_a_unit_and_an_amount() {
        check("sentences:5", Budget::Sentences(5));
        check("words: 60", Budget::Words(60));
        check("ratio:0.2", Budget::Ratio(0.2));
        check("ratio:1", Budget::Ratio(1.0));
    }

    #[test]
    fn a_number_alone_counts_sentences() {
        check(" 4 ", Budget::Sentences(4));
    }

    #[test]
    fn what_is_no_budget_says_what_to_write() {
        refused("lines:3", "`lines` is no unit of a budget: use `sentences:3`, `words:60` or `ratio:0.2`");
        for budget in ["0", "-1", "three", ""] {
            refused(budget, &format!("`{budget}` is no count: a budget has at least one sentence or word"));
        }
        for share in ["0", "1.1", "-0.2", "NaN", "inf", ""] {
            let expected = format!("`{share}` is no share: use a number above 0 and at most 1");
            refused(&format!("ratio:{share}"), &expected);
        }
    }

    #[test]
    fn a_budget_is_written_as_it_is_read() {
        for budget in [Budget::Sentences(3), Budget::Words(60), Budget::Ratio(0.25)] {
            assert_eq!(budget.to_string().parse(), Ok(budget));
        }
    }

    #[test]
    fn a_ratio_is_a_share_of_the_words() {
        assert_eq!(Budget::Ratio(0.25).allowance(200).words, 50);
        assert_eq!(Budget::Ratio(f64::NAN).allowance(200).words, 0);
        assert_eq!(Budget::Ratio(7.0).allowance(200).words, 200);
    }
}
