//! From words to subwords: tokenizes a text and assigns its subwords to its words.

use std::collections::HashMap;
use std::ops::Range;

use crate::network::Input;
use crate::runs::{Run, runs};
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
    /// Whether the label belongs to a stretch that began in an earlier word, so that no name can begin here.
    pub(crate) continues: bool,
}

/// Tokenizes a text: words without white space between them together, or, with `by_runs`, each of their runs
/// alone (see [`runs`]).
pub(crate) fn subwords<'t, S: AsRef<[Word<'t>]>>(
    tokenizer: &Tokenizer,
    sentences: &[S],
    by_runs: bool,
) -> TextSubwords {
    let mut text = TextSubwords::default();
    let mut cache = Cache::default();
    for sentence in sentences {
        let mut rest = sentence.as_ref();
        while let Some((_, others)) = rest.split_first() {
            let joined = others.iter().take_while(|word| !word.spaced).count();
            let (together, behind) = rest.split_at_checked(1 + joined).unwrap_or((rest, &[]));
            rest = behind;
            if by_runs {
                text.push_runs(tokenizer, &mut cache, together);
                continue;
            }
            let joined: String = together.iter().map(|word| word.text).collect();
            let spaced = !text.words.is_empty();
            text.push(cache.get(joined, spaced, |joined| tokenizer.split(joined, spaced)), together);
        }
    }
    text
}

/// The subwords of texts that occurred before: words repeat, and tokenizing costs more than a look-up.
#[derive(Default)]
struct Cache {
    after_space: HashMap<String, Vec<Subword>>,
    attached: HashMap<String, Vec<Subword>>,
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

    /// Returns the subwords of a run. `spaced` says whether white space comes before it.
    fn run(&mut self, tokenizer: &Tokenizer, text: &str, spaced: bool) -> &[Subword] {
        let known = if spaced { &mut self.after_space } else { &mut self.attached };
        known.entry(text.to_owned()).or_insert_with_key(|text| tokenizer.split_run(text, spaced))
    }
}

impl TextSubwords {
    /// Adds the subwords of some words without white space between them.
    fn push(&mut self, found: &[Subword], together: &[Word<'_>]) {
        let first = self.inputs.len();
        let shifted = |at: usize| first + at;
        for word in assign(found, places(together)) {
            let subwords = shifted(word.subwords.start)..shifted(word.subwords.end);
            self.words.push(WordSubwords { subwords, labelled: word.labelled.map(shifted), ..word });
        }
        self.inputs.extend(found.iter().map(|subword| Input { id: subword.id }));
    }

    /// Tokenizes each run of some words without white space between them. A word has the label of the unit
    /// that its first byte is in.
    fn push_runs(&mut self, tokenizer: &Tokenizer, cache: &mut Cache, together: &[Word<'_>]) {
        let joined: String = together.iter().map(|word| word.text).collect();
        let word_ends: Vec<usize> = places(together).map(|place| place.end).collect();
        let (mut found, mut units) = (Vec::new(), Vec::new());
        for run in runs(&joined, &word_ends) {
            let start = run.span.start;
            let text = joined.get(run.span.clone()).unwrap_or_default();
            let subwords = cache.run(tokenizer, text, start == 0);
            push_units(subwords, &run, found.len(), &mut units);
            let shifted = |subword: &Subword| {
                let span = start + subword.span.start..start + subword.span.end;
                Subword { span, ..subword.clone() }
            };
            found.extend(subwords.iter().map(shifted));
        }
        let (first, first_word) = (self.inputs.len(), self.words.len());
        self.push(&found, together);
        for (word, place) in self.words.iter_mut().skip(first_word).zip(places(together)) {
            let unit = unit_of(&units, &place);
            word.labelled = unit.map(|unit| first + unit.subword);
            word.continues = unit.is_some_and(|unit| unit.span.start < place.start);
        }
    }
}

/// Returns the bytes of each word, where the words have no white space between them.
fn places(together: &[Word<'_>]) -> impl Iterator<Item = Range<usize>> {
    let mut end = 0;
    together.iter().map(move |word| {
        end += word.text.len();
        end - word.text.len()..end
    })
}

/// A stretch of text with a label: a run, or a subword of a run in a script without spaces.
#[derive(Debug)]
struct Unit {
    span: Range<usize>,
    /// The subword that has the label.
    subword: usize,
}

/// Adds the units of a run. `first` is the number of its first subword.
fn push_units(subwords: &[Subword], run: &Run, first: usize, units: &mut Vec<Unit>) {
    // An empty subword stands for the space before the run.
    let real = || subwords.iter().enumerate().filter(|(_, subword)| !subword.span.is_empty());
    let labelled = if run.is_piecewise { usize::MAX } else { 1 };
    let mut starts = real().skip(1).map(|(_, subword)| run.span.start + subword.span.start);
    let mut start = run.span.start;
    for (index, _) in real().take(labelled) {
        let end = starts.next().filter(|_| run.is_piecewise).unwrap_or(run.span.end);
        units.push(Unit { span: start..end, subword: first + index });
        start = end;
    }
}

/// Returns the unit that the first byte of a word is in, or the first one that begins inside the word.
fn unit_of<'u>(units: &'u [Unit], place: &Range<usize>) -> Option<&'u Unit> {
    let behind = units.partition_point(|unit| unit.span.start <= place.start);
    let around =
        behind.checked_sub(1).and_then(|at| units.get(at)).filter(|unit| unit.span.end > place.start);
    around.or_else(|| units.get(behind).filter(|unit| unit.span.start < place.end))
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
        words.push(WordSubwords { subwords: start..next, labelled, continues: false });
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(spans: &[Range<usize>], places: &[Range<usize>], expected: &[(Range<usize>, Option<usize>)]) {
        let subword = |span: &Range<usize>| Subword { id: 0, span: span.clone() };
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

    fn units(run: Range<usize>, is_piecewise: bool, spans: &[Range<usize>]) -> Vec<(Range<usize>, usize)> {
        let subword = |span: &Range<usize>| Subword { id: 0, span: span.clone() };
        let subwords: Vec<Subword> = spans.iter().map(subword).collect();
        let mut units = Vec::new();
        push_units(&subwords, &Run { span: run, is_piecewise }, 10, &mut units);
        units.into_iter().map(|unit| (unit.span, unit.subword)).collect()
    }

    #[test]
    fn a_run_is_one_unit_and_in_scripts_without_spaces_each_subword_is_one() {
        assert_eq!(units(4..10, false, &[0..2, 2..6]), [(4..10, 10)]);
        assert_eq!(units(4..10, true, &[0..2, 2..6]), [(4..6, 10), (6..10, 11)]);
        // The first subword is the space before the run.
        assert_eq!(units(4..10, true, &[0..0, 0..3, 3..6]), [(4..7, 11), (7..10, 12)]);
        assert_eq!(units(4..10, false, &[]), []);
    }

    #[test]
    fn a_word_has_the_unit_around_its_start_or_the_first_one_inside() {
        let units = [Unit { span: 0..6, subword: 1 }, Unit { span: 8..9, subword: 2 }];
        let found = |place: Range<usize>| unit_of(&units, &place).map(|unit| unit.subword);
        assert_eq!((found(0..3), found(3..6), found(6..9), found(6..8)), (Some(1), Some(1), Some(2), None));
    }

    #[test]
    fn a_word_without_subwords_has_no_label() {
        check(&[0..1, 3..4], &[0..1, 1..3, 3..4], &[(0..1, Some(0)), (1..1, None), (1..2, Some(1))]);
        check(&[], &[0..1, 1..2], &[(0..0, None), (0..0, None)]);
    }
}
