//! The features of a gap between words. Each is a 32-bit hash whose last bits select a weight.

use super::core::{Core, WordShape};
use super::style::WritingStyle;
use super::templates::Template;
use super::words::{MarkKind, WordFeatures};
use crate::languages::{Language, SentenceModel};
use crate::sentences::rulings::{Ruling, Verdict};

/// The distance up to which the next mark is searched, in words.
const FARTHEST_MARK: u8 = 30;

/// The most features of a gap: the size of the buffer.
const MOST_FEATURES: usize = 48;

/// The features of one gap at a time, for one language.
#[derive(Debug)]
pub(crate) struct Features {
    /// The hash of the language's tag, mixed into each feature.
    language: u32,
    /// Whether the weights were trained on text of many kinds.
    is_varied: bool,
    found: Vec<u32>,
}

/// What is the same for all gaps of a block.
#[derive(Debug)]
pub(super) struct BlockFeatures {
    /// For each word, the words up to the next sentence mark, itself included; at most [`FARTHEST_MARK`].
    to_mark: Vec<u8>,
    style: WritingStyle,
    ends_with_mark: bool,
    has_mark: bool,
}

/// The length of a sentence up to a gap.
#[derive(Debug, Clone, Copy)]
pub(super) struct SentenceSoFar {
    /// The index of its first word.
    pub(super) first_word: usize,
    /// The words up to the gap.
    pub(super) words: usize,
}

/// A gap between two words, or inside one.
#[derive(Debug)]
pub(super) struct Gap<'w> {
    /// The words of the block.
    pub(super) words: &'w [WordFeatures],
    /// The index of the word before the gap, or around it.
    pub(super) index: usize,
    pub(super) left: &'w WordFeatures,
    pub(super) right: &'w WordFeatures,
    /// The ruling on the mark that is there.
    pub(super) ruling: Option<&'w Ruling>,
    /// Whether the gap has no white space.
    pub(super) is_tight: bool,
}

impl BlockFeatures {
    /// Measures a block.
    pub(super) fn new(text: &str, words: &[WordFeatures], style: WritingStyle) -> Self {
        let last = text.chars().rev().find(|character| !text::is_closing_mark(*character));
        let mut to_mark = vec![0_u8; words.len()];
        let mut distance = 0;
        for (to_mark, word) in to_mark.iter_mut().zip(words).rev() {
            distance = if word.kind == MarkKind::Terminal { 0 } else { (distance + 1).min(FARTHEST_MARK) };
            *to_mark = distance;
        }
        Self {
            to_mark,
            style,
            ends_with_mark: last.is_some_and(text::is_sentence_terminal),
            has_mark: text.contains(['.', '!', '?']),
        }
    }
}

/// What is around a gap, as the numbers that the templates combine.
struct Surroundings<'w> {
    /// The word before the left one.
    before: WordFeatures,
    left: &'w WordFeatures,
    right: &'w WordFeatures,
    /// The word after the right one.
    behind: WordFeatures,
    /// The first word of the sentence.
    first: WordFeatures,
    /// The code of the ruling; 0 where there is no mark.
    rule: u32,
    verdict: u32,
    /// The marks after the left word.
    mark: u32,
    /// The kind of the last of them.
    kind: u32,
    right_shape: u32,
    /// The shapes of both words.
    shapes: u32,
    /// How often the article opens sentences in lower case.
    small_openings: u32,
    /// The words of the sentence so far, in buckets.
    length: u32,
    /// Whether a line breaks in the gap, and whether the gap has no white space.
    line: u32,
    /// The words left in the block, in buckets, and whether the block has marks.
    room: u32,
    /// Capitalised words in a row on either side.
    run: u32,
    /// Capitalised words that the sentence opens with.
    opening: u32,
    /// The words up to the next sentence mark, in buckets.
    next_mark: u32,
}

impl<'w> Surroundings<'w> {
    fn of_gap(block: &BlockFeatures, sentence: SentenceSoFar, gap: &Gap<'w>) -> Self {
        let word = |index: usize| gap.words.get(index).copied().unwrap_or_default();
        let (left, right) = (gap.left, gap.right);
        let right_shape = right.shape as u32;
        let words_left = gap.words.len() - gap.index;
        let next_mark = block.to_mark.get(gap.index + 1).copied().unwrap_or_default();
        Self {
            before: gap.index.checked_sub(1).map_or_else(WordFeatures::default, word),
            left,
            right,
            behind: word(gap.index + if gap.is_tight { 1 } else { 2 }),
            first: word(sentence.first_word),
            rule: gap.ruling.map_or(0, Ruling::code),
            verdict: gap.ruling.map_or(Verdict::NoMark, Ruling::verdict) as u32,
            mark: left.closing,
            kind: left.kind as u32,
            right_shape,
            shapes: left.shape as u32 * 16 + right_shape,
            small_openings: block.style.small_openings,
            length: bucket(sentence.words),
            line: u32::from(right.opens_line) + 2 * u32::from(gap.is_tight),
            room: bucket(words_left) * 4 + u32::from(block.ends_with_mark) * 2 + u32::from(block.has_mark),
            run: capitals_before(gap.words, gap.index) * 8 + capitals_from(gap.words, gap.index + 1),
            opening: opening_capitals(gap.words, sentence),
            next_mark: bucket(usize::from(next_mark)),
        }
    }
}

