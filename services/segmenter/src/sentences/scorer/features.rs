//! What the model looks at around a gap, each a number of 32 bits of which the last pick a weight.

use super::core::{Core, Shape};
use super::words::{MarkKind, Word};
use super::{Length, Style};
use crate::sentences::rulings::Ruling;

/// As far as the next mark is looked for, in words.
const FARTHEST_MARK: u8 = 30;

/// The features of one gap at a time, for one language.
#[derive(Debug)]
pub(crate) struct Features {
    language: u32,
    /// Whether what the language's weights were taught from is of many kinds, mail and chat among them. Then habits of
    /// a text count, and candidates are those of careless text. Vietnamese, of one newspaper, lost 0.4 points of F1
    /// by it, Portuguese 0.3.
    pub(super) is_varied: bool,
    found: Vec<u32>,
}

/// What the rules say of a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// No mark stands there.
    NoMark = 0,
    /// A sentence ends.
    End = 2,
    /// A mark that ends nothing.
    NoEnd = 3,
}

/// What is the same for all gaps of a block.
#[derive(Debug)]
pub(super) struct Block {
    /// For each word how many stand before the next sentence mark, itself counted in; up to a limit.
    to_mark: Vec<u8>,
    style: Style,
    ends_with_mark: bool,
    has_mark: bool,
}

/// A gap between two words, or inside one.
#[derive(Debug)]
pub(super) struct Gap<'w> {
    pub(super) words: &'w [Word],
    /// The word before the gap, or around it.
    pub(super) index: usize,
    pub(super) left: &'w Word,
    pub(super) right: &'w Word,
    pub(super) ruling: Option<&'w Ruling>,
    /// Whether no white space stands in it.
    pub(super) is_tight: bool,
}

