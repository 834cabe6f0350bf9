//! Articles with a reference summary.

use serde::Deserialize;

/// One article and the summary a person wrote of it.
#[derive(Debug, Clone, Deserialize)]
pub struct SummarizedText {
    /// Its name.
    pub id: String,
    /// The article.
    pub text: String,
    /// The reference, one sentence a line.
    pub summary: String,
}

/// The two halves of a set: weights are tuned on one and measured on the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Half {
    /// May be looked at.
    Tuning,
    /// Measured only.
    HeldOut,
}

impl SummarizedText {
    /// The half it belongs to: tuning where its id, a hash, ends in an odd hexadecimal digit.
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