impl Features {
    /// Makes the features of a language.
    pub(crate) fn new(language: &Language) -> Self {
        Self {
            // Tags have at most eight characters.
            language: Core::of_word(language.tag(), 8).hash,
            is_varied: language.profile().sentences.model == SentenceModel::VariedText,
            found: Vec::with_capacity(MOST_FEATURES),
        }
    }

    /// Reports whether the weights were trained on text of many kinds.
    pub(super) fn is_varied(&self) -> bool {
        self.is_varied
    }

    /// Reports whether the model may overrule the rules at a mark.
    ///
    /// No abbreviation ends a sentence before a lower-case letter. In text of many kinds `e.g.` ends none
    /// whatever follows, and no abbreviation ends one before a number: `p. 753`.
    pub(super) fn leaves_open(&self, ruling: &Ruling, right: &WordFeatures) -> bool {
        let is_settled = ruling.is_never_final || (ruling.is_abbreviation && right.is_number());
        !((self.is_varied && is_settled) || (ruling.is_abbreviation && right.is_small()))
    }

    /// Returns the features of `gap`. Training adds up floats in their order, so do not
    /// change it.
    pub(super) fn of_gap(&mut self, block: &BlockFeatures, sentence: SentenceSoFar, gap: &Gap<'_>) -> &[u32] {
        self.found.clear();
        let around = Surroundings::of_gap(block, sentence, gap);
        // The verdict has separate weights in casual text, which breaks what the rules expect.
        let is_casual = if self.is_varied { block.style.is_casual() } else { around.small_openings > 0 };
        let verdict = gap.ruling.map_or(Verdict::NoMark, Ruling::verdict);
        self.found.push(self.of_verdict(verdict, is_casual));
        self.add_by_kind(&around);
        self.add_by_mark(&around);
        self.add_by_words(&around);
        // With training text of one kind these features lowered F1: see `SentenceModel`.
        if self.is_varied {
            let habits = block.style.code();
            self.add(Template::HabitsKindShapes, habits, around.kind, around.shapes);
            self.add(Template::HabitsKindLength, habits, around.kind, around.length);
            self.add(Template::HabitsVerdict, habits, around.verdict, around.right_shape);
        }
        &self.found
    }

    /// Adds features of the kind of the mark. They hold for rare rows of marks, too.
    fn add_by_kind(&mut self, around: &Surroundings<'_>) {
        let &Surroundings { left, right, behind, kind, right_shape, shapes, opening, next_mark, .. } = around;
        self.add(Template::VerdictOpening, around.verdict, right_shape, right.opening);
        self.add(Template::KindShapes, kind, shapes, around.verdict);
        self.add(Template::KindLeft, kind, left.core, 0);
        self.add(Template::KindRight, kind, right.core, right_shape);
        self.add(Template::KindSmallOpenings, kind, around.small_openings, shapes);
        self.add(Template::KindLengthRoom, kind, around.length, around.room);
        self.add(Template::KindOpeningCapitals, kind, opening, right_shape * 16 + behind.shape as u32);
        self.add(Template::KindOpeningCapitalsNextMark, kind, opening, next_mark * 16 + right_shape);
        self.add(Template::KindNextMark, kind, next_mark, shapes);
        self.add(Template::KindNextMarkLength, kind * 16 + next_mark, around.length, right_shape);
    }

    /// Adds features of the very marks and of the words next to them.
    fn add_by_mark(&mut self, around: &Surroundings<'_>) {
        let &Surroundings { before, left, right, behind, mark, right_shape, shapes, rule, .. } = around;
        let four_shapes = shapes * 256 + before.shape as u32 * 16 + behind.shape as u32;
        let right_with_next = behind.shape as u32 + right.closing.wrapping_mul(31);
        self.add(Template::MarkVerdict, mark, right_shape, around.verdict);
        self.add(Template::MarkShapesOpening, mark, shapes, right.opening);
        self.add(Template::MarkLeft, mark, left.core, u32::from(right.shape == WordShape::Small));
        self.add(Template::MarkRight, mark, right.core, right_shape);
        self.add(Template::LeftRight, left.core, right.core, mark);
        self.add(Template::RuleMark, rule, mark, right_shape);
        self.add(Template::RuleSmallOpenings, rule, around.small_openings, right_shape);
        self.add(Template::MarkSmallOpenings, mark, around.small_openings, shapes);
        self.add(Template::MarkLength, mark, around.length, right_shape);
        self.add(Template::MarkFourShapes, mark, four_shapes, 0);
        self.add(Template::MarkRightAndNextShape, mark, right.core, right_with_next);
        self.add(Template::MarkAfter, mark, behind.core, right_shape);
        self.add(Template::MarkBefore, mark, before.core, right_shape);
        self.add(Template::MarkTwoBefore, mark, before.core ^ left.core.rotate_left(9), right_shape);
        self.add(Template::MarkTwoAfter, mark, right.core ^ behind.core.rotate_left(9), right_shape);
    }

