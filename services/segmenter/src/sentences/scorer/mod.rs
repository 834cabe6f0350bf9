//! A linear model that decides where sentences end, in the languages it was trained for.
//!
//! The rules propose their candidates and say what they think of them; beside these, every gap that
//! a sentence could end at without a mark is one. For each the model adds up the weights of what
//! stands around it. Where a language has no weights the rules decide alone.

mod core;
mod features;
mod model;
mod style;
mod words;

pub(crate) use features::{Features, Verdict};
pub use model::Table;
pub(crate) use model::{Model, Weights, write};
pub(crate) use style::Style;

use super::Rules;
use super::rulings::rulings;
use features::{Block, Gap};
use words::{Word, words};

/// Where the sentences of `text`, a block, end; `decide` is asked at each candidate in order.
pub(crate) fn walk(
    text: &str,
    rules: &Rules,
    view: View,
    features: &mut Features,
    mut decide: impl FnMut(usize, &[u32]) -> bool,
) -> Vec<usize> {
    let words = words(text);
    let block = Block::of(text, &words, view.style);
    let (mut ends, mut sentence) = (Vec::new(), Sentence::default());
    let mut ask = |features: &mut Features, at: usize, gap: &Gap<'_>| {
        if decide(at, features.of(&block, &sentence.at(gap.index), gap)) {
            ends.push(at);
            sentence = Sentence { first_word: gap.index + usize::from(!gap.is_tight) };
        }
    };
    let mut proposals = rulings(text, rules).peekable();
    for (index, word) in words.iter().enumerate() {
        let at = word.span.end;
        let mut proposal = None;
        // Marks inside the word come first: `end.The`. Most words have none.
        while let Some(ruling) = proposals.peek().filter(|ruling| ruling.end <= at).copied() {
            proposals.next();
            let may_end = ruling.ends || (features.is_varied && ruling.may_end_tight);
            if ruling.end == at {
                proposal = Some(ruling);
            } else if ruling.end > word.span.start && may_end {
                let right = word.behind(text, ruling.end);
                let left = Word::before_mark(text, ruling.start, ruling.end);
                let (words, ruling) = (&words, Some(&ruling));
                let gap = Gap { words, index, left: &left, right: &right, ruling, is_tight: true };
                ask(features, left.span.end, &gap);
            }
        }
        let is_hidden = proposals.peek().is_some_and(|ruling| ruling.start < at);
        let Some(right) = words.get(index + 1).filter(|_| !is_hidden) else { continue };
        let is_open = match &proposal {
            Some(ruling) => features.leaves_open(ruling, right),
            None => view.allows(word, right),
        };
        if is_open {
            let marked = proposal.as_ref().map(|ruling| Word::before_mark(text, ruling.start, ruling.end));
            let (words, left, ruling) = (&words, marked.as_ref().unwrap_or(word), proposal.as_ref());
            ask(features, at, &Gap { words, index, left, right, ruling, is_tight: false });
        }
    }
    ends
}

/// How the model looks at a block: what its article is like, and what the block is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct View {
    pub(crate) style: Style,
    /// Whether sentences may end at marks alone, as in a headline, whose words are capitals anyway.
    pub(crate) marks_only: bool,
}

impl View {
    /// Whether a sentence may end between two words where no rule sees a mark: behind other marks, and before
    /// what could open one.
    fn allows(self, left: &Word, right: &Word) -> bool {
        !self.marks_only && (self.style.is_loose() || left.has_marks() || !right.is_small())
    }
}

/// The sentence under way.
#[derive(Debug, Default, Clone, Copy)]
struct Sentence {
    first_word: usize,
}

impl Sentence {
    /// Words it has when word `index` is its last.
    fn at(self, index: usize) -> Length {
        Length { words: (index + 1).saturating_sub(self.first_word), first_word: self.first_word }
    }
}

/// How long the sentence under way is.
#[derive(Debug, Clone, Copy)]
struct Length {
    words: usize,
    first_word: usize,
}
