//! The walk over the candidates of a block.

use super::features::{BlockFeatures, Features, Gap, SentenceSoFar};
use super::style::WritingStyle;
use super::words::{WordFeatures, words};
use crate::sentences::rules::Rules;
use crate::sentences::rulings::{Ruling, rulings};

/// What the model knows about a block as a whole.
#[derive(Debug, Clone, Copy)]
pub(crate) struct BlockContext {
    /// How the article writes.
    pub(crate) style: WritingStyle,
    /// Whether sentences end at marks only, as in a headline, where most words are capitalized.
    pub(crate) marks_only: bool,
}

impl BlockContext {
    /// Reports whether a sentence may end between two words where the rules see no mark: after another mark,
    /// or before a word that could open a sentence.
    fn allows_gap(self, left: &WordFeatures, right: &WordFeatures) -> bool {
        !self.marks_only && (self.style.is_loose() || left.has_marks() || !right.is_small())
    }
}

/// Returns the ends of the sentences of `text`, a block, in bytes. Calls `decide` at each candidate in order,
/// with its position and its features.
pub(crate) fn walk(
    text: &str,
    rules: &Rules,
    context: BlockContext,
    features: &mut Features,
    decide: impl FnMut(usize, &[u32]) -> bool,
) -> Vec<usize> {
    let words = words(text);
    let block = BlockFeatures::new(text, &words, context.style);
    let mut walk = Walk { text, words: &words, block, features, decide, first_word: 0, ends: Vec::new() };
    let mut proposals = rulings(text, rules).peekable();
    for (index, word) in words.iter().enumerate() {
        let mut proposal = None;
        // Marks inside the word come first: `end.The`. Most words have none.
        while let Some(ruling) = proposals.next_if(|ruling| ruling.end <= word.span.end) {
            if ruling.end == word.span.end {
                proposal = Some(ruling);
            } else if ruling.end > word.span.start {
                walk.ask_inside(index, word, &ruling);
            }
        }
        // The next proposal may begin in this word and close in a later one: `. . .`
        let is_inside_row = proposals.peek().is_some_and(|ruling| ruling.start < word.span.end);
        let Some(right) = words.get(index + 1).filter(|_| !is_inside_row) else { continue };
        if let Some(ruling) = proposal {
            walk.ask_at_mark(index, right, &ruling);
        } else if context.allows_gap(word, right) {
            walk.ask(
                word.span.end,
                &Gap { words: &words, index, left: word, right, ruling: None, is_tight: false },
            );
        }
    }
    walk.ends
}

/// The state of a walk.
struct Walk<'w, D> {
    text: &'w str,
    words: &'w [WordFeatures],
    block: BlockFeatures,
    features: &'w mut Features,
    decide: D,
    /// The index of the first word of the sentence.
    first_word: usize,
    ends: Vec<usize>,
}

impl<D: FnMut(usize, &[u32]) -> bool> Walk<'_, D> {
    /// Asks whether a sentence ends inside a word, at a mark without a gap.
    fn ask_inside(&mut self, index: usize, word: &WordFeatures, ruling: &Ruling) {
        if ruling.ends || (self.features.is_varied() && ruling.may_end_without_gap) {
            let right = word.rest_from(self.text, ruling.end);
            let left = WordFeatures::before_mark(self.text, ruling.start, ruling.end);
            let (words, ruling) = (self.words, Some(ruling));
            let gap = Gap { words, index, left: &left, right: &right, ruling, is_tight: true };
            self.ask(left.span.end, &gap);
        }
    }

    /// Asks whether a sentence ends between two words, at a mark.
    fn ask_at_mark(&mut self, index: usize, right: &WordFeatures, ruling: &Ruling) {
        if self.features.leaves_open(ruling, right) {
            let left = WordFeatures::before_mark(self.text, ruling.start, ruling.end);
            let (words, at, ruling) = (self.words, ruling.end, Some(ruling));
            self.ask(at, &Gap { words, index, left: &left, right, ruling, is_tight: false });
        }
    }

    /// Asks whether a sentence ends at byte `at`.
    fn ask(&mut self, at: usize, gap: &Gap<'_>) {
        let (first_word, words) = (self.first_word, (gap.index + 1).saturating_sub(self.first_word));
        let features = self.features.of_gap(&self.block, SentenceSoFar { first_word, words }, gap);
        if (self.decide)(at, features) {
            self.ends.push(at);
            self.first_word = gap.index + usize::from(!gap.is_tight);
        }
    }
}