    /// Adds features of the place of the gap in its sentence and block, and of parts of the words around it.
    fn add_by_words(&mut self, around: &Surroundings<'_>) {
        let &Surroundings { before, left, right, first, mark, right_shape, shapes, rule, .. } = around;
        let left_length = u32::from(left.length.min(9));
        self.add(Template::RoomMark, around.room, mark, right_shape);
        self.add(Template::MarkRightClosing, mark, right.closing, shapes);
        self.add(Template::MarkLeftEnding, mark, left.ending, right_shape);
        self.add(Template::MarkRightEnding, mark, right.ending, right_shape);
        self.add(Template::MarkLine, mark, around.line * 256 + shapes, 0);
        self.add(Template::MarkLeftLength, mark, left_length * 256 + shapes, u32::from(mark == 0));
        self.add(Template::MarkFirstShape, mark, first.shape as u32 * 16 + around.length, right_shape);
        self.add(Template::MarkRun, mark, around.run, right_shape);
        self.add(Template::RuleOpening, rule, right.opening, shapes);
        self.add(Template::RuleLeft, rule, left.core, 0);
        self.add(Template::BeforeClosing, before.closing, mark, shapes);
        self.add(Template::VerdictRight, around.verdict, right.core, 0);
        self.add(Template::LeftOpening, left.opening, mark, shapes);
        self.add(Template::FirstMark, first.core, mark, right_shape);
    }

    /// Returns the feature of a verdict alone, in edited text or in casual text.
    pub(crate) fn of_verdict(&self, verdict: Verdict, is_casual: bool) -> u32 {
        self.hashed(Template::Verdict, [verdict as u32, u32::from(is_casual), 0])
    }

    fn add(&mut self, template: Template, one: u32, two: u32, three: u32) {
        let feature = self.hashed(template, [one, two, three]);
        self.found.push(feature);
    }

    /// Mixes language, template and values with the multiplier of MurmurHash3's finalizer.
    fn hashed(&self, template: Template, values: [u32; 3]) -> u32 {
        let mut hash = u64::from(self.language ^ (template as u32).wrapping_mul(0x9e37_79b9));
        for value in values {
            hash = (hash ^ u64::from(value)).wrapping_mul(0xff51_afd7_ed55_8ccd);
            hash ^= hash >> 32;
        }
        hash as u32
    }
}

/// The most words of a row of capitalized words that are counted.
const LONGEST_RUN: u32 = 4;

/// Counts the words in a row before a gap that open with a capital or a digit: 0 to 3 if another word ends
/// the row, and 4 more if the text does.
fn capitals_before(words: &[WordFeatures], index: usize) -> u32 {
    run_of_capitals((0..LONGEST_RUN as usize).map(|step| words.get(index.checked_sub(step)?)))
}

/// Counts the words in a row from `index` on that open with a capital or a digit, like [`capitals_before`].
fn capitals_from(words: &[WordFeatures], index: usize) -> u32 {
    run_of_capitals((0..LONGEST_RUN as usize).map(|step| words.get(index + step)))
}

fn run_of_capitals<'w>(words: impl Iterator<Item = Option<&'w WordFeatures>>) -> u32 {
    let mut count = 0;
    for word in words {
        match word {
            None => return count + LONGEST_RUN,
            Some(word) if matches!(word.shape, WordShape::Small | WordShape::Marks) => return count,
            Some(_) => count += 1,
        }
    }
    count
}

/// Counts the words of the sentence so far if all of them open with capitals or digits, up to 8. Returns 9 if
/// not, and 10 if one small word is among four or more.
fn opening_capitals(words: &[WordFeatures], sentence: SentenceSoFar) -> u32 {
    let first_words = words.iter().skip(sentence.first_word).take(sentence.words.min(8));
    match first_words.filter(|word| word.shape == WordShape::Small).count() {
        0 => sentence.words.min(8) as u32,
        1 if sentence.words > 3 => 10,
        _ => 9,
    }
}

/// Puts counts into buckets that grow coarser.
fn bucket(count: usize) -> u32 {
    match count {
        0..=4 => count as u32,
        5..=7 => 5,
        8..=15 => 6,
        16..=30 => 7,
        _ => 8,
    }
}
