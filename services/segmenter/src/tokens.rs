//! Words, numbers and marks, by the word boundaries of Unicode Standard Annex #29.
//!
//! Scripts without spaces between words need more than the annex. ICU4X looks up Chinese and Japanese words
//! in a dictionary, and finds Thai, Lao, Khmer and Burmese words with a small neural network.

use icu_segmenter::{WordSegmenter, options::WordBreakInvariantOptions};
use text::{Span, Token};

/// Returns the tokens of `text` in order. White space lies between them and belongs to none.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    if text.chars().any(text::is_without_spaces) { unspaced(text) } else { text::tokenize(text).collect() }
}

fn unspaced(text: &str) -> Vec<Token> {
    let segmenter = WordSegmenter::new_auto(WordBreakInvariantOptions::default());
    let mut start = 0;
    let pieces = segmenter.segment_str(text).filter_map(|end| {
        let span = Span::new(start, end);
        start = end;
        // A word of such a script may hold several tokens of the annex, all of the same kind.
        let kind = text::tokenize(span.of(text)).next()?.kind;
        Some(Token { span, kind })
    });
    pieces.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = tokens(text).iter().map(|token| token.span.of(text)).collect();
        assert_eq!(found, expected, "tokens of {text:?}");
    }

    #[test]
    fn finds_words_of_scripts_without_spaces() {
        check("北京今天下雨。", &["北京", "今天", "下雨", "。"]);
        check("札幌で雪が降った。", &["札幌", "で", "雪", "が", "降", "った", "。"]);
        check("วันนี้ฝนตก", &["วัน", "นี้", "ฝน", "ตก"]);
    }

    #[test]
    fn splits_other_scripts_by_the_annex_alone() {
        check("It’s 3.5 °C, said Ms. Roe.", &["It’s", "3.5", "°", "C", ",", "said", "Ms", ".", "Roe", "."]);
        check("서울에 비가 왔다.", &["서울에", "비가", "왔다", "."]);
    }
}