impl Block {
    pub(super) fn of(text: &str, words: &[Word], style: Style) -> Self {
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

impl Features {
    /// Features of the language with this BCP 47 primary subtag.
    pub(crate) fn new(primary: &str) -> Self {
        Self {
            language: Core::read(primary, 8).hash,
            is_varied: primary == "en",
            found: Vec::with_capacity(48),
        }
    }

    /// Whether the model may overrule the rules at a mark: no abbreviation ends a sentence before a small letter, and in
    /// text of many kinds `e.g.` ends none whatever follows, nor another before a number, `p. 753`.
    pub(super) fn leaves_open(&self, ruling: &Ruling, right: &Word) -> bool {
        let is_settled = ruling.is_never_final || (ruling.is_abbreviation && right.is_number());
        !((self.is_varied && is_settled) || (ruling.is_abbreviation && right.is_small()))
    }

    /// The features of `gap`.
    pub(super) fn of(&mut self, block: &Block, length: &Length, gap: &Gap<'_>) -> &[u32] {
        self.found.clear();
        let before = gap.index.checked_sub(1).and_then(|index| gap.words.get(index)).copied();
        let behind = gap.words.get(gap.index + if gap.is_tight { 1 } else { 2 }).copied();
        let (before, behind) = (before.unwrap_or_default(), behind.unwrap_or_default());
        let (left, right) = (gap.left, gap.right);
        let first = gap.words.get(length.first_word).copied().unwrap_or_default();
        let rule = gap.ruling.map_or(0, Ruling::code);
        let mark = left.closing;
        let (ls, rs) = (left.shape as u32, right.shape as u32);
        let shapes = ls * 16 + rs;
        let style = block.style.small_openings;
        let line = u32::from(right.opens_line) + 2 * u32::from(gap.is_tight);
        let rest = gap.words.len() - gap.index;
        let room = bucket(rest) * 4 + u32::from(block.ends_with_mark) * 2 + u32::from(block.has_mark);
        let run = titles(gap.words, gap.index, true) * 8 + titles(gap.words, gap.index + 1, false);
        let verdict = gap.ruling.map_or(Verdict::NoMark, Ruling::verdict);
        let of_verdict =
            self.of_verdict(verdict, if self.is_varied { block.style.is_casual() } else { style > 0 });
        let verdict = verdict as u32;
        let kind = left.kind as u32;
        self.found.push(of_verdict);
        self.add(31, verdict, rs, right.opening);
        self.add(32, kind, shapes, verdict);
        self.add(33, kind, left.core, 0);
        self.add(34, kind, right.core, rs);
        self.add(35, kind, style, shapes);
        self.add(36, kind, bucket(length.words), room);
        let opening = opening_titles(gap.words, length);
        let next_mark = block.to_mark.get(gap.index + 1).copied().unwrap_or_default();
        let next_mark = bucket(usize::from(next_mark));
        self.add(40, kind, opening, rs * 16 + behind.shape as u32);
        self.add(41, kind, opening, next_mark * 16 + rs);
        self.add(42, kind, next_mark, shapes);
        self.add(43, kind * 16 + next_mark, bucket(length.words), rs);
        self.add(1, mark, rs, verdict);
        self.add(2, mark, shapes, right.opening);
        self.add(3, mark, left.core, u32::from(rs == Shape::Small as u32));
        self.add(4, mark, right.core, rs);
        self.add(5, left.core, right.core, mark);
        self.add(6, rule, mark, rs);
        self.add(7, rule, style, rs);
        self.add(8, mark, style, shapes);
        self.add(9, mark, bucket(length.words), rs);
        self.add(10, mark, shapes * 256 + before.shape as u32 * 16 + behind.shape as u32, 0);
        self.add(11, mark, right.core, behind.shape as u32 + right.closing.wrapping_mul(31));
        self.add(12, mark, behind.core, rs);
        self.add(13, mark, before.core, rs);
        self.add(14, mark, before.core ^ left.core.rotate_left(9), rs);
        self.add(15, mark, right.core ^ behind.core.rotate_left(9), rs);
        self.add(16, room, mark, rs);
        self.add(17, mark, right.closing, shapes);
        self.add(18, mark, left.ending, rs);
        self.add(19, mark, right.ending, rs);
        self.add(20, mark, line * 256 + shapes, 0);
        self.add(21, mark, u32::from(left.length.min(9)) * 256 + shapes, u32::from(mark == 0));
        self.add(22, mark, first.shape as u32 * 16 + bucket(length.words), rs);
        self.add(23, mark, run, rs);
        self.add(24, rule, right.opening, shapes);
        self.add(25, rule, left.core, 0);
        self.add(26, before.closing, mark, shapes);
        self.add(27, verdict, right.core, 0);
        self.add(28, left.opening, mark, shapes);
        self.add(29, first.core, mark, rs);
        if self.is_varied {
            let habits = block.style.code();
            self.add(60, habits, kind, shapes);
            self.add(61, habits, kind, bucket(length.words));
            self.add(62, habits, verdict, rs);
        }
        &self.found
    }

    /// The feature of a verdict by itself, in edited text or in casual text.
    pub(crate) fn of_verdict(&self, verdict: Verdict, is_casual: bool) -> u32 {
        self.hashed(30, [verdict as u32, u32::from(is_casual), 0])
    }

    fn add(&mut self, template: u32, one: u32, two: u32, three: u32) {
        let feature = self.hashed(template, [one, two, three]);
        self.found.push(feature);
    }

    fn hashed(&self, template: u32, values: [u32; 3]) -> u32 {
        let mut hash = u64::from(self.language ^ template.wrapping_mul(0x9e37_79b9));
        for value in values {
            hash = (hash ^ u64::from(value)).wrapping_mul(0xff51_afd7_ed55_8ccd);
            hash ^= hash >> 32;
        }
        hash as u32
    }
}

/// Words that open with a capital or a digit in a row, up to four, from `index` back or on.
fn titles(words: &[Word], index: usize, back: bool) -> u32 {
    let mut count = 0;
    for step in 0..4 {
        let at = if back { index.checked_sub(step) } else { Some(index + step) };
        let Some(word) = at.and_then(|at| words.get(at)) else { return count + 4 };
        if matches!(word.shape, Shape::Small | Shape::Marks) {
            return count;
        }
        count += 1;
    }
    count
}

/// Words of the sentence so far if all of them open with capitals or digits, up to eight; 9 where not.
fn opening_titles(words: &[Word], length: &Length) -> u32 {
    let sentence = words.iter().skip(length.first_word).take(length.words.min(8));
    let plain = sentence.clone().filter(|word| word.shape == Shape::Small).count();
    match plain {
        0 => length.words.min(8) as u32,
        1 if length.words > 3 => 10,
        _ => 9,
    }
}

/// Counts, coarser as they grow.
fn bucket(count: usize) -> u32 {
    match count {
        0..=4 => count as u32,
        5..=7 => 5,
        8..=15 => 6,
        16..=30 => 7,
        _ => 8,
    }
}
