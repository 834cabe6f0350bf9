//! The walk over the candidates of a block.

use super::features::{BlockFeatures, Features, Gap, SentenceSoFar};
use super::style::WritingStyle;
use super::words::{WordFeatures, words};
use crate::sentences::rules::Rules;
use crate::sentences::rulings::rulings;

/// What the model knows about a block as a whole.
#[derive(Debug, Clone, Copy)]
pub(crate) struct BlockContext {
    /// How the article writes.
    pub(crate) style: WritingStyle,
    /// Whether sentences end at marks only, as in a headline, where most words are capitalised.
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
    mut decide: impl FnMut(usize, &[u32]) -> bool,
) -> Vec<usize> {
    let words = words(text);
    let block = BlockFeatures::new(text, &words, context.style);
    let (mut ends, mut first_word) = (Vec::new(), 0);
    let mut ask = |features: &mut Features, at: usize, gap: &Gap<'_>| {
        let sentence = SentenceSoFar { first_word, words: (gap.index + 1).saturating_sub(first_word) };
        if decide(at, features.of_gap(&block, sentence, gap)) {
            ends.push(at);
            first_word = gap.index + usize::from(!gap.is_tight);
        }
    };
    let mut proposals = rulings(text, rules).peekable();
    for (index, word) in words.iter().enumerate() {
        let at = word.span.end;
        let mut proposal = None;
        // Marks inside the word come first: `end.The`. Most words have none.
        while let Some(ruling) = proposals.peek().filter(|ruling| ruling.end <= at).copied() {
            proposals.next();
            let may_end = ruling.ends || (features.is_varied() && ruling.may_end_without_gap);
            if ruling.end == at {
                proposal = Some(ruling);
            } else if ruling.end > word.span.start && may_end {
                let right = word.rest_from(text, ruling.end);
                let left = WordFeatures::before_mark(text, ruling.start, ruling.end);
                let (words, ruling) = (&words, Some(&ruling));
                let gap = Gap { words, index, left: &left, right: &right, ruling, is_tight: true };
                ask(features, left.span.end, &gap);
            }
        }
        // The next proposal began in this word and closes in a later one: `. . .`
        let is_inside_row = proposals.peek().is_some_and(|ruling| ruling.start < at);
        let Some(right) = words.get(index + 1).filter(|_| !is_inside_row) else { continue };
        let is_open = match &proposal {
            Some(ruling) => features.leaves_open(ruling, right),
            None => context.allows_gap(word, right),
        };
        if is_open {
            let marked =
                proposal.as_ref().map(|ruling| WordFeatures::before_mark(text, ruling.start, ruling.end));
            let (words, left, ruling) = (&words, marked.as_ref().unwrap_or(word), proposal.as_ref());
            ask(features, at, &Gap { words, index, left, right, ruling, is_tight: false });
        }
    }
    ends
}
