//! How long an extract may be.

use std::{fmt, str::FromStr};

use thiserror::Error;

/// The length of an extract. Sentences are never cut, and at least one is taken.
///
/// Words are the word and number tokens of [`text::tokenize`]. In scripts written without spaces
/// each character is one, so `words:60` means about sixty characters of Chinese. HTML left in the text counts for nothing.
/// Characters are the code points of the summary's text, the spaces between its sentences included.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Budget {
    /// So many sentences.
    Sentences(usize),
    /// As many sentences as fit into so many words.
    Words(usize),
    /// As many sentences as fit into so many characters.
    Characters(usize),
    /// As many sentences as fit into this share of the words of all paragraphs, 0 to 1.
    Ratio(f64),
}

/// A text that is no budget.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum InvalidBudget {
    /// The unit is not one of the four.
    #[error("`{0}` is no unit of a budget: use `sentences:3`, `words:60`, `characters:400` or `ratio:0.2`")]
    Unit(String),
    /// The count is not a whole number above zero.
    #[error("`{0}` is no count: a budget has at least one sentence, word or character")]
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

    /// Reads `sentences:3`, `words:60`, `characters:400` or `ratio:0.2`; a number alone counts sentences.
    fn from_str(budget: &str) -> Result<Self, Self::Err> {
        let budget = budget.trim();
        match budget.split_once(':').map(|(unit, amount)| (unit.trim(), amount.trim())) {
            None => count(budget).map(Self::Sentences),
            Some(("sentences", amount)) => count(amount).map(Self::Sentences),
            Some(("words", amount)) => count(amount).map(Self::Words),
            Some(("characters", amount)) => count(amount).map(Self::Characters),
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
            Self::Characters(count) => write!(formatter, "characters:{count}"),
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

/// How much text it is: of a sentence, of an extract, or at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Size {
    pub(crate) sentences: usize,
    pub(crate) words: usize,
    pub(crate) characters: usize,
}

/// A budget worked out for one article: all three limits hold at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Allowance(Size);

impl Budget {
    /// What this budget allows in an article whose paragraphs hold `words` words.
    ///
    /// Zero and shares outside 0 to 1, which only code can set, give the nearest sensible allowance.
    pub(crate) fn allowance(self, words: usize) -> Allowance {
        let unlimited = Size { sentences: usize::MAX, words: usize::MAX, characters: usize::MAX };
        Allowance(match self {
            Self::Sentences(count) => Size { sentences: count.max(1), ..unlimited },
            Self::Words(count) => Size { words: count, ..unlimited },
            Self::Characters(count) => Size { characters: count, ..unlimited },
            Self::Ratio(share) => {
                Size { words: (words as f64 * share.clamp(0.0, 1.0)).ceil() as usize, ..unlimited }
            }
        })
    }
}

impl Allowance {
    /// Whether so much fits.
    pub(crate) fn fits(self, size: Size) -> bool {
        size.sentences <= self.0.sentences
            && size.words <= self.0.words
            && size.characters <= self.0.characters
    }
}

impl Size {
    /// This and `other` together.
    #[must_use]
    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            sentences: self.sentences + other.sentences,
            words: self.words + other.words,
            characters: self.characters + other.characters,
        }
    }

    /// This without `other`, which is part of it.
    #[must_use]
    pub(crate) fn without(self, other: Self) -> Self {
        Self {
            sentences: self.sentences.saturating_sub(other.sentences),
            words: self.words.saturating_sub(other.words),
            characters: self.characters.saturating_sub(other.characters),
        }
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
        check("characters:400", Budget::Characters(400));
        check("ratio:0.2", Budget::Ratio(0.2));
        check("ratio:1", Budget::Ratio(1.0));
    }

    #[test]
    fn a_number_alone_counts_sentences() {
        check(" 4 ", Budget::Sentences(4));
    }

    #[test]
    fn what_is_no_budget_says_what_to_write() {
        refused(
            "lines:3",
            "`lines` is no unit of a budget: use `sentences:3`, `words:60`, `characters:400` or `ratio:0.2`",
        );
        for budget in ["0", "-1", "three", ""] {
            let expected =
                format!("`{budget}` is no count: a budget has at least one sentence, word or character");
            refused(budget, &expected);
        }
        for share in ["0", "1.1", "-0.2", "NaN", "inf", ""] {
            let expected = format!("`{share}` is no share: use a number above 0 and at most 1");
            refused(&format!("ratio:{share}"), &expected);
        }
    }

    #[test]
    fn a_budget_is_written_as_it_is_read() {
        for budget in [Budget::Sentences(3), Budget::Words(60), Budget::Characters(280), Budget::Ratio(0.25)]
        {
            assert_eq!(budget.to_string().parse(), Ok(budget));
        }
    }

    #[test]
    fn a_ratio_is_a_share_of_the_words() {
        let words = |share| Budget::Ratio(share).allowance(200).0.words;
        assert_eq!([0.25, f64::NAN, 7.0].map(words), [50, 0, 200]);
    }
}
