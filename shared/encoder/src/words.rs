//! From words to subwords: tokenizes a text and assigns its subwords to its words.

use std::collections::HashMap;
use std::ops::Range;

use crate::network::Input;
use crate::tokenizer::{Subword, Tokenizer};

/// A word of a sentence, or a punctuation character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word<'t> {
    /// The text of the word, without white space.
    pub text: &'t str,
    /// Whether white space comes before the word. The first word of a sentence always counts as spaced.
    pub spaced: bool,
}

impl<'t> Word<'t> {
    /// Creates a word with white space before it.
    pub fn after_space(text: &'t str) -> Self {
        Self { text, spaced: true }
    }
}

/// The subwords of a text.
#[derive(Debug, Default)]
pub(crate) struct TextSubwords {
    pub(crate) inputs: Vec<Input>,
    pub(crate) words: Vec<WordSubwords>,
}

/// The subwords of a word, as indexes into those of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WordSubwords {
    /// The subwords that start with the word or in it. They continue those of the word before without a gap.
    pub(crate) subwords: Range<usize>,
    /// The first subword that covers any of the word, from which models learn to predict its label. A word
    /// that the tokenizer drops has none.
    pub(crate) labelled: Option<usize>,
}

/// Tokenizes a text.
///
/// Words without white space between them are tokenized together, as in running text, or each alone where
/// `separate_words` is set.
pub(crate) fn subwords<'t, S: AsRef<[Word<'t>]>>(
    tokenizer: &Tokenizer,
    sentences: &[S],
    separate_words: bool,
) -> TextSubwords {
    let mut text = TextSubwords::default();
    let mut cache = Cache::default();
    for sentence in sentences {
        let mut rest = sentence.as_ref();
        while let Some((_, others)) = rest.split_first() {
            let joined = others.iter().take_while(|word| !word.spaced && !separate_words).count();
            let (together, behind) = rest.split_at_checked(1 + joined).unwrap_or((rest, &[]));
            let joined: String = together.iter().map(|word| word.text).collect();
            let spaced = !text.words.is_empty();
            let found = cache.get(joined, spaced, |joined| {
                let mut found = tokenizer.split(joined, spaced);
                if found.is_empty() && separate_words {
                    found.extend(tokenizer.unknown(joined));
                }
                found
            });
            text.push(found, together);
            rest = behind;
        }
    }
    text
}

/// The subwords of texts that occurred before: words repeat, and tokenizing costs more than a look-up.
#[derive(Default)]
struct Cache {
    after_space: HashMap<String, Vec<Subword>>,
    first: Vec<Subword>,
}

impl Cache {
    fn get(&mut self, text: String, spaced: bool, split: impl FnOnce(&str) -> Vec<Subword>) -> &[Subword] {
        if !spaced {
            // Only the first word of a text has no space before it, and some tokenizers split it in another
            // way.
            self.first = split(&text);
            return &self.first;
        }
        self.after_space.entry(text).or_insert_with_key(|text| split(text))
    }
}

impl TextSubwords {
    fn push(&mut self, found: &[Subword], together: &[Word<'_>]) {
        let mut end = 0;
        let places = together.iter().map(|word| {
            end += word.text.len();
            end - word.text.len()..end
        });
        let first = self.inputs.len();
        let shifted = |at: usize| first + at;
        for word in assign(found, places) {
            let subwords = shifted(word.subwords.start)..shifted(word.subwords.end);
            self.words.push(WordSubwords { subwords, labelled: word.labelled.map(shifted) });
        }
        self.inputs.extend(found.iter().map(|subword| Input { id: subword.id, shape: subword.shape }));
    }
}

/// Assigns each subword to the word that it starts in. `places` are the bytes of each word, in order and
/// without gaps.
fn assign(subwords: &[Subword], places: impl Iterator<Item = Range<usize>>) -> Vec<WordSubwords> {
    let at = |index: usize| subwords.get(index).map(|subword| &subword.span);
    let mut places = places.peekable();
    let mut words = Vec::new();
    let (mut next, mut labelled) = (0, 0);
    while let Some(place) = places.next() {
        let start = next;
        let is_last = places.peek().is_none();
        // An empty subword stands for the space before the next one, so it belongs to the same word.
        while at(next).is_some_and(|span| is_last || span.is_empty() || span.start < place.end) {
            next += 1;
        }
        while at(labelled).is_some_and(|span| span.is_empty() || span.end <= place.start) {
            labelled += 1;
        }
        let labelled = at(labelled).filter(|span| span.start < place.end).map(|_| labelled);
        words.push(WordSubwords { subwords: start..next, labelled });
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::word_shape::WordShape;

    fn check(spans: &[Range<usize>], places: &[Range<usize>], expected: &[(Range<usize>, Option<usize>)]) {
        let subword = |span: &Range<usize>| Subword { id: 0, shape: WordShape::Special, span: span.clone() };
        let subwords: Vec<Subword> = spans.iter().map(subword).collect();
        let found = assign(&subwords, places.iter().cloned());
        let found: Vec<_> = found.into_iter().map(|word| (word.subwords, word.labelled)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_word_is_labelled_at_the_first_subword_that_covers_any_of_it() {
        check(&[0..3, 3..5, 5..6], &[0..5, 5..6], &[(0..2, Some(0)), (2..3, Some(2))]);
        // The first subword is the space before the word.
        check(&[0..0, 0..3], std::slice::from_ref(&(0..3)), &[(0..2, Some(1))]);
    }

    #[test]
    fn a_subword_across_two_words_belongs_to_the_first_and_labels_both() {
        check(&[0..4, 4..6], &[0..3, 3..6], &[(0..1, Some(0)), (1..2, Some(0))]);
    }

    #[test]
    fn a_word_without_subwords_has_no_label() {
        check(&[0..1, 3..4], &[0..1, 1..3, 3..4], &[(0..1, Some(0)), (1..1, None), (1..2, Some(1))]);
        check(&[], &[0..1, 1..2], &[(0..0, None), (0..0, None)]);
    }
}
