//! Reads texts with gold sentences and tokens: Universal Dependencies, and suites of golden rules.

use serde::Deserialize;
use text::{CodePoints, Offsets, Span};

/// A text with gold spans, in code points.
#[derive(Debug, Clone, Deserialize)]
pub struct SegmentedText {
    /// Identifier in its corpus.
    pub id: String,
    /// ISO 639-1 code.
    pub lang: String,
    /// The text.
    pub text: String,
    sentences: Vec<(usize, usize)>,
    #[serde(default)]
    tokens: Vec<(usize, usize)>,
}

impl SegmentedText {
    /// Joins sentences by a space.
    pub fn joined<'s>(id: &str, lang: &str, parts: impl IntoIterator<Item = &'s str>) -> Self {
        let (mut text, mut sentences, mut end) = (String::new(), Vec::new(), 0);
        for part in parts.into_iter().map(str::trim).filter(|part| !part.is_empty()) {
            if end > 0 {
                text.push(' ');
                end += 1;
            }
            text.push_str(part);
            let start = end;
            end += part.chars().count();
            sentences.push((start, end));
        }
        Self { id: id.to_owned(), lang: lang.to_owned(), text, sentences, tokens: Vec::new() }
    }

    /// Returns the gold sentences in order.
    pub fn sentences(&self) -> Vec<CodePoints> {
        spans(&self.sentences)
    }

    /// Returns the gold sentences in bytes, without white space at their ends.
    pub fn visible_sentences(&self) -> Vec<Span> {
        let offsets = Offsets::new(&self.text);
        let spans = self.sentences().into_iter().filter_map(|span| offsets.to_bytes(span));
        spans.map(|span| span.trimmed(&self.text)).collect()
    }

    /// Returns the gold tokens in order. The suites of golden rules have none.
    pub fn tokens(&self) -> Vec<CodePoints> {
        spans(&self.tokens)
    }
}

fn spans(pairs: &[(usize, usize)]) -> Vec<CodePoints> {
    pairs.iter().map(|&(start, end)| CodePoints { start, end }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joined_sentences_keep_their_places() {
        let text = SegmentedText::joined("x", "th", [" ฝน ", "", "รถไฟ"]);
        assert_eq!(text.text, "ฝน รถไฟ");
        let found: Vec<&str> = text.visible_sentences().iter().map(|span| span.of(&text.text)).collect();
        assert_eq!(found, ["ฝน", "รถไฟ"]);
    }

    #[test]
    fn a_record_gives_its_spans_and_ignores_other_members() {
        let json = r#"{"id":"x","lang":"en","kind":"doc","text":"Rain. Snow.","sentences":[[0,5],[6,11]]}"#;
        let read: SegmentedText = serde_json::from_str(json).unwrap();
        assert_eq!(read.sentences(), [CodePoints { start: 0, end: 5 }, CodePoints { start: 6, end: 11 }]);
        assert!(read.tokens().is_empty());
    }
}
