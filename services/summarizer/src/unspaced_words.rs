//! Words of scripts that neither spaces nor their characters separate.
//!
//! A character of Chinese or Japanese often is a word or half of one. One of Thai, Lao, Khmer or Burmese is a letter, and
//! pairs of letters say little. ICU4X finds their words with a small neural network.

use icu_segmenter::{WordSegmenter, options::WordBreakInvariantOptions};
use text::{Script, Span};

/// The words of one sentence in reading order.
#[derive(Debug)]
pub(crate) struct UnspacedWords {
    /// The spans of the words, the next one last.
    words: Vec<Span>,
}

/// Reports whether a character belongs to a script whose words only a dictionary or a network can tell.
pub(crate) fn needs_dictionary(character: char) -> bool {
    !character.is_ascii()
        && matches!(text::script_of(character), Script::Thai | Script::Lao | Script::Khmer | Script::Myanmar)
}

impl UnspacedWords {
    /// Finds the words of `sentence`: none if it has no letter of such a script.
    pub(crate) fn new(sentence: &str) -> Self {
        // A fast path: these scripts are above U+0E00, in three bytes.
        if !sentence.bytes().any(|byte| matches!(byte, 0xe0 | 0xe1 | 0xea))
            || !sentence.contains(needs_dictionary)
        {
            return Self { words: Vec::new() };
        }
        let segmenter = WordSegmenter::new_auto(WordBreakInvariantOptions::default());
        let mut start = 0;
        let spans = segmenter
            .segment_str(sentence)
            .skip(1)
            .map(|end| Span::new(std::mem::replace(&mut start, end), end));
        let mut words: Vec<Span> = spans.collect();
        words.reverse();
        Self { words }
    }

    /// Returns the word that holds byte `at`, if it was not returned before. `at` must not go back.
    pub(crate) fn word_from(&mut self, at: usize) -> Option<Span> {
        while self.words.pop_if(|word| word.end <= at).is_some() {}
        self.words.pop_if(|word| word.start <= at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_is_returned_once() {
        let text = "วันนี้ฝนตก in Oslo ฝน";
        let mut words = UnspacedWords::new(text);
        let found: Vec<&str> = text
            .char_indices()
            .filter(|(_, letter)| needs_dictionary(*letter))
            .filter_map(|(at, _)| words.word_from(at))
            .map(|span| span.of(text))
            .collect();
        assert_eq!(found, ["วัน", "นี้", "ฝน", "ตก", "ฝน"]);
    }

    #[test]
    fn other_scripts_need_no_dictionary() {
        for text in ["Rain in Oslo.", "北京下雨。", "서울에 비가 왔다."] {
            assert!(UnspacedWords::new(text).words.is_empty(), "{text:?}");
        }
    }
}
