//! Reads articles with a reference summary.

use serde::Deserialize;

/// An article and the summary that a person wrote.
#[derive(Debug, Clone, Deserialize)]
pub struct SummarizedText {
    /// Identifier in its corpus.
    pub id: String,
    /// Text of the article.
    pub text: String,
    /// Reference summary, one sentence per line.
    pub summary: String,
}

/// The halves of a set: one tunes the weights, the other measures them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Half {
    /// Weights are tuned on it, and its errors may be inspected.
    Tuning,
    /// Only measured.
    HeldOut,
}

impl SummarizedText {
    /// Returns the half that the text belongs to: tuning if its id, a hash, ends in an odd hexadecimal digit.
    pub fn half(&self) -> Half {
        let last = self.id.chars().next_back().and_then(|last| last.to_digit(16));
        if last.is_some_and(|last| last % 2 == 1) { Half::Tuning } else { Half::HeldOut }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_an_article_and_its_reference() {
        let json = r#"{"id":"x","lang":"en","text":"Rain fell. Trams stood.","summary":"Rain.\nNo trams."}"#;
        let read: SummarizedText = serde_json::from_str(json).unwrap();
        assert_eq!(read.summary.lines().count(), 2);
    }

    #[test]
    fn the_last_digit_of_the_id_decides_the_half() {
        let half = |id: &str| {
            SummarizedText { id: id.to_owned(), text: String::new(), summary: String::new() }.half()
        };
        assert_eq!([half("a-0f"), half("a-f0"), half("")], [Half::Tuning, Half::HeldOut, Half::HeldOut]);
    }
}
