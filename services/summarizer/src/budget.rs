//! The length of an extract.

use std::{fmt, str::FromStr};

use thiserror::Error;

/// The most text that an extract may have. Sentences are never cut, and at least one is taken.
///
/// Words are the word and number tokens of [`text::tokenize`]. In scripts without spaces each character is a
/// word, so `words:60` allows about sixty characters of Chinese. HTML in the text does not count. Characters
/// are the code points of the summary, with the spaces between its sentences.
///
/// ```
/// use summarizer::Budget;
///
/// assert_eq!("words:60".parse(), Ok(Budget::Words(60)));
/// assert_eq!("3".parse(), Ok(Budget::Sentences(3)));
/// assert!("lines:3".parse::<Budget>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Budget {
    /// This many sentences.
    Sentences(usize),
    /// As many sentences as fit into this many words.
    Words(usize),
    /// As many sentences as fit into this many characters.
    Characters(usize),
    /// As many sentences as fit into this share of the words of all paragraphs, 0 to 1.
    Ratio(f64),
}

/// The reason why a text is not a budget.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum InvalidBudget {
    /// The unit is not one of the four.
    #[error("unknown unit `{0}`: use `sentences:3`, `words:60`, `characters:400` or `ratio:0.2`")]
    Unit(String),
    /// The count is not a whole number above zero.
    #[error("invalid count `{0}`: use a whole number above 0")]
    Count(String),
    /// The share is not a number above 0 and at most 1.
    #[error("invalid share `{0}`: use a number above 0 and at most 1")]
    Share(String),
}

impl Default for Budget {
    /// Returns three sentences, the usual length of a news summary.
    fn default() -> Self {
        Self::Sentences(3)
    }
}

impl FromStr for Budget {
    type Err = InvalidBudget;

    /// Parses `sentences:3`, `words:60`, `characters:400` or `ratio:0.2`. A number alone counts sentences.
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
    /// Writes the budget in the form that [`FromStr`] parses.
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

/// An amount of text: of a sentence, of an extract, or the most that is allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Size {
    pub(crate) sentences: usize,
    pub(crate) words: usize,
    pub(crate) characters: usize,
}

/// The limits of an extract of one article. All three hold at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Allowance(Size);

impl Budget {
    /// Returns the limits for an article whose paragraphs have `words` words.
    ///
    /// Zero and shares outside 0 to 1 cannot be parsed but can be set in code. They give the nearest sensible
    /// limits.
    pub(crate) fn allowance(self, words: usize) -> Allowance {
        let unlimited = Size { sentences: usize::MAX, words: usize::MAX, characters: usize::MAX };
        Allowance(match self {
            Self::Sentences(count) => Size { sentences: count.max(1), ..unlimited },
            Self::Words(count) => Size { words: count, ..unlimited },
            Self::Characters(count) => Size { characters: count, ..unlimited },
            Self::Ratio(share) => {
                // Rounded up, so that a small share of a short article allows a word.
                Size { words: (words as f64 * share.clamp(0.0, 1.0)).ceil() as usize, ..unlimited }
            }
        })
    }
}

impl Allowance {
    /// Reports whether an extract of `size` is within the limits.
    pub(crate) fn fits(self, size: Size) -> bool {
        size.sentences <= self.0.sentences
            && size.words <= self.0.words
            && size.characters <= self.0.characters
    }
}

impl Size {
    /// Returns the sum of both sizes.
    #[must_use]
    pub(crate) fn plus(self, other: Self) -> Self {
        Self {
            sentences: self.sentences + other.sentences,
            words: self.words + other.words,
            characters: self.characters + other.characters,
        }
    }

    /// Returns this size without `other`, a part of it.
    #[must_use]
    pub(crate) fn minus(self, other: Self) -> Self {
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

    fn check_rejected(budget: &str, expected: &str) {
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
    fn the_error_for_an_invalid_budget_says_what_to_write() {
        check_rejected(
            "lines:3",
            "unknown unit `lines`: use `sentences:3`, `words:60`, `characters:400` or `ratio:0.2`",
        );
        for budget in ["0", "-1", "three", ""] {
            let expected = format!("invalid count `{budget}`: use a whole number above 0");
            check_rejected(budget, &expected);
        }
        for share in ["0", "1.1", "-0.2", "NaN", "inf", ""] {
            let expected = format!("invalid share `{share}`: use a number above 0 and at most 1");
            check_rejected(&format!("ratio:{share}"), &expected);
        }
    }

    #[test]
    fn a_budget_is_written_as_it_is_parsed() {
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
